import { isWordUnit } from './wordScan.ts';

/** A longer word than this is nobody's neighbour; keeps every look to the side short. */
const FAR = 40;
const OPENING = /["'“‘«„([{\-–—•*]/;
const SENTENCE_END = /[.!?…:\n\r]/;

/** The word before `start` where only blanks stand between; '' where there is none. */
export function wordBefore(text: string, start: number): string {
  let end = start;
  while (end > 0 && start - end < FAR && isBlank(text.charCodeAt(end - 1))) end--;
  if (end === start) return '';
  let from = end;
  while (from > 0 && end - from < FAR && isWordUnit(text, from - 1)) from--;
  return text.slice(from, end);
}

/** The word after `end` where only blanks stand between; '' where there is none. */
export function wordAfter(text: string, end: number): string {
  let from = end;
  while (from < text.length && from - end < FAR && isBlank(text.charCodeAt(from))) from++;
  if (from === end) return '';
  let to = from;
  while (to < text.length && to - from < FAR && isWordUnit(text, to)) to++;
  return text.slice(from, to);
}

/**
 * True where a sentence, a quotation or a line begins at `start`, so that a capital there says nothing: only blanks
 * and opening marks stand between it and the end of a sentence, or the start of the text.
 */
export function startsSentence(text: string, start: number): boolean {
  let quoted = false;
  for (let i = start - 1; i >= 0 && start - i < FAR; i--) {
    const unit = text.charAt(i);
    if (isBlank(text.charCodeAt(i))) continue;
    if (SENTENCE_END.test(unit)) return true;
    if (!OPENING.test(unit)) return quoted && unit === ',';
    if (unit !== '-' && unit !== '–' && unit !== '(' && unit !== "'") quoted = true;
  }
  return true;
}

/** True where the word begins with a capital letter. */
export function isCapitalised(word: string): boolean {
  const first = word.charAt(0);
  return first !== '' && first !== first.toLowerCase();
}

function isBlank(unit: number): boolean {
  return unit === 32 || unit === 9 || unit === 0xa0 || unit === 0x202f;
}
