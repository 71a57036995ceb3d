import { isHardWrapped, lineEnds } from './hardWrap.ts';
import { cutLongRange } from './longLines.ts';
import { Paragraph, type PlacedParagraph } from './paragraph.ts';
import type { TextRange } from './range.ts';

/**
 * Keeps the paragraphs of one article by their text, so that what was computed for a paragraph outlives an edit of
 * another one. It holds what the last two splits used; undoing an edit at once therefore costs nothing either.
 */
export class ParagraphCache {
  private current = new Map<string, Paragraph>();
  private previous = new Map<string, Paragraph>();

  /** How many paragraphs are held. */
  get size(): number {
    let size = this.current.size;
    for (const text of this.previous.keys()) if (!this.current.has(text)) size++;
    return size;
  }

  /** Starts a new split: what neither it nor the one before asks for is let go. */
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
 * paragraph that is kept for an hour of editing would keep the article of an hour ago with it.
 */
function detached(slice: string): string {
  return ` ${slice}`.slice(1);
}

/**
 * The paragraphs of an article, in order: one per non-blank line, or per run of non-blank lines where the article
 * `isHardWrapped`. A paragraph never is empty and never starts or ends with a blank, a line end or a BOM. A line of
 * more than 20,000 units becomes several paragraphs, so that no later step sees an unbounded text.
 */
export function splitArticle(text: string, cache: ParagraphCache): PlacedParagraph[] {
  cache.nextGeneration();
  const lines = filledLines(text);
  const ranges = isHardWrapped(text, lines) ? joinRuns(text, lines) : lines;
  const placed: PlacedParagraph[] = [];
  for (const range of ranges) {
    for (const piece of cutLongRange(text, range)) {
      const paragraph = cache.paragraph(text.slice(piece.start, piece.end));
      placed.push({ paragraph, start: piece.start, index: placed.length });
    }
  }
  return placed;
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
