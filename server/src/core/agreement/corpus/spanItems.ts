import { boundariesOf } from '../spans/span.ts';
import { type CoderLayer, LABELS_TOGETHER } from './comparedArticle.ts';

/**
 * The labels that a person gave to each stretch, by its boundaries; of a stretch with several labels they are taken
 * together, sorted, as one value. Items of the subject `labels` are the stretches that two people marked alike.
 */
export function labelItems({ spans }: CoderLayer): ReadonlyMap<string, string> {
  const labels = new Map<string, Set<string>>();
  for (const span of spans) {
    const key = boundariesOf(span);
    const known = labels.get(key);
    if (known) known.add(span.label);
    else labels.set(key, new Set([span.label]));
  }
  return new Map([...labels].map(([key, names]) => [key, [...names].sort().join(LABELS_TOGETHER)]));
}

/** True where a value is this label, or has it among others. */
export function hasLabel(value: string, label: string): boolean {
  if (value === label || !value.includes(LABELS_TOGETHER)) return value === label;
  return value.split(LABELS_TOGETHER).includes(label);
}
