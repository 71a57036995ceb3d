/** The first 40 UTF-16 units of a text for a title, on one line. */
export function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= 40 ? line : `${line.slice(0, 39).replace(/[\ud800-\udbff]$/, '')}…`;
}
