import type { Range } from 'vscode-languageserver';

/** True for an object, whose keys can be asked for. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** True for a range of LSP: lines and characters from 0 on. */
export function isRange(value: unknown): value is Range {
  if (!isObject(value)) return false;
  const { start, end } = value;
  return isPosition(start) && isPosition(end);
}

function isPosition(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { line, character } = value;
  return isCount(line) && isCount(character);
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

/** True for a text, and for none. */
export function isTextOrNone(value: unknown): value is string | undefined {
  return value === undefined || typeof value === 'string';
}

/** True for a finite number, and for none. */
export function isNumberOrNone(value: unknown): value is number | undefined {
  return value === undefined || (typeof value === 'number' && Number.isFinite(value));
}
