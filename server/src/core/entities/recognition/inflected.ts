import type { TextRange } from '../../text/range.ts';
import type { Entity } from '../entity.ts';
import { foldName } from '../fold.ts';
import type { Gazetteer } from '../gazetteer.ts';
import type { Candidate, Reading } from '../mention.ts';
import { countLetters, isAbbreviation, LONGEST_NAME } from '../nameForm.ts';
import { isNoNamePhrase } from '../nameForms.ts';
import { wordAfter, wordBefore } from '../neighbours.ts';
import { ORDINARY_NAMES } from '../ordinaryNames.ts';
import { insideAddress } from '../webAddress.ts';
import type { OpenWord } from './openWords.ts';

/** An inflected name of this many words is tried, with so many guesses at most. */
const MOST_WORDS = 3;
const MOST_GUESSES = 120;
/** Shorter names are too like words. */
const FEWEST_LETTERS = 4;
/** How much less an inflected name is believed: its own language's, another's, and one that only a clitic hides. */
const OWN = 0.9;
const OTHER = 0.75;
const CLITIC = 0.95;
const NAME_GAP = /^(?:[\p{Zs}\t]|[\p{Zs}\t]?\n[\p{Zs}\t]?|-)$/u;

/** A guess of what stretch of the text is which name. */
interface Guess extends TextRange {
  readonly base: string;
  readonly certain: boolean;
}

/**
 * Names in inflected forms that the gazetteer does not list: `Россией`, `Deutschlands`, `Putinlah`. Only in
 * languages whose endings are known; only names that the language lists (other languages' from five letters on).
 * Stretches that `candidates` cover are left alone, unless an inflected name covers more. In text order.
 */
export function inflectedNames(
  gazetteer: Gazetteer,
  text: string,
  language: string,
  words: readonly OpenWord[],
  candidates: readonly Candidate[],
): Candidate[] {
  const found: Candidate[] = [];
  let taken = 0;
  for (let i = 0; i < words.length; ) {
    const start = words[i]?.start ?? 0;
    while ((candidates[taken]?.end ?? Number.POSITIVE_INFINITY) <= start) taken++;
    const match = longestAt(gazetteer, text, language, words, i, candidates.slice(taken, taken + MOST_WORDS));
    if (match === undefined) i++;
    else {
      found.push(match.candidate);
      i += match.words;
    }
  }
  return found;
}

function longestAt(
  gazetteer: Gazetteer,
  text: string,
  language: string,
  words: readonly OpenWord[],
  first: number,
  near: readonly Candidate[],
): { candidate: Candidate; words: number } | undefined {
  let count = 1;
  while (count < MOST_WORDS && isGap(text, words[first + count - 1], words[first + count])) count++;
  for (; count > 0; count--) {
    const run = words.slice(first, first + count);
    const start = run[0]?.start ?? 0;
    const end = run.at(-1)?.end ?? 0;
    const covered = near.filter((candidate) => candidate.start < end && candidate.end > start);
    if (covered.some((candidate) => candidate.start < start || candidate.end > end)) continue;
    if (covered.some((candidate) => candidate.start === start && candidate.end === end)) continue;
    if (covered.length > 0 && count === 1) continue;
    const candidate = judged(gazetteer, text, language, run);
    if (candidate !== undefined) return { candidate, words: count };
  }
  return undefined;
}

function judged(
  gazetteer: Gazetteer,
  text: string,
  language: string,
  run: readonly OpenWord[],
): Candidate | undefined {
  const scores = new Map<string, { reading: Reading; start: number; end: number }>();
  for (const guess of guesses(text, run)) {
    if (guess.base.length > LONGEST_NAME || isTooShort(guess.base)) continue;
    for (const entity of gazetteer.lookup(guess.base)) {
      const score = trust(entity, guess, language);
      if (score === 0 || score <= (scores.get(entity.id)?.reading.score ?? 0)) continue;
      scores.set(entity.id, { reading: { entityId: entity.id, score }, start: guess.start, end: guess.end });
    }
  }
  const ranked = [...scores.values()].sort(
    (a, b) => b.reading.score - a.reading.score || (a.reading.entityId < b.reading.entityId ? -1 : 1),
  );
  const best = ranked[0];
  if (best !== undefined && isInPhrase(text, best.start, best.end, language)) return undefined;
  if (best === undefined || insideAddress(text, best.start, best.end)) return undefined;
  const same = ranked.filter(({ start, end }) => start === best.start && end === best.end);
  const shared = same.length > 1 ? 0.8 : 1;
  const readings = same.map(({ reading }) => ({ ...reading, score: reading.score * shared }));
  return { start: best.start, end: best.end, readings };
}

/** True in a phrase that only holds the name: `Южной Америки`. */
function isInPhrase(text: string, start: number, end: number, language: string): boolean {
  const written = text.slice(start, end);
  return (
    isNoNamePhrase(`${wordBefore(text, start)} ${written}`, language) ||
    isNoNamePhrase(`${written} ${wordAfter(text, end)}`, language)
  );
}

/** What the words may be together: each in any of its forms, though not all as they stand. */
function guesses(text: string, run: readonly OpenWord[]): readonly Guess[] {
  const first = run[0];
  const last = run.at(-1);
  if (first === undefined || last === undefined) return [];
  let found: Guess[] = [{ base: '', start: first.start, end: last.end, certain: true }];
  for (const [i, word] of run.entries()) {
    const gap = i === 0 ? '' : text.slice(run[i - 1]?.end ?? 0, word.start);
    const next: Guess[] = [];
    for (const guess of found) {
      next.push({ ...guess, base: guess.base + gap + word.folded });
      for (const { base, before, after } of word.bases) {
        // A clitic stands behind the last word only; prefixes are looked for otherwise.
        if (before > 0 || (after > 0 && word !== last)) continue;
        next.push({
          base: guess.base + gap + base,
          start: guess.start,
          end: guess.end - after,
          certain: guess.certain && after > 0,
        });
      }
    }
    found = next.slice(0, MOST_GUESSES);
  }
  return found.slice(1);
}

function isTooShort(base: string): boolean {
  return countLetters(base) < FEWEST_LETTERS;
}

/** How far an entity is believed to be meant by an inflected form of one of its names; 0 not at all. */
function trust(entity: Entity, guess: Guess, language: string): number {
  let best = 0;
  const weight = guess.certain ? CLITIC : 1;
  for (const [used, names] of entity.names) {
    const own = used === language || used === 'und';
    if (!own && ORDINARY_NAMES.has(guess.base)) continue;
    const score = weight * (own ? (guess.certain ? 1 : OWN) : OTHER);
    if (score <= best || !names.some((name) => isMeant(name, guess.base, own))) continue;
    best = score;
  }
  return best === 0 && !ORDINARY_NAMES.has(guess.base) && isMeant(entity.name, guess.base, false)
    ? OTHER * weight
    : best;
}

function isMeant(name: string, base: string, own: boolean): boolean {
  if (isAbbreviation(name) || (!own && countLetters(name) <= FEWEST_LETTERS)) return false;
  return foldName(name).replaceAll('-', ' ') === foldName(base).replaceAll('-', ' ');
}

function isGap(text: string, word: OpenWord | undefined, next: OpenWord | undefined): boolean {
  return (
    word !== undefined &&
    next !== undefined &&
    next.start - word.end <= 3 &&
    NAME_GAP.test(text.slice(word.end, next.start))
  );
}
