import type { AttributeValue } from '../../annotations/model.ts';
import { parseJson } from '../../json/scan.ts';
import type { TextRange } from '../../text/range.ts';

/** The attributes that a JSON object holds; undefined for text that is none, or that holds other values. */
export function readAttributes(json: string): ReadonlyMap<string, AttributeValue> | undefined {
  const value = parseJson(json)?.value;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const attributes = new Map<string, AttributeValue>();
  for (const [name, one] of Object.entries(value)) {
    if (!isAttributeValue(one)) return undefined;
    attributes.set(name, one);
  }
  return attributes;
}

/** A value whose type stands beside it; the text itself where it is not of that type. */
export function readPlainValue(text: string, type: string | undefined): AttributeValue {
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  if (type === 'number' && text.trim() !== '' && Number.isFinite(Number(text))) return Number(text);
  const value: unknown = type === 'list' ? parseJson(text)?.value : undefined;
  return Array.isArray(value) && isAttributeValue(value) ? value : text;
}

/** The parts that `0-5 10-12` says; undefined where it is no list of parts in order that do not touch. */
export function readParts(text: string): readonly TextRange[] | undefined {
  const parts: TextRange[] = [];
  for (const piece of text.split(' ')) {
    const found = /^(\d{1,10})-(\d{1,10})$/.exec(piece);
    if (!found) return undefined;
    const part = { start: Number(found[1]), end: Number(found[2]) };
    if (part.start > part.end || part.start <= (parts.at(-1)?.end ?? -1)) return undefined;
    parts.push(part);
  }
  return parts.length > 1 ? parts : undefined;
}

function isAttributeValue(value: unknown): value is AttributeValue {
  if (Array.isArray(value)) return value.every((one) => typeof one === 'string');
  return typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
}
