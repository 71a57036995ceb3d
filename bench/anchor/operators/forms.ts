import type { Operator, Source } from '../operator.ts';
import type { TrackedText } from '../tracked.ts';
import { some, wordsOf } from './places.ts';

function wrapAt(width: number): (text: TrackedText) => void {
  return (text) => {
    let column = 0;
    let lastBlank = -1;
    text.characters.forEach(({ text: character, id }, at) => {
      column = character === '\n' ? 0 : column + 1;
      if (character === '\n') lastBlank = -1;
      if (character === ' ') lastBlank = at;
      if (column <= width || lastBlank < 0) return;
      text.characters[lastBlank] = { text: '\n', id: text.characters[lastBlank]?.id ?? id };
      column = at - lastBlank;
      lastBlank = -1;
    });
  };
}

const CURLY: Record<string, string> = { '"': '”', "'": '’', '-': '‑' };
const STRAIGHT: Record<string, string> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '–': '-',
  '…': '...',
};

function curlQuotes(text: TrackedText): void {
  text.map((character) => CURLY[character] ?? character);
}

function straightenQuotes(text: TrackedText): void {
  text.map((character) => STRAIGHT[character] ?? character);
}

function decompose(text: TrackedText): void {
  text.map((character) => character.normalize('NFD'));
}

function lineEnds(end: string): (text: TrackedText) => void {
  return (text) => text.map((character) => (character === '\n' ? end : character));
}

function emojiBefore(text: TrackedText, { random }: Source): void {
  const places = [0, ...text.find(/\n(?=\S)/gu).map(({ end }) => end)];
  for (const at of some(places, random, 1, 4).reverse()) {
    text.insert(at, random.pick(['🔥 ', '📰🗞️ ', '👨‍👩‍👧 ', '🇮🇩']) ?? '');
  }
}

/** What a careless page does to blanks: the repair undoes it. */
function spoilSpaces(text: TrackedText, { random }: Source): void {
  for (const { start, end, text: found } of some(text.find(/ |[,.;:!?]/gu), random, 4, 24).reverse()) {
    if (found !== ' ') {
      text.insert(start, ' ');
      continue;
    }
    const kind = random.below(4);
    if (kind === 0) text.insert(end, ' ');
    else if (kind === 1) text.replace(start, end, '\u00a0');
    else if (kind === 2) text.remove(start, end);
    else text.insert(end, '\u200b');
  }
}

function splitWords(text: TrackedText, { random }: Source): void {
  const words = wordsOf(text).filter(({ start, end }) => end - start > 4);
  for (const { start, end } of some(words, random, 1, 6).reverse()) {
    text.insert(start + 1 + random.below(end - start - 1), ' ');
  }
}

/** UTF-8 read as Windows-1252, in some words with other letters than ASCII, or in all. */
function misread(text: TrackedText, { random }: Source): void {
  const all = random.below(2) === 0;
  const spoilt = (character: string) =>
    Array.from(Buffer.from(character, 'utf8').toString('latin1'), (byte) => byte).join('');
  if (all) {
    text.map((character) => (character.charCodeAt(0) > 0x7f ? spoilt(character) : character));
    return;
  }
  for (const { start, end } of some(text.find(/[^\x00-\x7f]+/gu), random, 1, 8).reverse()) {
    const characters = text
      .slice(start, end)
      .flatMap(({ text: character, id }) => Array.from(spoilt(character), (byte) => ({ text: byte, id })));
    text.characters.splice(start, end - start, ...characters);
  }
}

export const FORMS: readonly Operator[] = [
  { name: 'wrapped', edit: wrapAt(72) },
  { name: 'unwrapped', edit: wrapAt(60), undone: true },
  { name: 'quotes curled', edit: curlQuotes },
  { name: 'quotes straightened', edit: straightenQuotes },
  { name: 'NFC to NFD', edit: decompose },
  { name: 'NFD to NFC', edit: decompose, undone: true },
  { name: 'LF to CRLF', edit: lineEnds('\r\n') },
  { name: 'CR to LF', edit: lineEnds('\r'), undone: true },
  { name: 'byte order mark', edit: (text) => text.insert(0, '\ufeff') },
  { name: 'emoji before', edit: emojiBefore },
  { name: 'spaces repaired', edit: spoilSpaces, undone: true },
  { name: 'words put together', edit: splitWords, undone: true },
  { name: 'mojibake repaired', edit: misread, undone: true },
];
