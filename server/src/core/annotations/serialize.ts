import { revisionOf } from '../text/revision.ts';
import { type Annotation, type ExtraMember, type KnownAnnotation, sortById } from './model.ts';
import { knownKeys, SIDECAR_VERSION } from './schema.ts';

/** The lines before the first annotation, as every sidecar of this version has them. */
export const SIDECAR_HEADER = `{\n"pressmark":${SIDECAR_VERSION},\n"annotations":[\n`;
/** The lines after the last annotation: the sentinel, so that every annotation's line ends in a comma. */
export const SIDECAR_FOOTER = 'null\n]}\n';

/**
 * A sidecar's canonical text: one annotation per line, sorted by id, known keys in fixed order and unknown keys after
 * them, no blanks inside a line, LF, final newline.
 */
export function serializeSidecar(annotations: readonly Annotation[]): string {
  const lines = sortById(annotations).map((annotation) => `${annotationLine(annotation)},\n`);
  return SIDECAR_HEADER + lines.join('') + SIDECAR_FOOTER;
}

/** An annotation's canonical line, without the comma and the line end. */
export function annotationLine(annotation: Annotation): string {
  return annotation.kind === 'unknown' ? annotation.json : lineOf(annotation, knownKeys(annotation.kind));
}

/** The keys that say where an annotation stands: another revision of the article changes them, and nothing else. */
const PLACE_KEYS: readonly string[] = ['start', 'end', 'before', 'after', 'rev', 'parts'];

/**
 * What a record's `was` holds: the first 12 hex digits of the git blob id of an annotation's canonical line, without the
 * comma, the line end and the keys of its place, so that whoever speaks of an annotation says which state of it they
 * saw. Bringing a tag along to a corrected article does not change what it says; of a discontinuous span the hash has
 * the pieces as they lie to each other.
 */
export function lineHash(annotation: Annotation): string {
  if (annotation.kind === 'unknown') return revisionOf(annotation.json);
  const keys = knownKeys(annotation.kind).filter((key) => !PLACE_KEYS.includes(key));
  const line = lineOf(annotation, keys);
  if (annotation.kind !== 'span' || !annotation.parts) return revisionOf(line);
  const { parts, start } = annotation;
  return revisionOf(line + JSON.stringify(parts.map((part) => [part.start - start, part.end - start])));
}

function lineOf(annotation: KnownAnnotation, keys: readonly string[]): string {
  const members: string[] = [];
  for (const key of keys) {
    const json = jsonOf(annotation, key);
    if (json !== undefined) members.push(`"${key}":${json}`);
  }
  for (const { key, json } of annotation.extra) members.push(`${JSON.stringify(key)}:${json}`);
  return `{${members.join(',')}}`;
}

function jsonOf(annotation: KnownAnnotation, key: string): string | undefined {
  if (key === 'attributes' && 'attributes' in annotation && annotation.attributes) {
    const members = [...annotation.attributes].map(([name, value]) => ({
      key: name,
      json: JSON.stringify(value),
    }));
    return jsonObject(members);
  }
  if (key === 'set' && annotation.kind === 'record') return annotation.set && jsonObject(annotation.set);
  if (key === 'parts' && annotation.kind === 'span') {
    return annotation.parts && JSON.stringify(annotation.parts.map(({ start, end }) => [start, end]));
  }
  if (key === 'conflict' && annotation.conflict) {
    const { base, ours, theirs } = annotation.conflict;
    return `{"base":${base},"ours":${ours},"theirs":${theirs}}`;
  }
  const value: unknown = Object.hasOwn(annotation, key) ? Reflect.get(annotation, key) : undefined;
  return value === undefined ? undefined : JSON.stringify(value);
}

function jsonObject(members: readonly ExtraMember[]): string {
  return `{${members.map(({ key, json }) => `${JSON.stringify(key)}:${json}`).join(',')}}`;
}
