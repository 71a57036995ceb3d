import type { AttributeValue } from '../../annotations/model.ts';
import type { DatasetDocumentLabel } from '../dataset.ts';
import { attributeValueOf } from './values.ts';

/** What a name of a class of documents stands for. */
export interface NamedLabel {
  readonly label: string;
  readonly value: AttributeValue;
  readonly note?: string;
}

/**
 * The name of a document label for tools that know classes of documents, each of which an article has or has not:
 * `sport` for a label that is true or false, `topic=economy` for any other value.
 */
export function documentLabelName({ label, value }: Pick<DatasetDocumentLabel, 'label' | 'value'>): string {
  if (typeof value === 'boolean') return label;
  return `${label}=${typeof value === 'string' ? value : JSON.stringify(value)}`;
}

/**
 * The document labels that a name stands for whose score is 1 or true (it is so), 0 or false (it is not), or a number
 * between. `meanings` are objects with `as`, `label`, `value` and `note` for names that do not say it themselves; those
 * without `as` are what no name stands for.
 */
export function documentLabelsOf(
  name: string | undefined,
  score: unknown,
  meanings: readonly ReadonlyMap<string, unknown>[],
): NamedLabel[] {
  const told = meanings.flatMap((m): NamedLabel[] => {
    const [label, note] = [m.get('label'), m.get('note')];
    if (m.get('as') !== name || typeof label !== 'string') return [];
    const value = attributeValueOf(m.get('value'));
    return [typeof note === 'string' ? { label, value, note } : { label, value }];
  });
  if (told.length > 0 || name === undefined) return told;
  const is = score === 1 || score === true;
  const at = name.indexOf('=');
  if (is && at > 0) return [{ label: name.slice(0, at), value: name.slice(at + 1) }];
  if (is || score === 0 || score === false) return [{ label: name, value: is }];
  return [{ label: name, value: attributeValueOf(score) }];
}

/** The names of the document labels that an article has, each once, for tools that list them. */
export function listedNames(labels: readonly DatasetDocumentLabel[]): string[] {
  return [...new Set(labels.filter((l) => l.value !== false).map(documentLabelName))];
}
