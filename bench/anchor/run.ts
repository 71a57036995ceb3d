import { parseArgs } from 'node:util';
import { anchorOf } from '../../server/src/core/annotations/create.ts';
import { revisionOf } from '../../server/src/core/text/revision.ts';
import { type Random, randomOf } from '../rules/random.ts';
import { type Article, type Articles, readArticles } from './articles.ts';
import { Failures } from './failures.ts';
import { type Counts, count, judge, noCounts, type Results } from './judge.ts';
import { type Method, methods, OURS } from './methods.ts';
import type { Operator, Source } from './operator.ts';
import { HELD_OUT } from './operators/heldOut.ts';
import { OPERATORS } from './operators/operators.ts';
import { sentencesOf, wordsOf } from './operators/places.ts';
import { spansOf } from './spans.ts';
import { speedTable } from './speed.ts';
import { tables } from './table.ts';
import { type Stretch, TrackedText, unitOffsets } from './tracked.ts';
import { Edit } from './truth.ts';

/** What a run was asked for. */
interface Options {
  readonly kinds: readonly Operator[];
  readonly languages: readonly string[];
  readonly seed: string;
  /** Articles of each language for each kind of edit. */
  readonly articles: number;
  readonly failures: Failures;
}

/** Runs what the arguments ask for. Throws, with a sentence for the reader, where they ask for what there is not. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      kind: { type: 'string' },
      language: { type: 'string' },
      seed: { type: 'string', default: '1' },
      n: { type: 'string', default: '4' },
      show: { type: 'string', default: '0' },
      alone: { type: 'boolean', default: false },
      'held-out': { type: 'boolean', default: false },
    },
  });
  const articles = readArticles();
  const kinds = chosen(values.kind, values['held-out'] ? HELD_OUT : OPERATORS, (operator) => operator.name);
  const languages = chosen(values.language, articles.languages, (language) => language);
  const options = {
    kinds,
    languages,
    seed: values.seed,
    articles: Number(values.n),
    failures: new Failures(Number(values.show)),
  };
  const used = methods().filter(({ name }) => !values.alone || name === OURS);
  const results: Results = new Map(used.map(({ name }) => [name, new Map<string, Counts>()]));
  for (const kind of kinds) measure(kind, articles, used, options, results);
  console.log(tables(results, kinds));
  if (values.kind === undefined && values.language === undefined && !values['held-out'])
    console.log(speedTable(articles));
}

function chosen<T>(names: string | undefined, list: readonly T[], nameOf: (item: T) => string): T[] {
  const wanted = names?.split(',');
  const found = list.filter((item) => !wanted || wanted.some((name) => nameOf(item).startsWith(name)));
  if (found.length === 0)
    throw new Error(`There is none of ${names}. There are: ${list.map(nameOf).join(', ')}.`);
  return found;
}

function measure(
  kind: Operator,
  articles: Articles,
  used: readonly Method[],
  options: Options,
  results: Results,
): void {
  let serial = 0;
  for (const language of options.languages) {
    const all = articles.of(language);
    const random = randomOf(options.seed, kind.name, language);
    const picked = random.shuffled(all.map((_, at) => at)).slice(0, options.articles);
    for (const at of picked) {
      const article = all[at];
      if (article) measureArticle(kind, article, articles, used, options, results, serial++);
    }
  }
}

function measureArticle(
  kind: Operator,
  article: Article,
  articles: Articles,
  used: readonly Method[],
  { seed, failures }: Options,
  results: Results,
  serial: number,
): void {
  const random = randomOf(seed, kind.name, article.language, serial);
  const tracked = new TrackedText(article.text);
  kind.edit(tracked, sourceOf(article, articles, random));
  const edit = new Edit(article.text, tracked, kind.undone ?? false);
  const rev = revisionOf(edit.old);
  const offsets = unitOffsets(edit.oldCharacters);
  const spans = spansOf(edit.old, edit.changes(), random).map(({ start, end }) => {
    const range = { start: offsets[start] ?? 0, end: offsets[end] ?? 0 };
    return {
      anchor: anchorOf({ article: edit.old, range, suffix: '', revision: rev }),
      range,
      truth: edit.truth(start, end),
    };
  });
  for (const method of used) {
    if (serial % method.every !== 0) continue;
    const byKind = results.get(method.name) ?? new Map<string, Counts>();
    const counts = byKind.get(kind.name) ?? noCounts();
    byKind.set(kind.name, counts);
    const started = performance.now();
    const locator = method.prepare(edit.old, edit.text);
    const found = spans.map((span) => locator(span));
    counts.milliseconds += performance.now() - started;
    counts.articles++;
    spans.forEach((span, at) => {
      const location = found[at];
      if (!location) return;
      const outcome = judge(span.truth, location);
      count(counts, outcome);
      if (method.name === OURS) failures.note(outcome, kind, edit, span, location.range);
    });
  }
}

/** What edits of an article may draw on: words and sentences of other articles. */
function sourceOf(article: Article, articles: Articles, random: Random): Source {
  const others = articles.of(article.language).filter(({ text }) => text !== article.text);
  const foreign = articles.of(article.language === 'en' ? 'vi' : 'en');
  const pieces = (list: readonly Article[], parts: (text: TrackedText) => readonly Stretch[]) => {
    const other = random.pick(list);
    const lines = (other?.text ?? 'a b c').split(/\n+/).filter((line) => line.trim() !== '');
    return random.pick(parts(new TrackedText(random.pick(lines) ?? 'a')))?.text ?? 'a';
  };
  return {
    language: article.language,
    random,
    word: () => pieces(others, wordsOf),
    sentence: () => pieces(others, sentencesOf),
    foreign: () => pieces(foreign, sentencesOf),
  };
}
