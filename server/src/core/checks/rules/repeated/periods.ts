import type { Paragraph } from '../../../text/paragraph.ts';
import type { Token } from '../../../text/tokens.ts';

/** The longest unit that is looked for, in tokens; a longer one that comes twice in a row is a repeated sentence. */
const LONGEST_UNIT = 8;

/** A stretch of tokens in which every token equals the one `unit` places before it. */
export interface Period {
  /** Index of the first token of the first unit. */
  readonly first: number;
  /** Length of the unit, in tokens. */
  readonly unit: number;
  /** Tokens of the whole stretch: at least two units; the last one may be cut off. */
  readonly length: number;
}

/**
 * The stretches of a paragraph in which 1 to 8 tokens come two times or more in a row, letter case aside, in the order
 * of the text and without overlaps; of `a a a a` the shortest unit. Kept with the paragraph.
 */
export function periodsOf(paragraph: Paragraph): readonly Period[] {
  return paragraph.memo('repeated/ periods', () => find(paragraph.text, paragraph.tokens));
}

function find(text: string, tokens: readonly Token[]): Period[] {
  if (tokens.length < 3) return [];
  const signs = signatures(text, tokens);
  if (!mayRepeat(signs)) return [];
  const found: Period[] = [];
  const taken = new Uint8Array(signs.length);
  for (let unit = 1; unit <= LONGEST_UNIT; unit++) {
    let equal = 0;
    for (let i = unit; i <= signs.length; i++) {
      if (i < signs.length && signs[i] === signs[i - unit] && sameWord(tokens[i], tokens[i - unit])) {
        equal++;
        continue;
      }
      const first = i - equal - unit;
      // One word that stands twice is another rule's; so is what a shorter unit has taken.
      if (equal >= Math.max(unit, 2) && !taken.subarray(first, i).includes(1)) {
        taken.fill(1, first, i);
        found.push({ first, unit, length: equal + unit });
      }
      equal = 0;
    }
  }
  return found.sort((a, b) => a.first - b.first);
}

/** A number per token that equal tokens share, so that hardly any two words must be compared. */
function signatures(text: string, tokens: readonly Token[]): number[] {
  const signs: number[] = [];
  for (const { start, end } of tokens) {
    const ends = ((text.charCodeAt(start) | 0x20) << 6) ^ (text.charCodeAt(end - 1) | 0x20);
    signs.push(((end - start) << 16) ^ ends);
  }
  return signs;
}

/** False for most paragraphs: two tokens side by side that each stand a few places before once more are rare. */
function mayRepeat(signs: readonly number[]): boolean {
  let inRow = 0;
  for (let i = 1; i < signs.length; i++) {
    const sign = signs[i];
    let place = i - 1;
    const last = i > LONGEST_UNIT ? i - LONGEST_UNIT : 0;
    while (place >= last && signs[place] !== sign) place--;
    inRow = place >= last ? inRow + 1 : 0;
    if (inRow === 2) return true;
  }
  return false;
}

function sameWord(a: Token | undefined, b: Token | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  return a.text === b.text || a.text.toLowerCase() === b.text.toLowerCase();
}

/** True where a mark stands between a unit and the next (`the letter, the letter,`): so people repeat on purpose. */
export function isParted(unit: readonly Token[]): boolean {
  return unit[0]?.kind === 'mark' || unit[unit.length - 1]?.kind === 'mark';
}
