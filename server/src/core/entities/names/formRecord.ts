import type { NameForm } from '../nameForm.ts';
import { isWordUnit } from '../wordScan.ts';
import { RecordReader, type RecordWriter } from './records.ts';
import type { Segment } from './segmentData.ts';

/*
 * The record of a form, behind the body of its entity: its flags; how many bytes before it its text stands; how many
 * languages use it, and these.
 */

const STRICT = 1;
const ABBREVIATION = 2;
const PLAIN = 4;
const PHRASE = 8;

/** Writes a form whose text stands `back` bytes before the record. */
export function writeForm(
  form: NameForm,
  back: number,
  writer: RecordWriter,
  language: (tag: string) => number,
): void {
  writer.byte(
    (form.strict ? STRICT : 0) |
      (form.abbreviation ? ABBREVIATION : 0) |
      (form.plain ? PLAIN : 0) |
      (form.thing < 0 ? PHRASE : 0),
  );
  writer.number(back);
  writer.number(form.languages.length);
  for (const tag of form.languages) writer.number(language(tag));
}

/** The form whose record starts at a place of the blob; its `thing` is the index of its entity in the segment. */
export function formAt(segment: Segment, place: number): NameForm {
  const reader = new RecordReader(segment.blob, place);
  const flags = reader.byte();
  const back = reader.number();
  const text = new RecordReader(segment.blob, Math.max(0, place - back)).text();
  const languages: string[] = [];
  for (let left = reader.number(); left > 0 && reader.ok; left--) {
    const language = segment.shared.languages[reader.number()];
    if (language !== undefined) languages.push(language);
  }
  return {
    thing: (flags & PHRASE) !== 0 ? -1 : entityOf(segment, place),
    text,
    languages,
    tail: tailOf(text),
    strict: (flags & STRICT) !== 0,
    abbreviation: (flags & ABBREVIATION) !== 0,
    plain: (flags & PLAIN) !== 0,
  };
}

/** The marks that a form's text ends with. */
export function tailOf(text: string): string {
  let last = text.length;
  while (last > 0 && !isWordUnit(text, last - 1)) last--;
  return text.slice(last);
}

/** The index of the entity in whose record a place of the blob lies. */
function entityOf({ records }: Segment, place: number): number {
  let low = 0;
  let high = records.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((records[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}
