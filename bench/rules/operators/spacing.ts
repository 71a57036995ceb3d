import { replaced, type SentenceOperator } from '../damage.ts';
import { lowerWords, words } from '../words.ts';

/** The places of a text where a pattern matches. */
const places = (text: string, pattern: RegExp) => Array.from(text.matchAll(pattern), (m) => m.index);

export const SPACING: readonly SentenceOperator[] = [
  {
    name: 'stray_hyphen',
    family: 'spacing',
    scope: 'sentence',
    codes: ['spacing/hyphen'],
    inTable: true,
    apply: ({ text }, random) => {
      const at = random.pick(places(text, /(?<=\p{L}{2})-(?=\p{L}{2})/gu));
      if (at === undefined) return undefined;
      return replaced(text, at, at + 1, random.pick(['- ', ' -']) ?? '');
    },
  },
  {
    // The hyphen that a printed line ended with.
    name: 'line_break_hyphen',
    family: 'spacing',
    scope: 'sentence',
    languages: ['id', 'en'],
    codes: ['spacing/hyphen', 'spacing/split-word'],
    apply: ({ text }, random) => {
      const word = random.pick(lowerWords(text, 6));
      if (!word) return undefined;
      const at = word.start + 2 + random.below(word.text.length - 3);
      return { text: `${text.slice(0, at)}- ${text.slice(at)}`, start: word.start, end: word.end + 2 };
    },
  },
  {
    name: 'space_punct',
    family: 'spacing',
    scope: 'sentence',
    codes: ['spacing/punct'],
    inTable: true,
    apply: ({ text }, random) => {
      const at = random.pick(places(text, /(?<=\p{L})[,.;:!?](?=\s|$)/gu));
      return at === undefined ? undefined : replaced(text, at, at + 1, ` ${text.charAt(at)}`);
    },
  },
  {
    name: 'space_bracket',
    family: 'spacing',
    scope: 'sentence',
    codes: ['spacing/punct'],
    apply: ({ text }, random) => {
      const at = random.pick(places(text, /\((?=\p{L})|(?<=\p{L})\)/gu));
      if (at === undefined) return undefined;
      return replaced(text, at, at + 1, text.charAt(at) === '(' ? '( ' : ' )');
    },
  },
  {
    name: 'letter_spaced',
    family: 'spacing',
    scope: 'sentence',
    codes: ['spacing/letters'],
    inTable: true,
    apply: ({ text }, random) => {
      const word = random.pick(words(text).filter((w) => Array.from(w.text).length >= 5));
      return word && replaced(text, word.start, word.end, Array.from(word.text).join(' '));
    },
  },
  {
    name: 'numsep',
    family: 'spacing',
    scope: 'sentence',
    codes: ['spacing/number'],
    quiet: true,
    inTable: true,
    apply: ({ text }, random) => {
      const at = random.pick(places(text, /(?<=\d)[.,](?=\d)/g));
      const damaged = at === undefined ? undefined : replaced(text, at, at + 1, `${text.charAt(at)} `);
      return damaged && { ...damaged, start: damaged.start - 1, end: damaged.end + 1 };
    },
  },
  {
    name: 'nbsp',
    family: 'spacing',
    scope: 'sentence',
    codes: ['spacing/nbsp'],
    quiet: true,
    apply: ({ text }, random) => {
      const at = random.pick(places(text, /(?<=\p{L}) (?=\p{L})/gu));
      return at === undefined
        ? undefined
        : replaced(text, at, at + 1, random.pick(['\u00a0', '  ', '\t']) ?? '');
    },
  },
  {
    name: 'split_word',
    family: 'spacing',
    scope: 'sentence',
    codes: ['spacing/split-word'],
    inTable: true,
    apply: ({ text, language }, random) => {
      const word = random.pick(lowerWords(text, language === 'vi' ? 3 : 5));
      if (!word) return undefined;
      const at = word.start + 1 + random.below(word.text.length - 1);
      return { text: `${text.slice(0, at)} ${text.slice(at)}`, start: word.start, end: word.end + 1 };
    },
  },
];
