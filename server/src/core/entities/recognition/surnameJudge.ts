import type { TextRange } from '../../text/range.ts';
import { foldWord } from '../fold.ts';
import { comparable } from '../nameForm.ts';
import { isCapitalised, startsSentence, wordAfter, wordBefore } from '../neighbours.ts';
import { insideAddress } from '../webAddress.ts';
import { standsAlone } from '../wordScan.ts';
import type { OpenWord } from './openWords.ts';
import { isNoName, isOrdinarySurname } from './ordinarySurnames.ts';
import type { NamedParagraph } from './paragraphNames.ts';
import type { Bearer, People } from './people.ts';
import { hasTitle, isOpener, isTitle } from './surroundings.ts';

/** A stretch of a paragraph that calls one of some people by a part of the name. UTF-16 units of the paragraph. */
export interface CalledBy extends TextRange {
  readonly bearers: readonly Bearer[];
  /** A title stands before it. */
  readonly titled: boolean;
  /** It has an ending that the name has not. */
  readonly ended: boolean;
}

const NONE: readonly CalledBy[] = [];
/** Nouns are written with capitals too, so that one before a surname is no given name. */
const NOUNS_CAPITAL = 'de';

/** Tells by its neighbours whether a word that is somebody's surname means that person. */
export class SurnameJudge {
  private readonly people: People;
  private readonly language: string;

  constructor(people: People, language: string) {
    this.people = people;
    this.language = language;
  }

  /** Where a word calls people that the article names in full; `from` is where the last mention before it ends. */
  callings(paragraph: NamedParagraph, word: OpenWord, from: number): readonly CalledBy[] {
    if (this.people.size === 0) return NONE;
    const { text } = paragraph;
    const first = text.charCodeAt(word.start);
    if (standsAlone(first) && !isHangul(first)) return this.inRun(text, word);
    const exact = this.people.called(word.folded);
    if (exact.length > 0 && this.goesOn(text, word)) return NONE;
    if (exact.length > 0) return this.accepted(paragraph, word, exact, false, from);
    for (const { base, before, after } of word.bases) {
      const bearers = this.people.called(base).filter(({ short }) => !short.bound);
      if (bearers.length === 0) continue;
      const range = { start: word.start + before, end: word.end - after };
      return this.accepted(paragraph, range, bearers, after + before === 0, from);
    }
    return NONE;
  }

  /** True where the next word is called by this one and itself: `López Obrador`. */
  private goesOn(text: string, { start, end }: TextRange): boolean {
    const next = this.people.called(foldWord(wordAfter(text, end)));
    if (next.length === 0) return false;
    const before = comparable(`${text.slice(start, end)} `);
    return next.some(({ short }) => short.before === before);
  }

  private accepted(
    paragraph: NamedParagraph,
    word: TextRange,
    bearers: readonly Bearer[],
    ended: boolean,
    from: number,
  ): readonly CalledBy[] {
    const { text } = paragraph;
    let start = word.start;
    const whole = bearers.filter(
      ({ short }) => short.before !== '' && endsWith(text, word.start, short.before),
    );
    if (whole.length > 0) start = word.start - (whole[0]?.short.before.length ?? 0);
    const possible = whole.length > 0 && start >= from ? whole : bearers.filter(({ short }) => !short.bound);
    if (possible !== whole) start = word.start;
    const fit = possible.filter((bearer) => this.fits(paragraph, start, word.end, bearer, from));
    if (fit.length === 0 || insideAddress(text, start, word.end)) return NONE;
    return [{ start, end: word.end, bearers: fit, titled: hasTitle(text, start, this.language), ended }];
  }

  /** True where no neighbour makes it another person's name, or a word of another kind. */
  private fits(
    paragraph: NamedParagraph,
    start: number,
    end: number,
    { short }: Bearer,
    from: number,
  ): boolean {
    const { text } = paragraph;
    if (hasTitle(text, start, this.language)) {
      return !this.beginsAnother(paragraph, end, short.leading || short.given);
    }
    const sentence = paragraph.letterCase() === 'sentence';
    const first = startsSentence(text, start);
    const written = foldWord(text.slice(start, end));
    if (isOrdinarySurname(written, this.language) && (first || !sentence)) return false;
    if (isNoName(text, start, end, this.language, written)) return false;
    if (short.given && this.language === 'vi' && first) return false;
    if (!sentence) return true;
    if (isHyphened(text, start, end, this.people)) return false;
    const before = wordBefore(text, start);
    if (isCapitalised(before) && this.language !== NOUNS_CAPITAL && !isEndOf(text, start, from)) {
      if (!isTitle(before, this.language) && !this.opens(text, start, before)) return false;
    }
    return !this.beginsAnother(paragraph, end, short.leading || short.given);
  }

  /** True where a given name would be followed by a surname that is another. */
  private beginsAnother(
    { text, candidates, letterCase }: NamedParagraph,
    end: number,
    leading: boolean,
  ): boolean {
    if (!leading || letterCase() !== 'sentence') return false;
    const after = wordAfter(text, end);
    if (!isCapitalised(after)) return false;
    const start = text.indexOf(after, end);
    return !candidates.some((candidate) => candidate.start === start);
  }

  private opens(text: string, start: number, before: string): boolean {
    const at = text.lastIndexOf(before, start);
    // Prepositions of one or two letters are no given names.
    return startsSentence(text, at) && (before.length <= 2 || isOpener(before, this.language));
  }

  /** In scripts without blanks between words: the longest short names in a run; katakana only as a whole. */
  private inRun(text: string, { start, end }: OpenWord): readonly CalledBy[] {
    const found: CalledBy[] = [];
    const whole = text.charCodeAt(start) >= 0x30a0 && text.charCodeAt(start) <= 0x30ff;
    for (let i = start; i < end; ) {
      let longest = 0;
      let bearers: Bearer[] = [];
      for (const bearer of this.people.beginning(text.charAt(i))) {
        const { word, bound } = bearer.short;
        if (bound || word.length < longest || i + word.length > end || !text.startsWith(word, i)) continue;
        if (whole && word.length !== end - start) continue;
        if (word.length > longest) bearers = [];
        longest = word.length;
        bearers.push(bearer);
      }
      if (longest > 0) found.push({ start: i, end: i + longest, bearers, titled: false, ended: false });
      i += Math.max(1, longest);
    }
    return found;
  }
}

function endsWith(text: string, end: number, before: string): boolean {
  return (
    comparable(text.slice(Math.max(0, end - before.length), end)).toLowerCase() ===
    comparable(before).toLowerCase()
  );
}

/** True where only blanks stand between the last mention and this place: `Kremlin Peskov`. */
function isEndOf(text: string, start: number, from: number): boolean {
  return from > 0 && from <= start && text.slice(from, start).trim() === '';
}

/** True within a name with hyphens whose other half is nobody's surname here. */
function isHyphened(text: string, start: number, end: number, people: People): boolean {
  const before = /(\p{Lu}[\p{L}\p{M}]*)[-‐’']$/u.exec(text.slice(Math.max(0, start - 30), start))?.[1];
  if (before !== undefined && before.length > 1 && people.called(foldWord(before)).length === 0)
    return !/^(?:anti|pro|non|eks|ex)$/i.test(before);
  const after = /^[-‐](\p{Lu}\p{Ll}[\p{L}\p{M}]*)/u.exec(text.slice(end, end + 30))?.[1];
  return after !== undefined && people.called(foldWord(after)).length === 0;
}

function isHangul(unit: number): boolean {
  return unit >= 0xac00 && unit <= 0xd7a3;
}
