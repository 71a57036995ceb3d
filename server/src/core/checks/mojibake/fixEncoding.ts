import { isBad } from './badness.ts';
import { CHAR_MAPS, type CharMap, encode, fromC1 } from './charmaps.ts';
import { embeddedUtf8 } from './embedded.ts';
import { replaceLossy, restoreA0 } from './lostBytes.ts';
import { relabelled, replaced, type Traced, traced } from './traced.ts';
import { decodeUtf8 } from './utf8.ts';

/** A repaired text, and the pages through which it had been misread, the outermost first. */
export interface Repair {
  /** Traced to the text that was given. */
  readonly repaired: Traced;
  readonly pages: readonly string[];
}

/** Each misreading at least lengthens what it spoils by half, so deeper nesting than this is no news text. */
const MOST_STEPS = 12;

/**
 * The text as it was before its UTF-8 was read in a single-byte page, once or several times over: `fix_encoding` of
 * ftfy 6.3 (github.com/rspeer/python-ftfy, Robyn Speer, Apache License 2.0; see THIRD-PARTY.md), step by step, with
 * Windows-1258 as the last page. Give it one line. `undefined` where there is nothing to repair.
 */
export function fixEncoding(text: string): Repair | undefined {
  if (!isBad(text)) return undefined;
  const repair = fixTraced(traced(text));
  return repair.repaired.text === text ? undefined : repair;
}

function fixTraced(source: Traced): Repair {
  let repaired = source;
  const pages: string[] = [];
  for (let step = 0; step < MOST_STEPS; step++) {
    const next = fixOnce(repaired);
    if (next === undefined || next.repaired.text === repaired.text) break;
    repaired = next.repaired;
    pages.push(...next.pages);
  }
  return { repaired, pages };
}

function fixOnce(source: Traced): Repair | undefined {
  if (!isBad(source.text)) return undefined;
  for (const map of CHAR_MAPS) {
    const bytes = encode(source.text, map);
    if (bytes === undefined) continue;
    const repaired = decodeUtf8(mended(relabelled(source, bytes), map));
    if (repaired !== undefined) return { repaired, pages: [map.name] };
  }
  return fixEmbedded(source) ?? fixControls(source);
}

function mended(bytes: Traced, map: CharMap): Traced {
  // In MacRoman the search for a spoilt 0xA0 would match an en dash and a blank.
  const restored = map.name === 'MacRoman' ? bytes : restoreA0(bytes);
  return map.sloppy ? replaceLossy(restored) : restored;
}

/** Misread UTF-8 inside a text that is otherwise sound, each stretch repaired by itself. */
function fixEmbedded(source: Traced): Repair | undefined {
  const pages = new Set<string>();
  const repaired = embeddedUtf8(source, (stretch) => {
    // Shorter than the whole, so that this ends.
    if (stretch.text.length >= source.text.length || !isBad(stretch.text)) return stretch;
    const inner = fixTraced(stretch);
    for (const page of inner.pages) pages.add(page);
    return inner.repaired;
  });
  return repaired.text === source.text ? undefined : { repaired, pages: [...pages] };
}

const C1_CONTROLS = /[\x80-\x9f]/g;

/** Windows-1252 read as Latin-1: controls that nobody wants stand for quotation marks and dashes. */
function fixControls(source: Traced): Repair | undefined {
  const repaired = replaced(source, C1_CONTROLS, (control) => fromC1(control.text));
  return repaired.text === source.text ? undefined : { repaired, pages: ['Latin-1'] };
}
