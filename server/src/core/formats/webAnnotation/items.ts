import { jsonElements, jsonMembers, nestingDepth, parseJson } from '../../json/scan.ts';
import { msg } from '../../message.ts';
import { membersOf } from '../jsonLines.ts';
import { jsonValues } from '../jsonValues.ts';
import type { FileProblem } from '../readArticle.ts';

export type Members = ReadonlyMap<string, unknown>;

/** What a file holds: annotations, the collections and pages that they stand in, and what is wrong. `line` is 1-based. */
export type FileItem =
  | { readonly kind: 'annotation' | 'container'; readonly members: Members; readonly line: number }
  | { readonly kind: 'problem'; readonly problem: FileProblem };

/** Deeper than any annotation. */
const MAX_DEPTH = 100;

/** The annotations of a file: of a collection or page, a list, or one behind the other. Never throws. */
export function* itemsOf(text: string): Generator<FileItem> {
  for (const { json, line } of jsonValues(text)) {
    const value = nestingDepth(json) > MAX_DEPTH ? undefined : parseJson(json)?.value;
    if (value === undefined) {
      const message = msg(
        'This is no JSON that can be read, or it breaks off. Save or export the file again.',
      );
      yield { kind: 'problem', problem: { code: 'web-annotation/json', severity: 'error', message, line } };
    } else yield* itemsIn(json, value, line);
  }
}

function* itemsIn(json: string, value: unknown, line: number): Generator<FileItem> {
  const members = membersOf(value);
  if (Array.isArray(value)) yield* elements(json, value, line);
  else if (!members) {
    const message = msg('This is not an annotation. Take it out of the list.');
    yield { kind: 'problem', problem: { code: 'web-annotation/shape', severity: 'error', message, line } };
  } else if (!members.has('items') && !members.has('first')) yield { kind: 'annotation', members, line };
  else {
    yield { kind: 'container', members, line };
    // Doubled keys: the last one is the value, as for JSON.parse.
    const places = new Map(jsonMembers(json).map((m) => [m.key, m]));
    for (const key of ['first', 'items']) {
      const place = places.get(key);
      const inner = members.get(key);
      if (place && typeof inner === 'object' && inner !== null)
        yield* itemsIn(json.slice(place.start, place.end), inner, line + linesIn(json, 0, place.start));
      else if (typeof inner === 'string') yield elsewhere(inner, line);
    }
    const next = members.get('next');
    if (typeof next === 'string') yield elsewhere(next, line);
  }
}

function* elements(json: string, values: readonly unknown[], line: number): Generator<FileItem> {
  let [from, at] = [0, line];
  for (const [i, { start, end }] of jsonElements(json).entries()) {
    at += linesIn(json, from, start);
    from = start;
    yield* itemsIn(json.slice(start, end), values[i], at);
  }
}

function elsewhere(page: string, line: number): FileItem {
  const message = msg(
    'The annotations of another page, {0}, are not in this file. Import that page too.',
    page,
  );
  return { kind: 'problem', problem: { code: 'web-annotation/page', severity: 'warning', message, line } };
}

function linesIn(text: string, start: number, end: number): number {
  let lines = 0;
  for (let i = start; i < end; i++) if (text.charCodeAt(i) === 10) lines++;
  return lines;
}
