import { type Abbreviations, abbreviationsOf } from './abbreviations.ts';
import type { TextRange } from './range.ts';

/** Languages that mark no end of a sentence in running text: only a dictionary of their words can find one. */
const UNMARKED: ReadonlySet<string> = new Set(['th', 'lo', 'km', 'my']);
/** `Intl.Segmenter` over one long string is quadratic on older engines. */
const MOST_AT_ONCE = 5_000;

/** Marks that end a sentence where a blank follows, and marks that end it anywhere. */
const MARKS = /[.!?…؟۔։።]+|[。！？｡।॥]+/g;
const MARK = /[.!?…؟۔։።。！？｡।॥]/;
const WIDE_MARKS = '。！？｡।॥';
const CLOSERS = new Set('"\'”’“»)]}›」』】）］》〉*');
const OPENERS = new Set('"\'“‘”«‹([{„‚¿¡–—-•「『（《<*');
/** What stands before the first letter of a word. */
const WORD_OPENERS = '"\'“‘«([{„‚';
/** Longest abbreviation that is looked up, in units. */
const LONGEST_ABBREVIATION = 12;

/**
 * The sentences of a paragraph by the rules of a language (BCP 47 primary subtag, `und` where unknown): ranges in
 * UTF-16 units, in order, without the blanks between them, and together all of the text that is not blank. Never
 * throws, and is linear in the text. Pass a paragraph, never an article.
 *
 * A sentence ends after its marks and the quotes and brackets that close with them. A full stop does not end it
 * after an abbreviation or an initial, inside a number or a list's number, and no Western mark does where the text
 * goes on in lower case. Chinese, Japanese and Hindi marks need no blank after them. Thai, Lao, Khmer and Burmese are
 * left to `Intl.Segmenter`.
 */
export function splitSentences(paragraph: string, language: string): TextRange[] {
  const cuts = UNMARKED.has(language)
    ? segmenterCuts(paragraph, language)
    : markCuts(paragraph, abbreviationsOf(language));
  const sentences: TextRange[] = [];
  let from = 0;
  for (let next = 0; next <= cuts.length; next++) {
    const cut = cuts[next] ?? paragraph.length;
    const start = firstFilled(paragraph, from, cut);
    if (start < cut) sentences.push({ start, end: lastFilled(paragraph, start, cut) });
    from = cut;
  }
  return sentences;
}

/** The first place of a stretch that is not blank; its end where all is. */
function firstFilled(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isBlank(text, at)) at++;
  return at;
}

/** The end of a stretch without its last blanks. */
function lastFilled(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && isBlank(text, end - 1)) end--;
  return end;
}

function isBlank(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 0x20 || ((unit < 0x21 || unit > 0x7e) && /\s/.test(text.charAt(at)));
}

/** Where sentences end by their marks, ascending. */
function markCuts(text: string, abbreviations: Abbreviations): number[] {
  const cuts: number[] = [];
  let sentenceStart = 0;
  const marks = new RegExp(MARKS);
  for (let mark = text.search(MARK); mark >= 0; ) {
    marks.lastIndex = mark;
    const match = marks.exec(text);
    if (match === null) break;
    mark = match.index;
    const markEnd = marks.lastIndex;
    let end = markEnd;
    while (end < text.length && CLOSERS.has(text.charAt(end))) end++;
    const wide = WIDE_MARKS.includes(text.charAt(mark));
    const ends = wide
      ? !goesOnAfterQuote(text, markEnd, end)
      : endsHere(text, sentenceStart, mark, markEnd, end, abbreviations);
    mark = markEnd;
    if (!ends) continue;
    if (!wide) end = withSpacedQuote(text, end);
    cuts.push(end);
    sentenceStart = end;
    mark = end;
  }
  return cuts;
}

/** Japanese: 「…。」と言った goes on after the closing bracket. */
function goesOnAfterQuote(text: string, markEnd: number, end: number): boolean {
  return end > markEnd && /^[\u3041-\u3096]/.test(text.charAt(end));
}

/** French sets a blank before the closing quote. */
function withSpacedQuote(text: string, end: number): number {
  const quote = /^[\u0020\u00a0\u202f]»(?=\s|$)/.exec(text.slice(end, end + 3));
  return quote ? end + 2 : end;
}

function endsHere(
  text: string,
  sentenceStart: number,
  mark: number,
  markEnd: number,
  end: number,
  abbreviations: Abbreviations,
): boolean {
  if (end === text.length) return true;
  if (!isBlank(text, end)) return false;
  const next = nextLetter(text, end);
  const first = next.charCodeAt(0);
  if (isSmallAscii(first) || (first > 0x7f && /^\p{Ll}/u.test(next))) return false;
  const isFullStop = text.charAt(mark) === '.' && markEnd === mark + 1 && end === markEnd;
  return !isFullStop || !belongsToWord(text, sentenceStart, mark, next, abbreviations);
}

/** The first character after blanks and opening quotes or dashes, which are few. */
function nextLetter(text: string, from: number): string {
  let at = from;
  while (at < text.length && isBlank(text, at)) at++;
  const limit = at + 6;
  while (at < limit && (OPENERS.has(text.charAt(at)) || text.charAt(at) === ' ')) at++;
  return text.slice(at, at + 2);
}

/** True where a full stop marks an abbreviation, an initial, an ordinal or a list's number. */
function belongsToWord(
  text: string,
  sentenceStart: number,
  mark: number,
  next: string,
  abbreviations: Abbreviations,
): boolean {
  const least = Math.max(sentenceStart, mark - LONGEST_ABBREVIATION);
  let start = mark;
  while (start > least && !isBlank(text, start - 1) && !WORD_OPENERS.includes(text.charAt(start - 1)))
    start--;
  const word = text.slice(start, mark);
  // Most words end here: neither an initial nor a number, and no abbreviation of the language.
  if (word.length > 1 && isSmallAscii(word.charCodeAt(word.length - 1)))
    return isAbbreviation(word, next, abbreviations);
  if (/^\d{1,3}$/.test(word) || /^\p{L}$/u.test(word)) {
    const isFirst = text.slice(sentenceStart, mark).trim() === word;
    if (isFirst) return true;
  }
  if (/^\d{1,2}$/.test(word) && abbreviations.ordinals) return /^\p{Lu}/u.test(next);
  if (/(?:^|[.-])\p{Lu}$/u.test(word)) return true;
  return isAbbreviation(word, next, abbreviations);
}

function isAbbreviation(word: string, next: string, { always, beforeNumber }: Abbreviations): boolean {
  const lower = word.toLowerCase();
  return always.has(lower) || (beforeNumber.has(lower) && /^\p{Nd}/u.test(next));
}

function isSmallAscii(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}

/** Where `Intl.Segmenter` ends sentences, asked for a few thousand units at a time. */
function segmenterCuts(text: string, language: string): number[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  const cuts: number[] = [];
  let from = 0;
  while (from < text.length) {
    const to = from + MOST_AT_ONCE >= text.length ? text.length : partEnd(text, from);
    for (const segment of segmenter.segment(text.slice(from, to)))
      cuts.push(from + segment.index + segment.segment.length);
    from = to;
  }
  return cuts;
}

/** Where the part that starts at `from` can end: after a blank, else not inside a character. */
function partEnd(text: string, from: number): number {
  const last = from + MOST_AT_ONCE;
  for (let end = last; end > from; end--) if (/\s/.test(text.charAt(end - 1))) return end;
  return /[\udc00-\udfff]/.test(text.charAt(last)) ? last - 1 : last;
}
