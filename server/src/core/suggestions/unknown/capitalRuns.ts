import { letterCaseOf } from '../../entities/letterCase.ts';
import { type ScannedWord, scanWord, standsAlone } from '../../entities/wordScan.ts';
import type { TextRange } from '../../text/range.ts';
import type { Cues } from './cues.ts';

/** Capitalised words in a row; UTF-16 units of the paragraph. */
export interface CapitalRun extends TextRange {
  readonly words: readonly TextRange[];
  /** Its first word would have a capital anyway. */
  readonly startsSentence: boolean;
  /** The words right before it in the same sentence, nearest last; at most three. */
  readonly before: readonly TextRange[];
  /** Those right after it, in lower case. */
  readonly after: readonly string[];
  /** Marks between it and the word before, and the word after. */
  readonly gapBefore: string;
  readonly gapAfter: string;
}

/** So many words on either side tell what a name is. */
const NEIGHBOURS = 3;
/** More capitalised words in a row are a headline inside a line. */
const LONGEST_RUN = 8;
/** Fewer words are no sentence, but a heading or the name of a section. */
const FEWEST_WORDS = 4;
const ENDS_AS_SENTENCE = /[.!?…]["'”’»)]*$/u;
const INITIAL = /^\p{Lu}\p{M}*$/u;
const SHORTENED = new Set(['st', 'dr', 'mr', 'mrs', 'ms', 'prof', 'jr', 'sr', 'ir', 'drs', 'h', 'hj', 'kh']);

/**
 * The capitalised words of a paragraph, in rows, where its sentences use capitals for names: not in headlines. Small
 * words such as `bin` stand inside a row. Words of `taken`, known names, end it.
 */
export function capitalRuns(
  text: string,
  sentences: readonly TextRange[],
  taken: readonly TextRange[],
  cues: Cues,
): CapitalRun[] {
  return sentences.flatMap((sentence) => {
    const piece = text.slice(sentence.start, sentence.end);
    if (letterCaseOf(piece) !== 'sentence') return [];
    const words = wordsOf(text, sentence);
    if (words.length < FEWEST_WORDS) return [];
    if (!ENDS_AS_SENTENCE.test(piece) && isMostlyCapitals(text, words)) return [];
    return runsOf(text, sentence, words, taken, cues);
  });
}

function wordsOf(text: string, { start, end }: TextRange): TextRange[] {
  const words: TextRange[] = [];
  const word: ScannedWord = { start: 0, end: 0, hash: 0, opaque: false };
  for (let from = start; scanWord(text, from, word) && word.start < end; from = word.end)
    if (!standsAlone(text.charCodeAt(word.start))) words.push({ start: word.start, end: word.end });
  return words;
}

/** A line in which most long words have capitals tells nothing by them, even if some are small. */
function isMostlyCapitals(text: string, words: readonly TextRange[]): boolean {
  const long = words.filter(({ start, end }) => end - start > 3);
  return long.length > 3 && long.filter(({ start }) => isCapital(text, start)).length > 0.7 * long.length;
}

function isCapital(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0x80) return unit >= 65 && unit <= 90;
  const letter = String.fromCodePoint(text.codePointAt(at) ?? 32);
  return letter !== letter.toLowerCase() && letter === letter.toUpperCase();
}

function runsOf(
  text: string,
  sentence: TextRange,
  words: readonly TextRange[],
  taken: readonly TextRange[],
  cues: Cues,
): CapitalRun[] {
  const runs: CapitalRun[] = [];
  for (let i = 0; i < words.length; ) {
    const whole = lastOfRun(text, words, i, [], cues);
    // The name of an organisation may hold one that is known: `South China Morning Post`.
    const end = words[whole]?.end;
    const isKnown = taken.some((t) => t.end === end);
    const isOne = whole > i && !isKnown && isHeaded(text, words.slice(i, whole + 1), cues);
    const last = isOne ? whole : lastOfRun(text, words, i, taken, cues);
    const run = last < i ? undefined : runAt(text, sentence, words, i, last);
    if (run) runs.push(run);
    i = Math.max(i, last) + 1;
  }
  return runs;
}

/** The last word of the row that begins with word `i`; less than `i` where none does. */
function lastOfRun(
  text: string,
  words: readonly TextRange[],
  i: number,
  taken: readonly TextRange[],
  { heads, linkers, particles }: Cues,
): number {
  const may = (at: number) => {
    const word = words[at];
    return (
      word !== undefined &&
      isCapital(text, word.start) &&
      !taken.some((t) => t.start < word.end && word.start < t.end)
    );
  };
  if (!may(i)) return -1;
  const first = lowerAt(text, words[i]);
  const isHead = heads.some((h) => [...h.first].some((phrase) => phrase.split(' ')[0] === first));
  let last = i;
  for (let next = i + 1; next < words.length && next - i < LONGEST_RUN; next++) {
    if (!joins(text, words[next - 1], words[next])) break;
    if (may(next)) last = next;
    else if (next - i > 1 && text.charAt((words[next]?.start ?? 0) - 1) === '-') last = next;
    else {
      const small = lowerAt(text, words[next]);
      const isInside = particles.has(small) || (isHead && linkers.has(small));
      if (!isInside || !isBlank(text, words[next - 1], words[next])) break;
    }
  }
  return last;
}

/** True where words begin or end as the names of organisations and places do. */
function isHeaded(text: string, words: readonly TextRange[], { heads }: Cues): boolean {
  const folded = words.map((word) => lowerAt(text, word));
  const [first = '', second = ''] = folded;
  return heads.some(
    (h) => h.first.has(first) || h.first.has(`${first} ${second}`) || h.last.has(folded.at(-1) ?? ''),
  );
}

function lowerAt(text: string, word: TextRange | undefined): string {
  return word ? text.slice(word.start, word.end).toLowerCase() : '';
}

function runAt(
  text: string,
  sentence: TextRange,
  words: readonly TextRange[],
  i: number,
  last: number,
): CapitalRun | undefined {
  const [first, end] = [words[i], words[last]];
  if (!first || !end) return undefined;
  return {
    start: first.start,
    end: end.end,
    words: words.slice(i, last + 1),
    startsSentence: i === 0 || beginsQuote(text, words[i - 1], first, sentence),
    before: words.slice(Math.max(0, i - NEIGHBOURS), i),
    after: words.slice(last + 1, last + 1 + NEIGHBOURS).map((word) => lowerAt(text, word)),
    gapBefore: text.slice(words[i - 1]?.end ?? sentence.start, first.start),
    gapAfter: text.slice(end.end, words[last + 1]?.start ?? sentence.end),
  };
}

/** Words that one name may have: a blank, a hyphen or an apostrophe between them; a full stop after an initial. */
function joins(text: string, word: TextRange | undefined, next: TextRange | undefined): boolean {
  if (!word || !next) return false;
  const gap = text.slice(word.end, next.start);
  if (gap === ' ' || gap === '-' || gap === '’' || gap === "'" || gap === '\u00a0') return true;
  const before = text.slice(word.start, word.end);
  return (gap === '. ' || gap === '.') && (INITIAL.test(before) || SHORTENED.has(before.toLowerCase()));
}

function isBlank(text: string, word: TextRange | undefined, next: TextRange | undefined): boolean {
  return word !== undefined && next !== undefined && text.slice(word.end, next.start) === ' ';
}

/** After an opening quotation mark, or a colon, a sentence begins. */
function beginsQuote(
  text: string,
  before: TextRange | undefined,
  word: TextRange,
  sentence: TextRange,
): boolean {
  const gap = text.slice(before?.end ?? sentence.start, word.start);
  return /["“«‘:;•!?]\s*$/u.test(gap) || /\.\s/.test(gap);
}
