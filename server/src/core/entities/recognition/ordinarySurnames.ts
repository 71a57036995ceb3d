import { wordAfter, wordBefore } from '../neighbours.ts';

/** Surnames that are frequent words too, by language: a capital at the start of a sentence says nothing of them. */
const ORDINARY: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [
    'en',
    asSet(`may march april june august long brown bush rice power powers white black green young king day price page hill wood
      woods stone banks field fields gates cook cash church hunt law love moon park best west east north south baker fox wolf bird
      grace hope faith joy rose summer winter spring frost snow rain storm strong small little rich poor good wise sharp short gray
      grey gold silver steel major bishop pope knight noble prince duke earl judge marshall mason miller taylor smith cooper carter
      hunter fisher shepherd ward ford lake rivers brook brooks bridges street lane house hall castle waters pool marsh moss reed
      root branch bloom flowers berry cotton case chase bond bill grant mark frank sue pat drew will wells rush speed swift
      trump blunt savage stern mayor walls means worth blair straw brand burns ball bell buck bull chance charm cross dance`),
  ],
  [
    'id',
    asSet(
      'baru besar hari tanah murni indah budi putra putri utama mulia jaya abadi bintang surya matahari laut gunung',
    ),
  ],
  [
    'es',
    asSet(
      'rey cruz guerra paz campo campos flores reyes iglesias castillo torres ríos prado santos blanco rubio delgado moreno',
    ),
  ],
  ['fr', asSet('petit grand roi blanc noir roux leblanc legrand lejeune martin marchand')],
  ['de', asSet('lang klein groß kurz neu könig kaiser bauer fischer richter')],
]);

/** Months and days, which are written with a capital within sentences too. */
const CALENDAR = asSet(
  'may march april june august mai märz april juni august mei maret abril mayo marzo junio agosto mars avril',
);
const BEFORE_MONTH = asSet(
  'in since of last next until till by late early mid this from between during on through im bis seit ab en de desde hasta pada sejak bulan le au',
);
const ENGLISH_NAMED_AFTER = asSet(
  'tower towers street avenue road university institute foundation airport bridge prize award hospital center centre square park stadium library hotel building school college',
);

/** True for a surname, in small letters, that is a frequent word of the language (BCP 47). */
export function isOrdinarySurname(folded: string, language: string): boolean {
  return ORDINARY.get(language)?.has(folded) === true;
}

/** True where the neighbours make a month of the word, or something that is named after a person. */
export function isNoName(
  text: string,
  start: number,
  end: number,
  language: string,
  folded: string,
): boolean {
  if (language === 'en' && ENGLISH_NAMED_AFTER.has(wordAfter(text, end).toLowerCase())) {
    return /^[\s\u00a0]+\p{Lu}/u.test(text.slice(end, end + 3));
  }
  if (!CALENDAR.has(folded)) return false;
  return (
    BEFORE_MONTH.has(wordBefore(text, start).toLowerCase()) ||
    /^,?[\s\u00a0]\d/u.test(text.slice(end, end + 3)) ||
    /\d[.\s\u00a0]{1,2}$/u.test(text.slice(Math.max(0, start - 3), start))
  );
}

function asSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}
