import { type Message, msg } from '../../message.ts';
import type { Steps } from '../../steps.ts';
import { applyReplacements, type TextRange, type TextReplacement } from '../../text/range.ts';
import type { Entity } from '../entity.ts';
import { readEntityLine } from '../entityLine.ts';
import {
  type AddedNames,
  type EntityContent,
  type EntityEdit,
  isSpelled,
  type Renaming,
  saysTheSame,
  withAddedNames,
  withoutName,
  withRenamed,
} from './entityText.ts';
import { addedToLine, entityLine, type LineEdits, removedFromLine, renamedInLine } from './jsonLine.ts';
import { nameFault } from './newName.ts';

/** The first line of a file that Pressmark makes. */
const HEADER = '{"pressmark-entities":1,"source":"Added while annotating."}';

/** A line of an entity file and the entity that it says; UTF-16 units of the file's text, without its line end. */
export interface EntityAtLine extends TextRange {
  readonly entity: Entity;
}

/** Lines between two steps: a few milliseconds of looking. */
const LINES_A_STEP = 2000;

/** All lines of a JSON Lines entity file that have an id, in order. The first of them is the one that is read. */
export function* linesOfEntity(text: string, id: string): Steps<EntityAtLine[]> {
  const found: EntityAtLine[] = [];
  let line = -1;
  for (let start = text.startsWith('\ufeff') ? 1 : 0; start < text.length; ) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    line++;
    if (line % LINES_A_STEP === 0) yield;
    const entity = entityOf(text.slice(start, end), line, id);
    if (entity) found.push({ start, end: text.charCodeAt(end - 1) === 13 ? end - 1 : end, entity });
    start = end + 1;
  }
  return found;
}

function entityOf(content: string, line: number, id: string): Entity | undefined {
  // Only an escape can spell an id without its characters.
  if (!content.includes(id) && !content.includes('\\')) return undefined;
  if (content.includes('"pressmark-entities"')) return undefined;
  const entity = readLine(content, line);
  return entity?.id === id ? entity : undefined;
}

function readLine(content: string, line: number): Entity | undefined {
  const trimmed = content.trim();
  if (trimmed === '' || trimmed.startsWith('#') || trimmed.startsWith('//')) return undefined;
  return readEntityLine(trimmed, { kind: 'file', uri: '', line }, () => undefined, false);
}

/** Puts an entity at the end of a JSON Lines file; an empty text becomes a file with its header. */
export function* appendToJsonLines(text: string, entity: EntityContent): Steps<EntityEdit> {
  const fault = [entity.name, ...[...entity.names.values()].flat()].map(nameFault).find((f) => f);
  if (fault) return refused(fault);
  if ((yield* linesOfEntity(text, entity.id)).length > 0) return refused(takenId(entity.id));
  const line = entityLine(entity);
  const read = readLine(line, 0);
  if (!read || !saysTheSame(read, entity)) return refused(notReadBack());
  const at = { start: text.length, end: text.length };
  if (text.trim() === '' || text === '\ufeff') return done([{ ...at, newText: `${HEADER}\n${line}\n` }]);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  // A file without a line end at its end keeps to that.
  return done([{ ...at, newText: text.endsWith('\n') ? `${line}${eol}` : `${eol}${line}` }]);
}

/** Adds names to an entity of a JSON Lines file, in its line. */
export function* addNamesInJsonLines(text: string, added: AddedNames): Steps<EntityEdit> {
  const fault = added.names.map(nameFault).find((f) => f);
  if (fault) return refused(fault);
  const [first] = yield* linesOfEntity(text, added.id);
  if (!first) return refused(missing(added.id));
  const known = first.entity.names.get(added.language) ?? [];
  const fresh = [...new Set(added.names)].filter((name) => !known.some((k) => isSpelled(k, name)));
  if (fresh.length === 0) return refused(knownName(added.names[0] ?? '', first.entity.name));
  const wanted = withAddedNames(first.entity, { ...added, names: fresh });
  return inLines(
    text,
    [first],
    (line) => addedToLine(line, added.language, fresh),
    () => wanted,
  );
}

/** Renames a name of an entity in all lines of a JSON Lines file that have its id. */
export function* renameInJsonLines(text: string, renaming: Renaming): Steps<EntityEdit> {
  const { id, from, to } = renaming;
  const fault = nameFault(to);
  if (fault) return refused(fault);
  const lines = (yield* linesOfEntity(text, id)).filter(({ entity }) => hasName(entity, from));
  if (lines.length === 0) return refused(missingName(from));
  for (const { entity } of lines) {
    for (const list of entity.names.values()) {
      const both = list.some((n) => isSpelled(n, from)) && list.some((n) => isSpelled(n, to));
      if (both && !isSpelled(from, to)) return refused(knownName(to, entity.name));
    }
  }
  return inLines(
    text,
    lines,
    (line) => renamedInLine(line, from, to),
    (entity) => withRenamed(entity, renaming),
  );
}

/** Takes a name from an entity in all lines of a JSON Lines file that have its id; canonical names stay. */
export function* removeNameInJsonLines(text: string, id: string, name: string): Steps<EntityEdit> {
  const lines = (yield* linesOfEntity(text, id)).filter(({ entity }) => hasName(entity, name));
  if (lines.length === 0) return refused(missingName(name));
  if (lines.some(({ entity }) => isSpelled(entity.name, name))) {
    return refused(msg('“{0}” is the canonical name. Rename it instead of removing it.', name));
  }
  return inLines(
    text,
    lines,
    (line) => removedFromLine(line, name),
    (entity) => withoutName(entity, name),
  );
}

/** True where an entity bears a name, spelled so. */
export function hasName({ name, names }: EntityContent, spelled: string): boolean {
  return (
    isSpelled(name, spelled) || [...names.values()].some((list) => list.some((n) => isSpelled(n, spelled)))
  );
}

/** Edits in some lines, given only where each line then says what is wanted. */
function inLines(
  text: string,
  lines: readonly EntityAtLine[],
  change: (line: string) => LineEdits,
  wanted: (entity: Entity) => Entity,
): EntityEdit {
  const edits: TextReplacement[] = [];
  for (const { start, end, entity } of lines) {
    const line = text.slice(start, end);
    const changes = change(line);
    if ('refused' in changes) return refused(changes.refused);
    const after = readLine(applyReplacements(line, changes), 0);
    if (!after || !saysTheSame(after, wanted(entity))) return refused(notReadBack());
    for (const c of changes) edits.push({ start: start + c.start, end: start + c.end, newText: c.newText });
  }
  return done(edits);
}

function done(edits: readonly TextReplacement[]): EntityEdit {
  return { ok: true, edits };
}

function refused(reason: Message): EntityEdit {
  return { ok: false, reason };
}

function takenId(id: string): Message {
  return msg('The id {0} is taken by another entity. Choose another one.', id);
}

function missing(id: string): Message {
  return msg('No line of the file has the id {0} any more. Look at the entity file, then try again.', id);
}

function missingName(name: string): Message {
  return msg('The name “{0}” is not in the entity file any more.', name);
}

function knownName(name: string, entity: string): Message {
  return msg('“{0}” is a name of {1} already.', name, entity);
}

function notReadBack(): Message {
  return msg(
    'The line would not be read back as it is meant, so nothing was written. Change the entity file by hand.',
  );
}
