import type { DatasetArticle } from '../formats/dataset.ts';
import { SIGNATURE_WORDS, writeSignature } from './minHash.ts';
import { shingleHashes } from './shingles.ts';

/** What sharing out a dataset has to know of an article, or of one layer of it. About 500 bytes, of any article. */
export interface ArticleProfile {
  readonly path: string;
  /** BCP 47. */
  readonly language: string;
  /** Different labels of its spans, relations and document labels, sorted … */
  readonly labels: readonly string[];
  /** … and how many of each there are, in the same order. */
  readonly counts: readonly number[];
  /** Code points. */
  readonly characters: number;
  /** MinHash of its text; empty where it has no words. */
  readonly signature: Uint32Array;
}

const NO_COUNTS: readonly number[] = [];
const NO_SIGNATURE = new Uint32Array(0);
/** So many signatures share a buffer: one for each would cost as much again as it holds. */
const SLAB = 1_024;

/** What the profiles of a dataset share: room for signatures, and each name once. */
export class ProfileRoom {
  private slab = NO_SIGNATURE;
  private used = 0;
  private readonly names = new Map<string, string>();
  private readonly lists = new Map<string, readonly string[]>();

  /** Room for one more signature. */
  signature(): Uint32Array {
    if (this.used === this.slab.length) {
      this.slab = new Uint32Array(SLAB * SIGNATURE_WORDS);
      this.used = 0;
    }
    this.used += SIGNATURE_WORDS;
    return this.slab.subarray(this.used - SIGNATURE_WORDS, this.used);
  }

  /** The same name, held once. */
  name(name: string): string {
    const known = this.names.get(name);
    if (known === undefined) this.names.set(name, name);
    return known ?? name;
  }

  /** The same list of names, held once. */
  list(names: readonly string[]): readonly string[] {
    const key = JSON.stringify(names);
    const known = this.lists.get(key);
    if (known !== undefined) return known;
    const list = names.map((name) => this.name(name));
    this.lists.set(key, list);
    return list;
  }
}

/** The profile of an article. `room`: the same for all articles of a dataset saves half of the memory. */
export function profileOf(article: DatasetArticle, room = new ProfileRoom()): ArticleProfile {
  const counted = new Map<string, number>();
  for (const { label } of [...article.spans, ...article.relations, ...article.documentLabels])
    counted.set(label, (counted.get(label) ?? 0) + 1);
  const labels = [...counted.keys()].sort();
  const shingles = shingleHashes(article.text);
  const signature = shingles.length === 0 ? NO_SIGNATURE : room.signature();
  if (shingles.length > 0) writeSignature(shingles, signature);
  return {
    path: article.path,
    language: room.name(article.language),
    labels: room.list(labels),
    counts: labels.length === 0 ? NO_COUNTS : labels.map((label) => counted.get(label) ?? 0),
    characters: codePoints(article.text),
    signature,
  };
}

function codePoints(text: string): number {
  let pairs = 0;
  for (let i = 1; i < text.length; i++)
    if ((text.charCodeAt(i) & 0xfc00) === 0xdc00 && (text.charCodeAt(i - 1) & 0xfc00) === 0xd800) pairs++;
  return text.length - pairs;
}
