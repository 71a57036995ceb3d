import type { Operator, Source } from '../operator.ts';
import type { Stretch, TrackedText } from '../tracked.ts';
import { isUnspaced, linesOf, sentencesOf, some } from './places.ts';

const blank = (language: string) => (isUnspaced(language) && language !== 'th' ? '' : ' ');

/** Cuts a sentence out with the blank behind it, or else before it. */
function cut(text: TrackedText, { start, end }: Stretch): void {
  if (text.characters[end]?.text === ' ') text.remove(start, end + 1);
  else if (text.characters[start - 1]?.text === ' ') text.remove(start - 1, end);
  else text.remove(start, end);
}

function insertSentences(text: TrackedText, { random, sentence, language }: Source): void {
  for (const place of some(sentencesOf(text), random, 1, 3).reverse()) {
    if (random.below(2) === 0) text.insert(place.start, sentence() + blank(language));
    else text.insert(place.end, blank(language) + sentence());
  }
}

function deleteSentences(text: TrackedText, { random }: Source): void {
  for (const place of some(sentencesOf(text), random, 1, 3).reverse()) cut(text, place);
}

function moveSentence(text: TrackedText, { random, language }: Source): void {
  const sentences = sentencesOf(text).filter(({ start, end }) => end - start > 10);
  const place = random.pick(sentences);
  if (!place) return;
  const kept = text.slice(place.start, place.end);
  cut(text, place);
  const target = random.pick(sentencesOf(text));
  if (!target) return;
  text.insert(target.start, blank(language));
  text.characters.splice(target.start, 0, ...kept);
}

function copySentence(text: TrackedText, { random, language }: Source): void {
  const sentences = sentencesOf(text).filter(({ start, end }) => end - start > 10);
  const place = random.pick(sentences);
  const target = random.pick(sentences);
  if (!place || !target) return;
  text.insert(target.start, place.text + blank(language));
}

function swapParagraphs(text: TrackedText, { random }: Source): void {
  const lines = linesOf(text);
  const [first, second] = some(lines, random, 2, 2);
  if (!first || !second) return;
  const body = ({ start, end, text: line }: Stretch) => {
    const ends = line.length - line.trimEnd().length;
    return { start, end: end - ends };
  };
  const [a, b] = [body(first), body(second)];
  const [moved, other] = [text.slice(a.start, a.end), text.slice(b.start, b.end)];
  text.characters.splice(b.start, b.end - b.start, ...moved);
  text.characters.splice(a.start, a.end - a.start, ...other);
}

const RESIDUE = [
  'ADVERTISEMENT',
  'Scroll untuk melanjutkan',
  'Read more: what we know so far',
  'Xem thêm',
  'Share this article',
];

function addResidue(text: TrackedText, { random }: Source): void {
  for (const line of some(linesOf(text), random, 1, 3).reverse()) {
    text.insert(line.start, `${random.pick(RESIDUE) ?? ''}\n`);
  }
}

/** A comma becomes a full stop; the reverse joins sentences. */
function split(text: TrackedText, { random }: Source): void {
  for (const { start, end } of some(text.find(/, \p{L}|，/gu), random, 1, 3).reverse()) {
    if (end - start === 1) {
      text.replace(start, end, '。');
      continue;
    }
    text.replace(start, start + 1, '.');
    text.replace(end - 1, end, (text.characters[end - 1]?.text ?? '').toUpperCase().slice(0, 1));
  }
}

function translate(text: TrackedText, { random, foreign }: Source): void {
  const place = random.pick(sentencesOf(text).filter(({ start, end }) => end - start > 20));
  if (place) text.replace(place.start, place.end, foreign());
}

export const SENTENCES: readonly Operator[] = [
  { name: 'sentences inserted', edit: insertSentences },
  { name: 'sentences deleted', edit: deleteSentences },
  { name: 'sentence moved', edit: moveSentence },
  { name: 'sentence copied', edit: copySentence },
  { name: 'paragraphs swapped', edit: swapParagraphs },
  { name: 'residue removed', edit: addResidue, undone: true },
  { name: 'sentences split', edit: split },
  { name: 'sentences joined', edit: split, undone: true },
  { name: 'sentence translated', edit: translate, harsh: true },
];
