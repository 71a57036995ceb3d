/** A Markdown table with its heading and the sentences above it. */
export function table(
  heading: string,
  about: string,
  columns: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  const body = [line(columns), `|${columns.map(() => '---|').join('')}`, ...rows.map(line)];
  return `${[`### ${heading}`, '', about, '', ...body].join('\n')}\n`;
}

/** Shows what is being done, on one line of the standard error that the next one takes. */
export function progress(text: string): void {
  process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${text}` : text && `${text}\n`);
}
