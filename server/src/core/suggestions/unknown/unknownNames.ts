import { type Message, msg } from '../../message.ts';
import type { TextRange } from '../../text/range.ts';
import type { Clue, NameSighting, WordKnowledge } from './evidence.ts';

/** A name that nothing knows, judged over its whole article; UTF-16 units of the article. */
export interface UnknownName extends TextRange {
  readonly label: string;
  /** 0–1. */
  readonly score: number;
  readonly because: Message;
}

/** A sighting at its place in the article. */
export interface PlacedSighting {
  readonly sighting: NameSighting;
  /** Where its paragraph starts. */
  readonly offset: number;
}

/** Guesses that are less sure than this are wrong too often to be shown. */
const LEAST_SCORE = 0.5;
/** Two to four words with capitals that are no words of the language are a person's name more often than not. */
const SHAPE_OF_PERSON = 0.5;
const SHAPE_OF_ABBREVIATION = 0.5;
const SURNAME = 0.7;
const ABBREVIATION = /^\p{Lu}{3,6}$/u;
const ROMAN = /^[IVXLCDM]+$/;

interface Judged {
  readonly label: string;
  readonly score: number;
  readonly word: string;
}

/**
 * The unknown names of an article. The clues of all places where the same name stands count for each of them; a name
 * that stands only where a sentence begins needs a clue. A surname alone follows whom it belongs to. Of clues c₁ … cₙ
 * for a label their strength is 1 − Π(1 − cᵢ), each kind of clue counted once; the score is that of the strongest label
 * times the square root of its share of the strengths of all labels.
 */
export function unknownNames(sighted: readonly PlacedSighting[], known: WordKnowledge): UnknownName[] {
  const sightings = withoutNeighbours(sighted);
  const byName = new Map<string, PlacedSighting[]>();
  for (const placed of sightings) {
    const same = byName.get(placed.sighting.text);
    if (same) same.push(placed);
    else byName.set(placed.sighting.text, [placed]);
  }
  const surnames = new Map<string, string>();
  const judged = new Map<string, Judged>();
  for (const [name, places] of byName) {
    const judgement = judge(places, known, undefined);
    if (!judgement || judgement.score < LEAST_SCORE) continue;
    judged.set(name, judgement);
    const { words } = places[0]?.sighting ?? { words: [] };
    if (judgement.label !== 'PER' || words.length < 2) continue;
    surnames.set(words.at(-1) ?? '', name);
  }
  for (const [name, places] of byName) {
    const bearer = surnames.get(name);
    const judgement = bearer === undefined ? undefined : judge(places, known, bearer);
    if (judgement && judgement.score >= LEAST_SCORE) judged.set(name, judgement);
  }
  return [...byName].flatMap(([name, places]) => {
    const judgement = judged.get(name);
    if (!judgement) return [];
    const { label, score, word } = judgement;
    const because = reason(label, word, surnames.get(name));
    return places.map(({ sighting: { start, end }, offset }) => ({
      start: start + offset,
      end: end + offset,
      label,
      score,
      because,
    }));
  });
}

/** `Kremlin Dmitri Peskov`: two names in a row, where the first stands alone elsewhere, are not one. */
function withoutNeighbours(sightings: readonly PlacedSighting[]): PlacedSighting[] {
  const alone = new Set(
    sightings.flatMap(({ sighting: { words, doubtful } }) => (words.length === 1 && !doubtful ? words : [])),
  );
  return sightings.map((placed) => {
    const { sighting, offset } = placed;
    const [first = '', second] = sighting.words;
    const isTwo =
      sighting.words.length > 2 &&
      second !== undefined &&
      alone.has(first) &&
      sighting.clues.every((c) => c.label === 'PER');
    if (!isTwo) return placed;
    const from = sighting.text.indexOf(second, first.length);
    const cut = {
      text: sighting.text.slice(from),
      words: sighting.words.slice(1),
      start: sighting.start + from,
    };
    return { offset, sighting: { ...sighting, ...cut, doubtful: false } };
  });
}

function judge(
  places: readonly PlacedSighting[],
  known: WordKnowledge,
  bearer: string | undefined,
): Judged | undefined {
  const [first] = places;
  if (!first) return undefined;
  const { words } = first.sighting;
  const clues = places.flatMap(({ sighting }) => sighting.clues);
  const doubtful = places.every(({ sighting }) => sighting.doubtful);
  const strange = words.filter((word) => !known.isWord(word.toLowerCase())).length;
  if (bearer === undefined && !mayBeName(words, strange, clues, doubtful, known)) return undefined;
  const all = [...clues, ...shapes(words, strange, known)];
  if (bearer !== undefined) all.push({ label: 'PER', weight: SURNAME, word: '' });
  const strengths = new Map<string, { against: number; word: string; kinds: Set<number> }>();
  for (const { label, weight, word } of all) {
    const strength = strengths.get(label) ?? { against: 1, word, kinds: new Set<number>() };
    strengths.set(label, strength);
    if (strength.kinds.has(weight)) continue;
    strength.kinds.add(weight);
    strength.against *= 1 - weight;
    if (strength.word === '') strength.word = word;
  }
  const ranked = [...strengths]
    .map(([label, { against, word }]) => ({ label, strength: 1 - against, word }))
    .sort((a, b) => b.strength - a.strength || (a.label < b.label ? -1 : 1));
  const [best] = ranked;
  if (!best) return undefined;
  const sum = ranked.reduce((total, { strength }) => total + strength, 0);
  const share = best.strength / sum;
  return { label: best.label, score: best.strength * Math.sqrt(share), word: best.word };
}

/** Words of the language with capitals, or one at the start of a sentence, need a good reason to be a name. */
function mayBeName(
  words: readonly string[],
  strange: number,
  clues: readonly Clue[],
  doubtful: boolean,
  known: WordKnowledge,
): boolean {
  if (strange > 0) return !doubtful || clues.length > 0;
  const [first = ''] = words;
  const areCommon = words.every((word) => known.isCommon(word.toLowerCase()));
  if (words.length === 1) return clues.length > 0 && !areCommon;
  if (known.isSurname(first.toLowerCase()) && !areCommon) return true;
  return clues.some(({ label, weight }) =>
    label === 'PER' || label === 'GPE' ? !areCommon && weight > 0.75 : true,
  );
}

/** What the words themselves say. */
function shapes(words: readonly string[], strange: number, known: WordKnowledge): Clue[] {
  const [first = ''] = words;
  if (words.length === 1) {
    const isAbbreviation = ABBREVIATION.test(first) && !ROMAN.test(first);
    return isAbbreviation ? [{ label: 'ORG', weight: SHAPE_OF_ABBREVIATION, word: '' }] : [];
  }
  if (words.length > 4 || !known.thorough) return [];
  if (known.isSurname(first.toLowerCase())) return [{ label: 'PER', weight: 0.7, word: '' }];
  return strange === words.length && words.filter((word) => word.length > 2).length > 1
    ? [{ label: 'PER', weight: SHAPE_OF_PERSON, word: '' }]
    : [];
}

function reason(label: string, word: string, bearer: string | undefined): Message {
  if (bearer !== undefined)
    return msg(
      'An unknown name: this seems to be {0}, who is named in full elsewhere in the article.',
      bearer,
    );
  if (word === '') return msg('An unknown name, written like one of the kind {0}.', label);
  return msg('An unknown name: “{0}” beside or in it speaks for {1}.', word, label);
}
