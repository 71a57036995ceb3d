import { isPositive, type SentenceRecord } from './sentences.ts';
import { wordsKey } from './shingles.ts';

/** How many clean sentences a part and language has, wants and gets. */
export interface DrawnNegatives {
  readonly part: number;
  readonly language: string;
  readonly positives: number;
  readonly clean: number;
  readonly drawn: number;
}

interface Stratum {
  readonly part: number;
  readonly language: string;
  positives: number;
  readonly keys: number[];
  drawn: number;
  /** The last key that is drawn; above it none is. */
  last: number;
}

/**
 * Draws clean sentences, so many for each that a person said to be bad: of the same part of the dataset and the same
 * language, those of the same articles first. All articles are shown first, then drawn from; it keeps a number for each
 * clean sentence. The same sentences and seed give the same draw, whatever the order.
 */
export class NegativeDraw {
  private readonly strata = new Map<string, Stratum>();
  private readonly perPositive: number;
  private readonly seed: string;

  constructor(perPositive: number, seed: string) {
    this.perPositive = perPositive;
    this.seed = seed;
  }

  /** The sentences of an article of a part (0-based). */
  show(part: number, records: readonly SentenceRecord[]): void {
    const nearby = hasPositive(records);
    for (const record of records) {
      const stratum = this.stratum(part, record.features.language);
      if (isPositive(record.class)) stratum.positives++;
      else if (record.class === 'clean') stratum.keys.push(this.key(record, nearby));
    }
  }

  /** Settles what is drawn; nothing may be shown after it. Sorted by part and language. */
  settle(): DrawnNegatives[] {
    for (const stratum of this.strata.values()) {
      stratum.keys.sort((a, b) => a - b);
      stratum.drawn = Math.min(stratum.keys.length, stratum.positives * this.perPositive);
      stratum.last = stratum.drawn === 0 ? -1 : (stratum.keys[stratum.drawn - 1] ?? -1);
    }
    return [...this.strata.values()]
      .map(({ part, language, positives, keys, drawn }) => ({
        part,
        language,
        positives,
        clean: keys.length,
        drawn,
      }))
      .sort((a, b) => a.part - b.part || (a.language < b.language ? -1 : 1));
  }

  /** The sentences of an article of a part that are in the dataset: all but clean ones that are not drawn. */
  drawn(part: number, records: readonly SentenceRecord[]): SentenceRecord[] {
    const nearby = hasPositive(records);
    return records.filter(
      (record) =>
        record.class !== 'clean' ||
        this.key(record, nearby) <= this.stratum(part, record.features.language).last,
    );
  }

  private stratum(part: number, language: string): Stratum {
    const key = `${part} ${language}`;
    const known = this.strata.get(key);
    if (known) return known;
    const made = { part, language, positives: 0, keys: [], drawn: 0, last: -1 };
    this.strata.set(key, made);
    return made;
  }

  /** Looks random; those of articles with bad sentences come before all others. 44 bits. */
  private key({ id }: SentenceRecord, nearby: boolean): number {
    const { high, low } = wordsKey(`${this.seed} ${id.replace(/\W/g, (char) => ` ${char.codePointAt(0)} `)}`);
    return (nearby ? 0 : 2 ** 43) + high * 2 ** 11 + low;
  }
}

function hasPositive(records: readonly SentenceRecord[]): boolean {
  return records.some((record) => isPositive(record.class));
}
