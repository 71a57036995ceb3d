import { changed, type Damaged, replaced, type SentenceOperator } from '../damage.ts';
import { lowerWords } from '../words.ts';

const MOJIBAKE = ['encoding/mojibake'];

/** As editors and content systems set it: curly quotes and apostrophes, dashes. */
export function typographic(text: string): string {
  return text
    .replace(/(?<=\p{L})'(?=\p{L})/gu, '’')
    .replace(/(?<![\p{L}\p{N}])"(?=\S)/gu, '“')
    .replace(/"/g, '”')
    .replace(/ - /g, ' – ');
}

const misread = (text: string, label: string) =>
  new TextDecoder(label).decode(new TextEncoder().encode(text));
const asLatin1 = (text: string) => Buffer.from(text, 'utf8').toString('latin1');

/** UTF-8 read in another encoding; a text of plain ASCII has no place for it. */
const misreading = (name: string, read: (text: string) => string, codes = MOJIBAKE): SentenceOperator => ({
  name,
  family: 'mojibake',
  scope: 'sentence',
  codes,
  inTable: true,
  apply: ({ text }) => {
    const set = typographic(text);
    return changed(set, read(set));
  },
});

/** Replaces one letter inside a word: an accented one where there is one. */
function losing(
  text: string,
  pick: (list: readonly number[]) => number | undefined,
  by: string,
): Damaged | undefined {
  const set = typographic(text);
  const special = Array.from(set.matchAll(/(?<=\p{L})[^\u0000-\u007f](?=\p{L})/gu), (m) => m.index);
  const inner = Array.from(set.matchAll(/(?<=\p{L})\p{L}(?=\p{L})/gu), (m) => m.index);
  const at = pick(special.length > 0 ? special : inner);
  return at === undefined ? undefined : replaced(set, at, at + 1, by);
}

const CONTROLS = [
  0x01, 0x02, 0x03, 0x07, 0x08, 0x0b, 0x0e, 0x13, 0x14, 0x19, 0x1a, 0x1c, 0x1d, 0x1f, 0x7f,
].concat([0x80, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0x99, 0x9c, 0x9f]);
const ZERO_WIDTH = ['\u200b', '\u2060', '\ufeff'];
const BIDI = ['\u200e', '\u200f', '\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2069'];

/** Puts a sign inside a word of at least four letters. */
const insideWord = (
  name: string,
  signs: readonly string[],
  code: string,
  more: Partial<SentenceOperator> = {},
): SentenceOperator => ({
  name,
  family: 'invisible',
  scope: 'sentence',
  codes: [code],
  ...more,
  apply: ({ text }, random) => {
    const word = random.pick(lowerWords(text, 4));
    if (!word) return undefined;
    const at = word.start + 1 + random.below(word.text.length - 1);
    return replaced(text, at, at, random.pick(signs) ?? '');
  },
});

/** Puts a sign before or behind a word. */
const beside = (name: string, signs: readonly string[], code: string, inTable?: true): SentenceOperator => ({
  name,
  family: 'invisible',
  scope: 'sentence',
  codes: [code],
  ...(inTable && { inTable }),
  apply: ({ text }, random) => {
    const word = random.pick(lowerWords(text, 2));
    if (!word) return undefined;
    const at = random.pick([word.start, word.end]) ?? word.start;
    return replaced(text, at, at, random.pick(signs) ?? '');
  },
});

export const ENCODING: readonly SentenceOperator[] = [
  misreading('moji_cp1252', (text) => misread(text, 'windows-1252')),
  misreading('moji_latin1', asLatin1),
  misreading('moji_macroman', (text) => misread(text, 'macintosh')),
  misreading('moji_cp1251', (text) => misread(text, 'windows-1251'), [...MOJIBAKE, 'script/mixed']),
  misreading('moji_double', (text) => misread(misread(text, 'windows-1252'), 'windows-1252')),
  { ...misreading('moji_cp1258', (text) => misread(text, 'windows-1258')), languages: ['vi'] },
  {
    name: 'lost_fffd',
    family: 'lost',
    scope: 'sentence',
    codes: ['encoding/replacement'],
    inTable: true,
    apply: ({ text }, random) => losing(text, random.pick, '\ufffd'),
  },
  {
    name: 'lost_qmark',
    family: 'lost',
    scope: 'sentence',
    codes: ['encoding/lost'],
    inTable: true,
    apply: ({ text }, random) => losing(text, random.pick, '?'),
  },
  {
    // A text forced into Latin-1: every letter that it lacks.
    name: 'lost_qmark_all',
    family: 'lost',
    scope: 'sentence',
    codes: ['encoding/lost'],
    languages: ['vi'],
    apply: ({ text }) => changed(text, text.normalize('NFC').replace(/[^\u0000-\u00ff]/gu, '?')),
  },
  beside(
    'control',
    CONTROLS.map((c) => String.fromCharCode(c)),
    'encoding/control',
    true,
  ),
  beside('zero_width_edge', ZERO_WIDTH, 'encoding/zero-width'),
  insideWord('zero_width', ZERO_WIDTH, 'encoding/zero-width'),
  beside('bidi', BIDI, 'encoding/bidi'),
  insideWord('softhyphen', ['\u00ad'], 'encoding/soft-hyphen', { quiet: true, inTable: true }),
  {
    name: 'decomposed',
    family: 'invisible',
    scope: 'sentence',
    codes: ['encoding/normalisation'],
    quiet: true,
    apply: ({ text }) => changed(text, text.normalize('NFD')),
  },
];
