import { byLine } from './articles.ts';
import { type Checker, isLoud } from './checker.ts';
import type { ArticleSource, Operator, SentenceOperator } from './damage.ts';
import type { Judgements } from './judgements.ts';
import { operatorsFor } from './operators/operators.ts';
import { type Random, randomOf } from './random.ts';
import { bootstrappedF1, type Counts, percent, precision, recall, total } from './statistics.ts';
import { progress, table } from './table.ts';
import { pseudoArticles, type Row, sentenceOf, type Texts } from './texts.ts';

const SEEDS = 10;
/** One sentence of so many is damaged. */
const ONE_OF = 10;

interface Line {
  readonly text: string;
  readonly damaged: boolean;
}

/** The choices of operators that the table is made for. */
const SETS: readonly (readonly [string, (operator: Operator) => boolean])[] = [
  ['table of RULES.md', (o) => o.inTable === true],
  ['the same without hints', (o) => o.inTable === true && !o.quiet],
  ['all operators', () => true],
];

interface Options {
  readonly languages: readonly string[];
  readonly operators: readonly string[] | undefined;
  readonly seed: number;
}

/** Table 3: a tenth of the sentences damaged, by operators that are chosen alike often; at warning or above. */
export async function mixedTable(texts: Texts, checker: Checker, judgements: Judgements, options: Options) {
  const rows: string[][] = [];
  for (const [name, fits] of SETS) {
    for (const language of options.languages) {
      const operators = operatorsFor(language, options.operators).filter(fits);
      const raw: Counts[] = [];
      const judged: Counts[] = [];
      for (let seed = options.seed; seed < options.seed + SEEDS; seed++) {
        progress(`mixed ${name} ${language} seed ${seed}`);
        const random = randomOf(seed, 'mixed', name, language);
        for (const { source, rows: own } of pseudoArticles(texts, language, random)) {
          const lines = damagedLines(texts, source, own, operators, random);
          const counts = await countsOf(lines, language, checker, judgements);
          raw.push(counts.raw);
          judged.push(counts.judged);
        }
      }
      for (const [which, groups] of [
        ['raw', raw],
        ['true alarms removed', judged],
      ] as const) {
        const sum = total(groups);
        const f = bootstrappedF1(groups, randomOf(options.seed, 'bootstrap'));
        rows.push([
          name,
          language,
          which,
          `${sum.hit + sum.miss}`,
          percent(precision(sum)),
          percent(recall(sum)),
          percent(f),
        ]);
      }
    }
  }
  progress('');
  return table(
    'Mixed: a tenth of the sentences damaged',
    `Seeds ${options.seed} to ${options.seed + SEEDS - 1}, at warning or above, sentence by sentence, in %; 95 % intervals by Wilson, of F1 by bootstrap over articles.`,
    ['operators', 'language', 'alarms', 'damaged', 'precision', 'recall', 'F1'],
    rows,
  );
}

/** An article with about a tenth of its sentences damaged. */
function damagedLines(
  texts: Texts,
  source: ArticleSource,
  rows: readonly Row[],
  operators: readonly Operator[],
  random: Random,
): Line[] {
  const bySentence = operators.filter((o) => o.scope === 'sentence');
  let lines: Line[] = [];
  let articleDamages = 0;
  for (let i = 0; i < rows.length; i++) {
    const clean = { text: rows[i]?.text ?? '', damaged: false };
    if (random.below(ONE_OF) > 0) {
      lines.push(clean);
      continue;
    }
    if (random.below(operators.length) >= bySentence.length) {
      articleDamages++;
      lines.push(clean);
      continue;
    }
    const damage = sentenceDamage(texts, source.language, rows, i, bySentence, random);
    lines.push(damage ? { text: damage.text, damaged: true } : clean);
    if (damage?.tookNext) i++;
  }
  const byArticle = operators.filter((o) => o.scope === 'article');
  for (let n = 0; n < articleDamages; n++) lines = articleDamage(source, lines, byArticle, random);
  return lines;
}

function sentenceDamage(
  texts: Texts,
  language: string,
  rows: readonly Row[],
  at: number,
  operators: readonly SentenceOperator[],
  random: Random,
) {
  const sentence = sentenceOf(texts, language, rows, at, random);
  for (const operator of random.shuffled(operators)) {
    const damaged = operator.apply(sentence, random);
    if (damaged) return damaged;
  }
  return undefined;
}

/** One damage more; an article that has no place for any stays as it is. */
function articleDamage(
  source: ArticleSource,
  lines: Line[],
  operators: readonly Operator[],
  random: Random,
): Line[] {
  const now = { ...source, lines: lines.map((line) => line.text) };
  for (const operator of random.shuffled(operators)) {
    if (operator.scope !== 'article') continue;
    const made = operator.apply(now, random);
    const more = (made?.lines.length ?? 0) - lines.length;
    if (!made || more < 0 || more > 1 || (more === 0 && lines[made.line]?.damaged)) continue;
    return lines.toSpliced(made.line, 1 - more, { text: made.lines[made.line] ?? '', damaged: true });
  }
  return lines;
}

async function countsOf(lines: readonly Line[], language: string, checker: Checker, judgements: Judgements) {
  const texts = lines.map((line) => line.text);
  const found = byLine(texts, (await checker.check(texts.join('\n'))).filter(isLoud));
  const count = { hit: 0, miss: 0, wrong: 0 };
  let reallyWrong = 0;
  lines.forEach(({ text, damaged }, i) => {
    const alarms = found[i] ?? [];
    if (damaged) count[alarms.length > 0 ? 'hit' : 'miss']++;
    else if (alarms.length > 0) {
      count.wrong++;
      if (!alarms.every(({ rule }) => judgements.of(text, language, rule) === 'true')) reallyWrong++;
    }
  });
  return { raw: count, judged: { ...count, wrong: reallyWrong } };
}
