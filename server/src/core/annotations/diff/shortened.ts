/** Code points of a quotation; a sentence's beginning and end tell which one it is. */
const MOST = 60;

/** A quotation on one line: blanks and line ends as one blank, the middle of what is longer than 60 characters as `…`. */
export function shortened(text: string): string {
  const line = oneLine(text).trim();
  if (line.length <= MOST) return line;
  const characters = Array.from(line);
  if (characters.length <= MOST) return line;
  const half = Math.floor(MOST / 2);
  return `${characters.slice(0, half).join('').trimEnd()} … ${characters.slice(-half).join('').trimStart()}`;
}

/** Blanks and line ends as one blank each. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
