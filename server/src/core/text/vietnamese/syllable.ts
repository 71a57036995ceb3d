import { lazy } from '../../lazy.ts';
import { type Tone, VIETNAMESE_LETTERS } from './letters.ts';
import { ONSETS, RIMES, RIMES_AFTER_QU } from './rimes.ts';

/** A Vietnamese syllable: `onset` + `rime` under `tone`, without tone marks; the onset may be empty. */
export interface Syllable {
  readonly onset: string;
  readonly rime: string;
  readonly tone: Tone;
}

/** The longest syllable, `nghiêng`, has seven letters. */
const LONGEST = 7;
const FRONT = /^[eêiy]/;
const STOPPED = /(?:c|ch|p|t)$/;

/** The onsets after which i alone may be written y: `lý`, `mỹ`, `kỹ`. */
const BEFORE_Y = /^(?:|[hklmstv]|th)$/;

/** Where the writing of an onset depends on the vowel after it, which vowels it stands before. */
function fits(onset: string, rime: string): boolean {
  if (rime === 'y') return BEFORE_Y.test(onset);
  // Elsewhere y is written without an onset: yêu, yên.
  if (rime.startsWith('y')) return onset === '' && rime.startsWith('yê');
  switch (onset) {
    case 'k':
    case 'gh':
    case 'ngh':
      return FRONT.test(rime);
    case 'c':
    case 'ng':
      return !FRONT.test(rime);
    case 'g':
      // Before i the letter is read as gi: gì, gìn, giếng, giết.
      return !FRONT.test(rime) || /^(?:i|in|iê.+)$/.test(rime);
    case 'gi':
      return !/^(?:i|ê.)/.test(rime);
    case '':
      return !rime.startsWith('iê');
    default:
      return true;
  }
}

/** Every onset with every rime it may take, toneless letters; about 3,000. */
const toneless = lazy(
  (): ReadonlyMap<string, Omit<Syllable, 'tone'>> =>
    new Map(
      ['', ...ONSETS].flatMap((onset) =>
        (onset === 'qu' ? RIMES_AFTER_QU : RIMES.filter((rime) => fits(onset, rime))).map(
          (rime): [string, Omit<Syllable, 'tone'>] => [onset + rime, { onset, rime }],
        ),
      ),
    ),
);

/** The same as they look when all marks are lost. */
const bareSyllables = lazy((): ReadonlySet<string> => new Set([...toneless().keys()].map(stripMarks)));

function stripMarks(word: string): string {
  let bare = '';
  for (const letter of word) bare += VIETNAMESE_LETTERS.get(letter)?.bare ?? letter;
  return bare;
}

/**
 * The syllable that a word is, or undefined where Vietnamese has none written like it: onset × rime × tone is a
 * closed grammar. Any letter case; composed or decomposed. A syllable that ends in c, ch, p or t has the rising or
 * the heavy tone.
 */
export function parseSyllable(word: string): Syllable | undefined {
  if (word.length > LONGEST * 3) return undefined;
  let tone: Tone = 'level';
  let letters = '';
  for (const character of word.toLowerCase().normalize('NFC')) {
    const letter = VIETNAMESE_LETTERS.get(character);
    if (letter === undefined) return undefined;
    if (letter.tone !== 'level') {
      if (tone !== 'level') return undefined;
      tone = letter.tone;
    }
    letters += letter.toneless;
  }
  const parts = toneless().get(letters);
  if (parts === undefined) return undefined;
  if (STOPPED.test(parts.rime) && tone !== 'rising' && tone !== 'heavy') return undefined;
  return { ...parts, tone };
}

/** Every syllable in small letters, composed, with its tone on any of its vowels. */
const written = lazy((): ReadonlySet<string> => {
  const marked = new Map<string, (readonly [character: string, tone: Tone])[]>();
  for (const [character, { toneless: letter, tone }] of VIETNAMESE_LETTERS)
    if (tone !== 'level') marked.set(letter, [...(marked.get(letter) ?? []), [character, tone]]);
  const all = new Set<string>();
  for (const [letters, { rime }] of toneless()) {
    const isStopped = STOPPED.test(rime);
    if (!isStopped) all.add(letters);
    for (let i = 0; i < letters.length; i++)
      for (const [character, tone] of marked.get(letters.charAt(i)) ?? [])
        if (!isStopped || tone === 'rising' || tone === 'heavy')
          all.add(letters.slice(0, i) + character + letters.slice(i + 1));
  }
  return all;
});

/**
 * True where {@link parseSyllable} gives a syllable; for many words: most cost one look-up in a table, which takes
 * some milliseconds when it is first asked.
 */
export function isSyllable(word: string): boolean {
  const syllables = written();
  if (word.length <= LONGEST) {
    if (syllables.has(word)) return true;
    const lower = word.toLowerCase();
    if (lower !== word && syllables.has(lower)) return true;
  }
  // What is left are decomposed letters.
  return hasCombining(word) && parseSyllable(word) !== undefined;
}

function hasCombining(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (isCombining(word.charCodeAt(i))) return true;
  return false;
}

function isCombining(unit: number): boolean {
  return unit >= 0x300 && unit <= 0x36f;
}

/** The letters with a mark, composed, in both letter cases. */
const markedUnits = lazy(
  (): ReadonlySet<number> =>
    new Set(
      [...VIETNAMESE_LETTERS]
        .filter(([letter, { bare }]) => letter !== bare)
        .flatMap(([letter]) => [letter.charCodeAt(0), letter.toUpperCase().charCodeAt(0)]),
    ),
);

const NO_FORMS: readonly string[] = [];

const formsByBare = lazy((): ReadonlyMap<string, readonly string[]> => {
  const forms = new Map<string, string[]>();
  for (const form of written()) {
    const bare = stripMarks(form);
    if (bare === form) continue;
    const others = forms.get(bare);
    if (others) others.push(form);
    else forms.set(bare, [form]);
  }
  return forms;
});

/** The syllables with marks, in small letters, that look like this word of a–z when the marks are lost. */
export function markedForms(bare: string): readonly string[] {
  return bare.length <= LONGEST ? (formsByBare().get(bare) ?? NO_FORMS) : NO_FORMS;
}

/** True where some Vietnamese syllable looks like this when all its marks are lost: a–z only, any letter case. */
export function isBareSyllable(word: string): boolean {
  return word.length <= LONGEST && bareSyllables().has(word.toLowerCase());
}

/** True where the word has a letter with a mark that Vietnamese writes: đ, ă, ê …, or a vowel with a tone. */
export function hasVietnameseMark(word: string): boolean {
  let marked = false;
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    if (unit < 0x80) continue;
    // A mark may make another letter of the one before it.
    if (isCombining(unit)) return hasDecomposedMark(word);
    marked ||= markedUnits().has(unit);
  }
  return marked;
}

function hasDecomposedMark(word: string): boolean {
  for (const character of word.toLowerCase().normalize('NFC')) {
    const letter = VIETNAMESE_LETTERS.get(character);
    if (letter !== undefined && letter.bare !== character) return true;
  }
  return false;
}
