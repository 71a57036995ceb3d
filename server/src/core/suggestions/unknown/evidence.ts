import type { TextRange } from '../../text/range.ts';
import type { CapitalRun } from './capitalRuns.ts';
import type { Cues } from './cues.ts';

/** What the surroundings of a name say of it. */
export interface Clue {
  readonly label: string;
  /** 0–1: how often such a clue is right. */
  readonly weight: number;
  /** The word that says so; empty where the shape does. */
  readonly word: string;
}

/** An unknown name at a place of a paragraph (UTF-16 units), with what speaks for each label. */
export interface NameSighting extends TextRange {
  readonly text: string;
  readonly words: readonly string[];
  readonly clues: readonly Clue[];
  /** Nothing but the start of a sentence may have given it its capital. */
  readonly doubtful: boolean;
}

/** What is asked of words, by their lower case. */
export interface WordKnowledge {
  /** True where the list has about all words of news, so that a word that it lacks is odd. */
  readonly thorough: boolean;
  /** True for words of the language. */
  isWord(word: string): boolean;
  /** True for those that everybody uses. */
  isCommon(word: string): boolean;
  /** True for those that hold sentences together; hardly a first name is among them. */
  isPlain(word: string): boolean;
  /** True for Vietnamese surnames: there every syllable of a name is a word too. */
  isSurname(word: string): boolean;
}

/**
 * How often a clue is right, rounded down, on the articles and sentences of bench/entities/suggestions.mjs. A head
 * outside the name counts less, and so does a preposition before two words.
 */
const WEIGHTS = {
  title: 0.85,
  titleOfOne: 0.7,
  speech: 0.7,
  perhapsSpeech: 0.4,
  head: 0.85,
  nature: 0.75,
  outside: 0.1,
  place: 0.6,
  placeOfTwo: 0.5,
  district: 0.8,
};
const ABBREVIATION = /^\p{Lu}{2,6}$/u;

/** The name in a row of capitalised words, without titles, with what the words beside it say; undefined: none. */
export function sightingOf(
  text: string,
  run: CapitalRun,
  cues: Cues,
  known: WordKnowledge,
): NameSighting | undefined {
  const words = run.words.map(({ start, end }) => text.slice(start, end));
  const folded = words.map((word) => word.toLowerCase());
  const beside = run.before.map((word) => text.slice(word.start, word.end).toLowerCase());
  const title = lastTitle([...beside, ...folded], beside.length, cues);
  let first = Math.max(0, title + 1);
  // `Minister of Information and Culture` is an office.
  if (title >= 0 && cues.linkers.has(folded[first] ?? '')) return undefined;
  const afterTitle =
    title >= 0 ||
    (endsWithPhrase(beside, cues.titles) > 0 && (run.gapBefore === ' ' || run.gapBefore === '. '));
  let startsSentence = run.startsSentence && !afterTitle;
  while (first < words.length && isNoBeginning(folded, first, startsSentence, cues, known)) {
    first++;
    startsSentence = false;
  }
  if (first + 1 < words.length && cues.districts.has(folded[first] ?? '')) first++;
  let end = words.length;
  while (end > first && isNoName(folded[end - 1] ?? '', cues)) end--;
  if (end <= first) return undefined;
  const before = [...beside, ...folded.slice(0, first)];
  const start = first === 0 ? startWithHead(text, run, beside, cues) : (run.words[first]?.start ?? run.start);
  const until = run.words[end - 1]?.end ?? run.end;
  const kept = words.slice(first, end);
  const gaps = {
    gapBefore: first === 0 ? run.gapBefore : ' ',
    gapAfter: end === words.length ? run.gapAfter : '',
  };
  const clues = cluesOf(kept, { before, after: run.after, ...gaps }, afterTitle, cues);
  const isDoubtful = startsSentence && start === run.start;
  return { start, end: until, text: text.slice(start, until), words: kept, clues, doubtful: isDoubtful };
}

/** Where a name begins whose head is written small but for its first letter: `Đại học Southern`. */
function startWithHead(text: string, run: CapitalRun, before: readonly string[], { heads }: Cues): number {
  if (run.gapBefore !== ' ') return run.start;
  for (const { first } of heads) {
    const length = endsWithPhrase(before, first);
    const head = length > 1 ? run.before.at(-length) : undefined;
    const letter = head ? text.charAt(head.start) : '';
    if (head && letter !== letter.toLowerCase()) return head.start;
  }
  return run.start;
}

/** The index of the last word of the run that ends a title and has a name after it; −1 where there is none. */
function lastTitle(all: readonly string[], offset: number, { titles }: Cues): number {
  for (let i = all.length - 2; i >= offset; i--)
    if (endsWithPhrase(all.slice(0, i + 1), titles) > 0) return i - offset;
  return -1;
}

/** How many of the last words, three at most, are one of the phrases; 0 where none is. */
function endsWithPhrase(words: readonly string[], phrases: ReadonlySet<string>): number {
  for (let n = Math.min(3, words.length); n >= 1; n--) if (phrases.has(words.slice(-n).join(' '))) return n;
  return 0;
}

function beginsWithPhrase(words: readonly string[], phrases: ReadonlySet<string>): boolean {
  for (let n = 1; n <= 2 && n < words.length; n++) if (phrases.has(words.slice(0, n).join(' '))) return true;
  return false;
}

function isNoName(word: string, { ordinary, particles, linkers }: Cues): boolean {
  return ordinary.has(word) || particles.has(word) || linkers.has(word);
}

/** Words that begin a sentence, or name days, are no beginning of a name that others follow. */
function isNoBeginning(
  folded: readonly string[],
  i: number,
  startsSentence: boolean,
  cues: Cues,
  known: WordKnowledge,
): boolean {
  const word = folded[i] ?? '';
  if (isNoName(word, cues)) return true;
  if (!startsSentence || folded.length - i < 2) return false;
  const isHead = cues.heads.some((h) => beginsWithPhrase(folded.slice(i), h.first));
  // Of two words the first may well be a first name that is a word too; of more it hardly is.
  const isUsual = folded.length - i === 2 ? known.isPlain(word) : known.isCommon(word);
  return !isHead && isUsual && !known.isSurname(word);
}

interface Surroundings {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly gapBefore: string;
  readonly gapAfter: string;
}

function cluesOf(
  words: readonly string[],
  { before, after, gapBefore, gapAfter }: Surroundings,
  afterTitle: boolean,
  cues: Cues,
): Clue[] {
  const clues: Clue[] = [];
  const folded = words.map((word) => word.toLowerCase());
  const add = (label: string, weight: number, word: string | undefined) =>
    clues.push({ label, weight, word: word ?? '' });
  const several = words.length > 1;
  for (const { label, first, last } of cues.heads) {
    const weight = label === 'ORG' ? WEIGHTS.head : WEIGHTS.nature;
    if (several && beginsWithPhrase(folded, first)) add(label, weight, words[0]);
    else if (several && last.has(folded.at(-1) ?? '')) add(label, weight, words.at(-1));
    else if (gapBefore === ' ' && endsWithPhrase(before, first) > 0)
      add(label, weight - WEIGHTS.outside, before.at(-1));
  }
  const isThing = clues.length > 0;
  const isPerson = !isThing && !isAbbreviation(words);
  if (afterTitle && isPerson) add('PER', several ? WEIGHTS.title : WEIGHTS.titleOfOne, before.at(-1));
  if (isPerson && gapAfter === ' ' && beginsSpeech(after, cues)) add('PER', WEIGHTS.speech, after[0]);
  if (isPerson && gapBefore === ' ' && endsWithPhrase(before, cues.speechBefore) > 0)
    add('PER', gapAfter === ' ' ? WEIGHTS.perhapsSpeech : WEIGHTS.speech, before.at(-1));
  if (gapBefore === ' ' && !afterTitle && !isThing) {
    if (endsWithPhrase(before, cues.districts) > 0) add('GPE', WEIGHTS.district, before.at(-1));
    else if (endsWithPhrase(before, cues.places) > 0 && words.length < 3)
      add('GPE', several ? WEIGHTS.placeOfTwo : WEIGHTS.place, before.at(-1));
  }
  return clues;
}

/** Nobody is called so. */
function isAbbreviation(words: readonly string[]): boolean {
  return words.length === 1 && ABBREVIATION.test(words[0] ?? '');
}

function beginsSpeech(after: readonly string[], { speechAfter }: Cues): boolean {
  return speechAfter.has(after[0] ?? '') || speechAfter.has(after.slice(0, 2).join(' '));
}
