import type { LinePlace } from './source.ts';

const QUOTE = '"';
/** A cell with more lines than this is none: a quotation mark without a partner would swallow the rest of the file. */
const MOST_LINES_OF_A_ROW = 20;

/**
 * Lines to rows of cells, as RFC 4180 and spreadsheets write them: a cell that begins with a quotation mark goes to the
 * next lone one, with separators and line ends in it; two are one. A quotation mark elsewhere is a letter. Where none
 * closes a cell, its line is taken as it is.
 */
export class RowReader {
  private readonly separator: string;
  private readonly row: (cells: readonly string[], place: LinePlace) => void;
  private readonly unclosed: ((place: LinePlace) => void) | undefined;
  private open: { readonly text: string; readonly place: LinePlace }[] = [];

  /** `unclosed`: told of lines in which a quotation mark has no partner, before they are given. */
  constructor(
    separator: string,
    row: (cells: readonly string[], place: LinePlace) => void,
    unclosed?: (place: LinePlace) => void,
  ) {
    this.separator = separator;
    this.row = row;
    this.unclosed = unclosed;
  }

  line(text: string, place: LinePlace): void {
    if (this.open.length === 0) {
      if (!text.includes(QUOTE)) {
        if (text !== '') this.row(text.split(this.separator), place);
        return;
      }
      const cells = cellsOf(text, this.separator);
      if (cells !== undefined) this.row(cells, place);
      else this.open.push({ text, place });
      return;
    }
    this.open.push({ text, place });
    if (!text.includes(QUOTE) && this.open.length < MOST_LINES_OF_A_ROW) return;
    const [first] = this.open;
    const cells = cellsOf(this.open.map((o) => o.text).join('\n'), this.separator);
    if (cells !== undefined && first !== undefined) {
      this.open = [];
      this.row(cells, { ...first.place, end: place.end });
    } else if (this.open.length >= MOST_LINES_OF_A_ROW) this.giveUp();
  }

  /** True in the middle of a row. */
  get isOpen(): boolean {
    return this.open.length > 0;
  }

  end(): void {
    while (this.open.length > 0) this.giveUp();
  }

  /** The first open line has no partner for its quotation mark: it is taken as it is, and those behind it anew. */
  private giveUp(): void {
    const [first, ...others] = this.open;
    this.open = [];
    if (first === undefined) return;
    this.unclosed?.(first.place);
    this.row(first.text.split(this.separator), first.place);
    for (const { text, place } of others) this.line(text, place);
  }
}

/** The cells of a row; undefined where a quotation mark has no partner. */
function cellsOf(text: string, separator: string): string[] | undefined {
  const cells: string[] = [];
  for (let at = 0; ; ) {
    if (text[at] !== QUOTE) {
      const end = text.indexOf(separator, at);
      cells.push(end < 0 ? text.slice(at) : text.slice(at, end));
      if (end < 0) return cells;
      at = end + separator.length;
      continue;
    }
    let close = text.indexOf(QUOTE, at + 1);
    while (close >= 0 && text[close + 1] === QUOTE) close = text.indexOf(QUOTE, close + 2);
    if (close < 0) return undefined;
    const quoted = text.slice(at + 1, close).replaceAll('""', QUOTE);
    const next = text.indexOf(separator, close);
    // What follows a closing quotation mark belongs to the cell, as spreadsheets read it.
    cells.push(quoted + (next < 0 ? text.slice(close + 1) : text.slice(close + 1, next)));
    if (next < 0) return cells;
    at = next + separator.length;
  }
}
