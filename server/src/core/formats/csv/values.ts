import type { AttributeValue } from '../../annotations/model.ts';
import { parseJson } from '../../json/scan.ts';
import type { TextRange } from '../../text/range.ts';

/** A value as a cell: a text as it is, others as JSON, and a text that looks like one of those in quotation marks. */
export function valueCell(value: AttributeValue): string {
  if (typeof value === 'string') return cellValue(value) === value ? value : JSON.stringify(value);
  return JSON.stringify(value);
}

/** The value of a cell. */
export function cellValue(cell: string): AttributeValue {
  if (!/^[[{"\-\dtf]/.test(cell)) return cell;
  const value = parseJson(cell)?.value;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : cell;
  return Array.isArray(value) && value.every((v) => typeof v === 'string') ? value : cell;
}

/** The parts of a span as `0:4 9:12`. */
export function partsCell(parts: readonly TextRange[], at: (utf16: number) => number): string {
  return parts.map((p) => `${at(p.start)}:${at(p.end)}`).join(' ');
}

/** The offsets that `partsCell` wrote. */
export function cellParts(cell: string): readonly (readonly number[])[] {
  return cell
    .trim()
    .split(/ +/)
    .map((part) => part.split(':').map(Number));
}
