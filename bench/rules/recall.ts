import { type Checker, isLoud, type Reported } from './checker.ts';
import type { ArticleOperator, DamagedArticle, Operator, SentenceOperator } from './damage.ts';
import { operatorsFor } from './operators/operators.ts';
import { randomOf } from './random.ts';
import { pseudoArticles, sentenceOf, type Texts } from './texts.ts';

/** How often an operator's damage was found. */
export interface Recall {
  readonly operator: Operator;
  readonly language: string;
  damaged: number;
  /** By any rule, at any level. */
  any: number;
  /** By any rule, at warning or above. */
  loud: number;
  /** By a rule that names this damage, at any level. */
  right: number;
}

/** Every so many sentences one is damaged. */
const STEP = 2;
/** Times that every pseudo-article is damaged, at another place each time. */
const ROUNDS = 4;

interface Options {
  readonly language: string;
  readonly operators: readonly string[] | undefined;
  readonly seed: number;
  /** So many cases of each operator that were missed go to the standard error. */
  readonly show: number;
}

/** How much of each operator's damage is found, operator by operator. */
export async function* recallOf(texts: Texts, checker: Checker, options: Options): AsyncGenerator<Recall> {
  for (const operator of operatorsFor(options.language, options.operators)) {
    const recall: Recall = { operator, language: options.language, damaged: 0, any: 0, loud: 0, right: 0 };
    let shown = 0;
    const cases =
      operator.scope === 'sentence'
        ? sentences(operator, texts, options)
        : articles(operator, texts, options);
    for (const one of cases) {
      const found = await foundIn(one, checker, options.language);
      recall.damaged++;
      if (found.length > 0) recall.any++;
      if (found.some(isLoud)) recall.loud++;
      if (found.some(({ rule }) => operator.codes.includes(rule))) recall.right++;
      else if (shown++ < options.show) showMiss(operator, one, found);
    }
    yield recall;
  }
}

/** Damaged sentences, each between its neighbours. */
function* sentences(operator: SentenceOperator, texts: Texts, options: Options): Generator<DamagedArticle> {
  const { language, seed } = options;
  for (const document of texts.documents(language)) {
    for (const [at, row] of document.entries()) {
      if (row.id % STEP !== seed % STEP) continue;
      const random = randomOf(seed, operator.name, language, row.id);
      const damaged = operator.apply(sentenceOf(texts, language, document, at, random), random);
      if (!damaged) continue;
      const before = document[at - 1]?.text;
      const after = damaged.tookNext ? undefined : document[at + 1]?.text;
      const lines = [before, damaged.text, after].filter((line) => line !== undefined);
      yield { lines, line: before === undefined ? 0 : 1, start: damaged.start, end: damaged.end };
    }
  }
}

function* articles(operator: ArticleOperator, texts: Texts, options: Options): Generator<DamagedArticle> {
  const { language, seed } = options;
  for (let round = 0; round < ROUNDS; round++) {
    const all = pseudoArticles(texts, language, randomOf(seed, 'articles', language, round));
    for (const [i, { source }] of all.entries()) {
      const damaged = operator.apply(source, randomOf(seed, operator.name, language, round, i));
      if (damaged) yield damaged;
    }
  }
}

/** What is reported on the damage or next to it. */
async function foundIn(one: DamagedArticle, checker: Checker, language: string): Promise<Reported[]> {
  const before = one.lines.slice(0, one.line).reduce((sum, line) => sum + line.length + 1, 0);
  const from = before + one.start - 1;
  const to = before + one.end + 1;
  const all = await checker.check(one.lines.join('\n'), language);
  return all.filter((f) => f.start < to && f.end > from);
}

/** The damaged line with the damage in brackets, and what was reported on it instead. */
function showMiss(
  { name }: Operator,
  { lines, line, start, end }: DamagedArticle,
  found: readonly Reported[],
): void {
  const text = lines[line] ?? '';
  const marked = `${text.slice(0, start)}⟦${text.slice(start, end)}⟧${text.slice(end)}`;
  const instead = found.map(({ rule, severity }) => `${rule} (${severity})`).join(', ');
  console.error(`${name}: ${marked}${instead && ` — ${instead}`}`);
}
