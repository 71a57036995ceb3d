import { stemBeforeClitic } from '../clitics.ts';
import { withoutDiacritics } from '../fold.ts';
import { countLetters, isAbbreviation } from '../nameForm.ts';

/** Between two words: blanks, a line break, hyphens and dots, in any mixture that a line break makes. */
const GAP = "[\\s\\-\\u00ad\\u200c\\u200d\\u2010-\\u2015.'’·]";
const MARKS = '[\\u0300-\\u036f]*';
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** Scripts that write no blanks between words: a name stands anywhere in them. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Basic letters and the marks between them: nothing that could be decomposed. */
const UNMARKED = /^[\u0000-\u00bf\u2010-\u203a]*$/;
/** As for matching: shorter names are only believed with their diacritics, and with their blanks. */
const LETTERS_FOR_PLAIN = 5;
const LETTERS_FOR_JOINED = 8;

/** Finds the spellings of a name in texts: in other letter case, with other blanks, hyphens and diacritics. */
export class SpellingSearch {
  private readonly name: string;
  private readonly pattern: RegExp;
  private readonly letters: number;
  /** What every spelling has, whatever its marks and letter case. */
  private readonly plainWords: readonly string[];

  /** `name`: with at least one letter or digit. */
  constructor(name: string) {
    this.name = name.normalize('NFC');
    this.letters = countLetters(name);
    const words = [...name.matchAll(WORD)].map(([word]) => bare(word));
    this.plainWords = words.map((word) => plain(word));
    const least = this.letters >= LETTERS_FOR_JOINED ? 0 : 1;
    const forms = words.map((word) => [...word].map(anyForm).join(''));
    const core = forms.join(`${GAP}{${least},4}`);
    const before = UNSPACED.test(name.charAt(0)) ? '' : '(?<![\\p{L}\\p{M}\\p{N}_])';
    const after = UNSPACED.test(name.slice(-1)) ? '' : '(?=(?:nya)?(?![\\p{L}\\p{M}\\p{N}_]))';
    this.pattern = new RegExp(`${before}${core}${after}`, 'giu');
  }

  /**
   * Every spelling in a text, in text order, repeats too: in NFC, with one blank for blanks and a line break. In
   * Vietnamese (`language`, BCP 47 primary subtag) the diacritics must be the name's own: others make other words.
   */
  *in(text: string, language: string): Generator<string> {
    const decomposed = UNMARKED.test(text) ? text : text.normalize('NFD');
    if (!this.mayStandIn(decomposed)) return;
    const stem = stemBeforeClitic(decomposed, language);
    for (const match of decomposed.matchAll(this.pattern)) {
      const end = match.index + match[0].length;
      if (decomposed.startsWith('nya', end) && stem(end - lastWord(match[0]), end + 3) < 0) continue;
      const spelling = match[0]
        .normalize('NFC')
        .replace(/[-\u2010]\s+/g, '-')
        .replace(/\u00ad/g, '')
        .replace(/\s+/g, ' ');
      if (this.isOneOf(spelling, language)) yield spelling;
    }
  }

  /** Looked at first, since most texts do not have the name and this takes a fraction of the time. */
  private mayStandIn(decomposed: string): boolean {
    const letters = plain(decomposed);
    return this.plainWords.every((word) => letters.includes(word));
  }

  private isOneOf(spelling: string, language: string): boolean {
    const { name } = this;
    if ((language === 'vi' || this.letters < LETTERS_FOR_PLAIN) && marked(spelling) !== marked(name))
      return false;
    const first = name.match(/\p{L}/u)?.[0] ?? '';
    const capital = first !== first.toLowerCase();
    if (!capital) return true;
    const own = spelling.match(/\p{L}/u)?.[0] ?? '';
    if (own === own.toLowerCase()) return false;
    // `US` is not `Us`, and of `IS` and `AS` the small letters are words.
    return !isAbbreviation(name) || this.letters > 3 || spelling === spelling.toUpperCase();
  }
}

function lastWord(matched: string): number {
  return matched.match(/[\p{L}\p{M}\p{N}]+$/u)?.[0].length ?? 0;
}

/** A word in small letters, decomposed, without diacritics; scripts in which other marks are vowels keep those. */
function bare(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\u0300-\u036f]+/g, '')
    .toLowerCase();
}

/** A decomposed text in small letters without diacritics, with one letter for those that `anyForm` takes for the same. */
function plain(decomposed: string): string {
  if (UNMARKED.test(decomposed)) return decomposed.toLowerCase();
  return bare(decomposed).replaceAll('đ', 'd').replaceAll('ø', 'o');
}

function anyForm(letter: string): string {
  if (letter === 'd' || letter === 'đ') return `[dđ]${MARKS}`;
  if (letter === 'o' || letter === 'ø') return `[oø]${MARKS}`;
  return `${letter.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')}${MARKS}`;
}

/** What two spellings must share where diacritics count. */
function marked(text: string): string {
  const letters = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');
  return letters === withoutDiacritics(letters) ? letters : letters.normalize('NFD');
}
