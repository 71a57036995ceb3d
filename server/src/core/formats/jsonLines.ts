import { parseJson } from '../json/scan.ts';
import { msg } from '../message.ts';
import type { InputFile } from './format.ts';
import { inputLines, inputText } from './inputText.ts';
import { jsonValues } from './jsonValues.ts';
import type { FileProblem } from './readArticle.ts';

/** A JSON value of a file and the 1-based line at which it begins, or why there is none. */
export type JsonRecord =
  | { readonly value: unknown; readonly line: number }
  | { readonly problem: FileProblem };

/** Deeper than any record of annotations; readers may then walk a value by recursion. */
const MAX_DEPTH = 100;

/**
 * The records of a file of JSON Lines, of one JSON array, or of objects written over several lines, one at a time: a
 * file of lines may be larger than any string. An array whose elements are objects or arrays stands for its elements,
 * wherever it is; any other value for itself. Goes on behind a record that cannot be read. Never throws; a value is no
 * deeper than 100 levels, its numbers may be infinite, its keys may be `__proto__` (`membersOf` is safe from that).
 */
export function* jsonRecords(file: Pick<InputFile, 'bytes'>): Generator<JsonRecord> {
  if (isOverLines(file.bytes)) {
    const decoded = inputText(file.bytes);
    if (!decoded.ok) yield { problem: decoded.problem };
    else for (const { json, line } of jsonValues(decoded.text)) yield* recordsIn(json, line);
    return;
  }
  for (const line of inputLines(file.bytes)) {
    if ('problem' in line) yield { problem: line.problem };
    else if (line.text.trim() !== '') yield* recordsIn(line.text, line.number);
  }
}

/** The members of a JSON object, safe from keys that objects have by nature; undefined for anything else. */
export function membersOf(value: unknown): ReadonlyMap<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return new Map(Object.entries(value));
}

/**
 * A value as one line of JSON with its line end; a Map is written as an object. Characters that some readers take for
 * a line end are escaped, so that a record is a line for everybody. Keys stand in the order in which they were set.
 */
export function jsonLine(value: unknown): string {
  const json = JSON.stringify(withoutMaps(value));
  return `${json.replace(/[\u007f-\u009f\u2028\u2029]/g, escaped)}\n`;
}

/**
 * The value with objects for its Maps; itself where it has none. A replacer, which JSON.stringify asks about every
 * value, takes four times as long as all the rest.
 */
function withoutMaps(value: unknown): unknown {
  if (!hasMaps(value)) return value;
  if (value instanceof Map) return withoutMaps(Object.fromEntries(value));
  if (Array.isArray(value)) return value.map(withoutMaps);
  return Object.fromEntries(Object.entries(value ?? {}).map(([k, v]) => [k, withoutMaps(v)]));
}

/** Plain loops, as records may have a hundred thousand tokens. */
function hasMaps(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (value instanceof Map) return true;
  if (Array.isArray(value)) {
    for (const element of value) if (typeof element === 'object' && hasMaps(element)) return true;
    return false;
  }
  const members: Readonly<Record<string, unknown>> = Object(value);
  for (const key in members) if (typeof members[key] === 'object' && hasMaps(members[key])) return true;
  return false;
}

function escaped(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function* recordsIn(json: string, line: number): Generator<JsonRecord> {
  const parsed = parseJson(json);
  if (!parsed) {
    yield { problem: unreadable(json, line) };
    return;
  }
  if (isDeeper(parsed.value, MAX_DEPTH)) {
    const message = msg('This record is nested deeper than {0} levels. Take it out of the file.', MAX_DEPTH);
    yield { problem: { code: 'json/nesting', severity: 'error', message, line } };
    return;
  }
  if (isList(parsed.value)) for (const value of parsed.value) yield { value, line };
  else yield { value: parsed.value, line };
}

/** Whether a value is nested deeper than so many levels. Looks at one level at a time, so that no depth overflows the stack. */
function isDeeper(value: unknown, levels: number): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > levels) return true;
    const next: unknown[] = [];
    for (const parent of level) {
      const children: Iterable<unknown> = Array.isArray(parent) ? parent : Object.values(parent ?? {});
      for (const child of children) if (typeof child === 'object' && child !== null) next.push(child);
    }
    level = next;
  }
  return false;
}

/** A list of records, unlike a record that is a list, such as spaCy's `[text, annotations]`. */
function isList(value: unknown): value is unknown[] {
  return Array.isArray(value) && value.every((element) => typeof element === 'object' && element !== null);
}

function unreadable(json: string, line: number): FileProblem {
  const message = isOpen(json)
    ? msg('This record breaks off in its middle. Was the file cut short? Save or export it again.')
    : msg('This is not JSON: {0}. Save the file as JSON Lines, one record on each line.', beginning(json));
  return { code: 'json/syntax', severity: 'error', message, line };
}

function beginning(json: string): string {
  const chars = [...json.trim().slice(0, 60)];
  return chars.length > 30 ? `${chars.slice(0, 30).join('')}…` : chars.join('');
}

/** True where brackets or a string are still open at the end. */
function isOpen(json: string): boolean {
  for (const { whole } of jsonValues(json)) if (!whole) return true;
  return false;
}

/**
 * True for a file whose first value goes on behind its first line. A first line that was cut short is no such value:
 * the next one is a record of its own then.
 */
function isOverLines(bytes: Uint8Array): boolean {
  let first: string | undefined;
  for (const line of inputLines(bytes)) {
    if ('problem' in line) return false;
    const text = line.text.trim();
    if (text === '') continue;
    if (first === undefined) {
      if (!breaksBetweenValues(text)) return false;
      first = text;
    } else return first === '[' || typeof parseJson(text)?.value !== 'object';
  }
  return false;
}

/** True for a line whose last value goes on. A string holds no line end: a line that ends inside one was cut. */
function breaksBetweenValues(line: string): boolean {
  for (const { whole, inString } of jsonValues(line)) if (!whole) return !inString;
  return false;
}
