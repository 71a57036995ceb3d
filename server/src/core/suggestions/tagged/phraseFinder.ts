import { stemBeforeClitic } from '../../entities/clitics.ts';
import { foldName, foldWord } from '../../entities/fold.ts';
import { insideAddress } from '../../entities/webAddress.ts';
import { type ScannedWord, scanWord } from '../../entities/wordScan.ts';
import type { TextRange } from '../../text/range.ts';

/** Longer ones are sentences, which nobody tags twice. */
const MOST_WORDS = 16;
const ASCII = 0x80;

/** How a phrase lies on its words: how many, and the units before the first and after the last. */
interface Shape {
  readonly words: number;
  readonly lead: number;
  readonly tail: number;
  phrases: number;
}

/** Words between boundaries, found again wherever they stand, in any letter case. */
export class PhraseFinder {
  /** By the first word, folded. */
  private readonly shapes = new Map<string, Shape[]>();

  /** By the first letter's unit in small: a bit for each length of first words. Only grows. */
  private readonly lengths = new Int32Array(ASCII);

  /** Adds a phrase as it was written; false where it can be none: no word, or too many. */
  add(text: string): boolean {
    const shape = shapeOf(text);
    if (!shape) return false;
    const unit = shape.first.charCodeAt(0);
    if (unit < ASCII) this.lengths[unit] = (this.lengths[unit] ?? 0) | lengthBit(shape.firstLength);
    const known = this.shapes.get(shape.first) ?? [];
    const same = known.find((s) => isSameShape(s, shape));
    if (same) same.phrases++;
    else known.push({ words: shape.words, lead: shape.lead, tail: shape.tail, phrases: 1 });
    known.sort((a, b) => b.words - a.words || b.lead + b.tail - a.lead - a.tail);
    this.shapes.set(shape.first, known);
    return true;
  }

  /** Takes back one `add` of the same text. */
  remove(text: string): void {
    const shape = shapeOf(text);
    if (!shape) return;
    const known = this.shapes.get(shape.first) ?? [];
    const same = known.find((s) => isSameShape(s, shape));
    if (!same || --same.phrases > 0) return;
    const left = known.filter((s) => s !== same);
    if (left.length > 0) this.shapes.set(shape.first, left);
    else this.shapes.delete(shape.first);
  }

  /**
   * Tells every place of the text (UTF-16 units) that may be a phrase, with its folded words, the longest first at each
   * place. `language`: BCP 47 primary subtag; Indonesian clitics are no part of a phrase.
   */
  find(text: string, language: string, found: (range: TextRange, folded: string) => void): void {
    if (this.shapes.size === 0) return;
    const stem = stemBeforeClitic(text, language);
    const word: ScannedWord = { start: 0, end: 0, hash: 0, opaque: false };
    const next: ScannedWord = { start: 0, end: 0, hash: 0, opaque: false };
    for (let from = 0; scanWord(text, from, word); from = word.end) {
      const { start, end } = word;
      const stemmed = stem(start, end);
      if (stemmed < 0 && !word.opaque && !this.mayBegin(text.charCodeAt(start), end - start)) continue;
      const shapes = this.shapesAt(text, start, end, stemmed);
      if (!shapes) continue;
      // The words that follow, as far as the longest phrase needs them.
      const words: TextRange[] = [{ start, end }];
      const most = Math.max(...shapes.map((shape) => shape.words));
      for (let at = end; words.length < most && scanWord(text, at, next); at = next.end)
        words.push({ start: next.start, end: next.end });
      for (const { words: count, lead, tail } of shapes) {
        const last = words[count - 1];
        if (!last || start < lead || insideAddress(text, start, last.end)) continue;
        const cut = stem(last.start, last.end);
        for (const until of cut < 0 ? [last.end] : [last.end, cut]) {
          const range = { start: start - lead, end: until + tail };
          if (range.end <= text.length) found(range, foldName(text.slice(range.start, range.end)));
        }
      }
    }
  }

  /** False where no phrase begins with a word of such a first letter and length: what nearly all words are told by. */
  private mayBegin(unit: number, length: number): boolean {
    return unit >= ASCII || ((this.lengths[lowerUnit(unit)] ?? 0) & lengthBit(length)) !== 0;
  }

  private shapesAt(text: string, start: number, end: number, stemmed: number): readonly Shape[] | undefined {
    const whole = this.shapes.get(foldWord(text.slice(start, end)));
    if (stemmed < 0) return whole;
    const part = this.shapes.get(foldWord(text.slice(start, stemmed)))?.filter((s) => s.words === 1);
    return part ? [...(whole ?? []), ...part] : whole;
  }
}

function lowerUnit(unit: number): number {
  return unit >= 0x41 && unit <= 0x5a ? unit + 32 : unit;
}

function lengthBit(length: number): number {
  return 1 << Math.min(length, 31);
}

function shapeOf(
  text: string,
): (Omit<Shape, 'phrases'> & { readonly first: string; readonly firstLength: number }) | undefined {
  const words = wordsOf(text);
  const [first] = words;
  const last = words.at(-1);
  if (!first || !last || words.length > MOST_WORDS) return undefined;
  return {
    first: foldWord(text.slice(first.start, first.end)),
    firstLength: first.end - first.start,
    words: words.length,
    lead: first.start,
    tail: text.length - last.end,
  };
}

function isSameShape(a: Omit<Shape, 'phrases'>, b: Omit<Shape, 'phrases'>): boolean {
  return a.words === b.words && a.lead === b.lead && a.tail === b.tail;
}

function wordsOf(text: string): TextRange[] {
  const words: TextRange[] = [];
  const word: ScannedWord = { start: 0, end: 0, hash: 0, opaque: false };
  for (let from = 0; scanWord(text, from, word); from = word.end)
    words.push({ start: word.start, end: word.end });
  return words;
}
