import { compareTextsInSteps, type TextComparison } from '../../annotations/anchor/compareTexts.ts';
import { msg } from '../../message.ts';
import { finish, type Steps } from '../../steps.ts';
import { TextOffsets } from '../../text/offsets.ts';
import type { TextRange } from '../../text/range.ts';
import { type PartPlace, shortened } from './places.ts';
import { sameWords } from './quotes.ts';
import { alignLetters, type LetterAlignment } from './sameLetters.ts';

/** Finds in an article's text what a file says of another version of it. Both are canonical. */
export class OtherText {
  private readonly from: string;
  private readonly to: string;
  private readonly letters: LetterAlignment | undefined;
  private readonly offsets: TextOffsets;
  private compared: TextComparison | undefined;

  constructor(from: string, to: string) {
    this.from = from;
    this.to = to;
    this.letters = alignLetters(from, to);
    // What looks like a byte order mark at the start of a canonical text is a character of it.
    this.offsets = new TextOffsets(` ${from}`);
  }

  /** True where the two differ in blanks and line ends only. */
  get sameLetters(): boolean {
    return this.letters !== undefined;
  }

  /** Compares the two, which takes long where they are, so that `place` need not. */
  *compare(): Steps<TextComparison> {
    this.compared ??= yield* compareTextsInSteps(this.from, this.to);
    return this.compared;
  }

  /** Where a stretch (UTF-16 units) of the file's text stands in the article's: as the editor finds it after a correction. */
  place(range: TextRange): PartPlace {
    if (this.letters) return { range: this.letters.range(range.start, range.end) };
    const compared = finish(this.compare());
    const [start, end] = [this.codePoint(range.start), this.codePoint(range.end)];
    const found = compared.locateRange({ start, end });
    const quote = this.from.slice(range.start, range.end);
    const words = found.range && this.to.slice(found.range.start, found.range.end);
    if (found.range && words !== undefined && found.status !== 'review') {
      if (sameWords(words, quote) || words === quote) return { range: found.range };
      const message = msg('The article says “{1}” here, and not “{0}”.', shortened(quote), shortened(words));
      return { range: found.range, doubt: { code: 'changed', message } };
    }
    if (found.range) {
      const message = msg(
        'The article has another text here, and the place of “{0}” is not certain.',
        shortened(quote),
      );
      return { range: found.range, doubt: { code: 'changed', message } };
    }
    const message = msg('The article does not have these words: “{0}”.', shortened(quote));
    return { lost: { code: 'gone', message } };
  }

  private codePoint(utf16: number): number {
    return this.offsets.toCodePoint(utf16 + 1) - 1;
  }
}
