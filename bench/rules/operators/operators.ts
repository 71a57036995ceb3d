import type { Operator } from '../damage.ts';
import { ENCODING } from './encoding.ts';
import { FRAGMENT_ARTICLES, FRAGMENTS } from './fragments.ts';
import { FUSED } from './fused.ts';
import { LEGACY_VIETNAMESE } from './legacyVietnamese.ts';
import { MARKUP } from './markup.ts';
import { NAMES } from './names.ts';
import { PAGES } from './pages.ts';
import { QUOTES } from './quotes.ts';
import { REPEATED } from './repeated.ts';
import { SCRIPT } from './script.ts';
import { SPACING } from './spacing.ts';
import { UNTRANSLATED } from './untranslated.ts';
import { WORDS } from './words.ts';

/** Every way in which the benchmark damages a text, in the order of the tables. */
export const OPERATORS: readonly Operator[] = [
  ...ENCODING,
  ...LEGACY_VIETNAMESE,
  ...MARKUP,
  ...SCRIPT,
  ...FUSED,
  ...SPACING,
  ...WORDS,
  ...REPEATED,
  ...QUOTES,
  ...FRAGMENTS,
  ...UNTRANSLATED,
  ...NAMES,
  ...FRAGMENT_ARTICLES,
  ...PAGES,
];

/** The operators for a language; `wanted`: only those of these names. */
export function operatorsFor(language: string, wanted?: readonly string[]): readonly Operator[] {
  return OPERATORS.filter(
    (o) => (o.languages?.includes(language) ?? true) && (wanted === undefined || wanted.includes(o.name)),
  );
}
