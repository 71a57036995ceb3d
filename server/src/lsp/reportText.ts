/**
 * A report for people, as plain text: what files hold is data, and nothing in it is read as markup. Headings are
 * underlined, so that they are found by eye and by search.
 */
export class ReportText {
  private readonly lines: string[] = [];

  heading(title: string): this {
    if (this.lines.length > 0) this.blank();
    this.lines.push(title, '─'.repeat(Math.min(60, [...title].length)));
    return this;
  }

  line(text: string): this {
    this.lines.push(text);
    return this;
  }

  /** A list; of a longer one than `most` the first items, and how many more there are, in the words of `more`. */
  list(items: readonly string[], most: number, more: (count: number) => string): this {
    for (const item of items.slice(0, most)) this.lines.push(`- ${item}`);
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

  toString(): string {
    return `${this.lines.join('\n').trimEnd()}\n`;
  }
}
