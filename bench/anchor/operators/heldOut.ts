import type { Operator, Source } from '../operator.ts';
import type { TrackedText } from '../tracked.ts';
import { isUnspaced, linesOf, sentencesOf, some, wordsOf } from './places.ts';

const blank = (language: string) => (isUnspaced(language) ? '' : ' ');

/** A house style: percent signs become words, hyphens go, numbers get points. */
function houseStyle(text: TrackedText): void {
  for (const { start, end } of text.find(/ ?%/gu).reverse()) text.replace(start, end, ' persen');
  for (const { start } of text.find(/(?<=\d)\d{3}(?!\d)/gu).reverse()) text.insert(start, '.');
}

/** Two words in a row change places. */
function swapWords(text: TrackedText, { random }: Source): void {
  const words = wordsOf(text);
  for (const first of some(words.slice(0, -1), random, 1, 6).reverse()) {
    const second = words[words.indexOf(first) + 1];
    if (!second || text.slice(first.end, second.start).some(({ text: c }) => c !== ' ')) continue;
    const [a, gap, b] = [
      text.slice(first.start, first.end),
      text.slice(first.end, second.start),
      text.slice(second.start, second.end),
    ];
    text.characters.splice(first.start, second.end - first.start, ...b, ...gap, ...a);
  }
}

/** Words of explanation in brackets behind a word. */
function gloss(text: TrackedText, { random, word, language }: Source): void {
  for (const { end } of some(wordsOf(text), random, 1, 6).reverse()) {
    text.insert(end, `${blank(language)}(${word()}${blank(language)}${word()})`);
  }
}

/** A first mention gets a title before it. */
function titles(text: TrackedText, { random, word, language }: Source): void {
  const names = text.find(/(?<=\p{Ll} )\p{Lu}\p{L}+/gu);
  for (const { start } of some(names, random, 1, 6).reverse()) text.insert(start, word() + blank(language));
}

/** The first paragraphs go, or the last: a page was cut at another place. */
function cutPage(text: TrackedText, { random }: Source): void {
  const lines = linesOf(text);
  const line = lines[1 + random.below(Math.max(1, Math.floor(lines.length / 2)))];
  if (!line) return;
  if (random.below(2) === 0) text.remove(0, line.start);
  else text.remove(line.start, text.characters.length);
}

/** Paragraphs are joined to one, or each sentence gets a line of its own. */
function paragraphs(text: TrackedText, { random }: Source): void {
  if (random.below(2) === 0) {
    for (const { start, end } of text.find(/\n+(?=\S)/gu).reverse()) text.replace(start, end, ' ');
    return;
  }
  for (const { end } of sentencesOf(text).reverse()) {
    if (text.characters[end]?.text === ' ') text.replace(end, end + 1, '\n');
  }
}

/** Another newsroom's lead before, and a credit behind the article. */
function frame(text: TrackedText, { sentence }: Source): void {
  text.insert(text.characters.length, `\n(${sentence()})\n`);
  text.insert(0, `${sentence()} ${sentence()}\n\n`);
}

/** All paragraphs in another order. */
function shuffleParagraphs(text: TrackedText, { random }: Source): void {
  const lines = linesOf(text).map(({ start, end }) => text.slice(start, end));
  text.characters = random.shuffled(lines).flat();
}

/** One letter for another wherever it stands, as a scanner reads it. */
function misreadLetters(text: TrackedText, { random }: Source): void {
  const pairs: Record<string, string> = { l: '1', O: '0', o: '0', e: 'c', ı: 'i', a: 'o' };
  for (const { start, end, text: letter } of some(text.find(/[lOoea]/gu), random, 3, 30).reverse()) {
    text.replace(start, end, pairs[letter] ?? letter);
  }
}

/** Words of a sentence or two are cut to make it shorter. */
function shorten(text: TrackedText, { random }: Source): void {
  for (const sentence of some(sentencesOf(text), random, 1, 4).reverse()) {
    const words = wordsOf(text).filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
    if (words.length < 6) continue;
    const from = random.below(words.length - 4);
    const [first, last] = [words[from], words[from + 1 + random.below(3)]];
    if (!first || !last) continue;
    const end = text.characters[last.end]?.text === ' ' ? last.end + 1 : last.end;
    text.remove(first.start, end);
  }
}

/** Kinds of edit that were written when the method was finished. They check that it was not fitted to the others. */
export const HELD_OUT: readonly Operator[] = [
  { name: 'house style', edit: houseStyle },
  { name: 'words swapped', edit: swapWords },
  { name: 'glosses added', edit: gloss },
  { name: 'glosses removed', edit: gloss, undone: true },
  { name: 'titles added', edit: titles },
  { name: 'titles removed', edit: titles, undone: true },
  { name: 'page cut', edit: cutPage },
  { name: 'page restored', edit: cutPage, undone: true },
  { name: 'paragraphs joined or split', edit: paragraphs },
  { name: 'lead and credit added', edit: frame },
  { name: 'paragraphs shuffled', edit: shuffleParagraphs },
  { name: 'letters misread', edit: misreadLetters },
  { name: 'misread letters corrected', edit: misreadLetters, undone: true },
  { name: 'sentences shortened', edit: shorten },
  { name: 'sentences lengthened', edit: shorten, undone: true },
];
