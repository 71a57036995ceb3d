import { LATIN_TERRITORY_VARIANTS } from './territoryVariantsLatin.ts';
import { OTHER_TERRITORY_VARIANTS } from './territoryVariantsOtherScripts.ts';

/**
 * Names of territories that news use and CLDR does not give, by language and code, for the languages beside English
 * and Vietnamese: usual short names, abbreviations, older names, cases of names of two words, other
 * spellings. The author's own list.
 */
export const TERRITORY_VARIANTS_BY_LANGUAGE: Readonly<
  Record<string, Readonly<Record<string, readonly string[]>>>
> = {
  ...LATIN_TERRITORY_VARIANTS,
  ...OTHER_TERRITORY_VARIANTS,
};
