import { Kind, type Signs } from '../../text/signs.ts';

const SIGNS = Kind.odd | Kind.quote | Kind.apostrophe | Kind.control;
const LATIN = Kind.latinSmall | Kind.latinCapital | Kind.misread;
const OTHER = Kind.otherSmall | Kind.otherCapital;
const ASCII_LETTERS = Kind.small | Kind.capital;
/** `[ÃÂ] ` and `[ÃÂ]–` count; before letters of ASCII and the marks of a sentence nothing begins with these. */
const HARMLESS = ASCII_LETTERS | Kind.stop | Kind.comma | Kind.edge | Kind.digit;

/**
 * False where the text can hold none of the sequences of badness.ts: of these, all but a few are two characters
 * beyond ASCII of kinds that stand side by side in no language. True for perhaps a tenth of sound paragraphs.
 */
export function mayBeBad(signs: Signs): boolean {
  if (!signs.has(LATIN | OTHER | Kind.odd | Kind.control)) return false;
  return (
    signs.has(Kind.control) ||
    signs.hasPair(Kind.odd, ~(ASCII_LETTERS | Kind.edge)) ||
    signs.hasPair(LATIN | OTHER | ASCII_LETTERS | Kind.quote | Kind.apostrophe, Kind.odd) ||
    signs.hasPair(Kind.misread, ~HARMLESS) ||
    signs.hasPair(LATIN, Kind.quote | Kind.apostrophe) ||
    signs.hasPair(Kind.quote, LATIN) ||
    signs.hasPair(Kind.latinSmall | Kind.otherSmall, Kind.latinCapital | Kind.misread | Kind.otherCapital) ||
    signs.hasPair(Kind.otherCapital, SIGNS | Kind.invisible | Kind.oddBlank) ||
    signs.hasPair(ASCII_LETTERS, OTHER)
  );
}

/** False where the text can hold none of the signs of vietnamese.ts. */
export function mayBeMisreadVietnamese(signs: Signs): boolean {
  return (
    signs.hasPair(Kind.latinSmall | Kind.otherSmall, Kind.odd | Kind.quote) ||
    signs.hasPair(Kind.otherSmall, OTHER) ||
    signs.hasPair(Kind.apostrophe, Kind.odd) ||
    signs.hasPair(Kind.latinCapital | Kind.misread | Kind.otherCapital | Kind.odd, ~(HARMLESS | Kind.space))
  );
}

/** False where no misread text can be: {@link mayBeBad}, or one of the Vietnamese signs. */
export function mayBeMisread(signs: Signs): boolean {
  return mayBeBad(signs) || mayBeMisreadVietnamese(signs);
}
