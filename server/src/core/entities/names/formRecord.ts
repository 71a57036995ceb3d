import type { NameForm } from '../nameForm.ts';
import { isWordUnit } from '../wordScan.ts';
import { RecordReader, type RecordWriter } from './records.ts';
import type { Segment } from './segmentData.ts';

/*
 * The record of a form, behind the body of its entity: its flags; how many bytes before it its text stands; how many
 * bytes before it the record of the entity begins; how many languages use it, and these.
 */

const STRICT = 1;
const ABBREVIATION = 2;
const PLAIN = 4;
const PHRASE = 8;

/** Writes a form whose text stands `back` bytes before the place where it is written; its entity's record begins the writer. */
export function writeForm(
  form: NameForm,
  back: number,
  writer: RecordWriter,
  language: (tag: string) => number,
): void {
  const at = writer.length;
  writer.byte(
    (form.strict ? STRICT : 0) |
      (form.abbreviation ? ABBREVIATION : 0) |
      (form.plain ? PLAIN : 0) |
      (form.thing < 0 ? PHRASE : 0),
  );
  writer.number(back);
  writer.number(at);
  writer.number(form.languages.length);
  for (const tag of form.languages) writer.number(language(tag));
}

/** A spelling in a segment, and whose it is: the id of its entity, or '' for a phrase that is no mention. */
export interface SegmentName {
  /** Its `thing` is 0, or −1 for a phrase. */
  readonly form: NameForm;
  readonly entityId: string;
}

/** The form whose record starts at a place of the blob. */
export function formAt(segment: Segment, place: number): SegmentName {
  const { blob, shared } = segment;
  const reader = new RecordReader(blob, place);
  const flags = reader.byte();
  const textAt = place - reader.number();
  const entityAt = place - reader.number();
  const languages: string[] = [];
  for (let left = reader.number(); left > 0 && reader.ok; left--) {
    const language = shared.languages[reader.number()];
    if (language !== undefined) languages.push(language);
  }
  reader.at = Math.max(0, textAt);
  const text = reader.text();
  const isPhrase = (flags & PHRASE) !== 0;
  reader.at = Math.max(0, entityAt);
  const form = {
    thing: isPhrase ? -1 : 0,
    text,
    languages,
    tail: tailOf(text),
    strict: (flags & STRICT) !== 0,
    abbreviation: (flags & ABBREVIATION) !== 0,
    plain: (flags & PLAIN) !== 0,
  };
  return { form, entityId: isPhrase ? '' : reader.text() };
}

/** The marks that a form's text ends with. */
export function tailOf(text: string): string {
  let last = text.length;
  while (last > 0 && !isWordUnit(text, last - 1)) last--;
  return text.slice(last);
}
