import type { TextRange } from '../../text/range.ts';
import type { Candidate } from '../mention.ts';

/** An abbreviation beside the name that it stands for: `Federal Security Service (FSB)`. UTF-16 units. */
export interface AbbreviationDefinition extends TextRange {
  /** As it is written. */
  readonly abbreviation: string;
  /** The name beside it. */
  readonly name: Candidate;
  /** The name's words, as they are written. */
  readonly written: string;
}

/** More does not stand in brackets behind a name only to abbreviate it. */
const LONGEST_BRACKET = 80;
/** An abbreviation: two to ten capitals and digits with hyphens inside, or one word with a capital (`Polri`). */
const CAPITALS = /^\p{Lu}[\p{Lu}\p{N}]*(?:[-–&/]?\p{Lu}[\p{Lu}\p{N}]*)*$/u;
const LONGEST = 12;
const ONE_WORD = /^\p{Lu}\p{Ll}{2,9}$/u;
const FIRST = /^[\s"'“”‘’«„]*([\p{L}\p{N}][\p{L}\p{N}\-–&/]*)["'“”‘’»]*(?=$|\s*[,;:–—=-]\s)/u;
const LAST = /(?:^|\s)["'“”‘’«„]*([\p{L}\p{N}][\p{L}\p{N}\-–&/]*)["'“”‘’»]*\s*$/u;
const BEFORE = /(?:^|[^\p{L}\p{M}\p{N}\-–&/])["“«„]?([\p{L}\p{N}][\p{L}\p{N}\-–&/]{0,12})["”»]?\s*$/u;

/** The abbreviations that a paragraph explains beside names in it. Linear in the text. */
export function abbreviationsIn(text: string, candidates: readonly Candidate[]): AbbreviationDefinition[] {
  const found: AbbreviationDefinition[] = [];
  for (const name of candidates) {
    const definition = behind(text, name) ?? before(text, name);
    if (definition !== undefined)
      found.push({ ...definition, name, written: text.slice(name.start, name.end) });
  }
  return found;
}

/** `Name (ABC)`, `Name (ABC, founded in 1995)`, `Name (or ABC)`. */
function behind(text: string, name: Candidate): (TextRange & { abbreviation: string }) | undefined {
  let open = name.end;
  while (open < text.length && open - name.end < 3 && /["”»\s]/.test(text.charAt(open))) open++;
  if (!/[(（]/.test(text.charAt(open))) return undefined;
  const inner = text.slice(open + 1, open + 1 + LONGEST_BRACKET);
  const close = inner.search(/[)）]/);
  if (close < 0) return undefined;
  const held = inner.slice(0, close);
  const match = FIRST.exec(held);
  if (match?.[1] !== undefined && looksAbbreviated(match[1]))
    return at(open + 1 + held.indexOf(match[1]), match[1]);
  const last = LAST.exec(held);
  if (last?.[1] === undefined || !CAPITALS.test(last[1]) || last[1].length < 2) return undefined;
  const ahead = held.slice(0, last.index);
  // Only small words such as "or" and "known as" stand before it.
  if (/[\p{Lu}\p{N},;/]/u.test(ahead) || ahead.trim().split(/\s+/).length > 3) return undefined;
  return at(open + 1 + held.lastIndexOf(last[1]), last[1]);
}

/** `ABC (Name)`, `ABC (Name, founded in 1995)`. */
function before(text: string, name: Candidate): (TextRange & { abbreviation: string }) | undefined {
  const head = text.slice(Math.max(0, name.start - 24), name.start);
  const bracket = /[(（]["“«„\s]{0,2}$/.exec(head);
  if (bracket === null || !/^["”»\s]{0,2}[),;）–—]/u.test(text.slice(name.end, name.end + 3)))
    return undefined;
  const ahead = head.slice(0, bracket.index);
  const word = BEFORE.exec(ahead)?.[1];
  if (word === undefined || !CAPITALS.test(word) || word.length < 2 || word.length > LONGEST)
    return undefined;
  return at(name.start - head.length + ahead.lastIndexOf(word), word);
}

function at(start: number, abbreviation: string): TextRange & { abbreviation: string } {
  return { start, end: start + abbreviation.length, abbreviation };
}

function looksAbbreviated(word: string): boolean {
  if (word.length < 2 || word.length > LONGEST) return false;
  return CAPITALS.test(word) || ONE_WORD.test(word);
}

/**
 * True where an abbreviation fits a name by its letters: they are initials of the name's words in order, or letters of it
 * in order that begin with the first word's initial, and are not many more than the words. Letter case and diacritics do
 * not matter.
 */
export function abbreviationFits(abbreviation: string, name: string): boolean {
  const short = lettersOf(abbreviation);
  const words = name
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map(lettersOf)
    .filter((word) => word !== '');
  if (words.length < 2 || short.length < 2) return false;
  const initials = words.map((word) => word.charAt(0)).join('');
  if (isWithin(short, initials)) return true;
  return (
    short.charAt(0) === initials.charAt(0) &&
    short.length <= 2 * words.length + 1 &&
    isWithin(short, words.join(''))
  );
}

/** True for abbreviations all of capitals. */
export function isAllCapitals(abbreviation: string): boolean {
  return CAPITALS.test(abbreviation);
}

function isWithin(short: string, long: string): boolean {
  let i = 0;
  for (const letter of long) if (letter === short.charAt(i)) i++;
  return i >= short.length;
}

function lettersOf(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}
