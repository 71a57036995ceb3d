import type { TextRange } from '../../text/range.ts';
import { eachToken } from '../../text/tokens.ts';

/** How a language's text is split where a format knows tokens only. */
export interface Tokenizer {
  /** What a token is, as files state it: `words`, `syllables` or `characters`. */
  readonly name: string;
  /**
   * The tokens of a text: UTF-16 units, in order, none empty or overlapping, without the blanks between them and
   * together all of the text that is no blank.
   */
  split(text: string): readonly TextRange[];
}

/** Languages written without blanks between words: most of their tokens are characters. */
const UNSPACED: ReadonlySet<string> = new Set(['zh', 'yue', 'wuu', 'ja', 'th', 'lo', 'km', 'my', 'bo']);

/**
 * The tokenizer of a language (BCP 47). All of them split alike, by what a text is written in, so that a Chinese name
 * in an Indonesian article and in a Chinese one gives the same tokens; `name` says what they mostly are.
 *
 * - Words, numbers and marks are those of `splitTokens`: `kupu-kupu` is three tokens, `Rp1.000` two.
 * - Vietnamese puts blanks between syllables: each is a token, as in the corpora that are split by syllables.
 * - Chinese, Japanese, Thai, Lao, Khmer, Burmese and Tibetan letters are a token each, with the marks on them: finding
 *   words takes a dictionary, engines disagree about it and change with each release, and a word that is not found
 *   right cuts names. Katakana stays in runs, as names do.
 * - Emoji are one token with what is joined to them.
 */
export function tokenizer(language: string): Tokenizer {
  const primary = language.toLowerCase().split('-', 1)[0] ?? '';
  const name = primary === 'vi' ? 'syllables' : UNSPACED.has(primary) ? 'characters' : 'words';
  return { name, split };
}

const SCRIPTS = ['Han', 'Hiragana', 'Thai', 'Lao', 'Khmer', 'Myanmar', 'Tibetan']
  .map((script) => String.raw`\p{Script=${script}}`)
  .join('');
/** A letter of a script without blanks. */
const LONE_LETTER = String.raw`(?=\p{L})[${SCRIPTS}]`;
const HAS_LONE_LETTER = new RegExp(LONE_LETTER, 'u');
/**
 * A piece of a word that has such letters: one of them with its marks, or a run of other letters. Thai and Lao AM are
 * written as letters but belong to the one before them.
 */
const PIECE = new RegExp(
  String.raw`${LONE_LETTER}[\p{M}\u200c\u200d\u00ad\u0e33\u0eb3]*|(?:(?!${LONE_LETTER})[^])+`,
  'gu',
);
/** What begins a token of its own for `splitTokens` and belongs to the mark before it: an emoji's colour, joiner, flag. */
const LEADING_MARKS = /^[\p{M}\u200d]+/u;
const MODIFIER = /^[\u{1f3fb}-\u{1f3ff}\u{e0020}-\u{e007f}\u200d]$/u;
const REGIONAL = /^[\u{1f1e6}-\u{1f1ff}]$/u;
const PICTURE = /\p{Extended_Pictographic}/u;

/** No mark below it is joined to another. */
const ZERO_WIDTH_JOINER = 0x200d;

function split(text: string): TextRange[] {
  const tokens: { start: number; end: number }[] = [];
  let last: { start: number; end: number } | undefined;
  const add = (start: number, end: number): void => {
    last = { start, end };
    tokens.push(last);
  };
  // Whether the last token is a mark, which what follows may be joined to, and whether it is half a flag.
  let mark = false;
  let halfFlag = false;
  const hasLoneLetters = HAS_LONE_LETTER.test(text);
  eachToken(text, (from, end, kind) => {
    const touches = mark && last?.end === from;
    if (kind === 'mark' && text.charCodeAt(from) < ZERO_WIDTH_JOINER) {
      add(from, end);
      halfFlag = false;
      mark = true;
      return;
    }
    if (kind === 'mark') {
      const sign = text.slice(from, end);
      const flag = REGIONAL.test(sign);
      const joined =
        touches &&
        (MODIFIER.test(sign) ||
          (flag && halfFlag) ||
          (PICTURE.test(sign) && text.charAt(from - 1) === '\u200d'));
      if (joined && last) last.end = end;
      else add(from, end);
      halfFlag = flag && !joined;
      mark = true;
      return;
    }
    let start = from;
    if (touches && last) {
      const marks = LEADING_MARKS.exec(text.slice(from, end))?.[0].length ?? 0;
      start += marks;
      last.end += marks;
    }
    halfFlag = false;
    mark = start === end;
    if (mark) return;
    const word = hasLoneLetters && kind === 'word' ? text.slice(start, end) : '';
    if (word === '' || !HAS_LONE_LETTER.test(word)) add(start, end);
    else
      for (const piece of word.matchAll(PIECE))
        add(start + piece.index, start + piece.index + piece[0].length);
  });
  return tokens;
}
