import type { TextRange } from '../../text/range.ts';
import { tokenRows } from '../tokens/sentencesOf.ts';
import { tokensWith } from './tokensWith.ts';

/** A sentence as it is written: its tokens, and the text from the first of them on. */
export interface SentenceRow {
  readonly id?: string;
  /** Its text begins where its first token does. Up to here. */
  readonly end: number;
  readonly tokens: readonly TextRange[];
}

/** A stretch that must be one sentence, and its id. */
export interface NamedSentence extends TextRange {
  readonly id: string;
}

/**
 * The sentences of a text, so cut that a reader who puts them at the places of their first tokens has every character
 * of the text again. `given`: what annotations say that tokens are; `named`: sentences with an id, those that are none
 * being `unnamed`. Between two sentences a reader puts one line end and then blanks: where anything else stands it
 * belongs to the sentence before it, and what stands before the first word to that word.
 */
export function sentenceRows(
  text: string,
  language: string,
  given: readonly TextRange[] = [],
  named: readonly NamedSentence[] = [],
): { readonly rows: readonly SentenceRow[]; readonly unnamed: readonly NamedSentence[] } {
  const split = tokensWith(text, language, given);
  const [first] = split;
  // Blanks before the first token are put there by a reader; for anything else a token of no character begins the text.
  const opens = first === undefined || /[^ ]/.test(text.slice(0, first.start));
  const tokens = opens ? [{ start: 0, end: 0 }, ...split] : split;
  const starts = new Map(tokens.map((t, i) => [t.start, i]));
  const ends = new Map(tokens.map((t, i) => [t.end, i]));
  const begins = new Set([0]);
  let behind = tokens.length - split.length;
  for (const row of tokenRows(text, language, split, [])) {
    behind += row.length;
    begins.add(behind);
  }
  const ids = new Map<number, string>();
  const unnamed: NamedSentence[] = [];
  let covered = 0;
  for (const sentence of [...named].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const [from, to] = [starts.get(sentence.start), ends.get(sentence.end)];
    if (from === undefined || to === undefined || from > to || from < covered) {
      unnamed.push(sentence);
      continue;
    }
    for (let i = from + 1; i <= to; i++) begins.delete(i);
    begins.add(from).add(to + 1);
    covered = to + 1;
    ids.set(from, sentence.id);
  }
  const rows: SentenceRow[] = [];
  const cuts = [...begins].filter((i) => i < tokens.length).sort((a, b) => a - b);
  for (const [i, from] of cuts.entries()) {
    const own = tokens.slice(from, cuts[i + 1] ?? tokens.length);
    const next = tokens[cuts[i + 1] ?? tokens.length]?.start;
    const id = ids.get(from);
    const end = next === undefined ? text.length : next - lengthOfGap(text.slice(own.at(-1)?.end ?? 0, next));
    rows.push({ end, tokens: own, ...(id === undefined ? {} : { id }) });
  }
  return { rows, unnamed };
}

/** How much of the end of what stands between two sentences a reader puts there by itself. */
function lengthOfGap(between: string): number {
  const line = between.lastIndexOf('\n');
  return line >= 0 && /^ *$/.test(between.slice(line + 1)) ? between.length - line : 0;
}
