import { overlaps } from '../../text/range.ts';
import { type DatePattern, datePatterns } from './datePatterns.ts';
import { type DateTokens, dateTokens } from './dateTokens.ts';
import type { FoundDate } from './foundDate.ts';
import { relativeDates } from './relativeDates.ts';
import { wordlessDates } from './wordlessDates.ts';

const CLOSE = ')';
/** Directly before or behind a date: it is part of something else, such as a number, an address or a score. */
const BEFORE = /(?:[\p{L}\p{M}\p{N}_@#]|\d[-–/.:,])$/u;
const AFTER = /^(?:[\p{L}\p{M}\p{N}_%]|[-–/.:]\d)/u;

/**
 * Days, months, years and weekdays in a text of a language (BCP 47 primary subtag), the longest at each place, in text
 * order, without overlap. In unknown languages only dates of numbers. Linear in the text.
 */
export function findDates(text: string, language: string): FoundDate[] {
  const found = wordlessDates(text, language) ?? inWords(text, language);
  const all = [...found, ...relativeDates(text, language)].sort(
    (a, b) => a.start - b.start || b.end - a.end || b.score - a.score,
  );
  const dates: FoundDate[] = [];
  for (const date of all) {
    const last = dates.at(-1);
    if (!last || !overlaps(last, date)) dates.push(date);
    else if (date.end - date.start > last.end - last.start) dates[dates.length - 1] = date;
  }
  return dates;
}

function inWords(text: string, language: string): FoundDate[] {
  const tokens = dateTokens(text, language);
  const patterns = datePatterns(language);
  const found: FoundDate[] = [];
  for (let i = 0; i < tokens.places.length; ) {
    if (tokens.codes[2 * i] === 'x') {
      i++;
      continue;
    }
    const best = longestAt(i, text, tokens, patterns);
    if (best) found.push(best.date);
    i = best ? best.next : i + 1;
  }
  return found;
}

/** The longest date that begins with a word, and the word behind it. */
function longestAt(
  i: number,
  text: string,
  { codes, places }: DateTokens,
  patterns: readonly DatePattern[],
): { readonly date: FoundDate; readonly next: number } | undefined {
  let best: { readonly date: FoundDate; readonly next: number } | undefined;
  const code = codes.charAt(2 * i);
  for (const { starts, pattern, score, skip = 0, drop = 0, closes = false } of patterns) {
    if (!starts.includes(code)) continue;
    pattern.lastIndex = 2 * i;
    const match = pattern.exec(codes)?.[0];
    if (match === undefined) continue;
    const next = i + (match.length + 1) / 2 - drop;
    const start = places[i + skip]?.start;
    const last = places[next - 1]?.end;
    if (start === undefined || last === undefined) continue;
    const end = closes ? last + 1 : last;
    if (closes && text[last] !== CLOSE) continue;
    if (BEFORE.test(text.slice(Math.max(0, start - 2), start))) continue;
    if (AFTER.test(text.slice(end, end + 2))) continue;
    if (!best || end > best.date.end) best = { date: { start, end, score }, next };
  }
  return best;
}
