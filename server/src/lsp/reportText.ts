import type { ReportLink, ReportView } from './protocol/datasets.ts';

/** A line of a list, and the places in it that stand for places in files: `line` is left to the report. */
export interface LinkedText {
  readonly text: string;
  readonly links: readonly Omit<ReportLink, 'line'>[];
}

/** Words that stand for a place in a file, in front of others. `line` and `column` are 1-based. */
export interface ShownPlace {
  readonly shown: string;
  /** Absent: there is nothing to open. */
  readonly uri?: string;
  readonly line?: number;
  readonly column?: number;
}

/** A place, what belongs to it, and perhaps another place in front, with an arrow between. */
export function placedText(places: readonly ShownPlace[], rest: string): LinkedText {
  let text = '';
  const links: Omit<ReportLink, 'line'>[] = [];
  for (const { shown, uri, line = 1, column = 1 } of places) {
    if (text !== '') text += ' → ';
    const words = oneLine(shown);
    const [start, end] = [text.length, text.length + words.length];
    if (uri !== undefined) links.push({ start, end, uri, at: { line: line - 1, character: column - 1 } });
    text += words;
  }
  return { text: text === '' ? oneLine(rest) : `${text}: ${oneLine(rest)}`, links };
}

/** Names and quotes of files may have line ends, which would forge lines of the report. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/**
 * A report for people, as plain text: what files hold is data, and nothing in it is read as markup. Headings are
 * underlined, so that they are found by eye and by search.
 */
export class ReportText {
  private readonly lines: string[] = [];
  private readonly links: ReportLink[] = [];

  heading(title: string): this {
    if (this.lines.length > 0) this.blank();
    this.lines.push(oneLine(title), '─'.repeat(Math.min(60, [...title].length)));
    return this;
  }

  line(text: string): this {
    this.lines.push(oneLine(text));
    return this;
  }

  /** A list; of a longer one than `most` the first items, and how many more there are, in the words of `more`. */
  list(items: readonly (string | LinkedText)[], most: number, more: (count: number) => string): this {
    for (const item of items.slice(0, most)) {
      const { text, links } = typeof item === 'string' ? placedText([], item) : item;
      const line = this.lines.length;
      this.links.push(...links.map((link) => ({ ...link, line, start: link.start + 2, end: link.end + 2 })));
      this.lines.push(`- ${text}`);
    }
    if (items.length > most) this.lines.push(`- ${more(items.length - most)}`);
    return this;
  }

  /** Rows with their columns one below the other, all but the first to the right. */
  table(rows: readonly (readonly string[])[]): this {
    const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
    for (const row of rows)
      this.lines.push(
        row
          .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart((widths[i] ?? 0) + 3)))
          .join('')
          .trimEnd(),
      );
    return this;
  }

  private blank(): void {
    if (this.lines.at(-1) !== '') this.lines.push('');
  }

  get view(): ReportView {
    return { text: `${this.lines.join('\n').trimEnd()}\n`, links: this.links };
  }
}
