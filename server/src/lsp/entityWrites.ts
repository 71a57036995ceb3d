import { type Message, msg } from '../core/message.ts';
import { articleAtHand } from '../service/articleAtHand.ts';
import type { EntitiesChanged } from '../service/entities/changing.ts';
import { linkAtPlace } from '../service/entities/linking.ts';
import { addAlias, addEntity } from '../service/entities/writing.ts';
import type { LoadedProject } from '../service/projects.ts';
import { apply } from './applying.ts';
import type { EntityLink, EntityWritten, NewAlias, NewEntity } from './protocol/entities.ts';
import type { CommandResult } from './protocol.ts';
import type { Session } from './session.ts';

/** Writes an entity that somebody made into an entity file. */
export async function entityAdded(session: Session, params: NewEntity): Promise<EntityWritten> {
  const { uri, file, id, type, name, names, description = {} } = params;
  const project = await projectOf(session, uri);
  const texts = [file, id, type, name];
  const byLanguage = isTexts(names, isList) && isTexts(description, isText);
  if (!project || !texts.every(isText) || !byLanguage) return misused(session);
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
export async function aliasAdded(session: Session, params: NewAlias): Promise<EntityWritten> {
  const { uri, entity, language, names } = params;
  const project = await projectOf(session, uri);
  if (!project || !isText(entity) || !isText(language) || !isList(names)) return misused(session);
  return told(session, await addAlias(session.workspace, project, { entity, language, names }));
}

/** Links the tag at a place to an entity, or to none. */
export async function linked(session: Session, params: EntityLink): Promise<CommandResult> {
  const { uri, range, entity, version } = params;
  const good = (isText(entity) || entity === null) && typeof range === 'object';
  if (!good || !isText(uri) || !(await articleAtHand(session.workspace, uri))) return misused(session);
  const place = { uri, range, ...(typeof version === 'number' ? { version } : {}) };
  return apply(session, await linkAtPlace(session.workspace, place, entity));
}

/** The project of an article that is at hand. */
async function projectOf({ workspace }: Session, uri: unknown): Promise<LoadedProject | undefined> {
  return isText(uri) ? (await articleAtHand(workspace, uri))?.project : undefined;
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

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isText);
}

function isTexts<T>(value: unknown, isOne: (one: unknown) => one is T): value is Readonly<Record<string, T>> {
  return typeof value === 'object' && value !== null && Object.values(value).every(isOne);
}
