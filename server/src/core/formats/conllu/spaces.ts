/** Blanks that UDPipe writes with a letter in `SpacesAfter` and its kin. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  [' ', 's'],
  ['\t', 't'],
  ['\r', 'r'],
  ['\n', 'n'],
  ['|', 'p'],
  ['\\', '\\'],
]);
const BY_LETTER: ReadonlyMap<string, string> = new Map([...LETTERS].map(([char, letter]) => [letter, char]));

/**
 * Blanks as `SpacesAfter` and `SpacesBefore` hold them: UDPipe's `\s \t \r \n \p \\`, and `\uXXXX` for all others,
 * which readers would trim from the end of a line.
 */
export function escapeSpaces(blanks: string): string {
  return [...blanks]
    .map((char) => {
      const letter = LETTERS.get(char);
      if (letter !== undefined) return `\\${letter}`;
      return char > '~' || char < ' ' ? `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}` : char;
    })
    .join('');
}

/** The blanks that `escapeSpaces` or UDPipe wrote. An escape that neither writes is left as it is. */
export function unescapeSpaces(written: string): string {
  return written.replace(/\\(?:u([0-9a-f]{4})|(.))/gsu, (all, hex: string | undefined, letter: string) =>
    hex === undefined ? (BY_LETTER.get(letter) ?? all) : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** The keys of MISC that say what stands behind a token, given what does: nothing for one blank. */
export function spacesAfter(blanks: string): string[] {
  if (blanks === '') return ['SpaceAfter=No'];
  return blanks === ' ' ? [] : [`SpacesAfter=${escapeSpaces(blanks)}`];
}
