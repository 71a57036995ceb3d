import { isSyllable } from '../syllable.ts';

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
/** Stops and question marks are tones inside a word and before another mark of the sentence; `'s` is English. */
const TONE = `[\`~]|['’](?!(?:s|d|ll|re|ve)(?!\\p{L}))|[.?](?=\\p{L}|[,;:!]|[.?](?![.?]))`;
const SEQUENCE = new RegExp(
  String.raw`([aA](?=\()|[aeoAEO](?=\^)|[ouOU](?=[+*]))([(^+*])(${TONE})?|([aeiouyAEIOUY])(${TONE})|(?<!\p{L})(dd|D[dD])`,
  'gu',
);
const RUN = /\S*[`~^+(*'’?.dD]\S*/g;
/** The sentence goes on after a stop; inside a line few question marks end a question. */
const GOES_ON = / \p{Ll}/uy;
const ANY_WORD = / [\p{L}\p{Nd}]/uy;
const STOP_AT_END = /[(^+*aeiouyAEIOUY][.?]$/;
const CLOSING_QUOTE = /['’]$/;
const OUTSIDE = /^[^\p{L}]+|[^\p{L}\p{M}]+$/gu;

/** After an apostrophe that is a tone: the rest of a syllable or a mark, not the letters of English endings. */
const GOES_ON_AFTER_TONE = 'acehimnoptuy.,;:!?" ';

const BLANK = 0x20;
const SMALL_A = 0x61;
const TILDE = 0x7e;

/** True where a mark stands as VIQR writes it, as in few other texts: the cheap sign that decoding may be worth while. */
export function looksLikeViqr(text: string): boolean {
  for (let i = 1; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    // Most characters are small letters, blanks and others that no mark is.
    if (unit === BLANK || (unit >= SMALL_A && unit !== TILDE)) continue;
    switch (text.charAt(i)) {
      case '`':
      case '~':
        if ('aeiouyAEIOUY^+('.includes(text.charAt(i - 1))) return true;
        break;
      case '^':
        if ('aeoAEO'.includes(text.charAt(i - 1))) return true;
        break;
      case '+':
        if ('ouOU'.includes(text.charAt(i - 1))) return true;
        break;
      case '(':
        if ('aA'.includes(text.charAt(i - 1))) return true;
        break;
      case "'":
        // I'm is English.
        if ('aeiouyAEOUY'.includes(text.charAt(i - 1)) && GOES_ON_AFTER_TONE.includes(text.charAt(i + 1)))
          return true;
    }
  }
  return /(?<!\p{L})dd[aeiou]/iu.test(text);
}

/** What a text in VIQR meant. */
export function decodeViqr(text: string): string {
  return text.replace(RUN, (run: string, at: number) => decodeRun(run, text, at + run.length));
}

function decodeRun(run: string, text: string, end: number): string {
  const next = run.endsWith('?') ? ANY_WORD : GOES_ON;
  next.lastIndex = end;
  if (STOP_AT_END.test(run) && next.test(text)) return decodeMarks(`${run},`).slice(0, -1);
  const decoded = decodeMarks(run);
  if (!CLOSING_QUOTE.test(run) || isSyllable(decoded.replace(OUTSIDE, ''))) return decoded;
  return decodeMarks(run.slice(0, -1)) + run.slice(-1);
}

function decodeMarks(run: string): string {
  return run.replace(
    SEQUENCE,
    (_, letter?: string, shape?: string, tone?: string, plain?: string, plainTone?: string, d?: string) => {
      if (d !== undefined) return d.charAt(0) === 'D' ? 'Đ' : 'đ';
      const marks = (SHAPES.get(shape ?? '') ?? '') + (TONES.get(tone ?? plainTone ?? '') ?? '');
      return ((letter ?? plain ?? '') + marks).normalize('NFC');
    },
  );
}
