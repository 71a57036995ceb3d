import { type Message, msg } from '../../../message.ts';
import type { LanguageWords } from '../../../text/lexicon/lexicon.ts';
import type { Paragraph } from '../../../text/paragraph.ts';
import type { Token } from '../../../text/tokens.ts';
import { hasVietnameseMark, isSyllable } from '../../../text/vietnamese/syllable.ts';
import type { RuleContext } from '../../rule.ts';
import { openEndsOf, seldomEndsOf } from './openEnds.ts';

/** Fewer letters are an abbreviation or a sign. */
const SHORTEST_WORD = 2;
/** No heading has so many words. */
const LONG_LINE = 12;
/** Of a derived word. */
const LONGEST_PREFIX = 6;
const SHORTEST_STEM = 4;
/** So many articles of the corpus make a word known. */
const KNOWN_IN_ARTICLES = 2;

/**
 * What shows in a line itself, which has no full stop, that its end is lost: a word that no sentence ends with, a
 * bracket or quote that nothing closes, a comma, or a piece of a word. Undefined where nothing shows.
 */
export function brokenEnd(paragraph: Paragraph, context: RuleContext): Message | undefined {
  const key = `broken end ${context.language} ${context.lexicon.key} ${context.corpus.key}`;
  return paragraph.memo(key, () => {
    const { tokens } = paragraph;
    const last = tokens.at(-1);
    if (last === undefined) return undefined;
    if (last.kind === 'mark') {
      return /^[,،、-]$/.test(last.text)
        ? msg('It ends with “{0}”, and text follows.', last.text)
        : undefined;
    }
    const open = openMark(tokens);
    if (open !== undefined) return msg('Nothing closes the “{0}”, and no full stop ends the line.', open);
    if (last.kind === 'word') {
      const word = last.text.toLowerCase().replace('’', "'");
      const isOpen =
        openEndsOf(context.language).has(word) ||
        (isLong(tokens) && seldomEndsOf(context.language).has(word));
      if (isOpen && !isCapitals(last.text))
        return msg('No sentence ends with “{0}”, and no full stop ends the line.', last.text);
      if (isPiece(last, tokens, context))
        return msg('“{0}” is no word, and no full stop ends the line.', last.text);
    }
    return undefined;
  });
}

function isLong(tokens: readonly Token[]): boolean {
  let words = 0;
  for (const { kind } of tokens) if (kind === 'word' && ++words === LONG_LINE) return true;
  return false;
}

/** The bracket or quote that stays open; straight quotes by their number. */
function openMark(tokens: readonly Token[]): string | undefined {
  let bracket = 0;
  let quote = 0;
  let straight = 0;
  let opener = '“';
  for (const { kind, text } of tokens) {
    if (kind !== 'mark') continue;
    if (text === '(') bracket++;
    else if (text === ')') bracket = Math.max(0, bracket - 1);
    else if (text === '“' || text === '«' || text === '„') {
      // A German quote is closed by the mark that opens an English one.
      if (text === '“' && opener === '„' && quote > 0) quote--;
      else {
        quote++;
        opener = text;
      }
    } else if (text === '”' || text === '»') quote = Math.max(0, quote - 1);
    else if (text === '"') straight++;
  }
  if (bracket > 0) return '(';
  // Quotes of two kinds may close each other.
  if (quote > 0 && straight === 0) return opener;
  return straight % 2 === 1 && quote === 0 ? '"' : undefined;
}

/** A word in small letters that nobody knows: no syllable, or in no list, in no other article and only here. */
function isPiece({ text }: Token, tokens: readonly Token[], context: RuleContext): boolean {
  if (text.length < SHORTEST_WORD || !/^\p{Ll}+$/u.test(text) || context.accepts(text)) return false;
  const word = text.normalize('NFC');
  const { language } = context;
  if (context.corpus.articlesWithWord(language, word) >= KNOWN_IN_ARTICLES) return false;
  const words = context.lexicon.of(language);
  if (language === 'vi' && hasVietnameseMark(word)) return !isSyllable(word);
  if (words?.thorough !== true || words.commonness(word) > 0 || isDerived(word, words)) return false;
  return tokens.filter((token) => token.text.toLowerCase() === word).length === 1;
}

/** A known word behind a prefix (`reinjected`) or another word. */
function isDerived(word: string, words: LanguageWords): boolean {
  for (let at = 2; at <= LONGEST_PREFIX && word.length - at >= SHORTEST_STEM; at++)
    if (words.commonness(word.slice(at)) > 0) return true;
  return false;
}

function isCapitals(text: string): boolean {
  return text.length > 1 && text === text.toUpperCase() && text !== text.toLowerCase();
}
