import { lazy } from '../../lazy.ts';
import { foldGap, foldWord } from '../fold.ts';
import { type ScannedWord, scanWord, standsAlone } from '../wordScan.ts';
import { BASIS_A, BASIS_B, rollA, rollB } from './keyHash.ts';

/** Words of a name, at most: in scripts without blanks every letter is one. */
export const MOST_STEPS = 200;
/** Blanks and marks between two words of a name, at most; also keeps a walk from running over a long gap. */
const WIDEST_GAP = 12;

/** By unit, its small letter: for units of which nothing else decides how a word with them is folded. */
const FOLDED_UNITS = 0x1f00;
const HARD = 0;
const smallUnits = lazy(() =>
  Uint16Array.from({ length: FOLDED_UNITS }, (_, unit) => {
    const plain =
      (unit > 0x20 && unit < 0x7f) ||
      (unit >= 0xc0 && unit < 0x250) ||
      (unit >= 0x400 && unit < 0x460) ||
      (unit >= 0x5d0 && unit <= 0x5ea) ||
      (unit >= 0x621 && unit <= 0x64a) ||
      (unit >= 0x1ea0 && unit <= 0x1ef9);
    const small = plain ? foldWord(String.fromCharCode(unit)) : '';
    return small.length === 1 ? small.charCodeAt(0) : HARD;
  }),
);

/**
 * Words of a text from a place on, as far as somebody asks for them, with the hashes of all that they make together:
 * what is between two words is part of the hash, folded as they are. The same object is begun again and again.
 */
export class NameWalk {
  /** How many words are known. */
  count = 0;
  /** Where each word starts and ends. */
  readonly starts = new Int32Array(MOST_STEPS);
  readonly ends = new Int32Array(MOST_STEPS);
  /** The two hashes of the first words up to each. */
  readonly a = new Int32Array(MOST_STEPS);
  readonly b = new Int32Array(MOST_STEPS);
  private text = '';
  private widest = WIDEST_GAP;
  private readonly word: ScannedWord = { start: 0, end: 0, hash: 0, opaque: false };
  private rolledA = 0;
  private rolledB = 0;

  /** Begins at the word `start`–`end` of a text. */
  begin(text: string, start: number, end: number, widest = WIDEST_GAP): void {
    this.text = text;
    this.widest = widest;
    this.count = 1;
    this.rolledA = BASIS_A;
    this.rolledB = BASIS_B;
    this.rollWord(start, end);
    this.keep(0, start, end);
  }

  /** True where there is a word of this number (0: the first). */
  reach(step: number): boolean {
    while (this.count <= step) if (!this.next()) return false;
    return true;
  }

  /** The hashes at a step, had its word ended at `end`. */
  stem(step: number, end: number): { readonly a: number; readonly b: number } {
    this.recall(step - 1);
    if (step > 0) this.rollGap(this.ends[step - 1] ?? 0, this.starts[step] ?? 0);
    this.rollWord(this.starts[step] ?? 0, end);
    return { a: this.rolledA, b: this.rolledB };
  }

  private next(): boolean {
    if (this.count >= MOST_STEPS) return false;
    const end = this.ends[this.count - 1] ?? 0;
    if (!scanWord(this.text, end, this.word) || this.word.start - end > this.widest) return false;
    this.recall(this.count - 1);
    this.rollGap(end, this.word.start);
    this.rollWord(this.word.start, this.word.end);
    this.keep(this.count, this.word.start, this.word.end);
    this.count++;
    return true;
  }

  private keep(step: number, start: number, end: number): void {
    this.starts[step] = start;
    this.ends[step] = end;
    this.a[step] = this.rolledA;
    this.b[step] = this.rolledB;
  }

  private recall(step: number): void {
    this.rolledA = step < 0 ? BASIS_A : (this.a[step] ?? 0);
    this.rolledB = step < 0 ? BASIS_B : (this.b[step] ?? 0);
  }

  private rollGap(start: number, end: number): void {
    if (start === end) return;
    const unit = this.text.charCodeAt(start);
    if (end - start === 1 && (unit === 0x20 || unit === 0x2d)) {
      this.rolledA = rollA(this.rolledA, 0x20);
      this.rolledB = rollB(this.rolledB, 0x20);
    } else this.rollFolded(foldGap(this.text.slice(start, end)));
  }

  private rollWord(start: number, end: number): void {
    const first = this.text.charCodeAt(start);
    if (first >= 0xe00 && end - start === 1 && first < 0xf900 && standsAlone(first)) {
      this.rolledA = rollA(this.rolledA, first);
      this.rolledB = rollB(this.rolledB, first);
      return;
    }
    const small = smallUnits();
    let a = this.rolledA;
    let b = this.rolledB;
    for (let i = start; i < end; i++) {
      const unit = this.text.charCodeAt(i);
      const folded = unit < FOLDED_UNITS ? (small[unit] ?? HARD) : HARD;
      if (folded === HARD) {
        this.rollFolded(foldWord(this.text.slice(start, end)));
        return;
      }
      a = rollA(a, folded);
      b = rollB(b, folded);
    }
    this.rolledA = a;
    this.rolledB = b;
  }

  private rollFolded(folded: string): void {
    for (let i = 0; i < folded.length; i++) {
      const unit = folded.charCodeAt(i);
      this.rolledA = rollA(this.rolledA, unit);
      this.rolledB = rollB(this.rolledB, unit);
    }
  }
}

/** The words of a text from the word that starts at `start` to one that ends at `end`, folded, as names are compared. */
export function foldedKey(text: string, start: number, end: number): string {
  const word: ScannedWord = { start: 0, end: 0, hash: 0, opaque: false };
  const part = text.slice(start, end);
  if (!scanWord(part, 0, word)) return '';
  let key = foldWord(part.slice(word.start, word.end));
  for (let from = word.end; scanWord(part, from, word); from = word.end) {
    key += foldGap(part.slice(from, word.start)) + foldWord(part.slice(word.start, word.end));
  }
  return key;
}
