import type { TextRange } from '../../text/range.ts';
import type { SentenceRow } from './sentenceRows.ts';

/** A line of the file: a token, or a part of one that annotations begin or end at. `T`: what stands on it. */
export interface Line<T> {
  /** `1-2` or `1-2.1`; that of a part is known once `numbered` was called. */
  id: string;
  readonly start: number;
  readonly end: number;
  readonly items: T[];
}

export interface TokenLine<T> extends Line<T> {
  readonly parts: Map<string, Line<T>>;
}

/** Where a stretch of the text stands among lines. */
export interface Placed<T> {
  /** At least one; the first says where it begins, the last where it ends. */
  readonly lines: readonly Line<T>[];
  /** Whether they say exactly where it stands. */
  readonly exact: boolean;
}

/** The lines of all tokens of an article. */
export class TokenLines<T> {
  readonly sentences: readonly (readonly TokenLine<T>[])[];
  private readonly all: readonly TokenLine<T>[];

  constructor(rows: readonly SentenceRow[]) {
    this.sentences = rows.map((row, s) =>
      row.tokens.map(({ start, end }, t) => ({
        id: `${s + 1}-${t + 1}`,
        start,
        end,
        items: [],
        parts: new Map(),
      })),
    );
    this.all = this.sentences.flat();
  }

  /** The token that is exactly a stretch. */
  token({ start, end }: TextRange): TokenLine<T> | undefined {
    const line = this.all[this.firstEndingAt(end)];
    return line?.start === start && line.end === end ? line : undefined;
  }

  /** The lines of a stretch, made where they are not there yet. */
  place({ start, end }: TextRange): Placed<T> {
    if (start === end) return this.placeOf(start);
    const from = this.firstEndingAt(start + 1);
    const lines: Line<T>[] = [];
    for (let i = from; (this.all[i]?.start ?? end) < end; i++) {
      const token = this.all[i];
      if (token) lines.push(partOf(token, Math.max(start, token.start), Math.min(end, token.end)));
    }
    if (lines.length === 0) return { ...this.placeOf(start), exact: false };
    return { lines, exact: lines[0]?.start === start && lines.at(-1)?.end === end };
  }

  /** A place between characters belongs to the token that it is in or at the end of, or to the one before it. */
  private placeOf(at: number): Placed<T> {
    const found = this.firstEndingAt(at);
    const token = this.all[found];
    if (token && token.start <= at) return { lines: [partOf(token, at, at)], exact: true };
    const before = this.all[found - 1];
    if (before) return { lines: [partOf(before, before.end, before.end)], exact: false };
    return token
      ? { lines: [partOf(token, token.start, token.start)], exact: false }
      : { lines: [], exact: false };
  }

  /** The first token whose end is at `offset` or behind it. */
  private firstEndingAt(offset: number): number {
    let low = 0;
    let high = this.all.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.all[middle]?.end ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Gives the parts of tokens their numbers, in text order, the longer first. */
  numbered(): void {
    for (const token of this.all)
      for (const [i, part] of partsOf(token).entries()) part.id = `${token.id}.${i + 1}`;
  }
}

/** The parts of a token in the order in which they are written. */
export function partsOf<T>(token: TokenLine<T>): Line<T>[] {
  return [...token.parts.values()].sort((a, b) => a.start - b.start || b.end - a.end);
}

function partOf<T>(token: TokenLine<T>, start: number, end: number): Line<T> {
  if (start === token.start && end === token.end) return token;
  const known = token.parts.get(`${start}-${end}`);
  if (known) return known;
  const part: Line<T> = { id: '', start, end, items: [] };
  token.parts.set(`${start}-${end}`, part);
  return part;
}
