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
  speechOfOne: 0.55,
  perhapsSpeech: 0.4,
  head: 0.85,
  nature: 0.75,
  group: 0.75,
  outside: 0.1,
  place: 0.6,
  placeOfTwo: 0.5,
  district: 0.8,
};
/** What stands before the last part of a web address. */
const ADDRESS = /[\p{L}\p{N}][.@/]$/u;
/** `ISIS` of `ISIS-K` and `Sayed` of `Gozar-e-Sayed` are parts of a word. */
const HYPHEN_BEFORE = /-\p{Ll}{1,2}-$/u;
const HYPHEN_AFTER = /^-\p{Lu}/u;
const ABBREVIATION = /^\p{Lu}{2,6}$/u;

/** The name in a row of capitalised words, without titles, with what the words beside it say; undefined: none. */
export function sightingOf(
  text: string,
  run: CapitalRun,
  cues: Cues,
  known: WordKnowledge,
): NameSighting | undefined {
  if (HYPHEN_BEFORE.test(text.slice(0, run.start)) || HYPHEN_AFTER.test(text.slice(run.end)))
    return undefined;
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
  // `Menteri Pendidikan Tinggi Budi`
  const office = first;
  while (title >= 0 && first + 1 < words.length && cues.portfolios.has(folded[first] ?? '')) first++;
  let startsSentence = run.startsSentence && !afterTitle;
  while (first < words.length && isNoBeginning(folded, first, startsSentence, cues, known)) {
    first++;
    startsSentence = false;
  }
  if (first + 1 < words.length && [cues.districts, cues.kinds].some((set) => set.has(folded[first] ?? '')))
    first++;
  let end = words.length;
  while (end > first && isNoName(folded[end - 1] ?? '', cues)) end--;
  if (end <= first) return undefined;
  const before = [...beside, ...folded.slice(0, first)];
  const start = first === 0 ? startWithHead(text, run, beside, cues) : (run.words[first]?.start ?? run.start);
  const until = run.words[end - 1]?.end ?? run.end;
  if (HYPHEN_AFTER.test(text.slice(until))) return undefined;
  const kept = words.slice(first, end);
  // `Y` of `Bộ trưởng Y tế`
  if (kept.join('').length === 1) return undefined;
  if (end - first === 1 && (isKind(folded[first] ?? '', cues) || ADDRESS.test(text.slice(0, run.start))))
    return undefined;
  const gaps = {
    gapBefore: first === 0 ? run.gapBefore : ' ',
    gapAfter: end === words.length ? run.gapAfter : '',
  };
  // `Menteri Pendidikan Taliban`: a single word behind a portfolio may be the government just as well.
  const isBearer = afterTitle && (first === office || kept.length > 1);
  const clues = cluesOf(kept, { before, after: run.after, ...gaps }, isBearer, cues);
  const isDoubtful = startsSentence && start === run.start;
  return { start, end: until, text: text.slice(start, until), words: kept, clues, doubtful: isDoubtful };
}

/** `Kedutaan` of `Kedutaan Rusia` says what is named, and names nothing. */
function isKind(word: string, { heads, districts }: Cues): boolean {
  return districts.has(word) || heads.some(({ first, last }) => first.has(word) || last.has(word));
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
    else if (gapBefore === ' ' && isBehind(before, first, cues))
      add(label, weight - WEIGHTS.outside, before.at(-1));
  }
  const isThing = clues.length > 0;
  // `juru bicara Taliban`, `phiến quân Taliban`
  const isGroup = !isThing && !several && gapBefore === ' ' && endsWithPhrase(before, cues.groups) > 0;
  if (isGroup) add('ORG', WEIGHTS.group, before.at(-1));
  const isPerson = !isThing && !isGroup && !isAbbreviation(words);
  if (afterTitle && isPerson) add('PER', several ? WEIGHTS.title : WEIGHTS.titleOfOne, before.at(-1));
  if (isPerson && gapAfter === ' ' && beginsSpeech(after, cues))
    add('PER', several ? WEIGHTS.speech : WEIGHTS.speechOfOne, after[0]);
  if (isPerson && gapBefore === ' ' && endsWithPhrase(before, cues.speechBefore) > 0)
    add('PER', gapAfter === ' ' ? WEIGHTS.perhapsSpeech : WEIGHTS.speech, before.at(-1));
  if (gapBefore === ' ' && !afterTitle && !isThing && !isGroup) {
    if (endsWithPhrase(before, cues.districts) > 0) add('GPE', WEIGHTS.district, before.at(-1));
    else if (endsWithPhrase(before, cues.places) > 0 && words.length < 3)
      add('GPE', several ? WEIGHTS.placeOfTwo : WEIGHTS.place, before.at(-1));
  }
  return clues;
}

/** `phố Huế` is a street, `thành phố Huế` is none: of two kinds the longer is meant; and `bandara Kabul` says little. */
function isBehind(before: readonly string[], first: ReadonlySet<string>, cues: Cues): boolean {
  const length = endsWithPhrase(before, first);
  return (
    length > 0 &&
    endsWithPhrase(before, cues.districts) <= length &&
    endsWithPhrase(before, cues.ofTowns) === 0
  );
}

/** Nobody is called so. */
function isAbbreviation(words: readonly string[]): boolean {
  return words.length === 1 && ABBREVIATION.test(words[0] ?? '');
}

function beginsSpeech(after: readonly string[], { speechAfter }: Cues): boolean {
  return speechAfter.has(after[0] ?? '') || speechAfter.has(after.slice(0, 2).join(' '));
}
