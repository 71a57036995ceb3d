import type { Gazetteer } from '../gazetteer.ts';
import type { LetterCase } from '../letterCase.ts';
import type { Candidate } from '../mention.ts';
import { searchedText } from '../searchedText.ts';
import { standsAlone } from '../wordScan.ts';
import { type AbbreviationDefinition, abbreviationsIn } from './definitions.ts';
import { inflectedNames } from './inflected.ts';
import { inflects } from './inflections.ts';
import { type OpenWord, openWords } from './openWords.ts';
import { prefixedNames } from './prefixed.ts';

/**
 * What a paragraph says of names by itself, so that it is searched again only when it is changed itself. UTF-16 units
 * of the paragraph.
 */
export interface ParagraphNames {
  /** Names in it, as listed or inflected, without overlap, in text order. */
  readonly candidates: readonly Candidate[];
  /** By candidate that counts with evidence only: the names inside it, which count without. */
  readonly inside: ReadonlyMap<Candidate, readonly Candidate[]>;
  /** Words that may be surnames or abbreviations. */
  readonly words: readonly OpenWord[];
  /** How it is written; judged when first asked for. */
  letterCase(): LetterCase;
  /** Abbreviations that it explains. */
  readonly abbreviations: readonly AbbreviationDefinition[];
}

/** A paragraph of an article with what it says of names by itself. */
export interface NamedParagraph extends ParagraphNames {
  readonly text: string;
  /** Where it starts in the article, UTF-16 units. */
  readonly start: number;
  /** True where it is the line directly below the paragraph before it, so that a name may be broken between them. */
  readonly follows?: boolean;
}

/** Below this score a name counts only where the article has named the entity before. */
export const SURE_ENOUGH = 0.5;
/** What stands around a doubtful name, as far as the names inside it ask for it. */
const AROUND = 60;

/** Finds the names of a paragraph, and what may be names in an article that has others. Linear in the text. */
export function namesInParagraph(gazetteer: Gazetteer, text: string, language: string): ParagraphNames {
  const listed = gazetteer.candidates(text, language);
  const words = openWords(text, language);
  const inflected = inflects(language)
    ? inflectedNames(gazetteer, text, language, words, listed)
    : prefixedNames(gazetteer, text, language, words);
  const candidates = inflected.length === 0 ? listed : joined(listed, inflected);
  const inside = new Map<Candidate, readonly Candidate[]>();
  for (const candidate of candidates) {
    if (isDoubtful(candidate)) inside.set(candidate, namesInside(gazetteer, text, language, candidate));
  }
  return {
    candidates,
    inside,
    words: outside(words, candidates, inside, text),
    letterCase: searchedText(text, language).letterCase,
    abbreviations: abbreviationsIn(text, candidates),
  };
}

/** True where only evidence makes a name of it. */
export function isDoubtful({ readings }: Candidate): boolean {
  return readings.every(({ score }) => score < SURE_ENOUGH);
}

/** The names within a doubtful one, behind its first word. */
function namesInside(
  gazetteer: Gazetteer,
  text: string,
  language: string,
  { start, end }: Candidate,
): readonly Candidate[] {
  const from = Math.max(0, start - AROUND);
  const first = /^[\p{L}\p{M}\p{N}]+/u.exec(text.slice(start, end))?.[0] ?? '';
  const masked =
    text.slice(from, start) + 'x'.repeat(first.length) + text.slice(start + first.length, end + AROUND);
  return gazetteer
    .candidates(masked, language)
    .map((found) => ({ ...found, start: found.start + from, end: found.end + from }))
    .filter((found) => found.start > start && found.end <= end && !isDoubtful(found));
}

/** Both in text order, without the listed ones that an inflected one covers. */
function joined(listed: readonly Candidate[], inflected: readonly Candidate[]): Candidate[] {
  const kept = listed.filter(
    ({ start, end }) => !inflected.some((one) => one.start < end && one.end > start),
  );
  return [...kept, ...inflected].sort((a, b) => a.start - b.start);
}

/** Words that no sure name touches; in scripts without blanks, what names leave of a run. */
function outside(
  words: readonly OpenWord[],
  candidates: readonly Candidate[],
  inside: ReadonlyMap<Candidate, readonly Candidate[]>,
  text: string,
): readonly OpenWord[] {
  const sure = inside.size === 0 ? candidates : candidates.filter((candidate) => !inside.has(candidate));
  const free: OpenWord[] = [];
  let next = 0;
  for (const word of words) {
    while ((sure[next]?.end ?? Number.POSITIVE_INFINITY) <= word.start) next++;
    let start = word.start;
    let i = next;
    for (let name = sure[i]; name !== undefined && name.start < word.end; name = sure[++i]) {
      if (name.start > start && isRun(text.charCodeAt(start))) free.push({ ...word, start, end: name.start });
      start = Math.max(start, name.end);
    }
    if (i === next) free.push(word);
    else if (start < word.end && isRun(text.charCodeAt(start))) free.push({ ...word, start });
  }
  return free;
}

/** True for scripts that write no blank between words. */
function isRun(unit: number): boolean {
  return standsAlone(unit) && !(unit >= 0xac00 && unit <= 0xd7a3);
}
