import type { AttributeValue } from '../annotations/model.ts';

/** True for what an attribute, or a label of an article, may be. */
export function isAttributeValue(value: unknown): value is AttributeValue {
  return Array.isArray(value)
    ? value.every((v) => typeof v === 'string')
    : typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
}
