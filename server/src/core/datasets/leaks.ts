import { type DatasetArticle, type DatasetSpan, partsOf } from '../formats/dataset.ts';
import type { Steps } from '../steps.ts';
import { splitSentences } from '../text/sentences.ts';
import { KeySample, MOST_CARRIED } from './keySample.ts';
import { type NearDuplicateOptions, nearDuplicates } from './nearDuplicates.ts';
import type { ArticleProfile } from './profile.ts';
import { type WordsKey, wordsKey } from './shingles.ts';

/** Shorter sentences are the same by chance. */
const LEAST_WORDS = 5;
/** A sentence of so many articles is boilerplate: a notice, a byline, a caption. */
const BOILERPLATE_ARTICLES = 5;
/** So many examples are listed. */
const MOST_EXAMPLES = 10;
/** Labels beyond so many are counted as one. */
const MOST_LABELS = 2 ** 14 - 1;

/** How much of what one part has stands in the first part, from which a model learns, too. */
export interface PartLeaks {
  /** 0-based; never the first. */
  readonly part: number;
  /** Sentences of five words and more, boilerplate aside, and those of them that stand in the first part, too. */
  readonly sentences: number;
  readonly sharedSentences: number;
  /** Sentences that are in five articles or more, in all parts together. */
  readonly boilerplate: number;
  /** Spans of labels that are not for sentences, and those whose words no span of that label has in the first part. */
  readonly mentions: number;
  readonly unseenMentions: number;
  /** The same of the different names. */
  readonly names: number;
  readonly unseenNames: number;
  readonly labels: readonly UnseenOfLabel[];
}

export interface UnseenOfLabel {
  readonly label: string;
  readonly mentions: number;
  readonly unseenMentions: number;
}

export interface LeakReport {
  /** Groups of near-duplicates whose articles are in several parts, by their paths: there should be none. */
  readonly nearDuplicates: readonly (readonly string[])[];
  readonly parts: readonly PartLeaks[];
  /** Pairs of articles, the first in the first part, that have a sentence in common; ten at most. */
  readonly examples: readonly (readonly [string, string])[];
  /** The shares of sentences and of names that were looked at: 1, or a sample where there are millions. */
  readonly sentenceShare: number;
  readonly nameShare: number;
}

/**
 * Looks, article by article, for what the parts of a split have in common, in bounded memory: of sentences and names it
 * keeps keys only.
 */
export class LeakCheck {
  private readonly sentences: KeySample;
  private readonly names: KeySample;
  private readonly articles: { readonly path: string; readonly part: number }[] = [];
  private readonly labels = new Map<string, number>();

  /** `most`: keys held of sentences, and of names. */
  constructor(most?: number) {
    this.sentences = new KeySample(most);
    this.names = new KeySample(most);
  }

  /**
   * An article of a part (0-based); layers of one article one after the other. `sentenceLabels`: those for whole
   * sentences, which are no names.
   */
  add(article: DatasetArticle, part: number, sentenceLabels: ReadonlySet<string>): void {
    if (this.articles.at(-1)?.path !== article.path) {
      const number = Math.min(this.articles.push({ path: article.path, part }) - 1, MOST_CARRIED);
      for (const key of sentenceKeys(article)) this.sentences.add(key, number);
    }
    for (const span of article.spans) {
      if (sentenceLabels.has(span.label)) continue;
      this.names.add(nameKey(article.text, span), part * (MOST_LABELS + 1) + this.labelPlace(span.label));
    }
  }

  /** What was found. `profiles` and `partOf`: those of the split. Nothing may be added after it. */
  *result(
    profiles: readonly ArticleProfile[],
    partOf: ReadonlyMap<string, number>,
    options: Pick<NearDuplicateOptions, 'threshold'> = {},
  ): Steps<LeakReport> {
    const counts = new Counts(Math.max(0, ...partOf.values()) + 1, [...this.labels.keys()]);
    const examples: [string, string][] = [];
    let work = 0;
    for (const { carried } of this.sentences.groups()) {
      const example = counts.sentence([...carried].map((number) => this.articles[number]));
      if (example && examples.length < MOST_EXAMPLES) examples.push(example);
      if (++work % 10_000 === 0) yield;
    }
    for (const { carried } of this.names.groups()) {
      counts.name(carried);
      if (++work % 10_000 === 0) yield;
    }
    return {
      nearDuplicates: yield* tornGroups(profiles, partOf, options),
      parts: counts.result(),
      examples: examples.sort(([a], [b]) => (a < b ? -1 : 1)),
      sentenceShare: this.sentences.share,
      nameShare: this.names.share,
    };
  }

  private labelPlace(label: string): number {
    const known = this.labels.get(label);
    if (known !== undefined) return known;
    const place = Math.min(this.labels.size, MOST_LABELS);
    if (this.labels.size < MOST_LABELS) this.labels.set(label, place);
    return place;
  }
}

/** Keys of the different sentences of an article that are long enough. */
function sentenceKeys({ text, language }: DatasetArticle): Iterable<WordsKey> {
  const keys = new Map<number, WordsKey>();
  for (const line of text.split('\n')) {
    for (const { start, end } of splitSentences(line, primary(language))) {
      const key = wordsKey(line.slice(start, end));
      if (key.words >= LEAST_WORDS) keys.set(key.high, key);
    }
  }
  return keys.values();
}

/** The sentences that two articles have in common, as the first has them: what `examples` names the articles of. */
export function commonSentences(a: DatasetArticle, b: DatasetArticle): string[] {
  const known = new Set([...sentenceKeys(b)].map(({ high }) => high));
  return a.text.split('\n').flatMap((line) =>
    splitSentences(line, primary(a.language))
      .map(({ start, end }) => line.slice(start, end))
      .filter((sentence) => {
        const { high, words } = wordsKey(sentence);
        return words >= LEAST_WORDS && known.has(high);
      }),
  );
}

function primary(language: string): string {
  return language.split('-', 1)[0]?.toLowerCase() ?? 'und';
}

/** A name is the words of a span together with its label. */
function nameKey(text: string, span: DatasetSpan): WordsKey {
  const words = partsOf(span).map(({ start, end }) => text.slice(start, end));
  return wordsKey([span.label, ...words].join(' '));
}

function* tornGroups(
  profiles: readonly ArticleProfile[],
  partOf: ReadonlyMap<string, number>,
  options: NearDuplicateOptions,
): Steps<string[][]> {
  const byPath = new Map(profiles.map((profile) => [profile.path, profile.signature]));
  const paths = [...byPath.keys()].sort();
  const { groups } = yield* nearDuplicates(
    paths.map((path) => byPath.get(path) ?? new Uint32Array(0)),
    options,
  );
  return groups
    .map((group) => group.map((place) => paths[place] ?? ''))
    .filter((group) => new Set(group.map((path) => partOf.get(path))).size > 1);
}

type Counted = { -readonly [K in keyof PartLeaks]: PartLeaks[K] };

class Counts {
  private readonly parts: Counted[];
  private readonly labels: readonly string[];
  private readonly byLabel: ReadonlyMap<string, { mentions: number; unseenMentions: number }>[];

  constructor(parts: number, labels: readonly string[]) {
    this.labels = labels;
    this.parts = Array.from({ length: parts }, (_, part) => ({
      part,
      sentences: 0,
      sharedSentences: 0,
      boilerplate: 0,
      mentions: 0,
      unseenMentions: 0,
      names: 0,
      unseenNames: 0,
      labels: [],
    }));
    this.byLabel = this.parts.map(
      () => new Map(labels.map((label) => [label, { mentions: 0, unseenMentions: 0 }])),
    );
  }

  /** The articles that have a sentence. Gives two, where it leaks. */
  sentence(
    articles: readonly ({ readonly path: string; readonly part: number } | undefined)[],
  ): [string, string] | undefined {
    const inFirst = articles.find((article) => article?.part === 0);
    const boilerplate = articles.length >= BOILERPLATE_ARTICLES;
    let example: [string, string] | undefined;
    for (const article of articles) {
      const counted = this.parts[article?.part ?? 0];
      if (!article || !counted) continue;
      if (boilerplate) counted.boilerplate++;
      else counted.sentences++;
      if (boilerplate || !inFirst || article.part === 0) continue;
      counted.sharedSentences++;
      example ??= [inFirst.path, article.path];
    }
    return example;
  }

  /** The mentions of a name, each with its part and label. */
  name(carried: Uint32Array): void {
    const seen = carried.some((number) => partOfCarried(number) === 0);
    const parts = new Set<number>();
    for (const number of carried) {
      const part = partOfCarried(number);
      const counted = this.parts[part];
      if (!counted) continue;
      counted.mentions++;
      const label = this.byLabel[part]?.get(this.labels[number % (MOST_LABELS + 1)] ?? '');
      if (label) label.mentions++;
      if (!seen) counted.unseenMentions++;
      if (!seen && label) label.unseenMentions++;
      if (parts.has(part)) continue;
      parts.add(part);
      counted.names++;
      if (!seen) counted.unseenNames++;
    }
  }

  result(): PartLeaks[] {
    return this.parts.slice(1).map((counted, i) => ({
      ...counted,
      labels: [...(this.byLabel[i + 1] ?? [])]
        .filter(([, { mentions }]) => mentions > 0)
        .map(([label, counts]) => ({ label, ...counts }))
        .sort((a, b) => (a.label < b.label ? -1 : 1)),
    }));
  }
}

function partOfCarried(carried: number): number {
  return Math.floor(carried / (MOST_LABELS + 1));
}
