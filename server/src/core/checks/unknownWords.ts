import type { Paragraph } from '../text/paragraph.ts';
import type { TextRange } from '../text/range.ts';
import { isInAddress } from './addresses.ts';
import type { RuleContext } from './rule.ts';

/** A word in small letters that no list knows; its range is in the paragraph. */
export interface UnknownWord extends TextRange {
  /** NFC. */
  readonly word: string;
}

/** Shorter ones are abbreviations, units and letters that stand for themselves. */
const SHORTEST = 3;
/** Longer ones are runs of many words, or of one letter. */
const LONGEST = 40;
/** Beside a letter, a digit or one of these, a word is a part of something: a code, a tag, a compound, a file's name. */
const JOINER = /[\p{L}\p{M}\p{Nd}@#_/\\&+=*~^'’-]/u;
const NONE: readonly UnknownWord[] = [];

/**
 * The words of a paragraph in small letters that neither the list of the article's language nor the English one knows,
 * nor the corpus, nor the project. None in a language without a thorough list. Names are left out by their capitals.
 */
export function unknownWords(paragraph: Paragraph, context: RuleContext): readonly UnknownWord[] {
  const { language, lexicon } = context;
  const own = lexicon.of(language);
  if (own?.thorough !== true) return NONE;
  return paragraph.memo(`unknown words ${language} ${lexicon.key}`, () => {
    const english = language === 'en' ? undefined : lexicon.of('en');
    const { text, tokens } = paragraph;
    const found: UnknownWord[] = [];
    for (const token of tokens) {
      if (token.kind !== 'word') continue;
      const length = token.end - token.start;
      if (length < SHORTEST || length > LONGEST) continue;
      const code = token.text.charCodeAt(0);
      // Most capitals are told by one look.
      if (code <= UPPER_Z && code >= UPPER_A) continue;
      const small = token.text.toLowerCase();
      if (small !== token.text) continue;
      if (own.commonness(small) > 0) continue;
      // Decomposed letters are rare: composing them waits until the word is not found.
      const word = isAscii(small) ? small : small.normalize('NFC');
      if (word !== small && own.commonness(word) > 0) continue;
      if (english !== undefined && english.commonness(word) > 0) continue;
      if (isJoined(text, token) || isInAddress(text, token.start, token.end)) continue;
      found.push({ start: token.start, end: token.end, word });
    }
    return found.length === 0 ? NONE : found;
  });
}

const UPPER_A = 0x41;
const UPPER_Z = 0x5a;

/** True for words of ASCII letters only. */
export function isAscii(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) > 0x7f) return false;
  return true;
}

function isJoined(text: string, { start, end }: TextRange): boolean {
  if (start > 0 && JOINER.test(text.charAt(start - 1))) return true;
  if (end >= text.length) return false;
  const after = text.charAt(end);
  // A full stop ends a sentence where a blank follows; else it is inside of something.
  if (after === '.' || after === ':') return end + 1 < text.length && JOINER.test(text.charAt(end + 1));
  return JOINER.test(after);
}
