import { linesOf } from '../layout.ts';

/** The three versions that git's conflict markers hold; without a base in the markers, it has what both sides share. */
export interface MarkedSides {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

type Part = 'all' | 'ours' | 'base' | 'theirs';

/** What a marker line begins; a line that begins with none stays in the part that it is in. */
const BEGINS: Readonly<Record<string, Part>> = { '<': 'ours', '|': 'base', '=': 'theirs', '>': 'all' };
/** Which marker may follow in which part: `=======` alone in the text is no marker. */
const FOLLOWS: Readonly<Record<Part, string>> = { all: '<', ours: '|=', base: '=', theirs: '>' };

/**
 * Takes a text with git's conflict markers (of seven signs; with or without the common ancestor's lines) apart into the
 * versions that git had; undefined where the markers do not follow on each other as git writes them.
 */
export function markedSides(text: string): MarkedSides | undefined {
  const sides = { base: '', ours: '', theirs: '' };
  let part: Part = 'all';
  let found = false;
  for (const { start, end, next } of linesOf(text)) {
    const marker = /^([<>|=])\1{6}(?: |$)/.exec(text.slice(start, Math.min(end, start + 8)))?.[1];
    if (marker !== undefined) {
      if (!FOLLOWS[part].includes(marker)) return undefined;
      part = BEGINS[marker] ?? part;
      found = true;
      continue;
    }
    const line = text.slice(start, next);
    for (const side of ['base', 'ours', 'theirs'] as const) {
      if (part === 'all' || part === side) sides[side] += line;
    }
  }
  return found && part === 'all' ? sides : undefined;
}
