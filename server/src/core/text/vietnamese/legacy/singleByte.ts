/** What the bytes 0x80 to 0x9F look like in Windows-1252; browsers show the five that it leaves open as C1 controls. */
const SHOWN_80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const MARKS = '‘’“”–—…';

/** A Vietnamese code page of one byte per letter. */
export interface SingleByte {
  /** By the character that Latin-1 or Windows-1252 shows for the byte; without `marks`. */
  readonly letters: ReadonlyMap<string, string>;
  /**
   * Quotation marks, dashes and the ellipsis of Windows-1252 whose bytes are letters, capitals mostly. They are far
   * likelier to be themselves: letters only inside a word, and directly after a capital of an open word.
   */
  readonly marks: ReadonlyMap<string, string>;
}

/**
 * A code page from the letters of its bytes 0x80 to 0xFF, in order, a blank where the byte stands for itself, and those
 * of the C0 controls that it takes for letters.
 */
export function singleByte(
  from80: string,
  controls: readonly (readonly [byte: number, letter: string])[],
): SingleByte {
  const letters = new Map(controls.map(([byte, letter]) => [String.fromCharCode(byte), letter]));
  const marks = new Map<string, string>();
  [...from80].forEach((letter, i) => {
    if (letter === ' ') return;
    letters.set(String.fromCharCode(0x80 + i), letter);
    const shown = SHOWN_80.charAt(i);
    if (shown === '') return;
    if (MARKS.includes(shown)) marks.set(shown, letter);
    else letters.set(shown, letter);
  });
  return { letters, marks };
}

/** What a text in the page that was read as Latin-1 or Windows-1252 meant. */
export function decodeSingleByte(text: string, { letters, marks }: SingleByte): string {
  let decoded = '';
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    const mark = marks.get(character);
    if (mark === undefined) decoded += letters.get(character) ?? character;
    else decoded += isLetterHere(text, i, decoded) ? mark : character;
  }
  return decoded;
}

const CAPITAL = /\p{Lu}/u;
const LETTER = /[\p{L}\x80-\x9f]/u;

/** A mark between capitals, or that ends a word of capitals and cannot be a closing quotation mark: `V“`, `S–`. */
function isLetterHere(text: string, at: number, decoded: string): boolean {
  if (!CAPITAL.test(decoded.charAt(decoded.length - 1))) return false;
  const mark = text.charAt(at);
  return LETTER.test(text.charAt(at + 1)) || mark === '“' || mark === '–' || mark === '—' || mark === '‘';
}
