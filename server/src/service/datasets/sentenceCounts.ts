import type { DrawnNegatives } from '../../core/datasets/negatives.ts';
import { isPositive, SENTENCE_CLASSES, type SentenceRecord } from '../../core/datasets/sentences.ts';
import type { LanguageCount } from '../../core/formats/report.ts';

/** What is counted of the sentences of one part. */
interface PartCounts {
  articles: number;
  readonly classes: Map<string, number>;
  readonly languages: Map<string, { articles: number; characters: number }>;
}

/** Counts sentences by part and class. */
export class SentenceCounts {
  /** Sentences that nobody judged, in articles that are not done: they are in no file. */
  unjudged = 0;
  /** By part and language; absent: all clean sentences are in it. */
  readonly drawn: readonly DrawnNegatives[] | undefined;
  private readonly parts: readonly PartCounts[];

  constructor(parts: number, drawn?: readonly DrawnNegatives[]) {
    this.parts = Array.from({ length: parts }, () => ({
      articles: 0,
      classes: new Map<string, number>(),
      languages: new Map<string, { articles: number; characters: number }>(),
    }));
    this.drawn = drawn;
  }

  /** The sentences of an article, and those that are written. */
  add(part: number, records: readonly SentenceRecord[], written: readonly SentenceRecord[]): void {
    this.unjudged += records.filter((record) => record.class === 'unjudged').length;
    const counts = this.parts[part];
    if (!counts || written.length === 0) return;
    counts.articles++;
    for (const record of written)
      counts.classes.set(record.class, (counts.classes.get(record.class) ?? 0) + 1);
    const language = written[0]?.features.language ?? 'und';
    const known = counts.languages.get(language) ?? { articles: 0, characters: 0 };
    known.articles++;
    known.characters += written.reduce((sum, { features }) => sum + features.characters, 0);
    counts.languages.set(language, known);
  }

  /** By class, how many each part has: those that people gave, by name, then the others. */
  classes(): ReadonlyMap<string, readonly number[]> {
    const names = new Set(this.parts.flatMap(({ classes }) => [...classes.keys()]));
    const others: readonly string[] = SENTENCE_CLASSES;
    const order = [
      ...[...names].filter((name) => !others.includes(name)).sort(),
      ...others.filter((name) => names.has(name)),
    ];
    return new Map(
      order.map((name) => [name, this.parts.map(({ classes }) => classes.get(name) ?? 0)] as const),
    );
  }

  /** Articles of a part of which sentences are written. */
  articles(part: number): number {
    return this.parts[part]?.articles ?? 0;
  }

  languages(part: number): LanguageCount[] {
    return [...(this.parts[part]?.languages ?? [])]
      .map(([language, counts]) => ({ language, ...counts }))
      .sort((a, b) => b.articles - a.articles || (a.language < b.language ? -1 : 1));
  }

  /** Sentences that are written, and how many of them a person said to be bad. */
  get total(): { readonly sentences: number; readonly positives: number } {
    let sentences = 0;
    let positives = 0;
    for (const [name, counts] of this.classes()) {
      const sum = counts.reduce((a, b) => a + b, 0);
      sentences += sum;
      if (isPositive(name)) positives += sum;
    }
    return { sentences, positives };
  }
}
