const QUOTE = 34;
const COMMA = 44;
const OPEN_BRACKET = 91;
const BACKSLASH = 92;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
const LF = 10;
const BLANK = 32;

/** A stretch of a text that should be one JSON value. */
export interface JsonStretch {
  readonly json: string;
  /** 1-based line of its first character. */
  readonly line: number;
  /** False where the text ends before the value does. */
  readonly whole: boolean;
  /** True where the text ends inside a string. */
  readonly inString: boolean;
}

/**
 * The values of a text that holds one JSON array of records, or values one behind the other, over any number of lines.
 * Only brackets and strings are looked at, whether it is JSON is for whoever parses it; so a record that is broken does
 * not hide the next one. A list that is never closed gives a last stretch that is not whole. Does not recurse.
 */
export function* jsonValues(text: string): Generator<JsonStretch> {
  const outer = isListOfRecords(text) ? 1 : 0;
  let line = 1;
  let begin = -1;
  let beginLine = 1;
  let depth = 0;
  let inString = false;
  const stretch = (end: number, whole: boolean): JsonStretch => {
    const json = text.slice(begin, end).trim();
    begin = -1;
    return { json, line: beginLine, whole, inString };
  };
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === LF) line++;
    if (inString) {
      if (c === BACKSLASH) i++;
      else if (c === QUOTE) inString = false;
      continue;
    }
    if (c <= BLANK || (c === COMMA && begin < 0)) continue;
    if (depth === 0 && outer === 1 && c === OPEN_BRACKET) {
      depth = 1;
      continue;
    }
    if (depth === 1 && outer === 1 && c === CLOSE_BRACKET) {
      if (begin >= 0) yield stretch(i, true);
      depth = 0;
      continue;
    }
    if (begin < 0) {
      begin = i;
      beginLine = line;
    }
    if (c === QUOTE) inString = true;
    else if (c === OPEN_BRACE || c === OPEN_BRACKET) depth++;
    else if (c === CLOSE_BRACE || c === CLOSE_BRACKET) {
      depth = Math.max(outer, depth - 1);
      if (depth === outer) yield stretch(i + 1, true);
    } else if (c === COMMA && depth === outer) yield stretch(i, true);
  }
  if (begin >= 0) yield stretch(text.length, depth === 0 && !inString);
  else if (depth > 0) yield { json: '[', line, whole: false, inString };
}

/** Whether the outermost brackets are those of a list: not of an object, nor of a record that is a list. */
function isListOfRecords(text: string): boolean {
  return /^\s*\[\s*(?:[[{\]]|$)/.test(text);
}
