import type { Position } from 'vscode-languageserver-types';
import { lineStrings } from '../../core/entities/editing/jsonLine.ts';
import type { Mention } from '../../core/entities/mention.ts';
import { sourceKey } from '../../core/entities/names/entityRecord.ts';
import { KnownEntities } from '../../core/entities/names/knownEntities.ts';
import { isJson, jsonMembers, parseJson } from '../../core/json/scan.ts';
import { contains, type TextRange } from '../../core/text/range.ts';
import { innermost } from '../annotations.ts';
import type { Article } from '../articles.ts';
import { fileKind } from '../fileKinds.ts';
import type { Cancellation } from '../ports.ts';
import type { LoadedProject } from '../projects.ts';
import type { DocumentText } from '../textSnapshot.ts';
import type { Workspace } from '../workspace.ts';

/** An entity that is named at a place of a file: of an article, an entity file or a sidecar. */
export interface EntityPlace {
  readonly entity: string;
  readonly project: LoadedProject;
  readonly document: DocumentText;
  /** What names it there: UTF-16 units of the document. */
  readonly range: TextRange;
  /** In an article. */
  readonly article?: Article;
  /** Where its name stands there; absent where only a tag is linked to it. */
  readonly mention?: Mention;
  /** In an entity file: true only on its id or one of its names. */
  readonly isNamed: boolean;
}

/** The entity at a place: of the mention or the linked tag there, of the line of an entity file, of a sidecar's line. */
export async function entityPlace(
  workspace: Workspace,
  uri: string,
  position: Position,
  cancel: Cancellation,
): Promise<EntityPlace | undefined> {
  switch (await fileKind(workspace, uri)) {
    case 'entities':
      return inEntityFile(workspace, uri, position);
    case 'sidecar':
      return inSidecar(workspace, uri, position);
    case 'project':
    case 'assignments':
      return undefined;
    default:
      return inArticle(workspace, uri, position, cancel);
  }
}

async function inArticle(
  workspace: Workspace,
  uri: string,
  position: Position,
  cancel: Cancellation,
): Promise<EntityPlace | undefined> {
  const article = await workspace.article(uri);
  if (!article) return undefined;
  const { document, project } = article;
  const offset = document.offsetAt(position);
  const at = { start: offset, end: offset };
  const mention = (await article.mentions(cancel)).find((m) => contains(m, at));
  const base = { project, document, article, isNamed: true };
  if (mention) return { ...base, entity: mention.entityId, range: mention, mention };
  const { placed } = await workspace.annotations(article);
  const span = innermost(placed, at);
  const entity = span?.annotation.entity;
  return span && entity !== undefined ? { ...base, entity, range: span.range } : undefined;
}

async function inEntityFile(
  workspace: Workspace,
  uri: string,
  position: Position,
): Promise<EntityPlace | undefined> {
  const file = await workspace.texts.read(uri);
  if (!file || 'unreadable' in file) return undefined;
  const { document } = file;
  const project = await workspace.projects.of(uri);
  const start = document.offsetAt({ line: position.line, character: 0 });
  const line = lineAt(document, position.line);
  const at = document.offsetAt(position) - start;
  if (!isJson(line) || !line.trimStart().startsWith('{')) {
    return atTableLine(project, uri, document, position.line);
  }
  const strings = lineStrings(line);
  const id = strings.find(({ what }) => what === 'id');
  if (!id) return undefined;
  const named = strings.find((s) => s.start <= at && at <= s.end);
  const shown = named ?? id;
  return {
    entity: id.value,
    project,
    document,
    // Without the quotes.
    range: { start: start + shown.start + 1, end: start + shown.end - 1 },
    isNamed: named !== undefined,
  };
}

/** A line of a file that is no JSON Lines: what was read from it is known by where it was read. */
async function atTableLine(
  project: LoadedProject,
  uri: string,
  document: DocumentText,
  line: number,
): Promise<EntityPlace | undefined> {
  const { segments } = (await project.entities()).gazetteer;
  const key = sourceKey({ kind: 'file', uri, line });
  // An imported cache may have millions of others.
  const read = segments.filter(({ shared }) => shared.sources.includes(key));
  for (const { id, source } of new KnownEntities(read)) {
    if (source.kind !== 'file' || source.line !== line || source.uri !== uri) continue;
    const start = document.offsetAt({ line, character: 0 });
    const end = start + lineAt(document, line).length;
    return { entity: id, project, document, range: { start, end }, isNamed: true };
  }
  return undefined;
}

async function inSidecar(
  workspace: Workspace,
  uri: string,
  position: Position,
): Promise<EntityPlace | undefined> {
  const project = await workspace.projects.of(uri);
  if (!(await workspace.sidecars.isVisible(uri, project))) return undefined;
  const { file, sidecar } = await workspace.sidecars.readUri(uri, project);
  if (!file || !sidecar) return undefined;
  const { document } = file;
  const offset = document.offsetAt(position);
  const entry = sidecar.annotations.find((e) => e.start <= offset && offset <= e.end);
  if (!entry) return undefined;
  const json = document.getText().slice(entry.start, entry.end);
  const members = jsonMembers(json);
  const set = members.find(({ key }) => key === 'set');
  const links = set && json.charAt(set.start) === '{' ? jsonMembers(json, set.start) : members;
  const link = links.findLast(({ key }) => key === 'entity');
  const value = link && parseJson(json.slice(link.start, link.end))?.value;
  if (!link || typeof value !== 'string') return undefined;
  const range = { start: entry.start + link.start + 1, end: entry.start + link.end - 1 };
  const isNamed = range.start - 1 <= offset && offset <= range.end + 1;
  return { entity: value, project, document, range, isNamed };
}

/** A line of a document without its end. */
export function lineAt(document: DocumentText, line: number): string {
  const range = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
  return document.getText(range).replace(/[\r\n]+$/, '');
}
