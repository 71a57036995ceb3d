import type { Gazetteer } from '../gazetteer.ts';
import type { Candidate } from '../mention.ts';
import { insideAddress } from '../webAddress.ts';
import type { OpenWord } from './openWords.ts';

/** Letters written onto the start of a word, longest first; what stands in their place while the text is searched. */
const PASSES: Readonly<Record<string, readonly (readonly (readonly [string, string])[])[]>> = {
  ar: [
    [
      ['لل', 'ال'],
      ['و', ' '],
      ['ف', ' '],
      ['ب', ' '],
      ['ك', ' '],
      ['ل', ' '],
    ],
    [
      ['ولل', ' ال'],
      ['وب', '  '],
      ['ول', '  '],
      ['وك', '  '],
      ['فب', '  '],
    ],
  ],
  he: [
    [
      ['ב', ' '],
      ['ל', ' '],
      ['מ', ' '],
      ['ה', ' '],
      ['ו', ' '],
      ['כ', ' '],
      ['ש', ' '],
    ],
    [
      ['וב', '  '],
      ['ול', '  '],
      ['ומ', '  '],
      ['וה', '  '],
      ['של', '  '],
      ['שב', '  '],
    ],
  ],
};
/** So many letters must be left of the first word. */
const FEWEST_LEFT = 3;
/** How much less a name behind a prefix is believed: the letter may belong to another word. */
const TRUST = 0.95;

/**
 * Names behind letters that Arabic and Hebrew write onto them: `وروسيا`, `للولايات المتحدة`. The text is searched
 * again with the letters blanked out, once for single ones and once for pairs. In text order, without overlap.
 */
export function prefixedNames(
  gazetteer: Gazetteer,
  text: string,
  language: string,
  words: readonly OpenWord[],
): Candidate[] {
  const found: Candidate[] = [];
  for (const prefixes of PASSES[language] ?? []) {
    const starts = new Set<number>();
    const masked = mask(text, words, prefixes, starts);
    if (starts.size === 0) continue;
    for (const { start, end, readings } of gazetteer.candidates(masked, language)) {
      if (!starts.has(start) || found.some((other) => other.start < end && other.end > start)) continue;
      if (insideAddress(text, start, end)) continue;
      const believed = readings.map(({ entityId, score }) => ({ entityId, score: score * TRUST }));
      found.push({ start, end, readings: believed });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function mask(
  text: string,
  words: readonly OpenWord[],
  prefixes: readonly (readonly [string, string])[],
  starts: Set<number>,
): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end } of words) {
    const [prefix, instead] = prefixes.find(([letters]) => text.startsWith(letters, start)) ?? [];
    if (prefix === undefined || instead === undefined || end - start - prefix.length < FEWEST_LEFT) continue;
    pieces.push(text.slice(from, start), instead);
    from = start + prefix.length;
    starts.add(start + instead.length - instead.trimStart().length);
  }
  return pieces.join('') + text.slice(from);
}
