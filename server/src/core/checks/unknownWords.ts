import { type LanguageWords, wordBookOf } from '../text/lexicon/lexicon.ts';
import { NO_WORD } from '../text/lexicon/wordBook.ts';
import type { Paragraph } from '../text/paragraph.ts';
import type { TextRange } from '../text/range.ts';
import { bareVietnamese } from '../text/vietnamese/bare.ts';
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
  const book = wordBookOf(lexicon, language);
  return paragraph.memo(book.key('unknown words'), () => {
    const english = language === 'en' ? undefined : lexicon.of('en');
    const { text, tokens } = paragraph;
    const numbers = book.numbersOf(tokens);
    const unknown = book.verdicts('unknown words', (word) => (isUnknown(word, own, english) ? 1 : 0));
    let found: UnknownWord[] | undefined;
    for (let i = 0; i < numbers.length; i++) {
      const token = tokens[i];
      if (unknown.of(numbers[i] ?? NO_WORD, token) === 0 || token === undefined) continue;
      const { start, end } = token;
      if (isJoined(text, token) || isInAddress(text, start, end)) continue;
      const word = isAscii(token.text) ? token.text : token.text.normalize('NFC');
      found ??= [];
      found.push({ start, end, word });
    }
    // A line that lost all its accents is one finding of a rule of its own, not one for each word.
    if (found !== undefined && language === 'vi' && bareVietnamese(tokens, book) !== undefined) return NONE;
    return found ?? NONE;
  });
}

/** True for a word in small letters, neither too short nor too long, that is in none of the lists. */
function isUnknown(text: string, own: LanguageWords, english: LanguageWords | undefined): boolean {
  if (text.length < SHORTEST || text.length > LONGEST || text.toLowerCase() !== text) return false;
  if (own.commonness(text) > 0) return false;
  // Decomposed letters are rare: composing them waits until the word is not found.
  const word = isAscii(text) ? text : text.normalize('NFC');
  if (word !== text && own.commonness(word) > 0) return false;
  return english === undefined || english.commonness(word) === 0;
}

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
