import { type ChangedLines, changedLines } from './changedLines.ts';
import { isHardWrapped, lineEnds, WIDEST } from './hardWrap.ts';
import { cutLongRange } from './longLines.ts';
import { Paragraph, type PlacedParagraph } from './paragraph.ts';
import type { TextRange } from './range.ts';

/** A split as it was made, to start the next one from. */
interface LastSplit {
  readonly text: string;
  readonly placed: readonly PlacedParagraph[];
  readonly hardWrapped: boolean;
}

/**
 * Keeps the paragraphs of one article by their text, so that what was computed for a paragraph outlives an edit of
 * another one. It holds what the last few splits used; undoing an edit at once therefore costs nothing either.
 */
export class ParagraphCache {
  private current = new Map<string, Paragraph>();
  private previous = new Map<string, Paragraph>();
  /** The last split, or undefined before the first. */
  last: LastSplit | undefined;

  /** How many paragraphs are held. */
  get size(): number {
    let size = this.current.size;
    for (const text of this.previous.keys()) if (!this.current.has(text)) size++;
    return size;
  }

  /** How many paragraphs the splits since the last whole one have used. */
  get used(): number {
    return this.current.size;
  }

  /** Starts a new whole split: what neither it nor the one before asks for is let go. */
  nextGeneration(): void {
    this.previous = this.current;
    this.current = new Map();
  }

  /** The paragraph of a text; the same object as long as it is held. */
  paragraph(text: string): Paragraph {
    const kept = this.current.get(text) ?? this.previous.get(text);
    const paragraph = kept ?? new Paragraph(detached(text));
    this.current.set(paragraph.text, paragraph);
    return paragraph;
  }
}

/**
 * A copy that does not keep alive the text it was cut from: engines represent a slice as a view of the whole, and a
 * paragraph that is kept for an hour of editing would keep the article of an hour ago with it. What `join` makes is
 * no view either, and is read twice as fast unit by unit.
 */
function detached(slice: string): string {
  return [slice.slice(0, 1), slice.slice(1)].join('');
}

/**
 * The paragraphs of an article, in order: one per non-blank line, or per run of non-blank lines where the article
 * `isHardWrapped`. A paragraph never is empty and never starts or ends with a blank, a line end or a BOM. A line of
 * more than 20,000 units becomes several paragraphs, so that no later step sees an unbounded text. `change`, where the
 * caller knows it: the lines that differ from the text of the cache's last split.
 */
export function splitArticle(
  text: string,
  cache: ParagraphCache,
  change: ChangedLines | undefined = cache.last && changedLines(cache.last.text, text),
): PlacedParagraph[] {
  const again = cache.last && change && splitAgain(text, cache.last, change, cache);
  if (again) {
    cache.last = { text, placed: again, hardWrapped: false };
    return again;
  }
  cache.nextGeneration();
  const lines = filledLines(text);
  const hardWrapped = isHardWrapped(text, lines);
  const ranges = hardWrapped ? joinRuns(text, lines) : lines;
  const placed: PlacedParagraph[] = [];
  for (const range of ranges) place(text, range, cache, placed);
  cache.last = { text, placed, hardWrapped };
  return placed;
}

/**
 * The split after an edit, made from the one before: paragraphs on the lines before and behind the edit stay what they
 * were. Undefined where the edit could change how all lines are read (a hard-wrapped article), or where so much is
 * held from earlier edits that a whole split should clear it.
 */
function splitAgain(
  text: string,
  last: LastSplit,
  { from, oldTo, newTo }: ChangedLines,
  cache: ParagraphCache,
): PlacedParagraph[] | undefined {
  if (last.hardWrapped || cache.used > 2 * last.placed.length + 100) return undefined;
  const before = last.placed.slice(0, firstFrom(last.placed, from));
  const behind = last.placed.slice(firstFrom(last.placed, oldTo));
  // One such line that stands where it stood shows that the article is not, and was not, hard-wrapped.
  if (!before.some(isLong) && !behind.some(isLong)) return undefined;
  const placed = before;
  const shift = newTo - oldTo;
  for (const line of filledLines(text.slice(from, newTo))) {
    place(text, { start: line.start + from, end: line.end + from }, cache, placed);
  }
  for (const { paragraph, start } of behind) {
    placed.push({ paragraph, start: start + shift, index: placed.length });
  }
  return placed;
}

/** Wider than any wrapped line. */
function isLong({ paragraph }: PlacedParagraph): boolean {
  return paragraph.text.length > WIDEST;
}

/** The place of the first paragraph that starts at an offset or behind it. */
function firstFrom(placed: readonly PlacedParagraph[], offset: number): number {
  let low = 0;
  let high = placed.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((placed[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Adds the paragraph of a range, or the several paragraphs of one that is too long. */
function place(text: string, range: TextRange, cache: ParagraphCache, placed: PlacedParagraph[]): void {
  for (const piece of cutLongRange(text, range)) {
    const paragraph = cache.paragraph(text.slice(piece.start, piece.end));
    placed.push({ paragraph, start: piece.start, index: placed.length });
  }
}

/** The lines that hold more than blanks, without their outer blanks. */
function filledLines(text: string): TextRange[] {
  const lines: TextRange[] = [];
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    const line = match[0];
    const body = line.trimStart();
    const start = match.index + line.length - body.length;
    const end = start + body.trimEnd().length;
    if (end > start) lines.push({ start, end });
  }
  return lines;
}

/** Runs of lines with no blank line between them. */
function joinRuns(text: string, lines: readonly TextRange[]): TextRange[] {
  const runs: TextRange[] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last && lineEnds(text, last.end, line.start) === 1)
      runs[runs.length - 1] = { start: last.start, end: line.end };
    else runs.push(line);
  }
  return runs;
}
