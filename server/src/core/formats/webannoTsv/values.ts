import type { AttributeValue } from '../../annotations/model.ts';
import { parseJson } from '../../json/scan.ts';

/**
 * An attribute's value as a feature holds it. The format does not say which values are texts: numbers, `true`, `false`
 * and lists are written as JSON writes them, and a text that could be taken for one of these in quotes, as JSON too.
 */
export function writtenValue(value: AttributeValue): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  return typeof readValue(value) === 'string' && value !== '' && !value.startsWith('"')
    ? value
    : JSON.stringify(value);
}

/** The attribute's value that a feature holds. */
export function readValue(text: string): AttributeValue {
  if (text === 'true' || text === 'false') return text === 'true';
  if (NUMBER.test(text) && String(Number(text)) === text) return Number(text);
  if (!/^["[]/.test(text)) return text;
  const value = parseJson(text)?.value;
  if (typeof value === 'string') return value;
  return Array.isArray(value) && value.every((v) => typeof v === 'string') ? value : text;
}

const NUMBER = /^-?\d{1,30}(?:\.\d{1,30})?(?:e[+-]?\d{1,3})?$/;
