import { lazy } from '../../../lazy.ts';

export type Alphabet = 'Latin' | 'Cyrillic' | 'Greek';

/** Letters that look the same in most typefaces (a choice from Unicode's confusables.txt): Latin, then the other. */
const CYRILLIC =
  'AА BВ CС EЕ HН IІ JЈ KК MМ OО PР SЅ TТ XХ YУ aа cс eе iі jј oо pр sѕ xх yу hһ dԁ qԛ wԝ ËЁ ëё ÏЇ ïї ĂӐ ăӑ ÄӒ äӓ ÖӦ öӧ';
const GREEK = 'AΑ BΒ EΕ HΗ IΙ KΚ MΜ NΝ OΟ PΡ TΤ XΧ YΥ ZΖ oο vν pρ uυ iι kκ aα óό';

const pairsOf = (list: string): readonly (readonly [latin: string, other: string])[] =>
  list.split(' ').map((pair) => [pair.charAt(0), pair.charAt(1)]);

const toLatin = lazy(
  (): ReadonlyMap<string, string> =>
    new Map([...pairsOf(CYRILLIC), ...pairsOf(GREEK)].map(([latin, other]) => [other, latin])),
);
const toCyrillic = lazy((): ReadonlyMap<string, string> => new Map(pairsOf(CYRILLIC)));
const toGreek = lazy((): ReadonlyMap<string, string> => new Map(pairsOf(GREEK)));

const LETTERS: Readonly<Record<Alphabet, RegExp>> = {
  Latin: /^\p{Script=Latin}/u,
  Cyrillic: /^\p{Script=Cyrillic}/u,
  Greek: /^\p{Script=Greek}/u,
};

/** The alphabet of a text's first letter; undefined for other characters. */
export function alphabetOf(character: string): Alphabet | undefined {
  const unit = character.charCodeAt(0);
  if ((unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a)) return 'Latin';
  if (unit >= 0x410 && unit <= 0x44f) return 'Cyrillic';
  if (LETTERS.Latin.test(character)) return 'Latin';
  if (LETTERS.Cyrillic.test(character)) return 'Cyrillic';
  return LETTERS.Greek.test(character) ? 'Greek' : undefined;
}

/** The word with every letter of another alphabet replaced by its look-alike; undefined where one has none. */
export function inAlphabet(word: string, alphabet: Alphabet): string | undefined {
  const table = alphabet === 'Latin' ? toLatin() : alphabet === 'Cyrillic' ? toCyrillic() : toGreek();
  let result = '';
  for (const character of word) {
    const own = alphabetOf(character);
    const replaced = own === undefined || own === alphabet ? character : table.get(character);
    if (replaced === undefined) return undefined;
    result += replaced;
  }
  return result;
}
