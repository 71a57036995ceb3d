import { type Message, msg } from '../core/message.ts';
import { articleAtHand } from '../service/articleAtHand.ts';
import type { EntitiesChanged } from '../service/entities/changing.ts';
import { linkAtPlace } from '../service/entities/linking.ts';
import { addAlias, addEntity } from '../service/entities/writing.ts';
import type { LoadedProject } from '../service/projects.ts';
import { apply } from './applying.ts';
import { isNumberOrNone, isObject, isRange } from './asked.ts';
import type { EntityLink, EntityWritten, NewAlias, NewEntity } from './protocol/entities.ts';
import type { CommandResult } from './protocol.ts';
import type { Session } from './session.ts';

/** Writes an entity that somebody made into an entity file. */
export async function entityAdded(session: Session, params: unknown): Promise<EntityWritten> {
  const project = isNewEntity(params) ? await projectOf(session, params.uri) : undefined;
  if (!project || !isNewEntity(params)) return misused(session);
  const { file, id, type, name, names, description = {} } = params;
  const written = {
    id,
    type,
    name,
    names: new Map(Object.entries(names)),
    description: new Map(Object.entries(description)),
  };
  return told(session, await addEntity(session.workspace, project, file, written));
}

/** Adds names to an entity. */
export async function aliasAdded(session: Session, params: unknown): Promise<EntityWritten> {
  const project = isNewAlias(params) ? await projectOf(session, params.uri) : undefined;
  if (!project || !isNewAlias(params)) return misused(session);
  const { entity, language, names } = params;
  return told(session, await addAlias(session.workspace, project, { entity, language, names }));
}

/** Links the tag at a place to an entity, or to none. */
export async function linked(session: Session, params: unknown): Promise<CommandResult> {
  if (!isLink(params) || !(await projectOf(session, params.uri))) return misused(session);
  const { entity, ...place } = params;
  return apply(session, await linkAtPlace(session.workspace, place, entity));
}

/** The project of an article that is at hand. */
async function projectOf({ workspace }: Session, uri: string): Promise<LoadedProject | undefined> {
  return (await articleAtHand(workspace, uri))?.project;
}

async function told(session: Session, outcome: EntitiesChanged): Promise<EntityWritten> {
  const { done, message } = await apply(session, outcome);
  return done && 'edit' in outcome && outcome.changed !== undefined
    ? { done, message, file: outcome.changed, range: outcome.range }
    : { done, message };
}

function misused({ workspace }: Session): { readonly done: boolean; readonly message: string } {
  const why: Message = msg('This command was called without what it needs.');
  return { done: false, message: workspace.say(why) };
}

function isNewEntity(params: unknown): params is NewEntity {
  if (!isObject(params)) return false;
  const { uri, file, id, type, name, names, description = {} } = params;
  return [uri, file, id, type, name].every(isText) && isTexts(names, isList) && isTexts(description, isText);
}

function isNewAlias(params: unknown): params is NewAlias {
  if (!isObject(params)) return false;
  const { uri, entity, language, names } = params;
  return [uri, entity, language].every(isText) && isList(names);
}

function isLink(params: unknown): params is EntityLink {
  if (!isObject(params)) return false;
  const { uri, range, entity, version } = params;
  return isText(uri) && isRange(range) && isNumberOrNone(version) && (isText(entity) || entity === null);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isText);
}

function isTexts<T>(value: unknown, isOne: (one: unknown) => one is T): value is Readonly<Record<string, T>> {
  return isObject(value) && Object.values(value).every(isOne);
}
