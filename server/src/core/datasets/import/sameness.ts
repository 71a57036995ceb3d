import type { AttributeValue, DocumentLabel } from '../../annotations/model.ts';
import type { DatasetSpan } from '../../formats/dataset.ts';
import type { TextRange } from '../../text/range.ts';
import type { Anchored } from './anchored.ts';

/** What an annotation has besides its label and place, as a line has it. */
export function details({ attributes, note }: Pick<DatasetSpan, 'attributes' | 'note'>) {
  const own = new Map([...attributes].map(([name, value]) => [name, finite(value)] as const));
  return { ...(own.size === 0 ? {} : { attributes: own }), ...(note === undefined ? {} : { note }) };
}

/** A value as JSON can hold it: it knows no other numbers. */
export function finite(value: AttributeValue): AttributeValue {
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}

/** True where a line has the attributes, note and entity that an item of a file has. */
export function saysTheSame(there: Besides, item: Besides): boolean {
  return contentKey(there) === contentKey(item);
}

type Besides = {
  readonly attributes?: ReadonlyMap<string, AttributeValue> | undefined;
  readonly note?: string | undefined;
  readonly entity?: string | undefined;
};

/** What lines have in common that say the same besides their label and place. */
export function contentKey({ attributes, note, entity }: Besides): string {
  const own = [...(attributes ?? [])].map(([name, value]) => [name, finite(value)] as const);
  return contentOf([note, entity, sorted(new Map(own))]);
}

/** Attributes in the order of their names. */
export function sorted(
  attributes: ReadonlyMap<string, AttributeValue> | undefined,
): [string, AttributeValue][] {
  return [...(attributes ?? [])].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

/** A value as text: two of the same content have the same. */
export function contentOf(content: unknown): string {
  return JSON.stringify(content);
}

/** What spans of the same label at the same place (UTF-16 units) have in common. */
export function placeKey(label: string, place: readonly TextRange[]): string {
  return `at ${contentOf([label, ...place.map(({ start, end }) => [start, end])])}`;
}

/** What lines have in common that say the same of where they are. */
export function anchorKey(label: string, { start, end, text, rev, parts }: Anchored): string {
  return `was ${contentOf([label, start, end, text, rev, parts?.map((p) => [p.start, p.end])])}`;
}

/** What document labels have in common that say the same. */
export function valueKey({ label, value }: Pick<DocumentLabel, 'label' | 'value'>): string {
  return contentOf([label, value]);
}
