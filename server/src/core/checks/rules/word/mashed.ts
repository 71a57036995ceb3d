import { type Message, msg } from '../../../message.ts';
import type { RuleContext } from '../../rule.ts';
import { keysApart } from './keyboard.ts';

/** What makes an unknown word look like a mash. */
export interface Mash {
  readonly why: Message;
  /** True where two independent things speak for it, or one that chance alone makes. */
  readonly sure: boolean;
  /** True where nothing but the order of letters speaks for it: in words of another language that says nothing. */
  readonly orderAlone?: true;
}

/*
 * Bits per letter, the lower of the language's own model and English. Of words of nine other languages in Latin script
 * that no list here knows, and of random strings of letters, more than the bound have: 3.8 %, 95 % · 1.9 %, 92 %. Of the
 * words of Malay and Tagalog that the Indonesian list does not know, 0.6 % and 0.3 %.
 */
const ODD_BITS = 4.8;
const RANDOM_BITS = 5;
/** With another witness: no vowel, or four consonants in a row (0.3 % of those words, 60 % of random strings). */
const RATHER_ODD_BITS = 4.5;
/**
 * Of the letters of a known word in disorder, by how many letters there are: the fewer, the more often another word
 * is made of them by chance. Four of five have more; 0.5 % of the words of other languages are made so and have more.
 */
const DISORDER_BITS = [4.1, 3.8, 3.5];
/** Of the letters of a rare word: there are many such words, and of letters that make many. */
const RARE_DISORDER_BITS = 4;
/** What every kind of mash has more than. */
const LEAST_BITS = 3.5;
/** The word length that the first of them is for. */
const FIRST_DISORDER = 5;
/** A path along the keyboard: `were` and `pool` are words. */
const PATH_BITS = 4;
const SHORTEST = 5;
const SHORTEST_VIETNAMESE = 4;
/** Neighbours on the keyboard, of all pairs of letters that follow each other. */
const PATH_SHARE = 0.7;
const SHORTEST_PATH = 6;
const CONSONANTS = /[bcdfghjklmnpqrstvwxz]{4}/;
const VOWEL = /[aeiouy]/;

/**
 * What speaks for an unknown word (ASCII letters) being a mash; undefined where nothing does. `sure` where letters are
 * those of a common word and their order is odd, where nothing but chance makes such an order, or where an odd order
 * has no vowel, four consonants in a row, or runs along the keyboard.
 */
export function mashOf(word: string, { language, lexicon }: RuleContext): Mash | undefined {
  if (word.length < (language === 'vi' ? SHORTEST_VIETNAMESE : SHORTEST)) return undefined;
  const models = [language, 'en', ...(language === 'vi' ? ['id'] : [])];
  const bits = Math.min(
    ...models.map((tag) => lexicon.of(tag)?.letterBits?.(word) ?? Number.POSITIVE_INFINITY),
  );
  if (!Number.isFinite(bits) || bits <= LEAST_BITS) return undefined;
  const shown = bits.toFixed(1);
  if (isDisorder(word, bits, lexicon.of(language)?.shuffled?.(word) ?? 0))
    return {
      sure: true,
      why: msg('Its letters are those of a known word, in disorder ({0} bits a letter).', shown),
    };
  if (bits > PATH_BITS && isKeyboardPath(word))
    return {
      sure: true,
      why: msg('Its letters lie side by side on the keyboard ({0} bits a letter).', shown),
    };
  if (bits > RATHER_ODD_BITS && !VOWEL.test(word))
    return { sure: true, why: msg('It has no vowel ({0} bits a letter).', shown) };
  if (bits > RATHER_ODD_BITS && CONSONANTS.test(word))
    return { sure: true, why: msg('It has four consonants in a row ({0} bits a letter).', shown) };
  if (bits > ODD_BITS)
    return {
      sure: bits > RANDOM_BITS,
      orderAlone: true,
      why: msg(
        'Letters hardly follow each other like this in this language or in English ({0} bits a letter).',
        shown,
      ),
    };
  return undefined;
}

/** `made`: 2 of the letters of a common word, 1 of those of a rare one, 0 of none. */
function isDisorder(word: string, bits: number, made: number): boolean {
  const place = Math.min(Math.max(word.length - FIRST_DISORDER, 0), DISORDER_BITS.length - 1);
  return made > 0 && bits > (made > 1 ? (DISORDER_BITS[place] ?? 0) : RARE_DISORDER_BITS);
}

function isKeyboardPath(word: string): boolean {
  if (word.length < SHORTEST_PATH) return false;
  let near = 0;
  for (let i = 1; i < word.length; i++)
    if (keysApart(word.charCodeAt(i - 1), word.charCodeAt(i)) === 1) near++;
  return near >= PATH_SHARE * (word.length - 1);
}
