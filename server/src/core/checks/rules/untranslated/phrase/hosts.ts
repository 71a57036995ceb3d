import { scriptsOf } from '../../../../text/language/scripts.ts';
import { type Commonness, type Lexicon, wordBookOf } from '../../../../text/lexicon/lexicon.ts';
import type { Verdicts } from '../../../../text/lexicon/wordBook.ts';
import type { Token } from '../../../../text/tokens.ts';
import { isBareSyllable } from '../../../../text/vietnamese/syllable.ts';
import { functionWordsOf, GUESTS } from './functionWords.ts';
import { isCapitalised, judged, OPEN, OWN, RARE, verdictOf } from './runs.ts';

/** How well an article's own words are known, which decides how much must speak against a run of others. */
export type Knowledge = 'thorough' | 'common words' | 'other script';

/** The words of an article's language, as this rule needs them. */
export interface Host {
  readonly language: string;
  readonly knowledge: Knowledge;
  /** How common a word (lower case) is. */
  commonness(word: string): Commonness;
}

/** Whose list stands in where a language has none, because its words are nearly the same. */
const STAND_IN: ReadonlyMap<string, string> = new Map([['ms', 'id']]);

/** Undefined where nothing is known of the language's words, and another language's may look the same. */
export function hostOf(language: string, lexicon: Lexicon): Host | undefined {
  const scripts = scriptsOf(language);
  if (scripts !== undefined && !scripts.includes('Latn'))
    return { language, knowledge: 'other script', commonness: () => 0 };
  const words = lexicon.of(language) ?? lexicon.of(STAND_IN.get(language) ?? language);
  if (words === undefined) return undefined;
  const knowledge: Knowledge = words.thorough === true ? 'thorough' : 'common words';
  return { language, knowledge, commonness: (word) => words.commonness(word) };
}

/** Words so common in the article's language are nobody else's; where no English is mixed in, even rarer ones. */
const SURELY_OWN = 4;
/** English function words that are Vietnamese words as well, without accents: big, because, in, peace … */
const VIETNAMESE_TOO: ReadonlySet<string> = new Set('to do so in an can me no than be has'.split(' '));
/** How common a guest's word must be to be looked at where it is a Vietnamese syllable by its form. */
const OPEN_FROM = 4;
/** True where a text can hold words of a guest: hardly any words of Vietnamese go without accents. */
export function canHold(text: string, guest: string): boolean {
  if (guest !== 'vi') return true;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if ((code >= 0x1ea0 && code <= 0x1ef9) || (code >= 0xc0 && code <= 0x1b0)) return true;
  }
  return false;
}

/**
 * Judges words, as `runs.ts` names its verdicts, by how common they are in the article's language and in a guest's;
 * undefined without a list.
 */
function judgeOf(host: Host, guest: string, lexicon: Lexicon): ((word: string) => number) | undefined {
  const words = lexicon.of(guest);
  if (words === undefined) return undefined;
  const functionWords = functionWordsOf(guest);
  const isVietnamese = host.language === 'vi';
  const surelyOwn = guest === 'en' ? SURELY_OWN : SURELY_OWN - 1;
  return (word) => {
    if (word.length < 2) return OPEN;
    if (isVietnamese) {
      // Accents are the language's own; a syllable without any may be its own.
      if (!isPlain(word)) return OWN;
      const guests = words.commonness(word);
      if (guests === 0) return OWN;
      if ((VIETNAMESE_TOO.has(word) || !functionWords.has(word)) && isBareSyllable(word))
        return guests >= OPEN_FROM ? OPEN : OWN;
    }
    // Where the letters are no guest's, no list is asked.
    const owns = host.knowledge === 'other script' && !isLatin(word) ? SURELY_OWN : host.commonness(word);
    if (owns >= surelyOwn) return OWN;
    const guests = words.commonness(word);
    // A rare word counts where the article's language would have it if it were its own. English stands in all lists.
    if (guests === 1 && owns === 0 && guest === 'en' && host.knowledge !== 'common words') return RARE;
    return verdictOf(guests, owns, functionWords.has(word));
  };
}

/** What is kept of each word of a paragraph. */
export interface Judgements {
  readonly numbers: Int32Array;
  /** By guest, in their order: verdicts on the word in lower case where it begins with a capital. */
  readonly guests: readonly (Verdicts | undefined)[];
  /** What all of these say, in bits, see `SIGNS`. */
  readonly signs: Verdicts;
}

/**
 * The bits that sum up a word's verdicts: from each of these on one for each guest.
 * `foreign`: a word in small letters that is much commoner in the guest's language. `function`: such a function word.
 * `native`: a word in small letters that ends a run. `capital`, one for all: the word begins with one.
 */
export const SIGNS = { foreign: 0, function: 3, native: 6, capital: 9 } as const;

/** The verdicts on the words of a text, for each guest. */
export function judgementsOf(tokens: readonly Token[], host: Host, lexicon: Lexicon): Judgements {
  const book = wordBookOf(lexicon, host.language);
  const guests = GUESTS.map((guest) => {
    const judge = judgeOf(host, guest, lexicon);
    return judge && book.verdicts(VERDICTS_OF.get(guest) ?? guest, (word) => judge(inSmall(word)));
  });
  const signs = book.verdicts('untranslated/phrase', (word) => {
    if (isCapitalised(word)) return 1 << SIGNS.capital;
    let bits = 0;
    for (const [i, guest] of GUESTS.entries()) {
      const { standing } = judged(judgeOf(host, guest, lexicon)?.(word) ?? OWN);
      if (standing === 'function') bits |= 1 << (SIGNS.function + i);
      if (standing === 'function' || standing === 'foreign') bits |= 1 << (SIGNS.foreign + i);
      if (standing === 'native') bits |= 1 << (SIGNS.native + i);
    }
    return bits;
  });
  return { numbers: book.numbersOf(tokens), guests, signs };
}

const VERDICTS_OF: ReadonlyMap<string, string> = new Map(
  GUESTS.map((guest) => [guest, `untranslated/phrase ${guest}`]),
);

function inSmall(word: string): string {
  return isCapitalised(word) ? word.toLowerCase() : word;
}

/** True where all letters are ASCII. */
function isPlain(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) > 0x7f) return false;
  return true;
}

function isLatin(word: string): boolean {
  const first = word.charCodeAt(0);
  return first < 0x250 || (first >= 0x1e00 && first < 0x1f00);
}
