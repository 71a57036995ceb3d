import { jsonMembers, minifyJson } from '../../json/scan.ts';
import { type Message, msg } from '../../message.ts';
import type { Annotation, ExtraMember } from '../model.ts';
import { readAnnotation } from '../readAnnotation.ts';
import { annotationLine } from '../serialize.ts';

/** What a record cannot change: whose line it is, and how it came to be. */
const FIXED = ['id', 'conflict', 'sources', 'decision', 'by'];

/** A place is moved as a whole, or its quote would not be what stands there. */
const PLACE = ['start', 'end', 'text', 'before', 'after', 'rev'];

export type ChangedAnnotation =
  | { readonly ok: true; readonly annotation: Annotation }
  | { readonly ok: false; readonly fault: Message };

/**
 * An annotation with the keys of a record's `set` in place of its own; the value `null` takes a key away. Refused, with
 * a reason for people, where the result would be no annotation of the same kind, and where only half a place moves.
 */
export function withKeys(annotation: Annotation, set: readonly ExtraMember[]): ChangedAnnotation {
  const keys = set.map((m) => m.key);
  const fixed = keys.find((key) => FIXED.includes(key));
  if (fixed !== undefined) return refused(msg('The key "{0}" is not for others to change.', fixed));
  const half = PLACE.find((key) => !keys.includes(key));
  if (half !== undefined && [...PLACE, 'parts'].some((key) => keys.includes(key))) {
    return refused(msg('The key "{0}" is missing: a tag is moved with all of its place.', half));
  }
  const line = annotationLine(annotation);
  const members = new Map(jsonMembers(line).map((m) => [m.key, line.slice(m.start, m.end)]));
  for (const { key, json } of set) {
    if (minifyJson(json) === 'null') members.delete(key);
    else members.set(key, json);
  }
  const changed = `{${[...members].map(([key, json]) => `${JSON.stringify(key)}:${json}`).join(',')}}`;
  const read = readAnnotation(changed);
  if (read && !read.fault && read.annotation.kind === annotation.kind) {
    return { ok: true, annotation: read.annotation };
  }
  return refused(read?.fault ?? msg('The change would leave no annotation.'));
}

function refused(fault: Message): ChangedAnnotation {
  return { ok: false, fault };
}
