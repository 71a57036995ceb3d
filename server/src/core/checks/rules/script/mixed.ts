import { msg } from '../../../message.ts';
import type { Paragraph } from '../../../text/paragraph.ts';
import { Kind } from '../../../text/signs.ts';
import type { Observation } from '../../finding.ts';
import { damageAt } from '../../mojibake/damage.ts';
import type { ParagraphRule } from '../../rule.ts';
import { type Alphabet, alphabetOf, inAlphabet } from './lookAlikes.ts';

const LATIN = /[A-Za-z\u00c0-\u024f\u1e00-\u1eff]/;
const OTHER = /[\u0370-\u03ff\u0400-\u052f]/;
/** Greek letters that stand in formulas, units and names of molecules, and look like no Latin letter. */
const SYMBOL = /^[αβγδεζηθκλμνξπρστφχψωΓΔΘΛΞΠΣΦΨΩ]$/;
/** `SMSки`: an acronym with the ending of the language around it. */
const INFLECTED = /^[A-Z]{2,}[\u0430-\u045f\u03ac-\u03ce]+$/;
/** Languages that are often typed on keyboards without some of their letters, which look-alikes then replace. */
const BORROWING: ReadonlySet<string> = new Set(['ee', 'yo', 'tt', 'ba', 'kk', 'kab']);

const LATIN_LETTERS =
  Kind.small | Kind.capital | Kind.latinSmall | Kind.latinCapital | Kind.misread | Kind.odd;
const BESIDE_LATIN = Kind.otherSmall | Kind.otherCapital | Kind.uncased | Kind.mark | Kind.odd;
/** What may stand between two letters of a word. */
const JOINTS = Kind.apostrophe | Kind.invisible | Kind.surrogate;

export const mixed: ParagraphRule = {
  code: 'script/mixed',
  title: 'Letters of two alphabets in a word',
  description: 'Latin, Cyrillic or Greek letters in one word: they look alike, and no search finds the word.',
  group: 'garbled',
  severity: 'error',
  scope: 'paragraph',
  needs: (signs) =>
    signs.has(BESIDE_LATIN) &&
    (signs.hasPair(LATIN_LETTERS, BESIDE_LATIN | JOINTS) ||
      signs.hasPair(BESIDE_LATIN | JOINTS, LATIN_LETTERS)),
  heedsDictionary: true,
  examples: {
    bad: [
      { language: 'id', text: 'Harga [[bеras]] naik lagi.', fixed: 'Harga beras naik lagi.' },
      { language: 'vi', text: 'Giá [[хăng]] giảm.', fixed: 'Giá xăng giảm.' },
      { language: 'ru', text: 'Мэр [[oткрыл]] мост.', fixed: 'Мэр открыл мост.' },
      { language: 'en', text: 'The [[Οctober]] vote.', fixed: 'The October vote.' },
    ],
    good: [
      { language: 'ru', text: 'Он купил iPhone и QR-код для IT-компании.' },
      { language: 'en', text: 'A dose of 5 μg, 3 kΩ, TGFβ, Δt and π.' },
      { language: 'en', text: 'The word мир means peace.' },
    ],
  },
  *check(paragraph: Paragraph, context): Generator<Observation> {
    const { text } = paragraph;
    if (!OTHER.test(text) || !LATIN.test(text)) return;
    for (const { text: word, kind, start, end } of paragraph.tokens) {
      if (kind !== 'word' || !OTHER.test(word) || !LATIN.test(word)) continue;
      const counts = countAlphabets(word);
      if (counts.size < 2 || isSymbolic(word) || damageAt(paragraph, start) !== undefined) continue;
      const isInflected = INFLECTED.test(word);
      const meant = isInflected ? undefined : repaired(word, counts);
      if (context.accepts(word)) continue;
      const weak = BORROWING.has(context.language) || isInflected;
      yield {
        start,
        end,
        severity: weak ? 'hint' : 'error',
        message:
          meant === undefined
            ? msg('“{0}” mixes the letters of two alphabets. Write it in one.', word)
            : msg('“{0}” mixes the letters of two alphabets that look alike. Write “{1}”.', word, meant),
        why: msg('Letters by alphabet: {0}.', [...counts].map(([name, n]) => `${name} ${n}`).join(', ')),
        fixes:
          meant === undefined
            ? []
            : [
                {
                  title: msg('Replace by “{0}”', meant),
                  edits: [{ start, end, newText: meant }],
                  certain: !weak,
                },
              ],
      };
    }
  },
};

function countAlphabets(word: string): Map<Alphabet, number> {
  const counts = new Map<Alphabet, number>();
  for (const character of word) {
    const alphabet = alphabetOf(character);
    if (alphabet !== undefined) counts.set(alphabet, (counts.get(alphabet) ?? 0) + 1);
  }
  return counts;
}

/** One Greek letter at an edge, which is a quantity, a unit or the name of a molecule. */
function isSymbolic(word: string): boolean {
  const others = [...word].filter((c) => OTHER.test(c));
  const [only] = others;
  if (others.length !== 1 || only === undefined || !SYMBOL.test(only)) return false;
  return word.startsWith(only) || word.endsWith(only);
}

/** The word in the alphabet of most of its letters, or in the only one that has look-alikes for the others. */
function repaired(word: string, counts: ReadonlyMap<Alphabet, number>): string | undefined {
  for (const [alphabet] of [...counts].sort((a, b) => b[1] - a[1])) {
    const meant = inAlphabet(word, alphabet);
    if (meant !== undefined) return meant;
  }
  return undefined;
}
