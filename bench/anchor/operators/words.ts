import type { Random } from '../../rules/random.ts';
import type { Operator, Source } from '../operator.ts';
import type { Stretch, TrackedText } from '../tracked.ts';
import { isUnspaced, sentencesOf, some, wordsOf } from './places.ts';

/** Edits words from the last to the first, so that places before stay what they are. */
function eachOf(places: readonly Stretch[], edit: (place: Stretch) => void): void {
  for (const place of [...places].reverse()) edit(place);
}

/** One slip of the finger in a word: a letter too many, too few, another one, or two in the wrong order. */
export function slip(text: TrackedText, word: Stretch, random: Random): void {
  const length = word.end - word.start;
  const at = word.start + random.below(length);
  const letter = text.characters[word.start + random.below(length)]?.text ?? 'e';
  const kind = random.below(4);
  const there = text.characters[at]?.text ?? '';
  const next = text.characters[at + 1]?.text ?? '';
  // A letter too many or too few belongs to the word, also at its edge: it is one exchange with the letter beside it.
  if (kind === 0) {
    const pair = at + 1 < word.end ? at : Math.max(word.start, at - 1);
    const two = text.slice(pair, Math.min(word.end, pair + 2)).map(({ text: character }) => character);
    const place = pair === word.start ? 0 : word.end - pair <= 2 ? two.length : 1;
    text.replace(pair, pair + two.length, two.toSpliced(place, 0, letter).join(''));
  } else if (kind === 1 && length > 2 && at + 1 < word.end)
    text.replace(at, at + 2, random.below(2) === 0 ? there : next);
  else if (kind === 2 && at + 1 < word.end) {
    const [first] = text.remove(at, at + 1);
    if (first) text.characters.splice(at + 1, 0, first);
  } else text.replace(at, at + 1, letter);
}

function typos(text: TrackedText, { random }: Source): void {
  const words = wordsOf(text).filter((word) => word.end - word.start >= 2);
  eachOf(some(words, random, 2, 12), (word) => slip(text, word, random));
}

/** What stands between two words of the language. */
const blank = (language: string) => (isUnspaced(language) ? '' : ' ');

function exchangeWords(text: TrackedText, { random, word }: Source): void {
  eachOf(some(wordsOf(text), random, 2, 12), (place) => text.replace(place.start, place.end, word()));
}

function insertWords(text: TrackedText, { random, word, language }: Source): void {
  eachOf(some(wordsOf(text), random, 2, 10), (place) => text.insert(place.start, word() + blank(language)));
}

function removeWord(text: TrackedText, { start, end }: Stretch): void {
  text.remove(start, text.characters[end]?.text === ' ' ? end + 1 : end);
}

function deleteWords(text: TrackedText, { random }: Source): void {
  eachOf(some(wordsOf(text), random, 2, 10), (place) => removeWord(text, place));
}

/** A name gives way to another one, of one or two words, wherever it stands. */
function rename(text: TrackedText, { random, word, language }: Source): void {
  const byName = Map.groupBy(wordsOf(text), (place) => place.text);
  const names = [...byName].filter(
    ([name, places]) => places.length > 2 && name.length > (isUnspaced(language) ? 1 : 3),
  );
  const [, places] = random.pick(names) ?? random.pick([...byName]) ?? ['', []];
  const other = random.below(3) === 0 ? `${word()}${blank(language)}${word()}` : word();
  eachOf(places, (place) => text.replace(place.start, place.end, other));
}

/** An editor's hand on what a machine translated: much of a sentence is worded anew. */
function postEdit(text: TrackedText, source: Source): void {
  const { random, word, language } = source;
  for (const sentence of some(sentencesOf(text), random, 1, 3).reverse()) {
    const words = wordsOf(text).filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
    const changed = some(words, random, Math.ceil(words.length / 4), Math.ceil(words.length / 2));
    eachOf(changed, (place) => {
      const kind = random.below(6);
      if (kind < 3) text.replace(place.start, place.end, word());
      else if (kind === 3) removeWord(text, place);
      else if (kind === 4) text.insert(place.start, word() + blank(language));
      else slip(text, place, random);
    });
  }
}

/** The beginning of a sentence, a proper name: letters change their case. */
function changeCase(text: TrackedText, { random }: Source): void {
  const words = wordsOf(text).filter(({ text: word }) => word.toLowerCase() !== word.toUpperCase());
  eachOf(some(words, random, 1, 8), ({ start, end, text: word }) => {
    const upper = word.slice(0, 1).toUpperCase() + word.slice(1);
    const other = word === upper ? word.toLowerCase() : random.below(3) === 0 ? word.toUpperCase() : upper;
    if (Array.from(other).length === end - start) text.replace(start, end, other);
  });
}

function repeatWords(text: TrackedText, { random, language }: Source): void {
  eachOf(some(wordsOf(text), random, 1, 4), ({ end, text: word }) => {
    text.insert(end, blank(language) + word);
  });
}

export const WORDS: readonly Operator[] = [
  { name: 'typos made', edit: typos },
  { name: 'typos corrected', edit: typos, undone: true },
  { name: 'words changed', edit: exchangeWords },
  { name: 'words inserted', edit: insertWords },
  { name: 'words deleted', edit: deleteWords },
  { name: 'case changed', edit: changeCase },
  { name: 'renamed everywhere', edit: rename },
  { name: 'post-edited', edit: postEdit },
  { name: 'repeated words removed', edit: repeatWords, undone: true },
];
