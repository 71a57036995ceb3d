import { CHAR_MAPS } from './charmaps.ts';
import { replaced, type Traced } from './traced.ts';

/*
 * Stretches that look like misread UTF-8 inside other text: `UTF8_DETECTOR_RE` of ftfy 6.3 (ftfy/chardata.py of
 * github.com/rspeer/python-ftfy, Robyn Speer, Apache License 2.0). Its character classes are what the safe pages show
 * for the bytes of UTF-8; here they are computed from the pages.
 */

const SAFE_PAGES: ReadonlySet<string> = new Set([
  'Latin-1',
  'Windows-1250',
  'Windows-1251',
  'Windows-1252',
  'Windows-1253',
  'Windows-1254',
  'Windows-1257',
]);

/** Continuation characters that also stand for themselves beside misread text. */
const ALSO_THEMSELVES = /[–—―‘’‚“”„•…]/g;

function shownFor(from: number, to: number): string {
  const shown = new Set<string>();
  for (const map of CHAR_MAPS) {
    if (SAFE_PAGES.has(map.name)) for (const c of map.upper.slice(from - 0x80, to + 1 - 0x80)) shown.add(c);
  }
  return [...shown].join('');
}

const CONTINUATION = shownFor(0x80, 0xbf);
const FIRST_OF_2 = shownFor(0xc2, 0xdf);
const FIRST_OF_3 = shownFor(0xe0, 0xef);
const FIRST_OF_4 = shownFor(0xf0, 0xf0) + shownFor(0xf3, 0xf3);

/** Nothing follows the repeated group, so a match never gives anything back: linear. */
const DETECTOR = new RegExp(
  `(?<![${CONTINUATION.replace(ALSO_THEMSELVES, '')}])(?:[${FIRST_OF_2}][${CONTINUATION} ]|[${FIRST_OF_3}][${CONTINUATION} ]{2}|[${FIRST_OF_4}][${CONTINUATION} ]{3})+`,
  'g',
);

/** The text with each such stretch replaced by what `repair` makes of it. */
export function embeddedUtf8(source: Traced, repair: (stretch: Traced) => Traced): Traced {
  return replaced(source, DETECTOR, repair);
}
