import type { AttributeValue } from '../../annotations/model.ts';

/** A text, and not an empty one. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** An offset or an index: a whole number from 0 on. */
export function offsetOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

/** The name that a file gives to something by a text or a number. */
export function nameOf(value: unknown): string | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : textOf(value);
}

/** What a file says of an annotation, as an attribute holds it: what no attribute can be is kept as its JSON. */
export function attributeValueOf(value: unknown): AttributeValue {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (Array.isArray(value) && value.every((v) => typeof v === 'string')) return value;
  return JSON.stringify(value ?? null);
}

/** The members of an object as attributes; none for anything else. */
export function attributesOf(members: ReadonlyMap<string, unknown> | undefined): Map<string, AttributeValue> {
  return new Map([...(members ?? [])].map(([name, value]) => [name, attributeValueOf(value)]));
}

/** The elements of a list; none for anything else. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** An own member of an object, without making a Map of all: for what there is a lot of. */
export function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
}
