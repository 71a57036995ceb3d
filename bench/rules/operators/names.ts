import { replaced, type SentenceOperator } from '../damage.ts';
import type { Random } from '../random.ts';

const REGIONS = Array.from({ length: 26 * 26 }, (_, i) =>
  String.fromCharCode(65 + Math.floor(i / 26), 65 + (i % 26)),
);

/** The names of the countries in a language that a typo can be seen in: eight letters or more, one word. */
function countries(language: string): string[] {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  return REGIONS.flatMap((code) => names.of(code) ?? []).filter((name) => /^\p{Lu}\p{L}{7,}$/u.test(name));
}

const known = new Map(['id', 'vi', 'en'].map((language) => [language, new Set(countries(language))]));

/** A typo is told from another name in so many letters. */
const FEWEST_LETTERS = 8;

/** One letter inside a name put for another, or left out where enough remain. */
export function misspelt(name: string, random: Random): string {
  const letters = Array.from(name);
  const at = 1 + random.below(letters.length - 2);
  const other = random.pick(Array.from('aeiouklmnrst').filter((c) => c !== letters[at])) ?? 'a';
  const shorter = letters.length > FEWEST_LETTERS && random.below(2) === 0;
  return (shorter ? letters.toSpliced(at, 1) : letters.toSpliced(at, 1, other)).join('');
}

export const NAMES: readonly SentenceOperator[] = [
  {
    name: 'near_miss_country',
    family: 'names',
    scope: 'sentence',
    codes: ['name/near-miss'],
    apply: ({ text, language }, random) => {
      const names = known.get(language) ?? new Set();
      const all = Array.from(text.matchAll(/(?<![\p{L}-])\p{Lu}\p{L}{7,}(?![\p{L}-])/gu)).filter((m) =>
        names.has(m[0]),
      );
      const name = random.pick(all);
      return name && replaced(text, name.index, name.index + name[0].length, misspelt(name[0], random));
    },
  },
];
