/** Marks that VIQR (RFC 1456) writes after their letter, and the combining marks that they stand for. */
const SHAPES: ReadonlyMap<string, string> = new Map([
  ['(', '\u0306'],
  ['^', '\u0302'],
  ['+', '\u031b'],
  ['*', '\u031b'],
]);
const TONES: ReadonlyMap<string, string> = new Map([
  ["'", '\u0301'],
  ['’', '\u0301'],
  ['`', '\u0300'],
  ['?', '\u0309'],
  ['~', '\u0303'],
  ['.', '\u0323'],
]);
/** A stop or a question mark is a tone only inside a word, or where the sentence goes on. */
const SEQUENCE =
  /([aA](?=\()|[aeoAEO](?=\^)|[ouOU](?=[+*]))([(^+*])(['’`~]|[.?](?=\p{L}| \p{Ll}))?|([aeiouyAEIOUY])(['’`~]|[.?](?=\p{L}| \p{Ll}))|(dd|D[dD])/gu;

/** What a text in VIQR meant. */
export function decodeViqr(text: string): string {
  return text.replace(
    SEQUENCE,
    (_, letter?: string, shape?: string, tone?: string, plain?: string, plainTone?: string, d?: string) => {
      if (d !== undefined) return d.charAt(0) === 'D' ? 'Đ' : 'đ';
      const marks = (SHAPES.get(shape ?? '') ?? '') + (TONES.get(tone ?? plainTone ?? '') ?? '');
      return ((letter ?? plain ?? '') + marks).normalize('NFC');
    },
  );
}
