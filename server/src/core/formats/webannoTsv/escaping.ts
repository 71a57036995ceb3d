/** What stands for a feature without a value. */
export const NO_VALUE = '*';
/** What stands in the columns of a layer that has nothing on the words of the line. */
export const NO_ANNOTATION = '_';

const VALUE_MARKS = /\\|\[|\]|\||_|->|;|\t|\n|\r|\*/g;
const VALUE_ESCAPES = /\\(->|[\\[\]|_;*tnr])/g;

/**
 * A value of a feature as a cell holds it. INCEpTION escapes the same, but for CR, which it writes as it is and which
 * would end the line; it reads `\r` as those two characters.
 */
export function escapeValue(value: string): string {
  return value.replace(VALUE_MARKS, (mark) => `\\${CONTROL_NAMES.get(mark) ?? mark}`);
}

/** The value that `escapeValue` wrote. A backslash before anything else stays. */
export function unescapeValue(cell: string): string {
  return cell.replace(VALUE_ESCAPES, (_, mark: string) => NAMED_CONTROLS.get(mark) ?? mark);
}

const TEXT_MARKS = /[\u0000-\u000a\u000c-\u001f\\]/g;
const TEXT_ESCAPES = /\\([\u0000-\u0007\u000e-\u001f\\tnfrb])/g;

/** A line of an article as `#Text=` holds it. */
export function escapeText(line: string): string {
  return line.replace(TEXT_MARKS, (mark) => `\\${CONTROL_NAMES.get(mark) ?? mark}`);
}

/** What `#Text=` says, by the rules of 3.2 and later; of files up to 3.1 (`java`), which escape as Java does. */
export function unescapeText(line: string, java: boolean): string {
  if (java) return line.replace(JAVA_ESCAPES, unescapedJava);
  return line.replace(TEXT_ESCAPES, (_, mark: string) => NAMED_CONTROLS.get(mark) ?? mark);
}

const JAVA_ESCAPES = /\\(?:u+\+?([0-9a-fA-F]{4})|([0-3][0-7]{2}|[0-7]{1,2})|([\s\S]?))/g;

function unescapedJava(_: string, hex?: string, octal?: string, mark?: string): string {
  if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
  if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
  return NAMED_CONTROLS.get(mark ?? '') ?? mark ?? '';
}

const CONTROL_NAMES: ReadonlyMap<string, string> = new Map([
  ['\t', 't'],
  ['\n', 'n'],
  ['\f', 'f'],
  ['\r', 'r'],
  ['\b', 'b'],
]);
const NAMED_CONTROLS: ReadonlyMap<string, string> = new Map(
  [...CONTROL_NAMES].map(([char, name]) => [name, char]),
);

/** The pieces of a cell between marks that are not escaped; at least one. */
export function splitUnescaped(cell: string, mark: '|' | ';'): string[] {
  const pieces: string[] = [];
  let start = 0;
  for (let i = 0; i < cell.length; i++) {
    if (cell[i] === '\\') i++;
    else if (cell[i] === mark) {
      pieces.push(cell.slice(start, i));
      start = i + 1;
    }
  }
  pieces.push(cell.slice(start));
  return pieces;
}

/** A value, still escaped, and what `[…]` behind it or `->…` says. */
export interface Marked {
  readonly value: string;
  readonly mark?: string;
}

const BRACKETS = /\[(\d{1,15}(?:_\d{1,15})?)\]$/;
const LINK = /->(\d{1,15}-\d{1,15})$/;

/** Takes the disambiguation id, the ids of a relation's ends (`0_2`), or the place in a chain (`1-2`) off a value. */
export function withoutMark(cell: string): Marked {
  const found = BRACKETS.exec(cell) ?? LINK.exec(cell);
  if (!found || isEscaped(cell, found.index)) return { value: cell };
  return { value: cell.slice(0, found.index), ...(found[1] === undefined ? {} : { mark: found[1] }) };
}

function isEscaped(cell: string, at: number): boolean {
  let backslashes = 0;
  while (cell[at - 1 - backslashes] === '\\') backslashes++;
  return backslashes % 2 === 1;
}
