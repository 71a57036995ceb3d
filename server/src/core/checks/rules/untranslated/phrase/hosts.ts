import { scriptsOf } from '../../../../text/language/scripts.ts';
import type { Commonness, Lexicon } from '../../../../text/lexicon/lexicon.ts';
import type { Token } from '../../../../text/tokens.ts';
import { isBareSyllable } from '../../../../text/vietnamese/syllable.ts';
import { functionWordsOf } from './functionWords.ts';
import { type Judged, type JudgeWord, judge } from './runs.ts';

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
const OWN: Judged = { standing: 'native', weight: 0 };
const RARE: Judged = { standing: 'foreign', weight: 1.5 };
const OPEN: Judged = { standing: 'neutral', weight: 0 };

/** The words of a paragraph, and how common each is in its language: looked up once, and only where asked for. */
export class OwnWords {
  readonly tokens: readonly Token[];
  private readonly host: Host;
  /** Commonness by token, -1 before it is asked for. */
  private readonly known: Int8Array;

  constructor(tokens: readonly Token[], host: Host) {
    this.tokens = tokens;
    this.host = host;
    this.known = new Int8Array(tokens.length).fill(-1);
  }

  /** How common the word at a place is, given in lower case. */
  commonness(place: number, word: string): number {
    const known = this.known[place] ?? 0;
    if (known >= 0) return known;
    const found = this.isOther(word) ? SURELY_OWN : this.host.commonness(word);
    this.known[place] = found;
    return found;
  }

  /** True for words that no guest can have, by their letters. */
  private isOther(word: string): boolean {
    return this.host.knowledge === 'other script' && !isLatin(word);
  }
}

/** True where a text can hold words of a guest: hardly any words of Vietnamese go without accents. */
export function canHold(text: string, guest: string): boolean {
  if (guest !== 'vi') return true;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if ((code >= 0x1ea0 && code <= 0x1ef9) || (code >= 0xc0 && code <= 0x1b0)) return true;
  }
  return false;
}

/** Judges the words of a paragraph by how common they are in its language and in a guest's; undefined without a list. */
export function judgeOf(host: Host, own: OwnWords, guest: string, lexicon: Lexicon): JudgeWord | undefined {
  const words = lexicon.of(guest);
  if (words === undefined) return undefined;
  const functionWords = functionWordsOf(guest);
  const isVietnamese = host.language === 'vi';
  const surelyOwn = guest === 'en' ? SURELY_OWN : SURELY_OWN - 1;
  return (place, word) => {
    if (word.length < 2) return OPEN;
    if (isVietnamese) {
      // Accents are the language's own; a syllable without any may be its own.
      if (!isPlain(word)) return OWN;
      const guests = words.commonness(word);
      if (guests === 0) return OWN;
      if ((VIETNAMESE_TOO.has(word) || !functionWords.has(word)) && isBareSyllable(word))
        return guests >= OPEN_FROM ? OPEN : OWN;
    }
    const owns = own.commonness(place, word);
    if (owns >= surelyOwn) return OWN;
    const guests = words.commonness(word);
    // A rare word counts where the article's language would have it if it were its own. English stands in all lists.
    if (guests === 1 && owns === 0 && guest === 'en' && host.knowledge !== 'common words') return RARE;
    return judge(guests, owns, functionWords.has(word));
  };
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
