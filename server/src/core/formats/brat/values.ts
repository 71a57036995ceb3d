import type { AttributeValue } from '../../annotations/model.ts';
import { parseJson } from '../../json/scan.ts';
import type { TextRange } from '../../text/range.ts';
import { isAttributeValue } from '../attributeValue.ts';
import { jsonLine, membersOf } from '../jsonLines.ts';

/**
 * What brat has no place for: values that are no strings, notes with blanks at their edges, where exactly a span over
 * line ends is divided. It stands as JSON in a note of this type, which brat shows and keeps.
 */
export const OWN_NOTE = 'Pressmark';
export const PERSON_NOTE = 'AnnotatorNotes';

/** What such a note of one annotation says. */
export interface Extra {
  readonly attributes?: ReadonlyMap<string, AttributeValue>;
  readonly note?: string;
  /** The stretches of a span whose fragments are these; both from the first fragment's start, in code points. */
  readonly parts?: readonly TextRange[];
  readonly fragments?: readonly TextRange[];
}

/** A value as lines of brat say it: each with a value, or with none. */
export type ValueLine = string | true;

/** What lines say, and whether that is all of it. */
export interface Said<T> {
  readonly lines: readonly T[];
  readonly whole: boolean;
}

/** An attribute that stands in the file as a note of its own type, `#Lemma`, because it came as such; undefined for others. */
export function noteType(attribute: string): string | undefined {
  const type = attribute.slice(1);
  return attribute.startsWith('#') && type !== '' && type !== OWN_NOTE && type !== PERSON_NOTE
    ? type
    : undefined;
}

/** An attribute's value as lines; a list of several different strings is as many lines. */
export function linesOfValue(attribute: string, value: AttributeValue): Said<ValueLine> {
  if (value === true) return noteType(attribute) ? NOTHING : { lines: [true], whole: true };
  if (typeof value === 'number') return { lines: [String(value)], whole: false };
  if (typeof value === 'string') return isPlain(value) ? { lines: [value], whole: true } : NOTHING;
  if (value === false || !value.every(isPlain) || new Set(value).size < value.length) return NOTHING;
  return { lines: value, whole: value.length > 1 };
}

const NOTHING = { lines: [], whole: false };

/** The value that lines of one attribute say: the same twice is said once. */
export function valueOfLines(lines: readonly ValueLine[]): AttributeValue {
  const values = [...new Set(lines)];
  const [only] = values;
  return values.length === 1 && only !== undefined ? only : values.map(String);
}

/** A note as lines, each a note of brat; what does not fit into a line is left out of them. */
export function linesOfNote(note: string): Said<string> {
  const lines = note.split('\n');
  if (lines.every(isPlain)) return { lines, whole: true };
  const folded = lines.map((l) => l.toWellFormed().replace(NOT_PLAIN, ' ').replace(/\s+/g, ' ').trim());
  return { lines: folded.filter((l) => l !== ''), whole: false };
}

/** True where the lines are those that `said` gives. */
export function isSaid<T>(said: Said<T>, lines: readonly T[]): boolean {
  const values = new Set(lines);
  return values.size === new Set(said.lines).size && said.lines.every((l) => values.has(l));
}

const NOT_PLAIN = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\p{Surrogate}]/gu;

/** Text that any reader of brat's gives back as it is: something, no control characters, no blanks at its edges. */
function isPlain(text: string): boolean {
  return text !== '' && text === text.trim() && text.search(NOT_PLAIN) < 0;
}

/** The text of such a note; undefined where there is nothing to say. */
export function extraJson({ attributes, note, parts, fragments }: Extra): string | undefined {
  const said = {
    ...(attributes && attributes.size > 0 ? { attributes: Object.fromEntries(attributes) } : {}),
    ...(note === undefined ? {} : { note }),
    ...(parts && fragments ? { fragments: fragments.map(pair), parts: parts.map(pair) } : {}),
  };
  return Object.keys(said).length === 0 ? undefined : jsonLine(said).trimEnd();
}

/** What such a note says; undefined where it says nothing that we know. */
export function extraOf(json: string): Extra | undefined {
  const members = membersOf(parseJson(json)?.value);
  if (!members) return undefined;
  const attributes = new Map<string, AttributeValue>();
  for (const [name, value] of membersOf(members.get('attributes')) ?? [])
    if (isAttributeValue(value)) attributes.set(name, value);
  const note = members.get('note');
  const [parts, fragments] = [rangesOf(members.get('parts')), rangesOf(members.get('fragments'))];
  return {
    attributes,
    ...(typeof note === 'string' ? { note } : {}),
    ...(parts && fragments ? { parts, fragments } : {}),
  };
}

function pair({ start, end }: TextRange): [number, number] {
  return [start, end];
}

function rangesOf(value: unknown): TextRange[] | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const ranges: TextRange[] = [];
  for (const entry of value) {
    const [start, end] = Array.isArray(entry) ? entry : [];
    const before = ranges.at(-1)?.end ?? Number.NEGATIVE_INFINITY;
    if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end) || start < before || start > end)
      return undefined;
    ranges.push({ start, end });
  }
  return ranges;
}
