/**
 * Reading JSON without losing anything: `JSON.parse` forgets the order of number-like keys, doubled keys and long
 * numbers, so what must be written back is kept as it stood. All functions but `nestingDepth` and `isJson` expect
 * text that `isJson` accepts. Nothing here recurses, so that no nesting overflows the stack.
 */

const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const OPEN_BRACKET = 91;
const BACKSLASH = 92;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

/** A key of an object, and its value as the text has it (UTF-16 offsets of the scanned text). */
export interface JsonMember {
  readonly key: string;
  /** Where the value stands. */
  readonly start: number;
  readonly end: number;
}

/** A value of an array and where it stands (UTF-16 offsets of the scanned text). */
export interface JsonElement {
  readonly start: number;
  readonly end: number;
}

/** The value of a text that is one JSON value as a whole; undefined for any other text. */
export function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** True where the whole text is one JSON value. */
export function isJson(text: string): boolean {
  return parseJson(text) !== undefined;
}

/** The deepest nesting of brackets and braces outside strings; works on any text. */
export function nestingDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === QUOTE) i = stringEnd(text, i) - 1;
    else if (c === OPEN_BRACE || c === OPEN_BRACKET) deepest = Math.max(deepest, ++depth);
    else if (c === CLOSE_BRACE || c === CLOSE_BRACKET) depth--;
  }
  return deepest;
}

/** The members of the object that begins at or after `from`, in their order, doubled keys included. */
export function jsonMembers(text: string, from = 0): JsonMember[] {
  const members: JsonMember[] = [];
  let i = skipBlanks(text, from) + 1;
  for (;;) {
    i = skipBlanks(text, i);
    if (text.charCodeAt(i) !== QUOTE) return members;
    const keyEnd = stringEnd(text, i);
    const start = skipBlanks(text, skipOver(text, keyEnd, COLON));
    const end = valueEnd(text, start);
    members.push({ key: stringOf(text.slice(i, keyEnd)), start, end });
    i = skipOver(text, end, COMMA);
  }
}

/** The values of the array that begins at or after `from`, in their order. */
export function jsonElements(text: string, from = 0): JsonElement[] {
  const elements: JsonElement[] = [];
  let i = skipBlanks(text, skipBlanks(text, from) + 1);
  while (i < text.length && text.charCodeAt(i) !== CLOSE_BRACKET) {
    const end = valueEnd(text, i);
    elements.push({ start: i, end });
    i = skipBlanks(text, skipOver(text, end, COMMA));
  }
  return elements;
}

/** The same JSON value without the blanks between its tokens. */
export function minifyJson(json: string): string {
  let result = '';
  let kept = 0;
  for (let i = 0; i < json.length; ) {
    if (json.charCodeAt(i) === QUOTE) i = stringEnd(json, i);
    else if (isBlank(json.charCodeAt(i))) {
      result += json.slice(kept, i);
      i = skipBlanks(json, i);
      kept = i;
    } else i++;
  }
  return kept === 0 ? json : result + json.slice(kept);
}

function isBlank(c: number): boolean {
  return c === 32 || c === 10 || c === 13 || c === 9;
}

function skipBlanks(text: string, from: number): number {
  let i = from;
  while (isBlank(text.charCodeAt(i))) i++;
  return i;
}

function skipOver(text: string, from: number, mark: number): number {
  const i = skipBlanks(text, from);
  return text.charCodeAt(i) === mark ? i + 1 : i;
}

function stringOf(json: string): string {
  return json.includes('\\') ? (JSON.parse(json) as string) : json.slice(1, -1);
}

/** The offset after the string that opens at `from`; the text's length where it is never closed. */
function stringEnd(text: string, from: number): number {
  for (let i = from + 1; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === BACKSLASH) i++;
    else if (c === QUOTE) return i + 1;
  }
  return text.length;
}

function valueEnd(text: string, from: number): number {
  let depth = 0;
  for (let i = from; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === QUOTE) {
      i = stringEnd(text, i) - 1;
      if (depth === 0) return i + 1;
    } else if (c === OPEN_BRACE || c === OPEN_BRACKET) depth++;
    else if (c === CLOSE_BRACE || c === CLOSE_BRACKET) {
      if (depth === 0) return i;
      if (--depth === 0) return i + 1;
    } else if (depth === 0 && (c === COMMA || isBlank(c))) return i;
  }
  return text.length;
}
