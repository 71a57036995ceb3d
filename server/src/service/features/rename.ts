import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position, Range, WorkspaceEdit } from 'vscode-languageserver-types';
import { isEditableFile, isJsonLines } from '../../core/entities/editing/entityFileEdit.ts';
import { isSpelled } from '../../core/entities/editing/entityText.ts';
import { lineStrings } from '../../core/entities/editing/jsonLine.ts';
import { type TableString, tableStringAt } from '../../core/entities/editing/tableStrings.ts';
import type { Entity } from '../../core/entities/entity.ts';
import { withoutDiacritics } from '../../core/entities/fold.ts';
import { comparable } from '../../core/entities/nameForm.ts';
import { isJson } from '../../core/json/scan.ts';
import { type Message, msg } from '../../core/message.ts';
import { contains } from '../../core/text/range.ts';
import { toRange } from '../convert.ts';
import { isEditable, MOST_BYTES } from '../entities/entityFiles.ts';
import { notEditable } from '../entities/ownLines.ts';
import { renameName } from '../entities/renaming.ts';
import { fileKind } from '../fileKinds.ts';
import { type Cancellation, NEVER_CANCELLED } from '../ports.ts';
import { runSteps } from '../stepping.ts';
import type { Workspace } from '../workspace.ts';

type Refused = { readonly refused: Message };

/** A name under the cursor that can be given another spelling. */
interface RenamedName {
  readonly entity: string;
  /** As the entity file spells it. */
  readonly name: string;
  /** Where it stands in the document. */
  readonly range: Range;
}

/**
 * What would be renamed at a position, and what it is called now: in an article the name of the mention there, as its
 * entity file spells it; in an entity file the name or alias under the cursor. Null where nothing clear stands there;
 * refused, with the reason, where it is clear and cannot be renamed.
 */
export async function prepareRename(
  workspace: Workspace,
  uri: string,
  position: Position,
  cancel: Cancellation,
): Promise<{ readonly range: Range; readonly placeholder: string } | Refused | null> {
  const found = await nameAt(workspace, uri, position, cancel);
  return found && 'name' in found ? { range: found.range, placeholder: found.name } : found;
}

/**
 * The edit that gives the name at a position another spelling in every line of the project's entity files that has the
 * entity. Articles and annotations stay as they are: they say what was printed.
 */
export async function rename(
  workspace: Workspace,
  uri: string,
  position: Position,
  newName: string,
  cancel: Cancellation,
): Promise<{ readonly edit: WorkspaceEdit } | Refused> {
  const found = await nameAt(workspace, uri, position, cancel);
  if (!found) return { refused: msg('There is no name of a known entity here.') };
  if ('refused' in found) return found;
  const project = await workspace.projects.of(uri);
  return renameName(workspace, project, { id: found.entity, from: found.name, to: newName });
}

async function nameAt(
  workspace: Workspace,
  uri: string,
  position: Position,
  cancel: Cancellation,
): Promise<RenamedName | Refused | null> {
  switch (await fileKind(workspace, uri)) {
    case 'article':
      return mentionedName(workspace, uri, position, cancel);
    case 'entities':
      return writtenName(workspace, uri, position);
    default:
      return null;
  }
}

async function mentionedName(
  workspace: Workspace,
  uri: string,
  position: Position,
  cancel: Cancellation,
): Promise<RenamedName | Refused | null> {
  const article = await workspace.article(uri);
  if (!article) return null;
  const offset = article.document.offsetAt(position);
  const mention = (await article.mentions(cancel)).find((m) => contains(m, { start: offset, end: offset }));
  // A surname, or an abbreviation that the article explains, is no name that a file has.
  if (mention?.manner !== 'name') return null;
  const { gazetteer } = await article.project.entities();
  const entity = gazetteer.entity(mention.entityId);
  if (!entity) return null;
  if (!isEditable(entity, article.project)) return { refused: notEditable(entity) };
  const name = spellingIn(entity, article.text.slice(mention.start, mention.end));
  return name === undefined ? null : { entity: entity.id, name, range: toRange(article.document, mention) };
}

/** The name of an entity that words of an article are; undefined where two are as near. */
function spellingIn(entity: Entity, words: string): string | undefined {
  const names = [...new Set([entity.name, ...[...entity.names.values()].flat()])];
  const exact = names.find((name) => isSpelled(name, words));
  if (exact !== undefined) return exact;
  const same = (fold: (text: string) => string) => names.filter((name) => fold(name) === fold(words));
  for (const fold of [
    comparable,
    (text: string) => comparable(text).toLowerCase(),
    (text: string) => withoutDiacritics(comparable(text).toLowerCase()),
  ]) {
    const found = same(fold);
    if (found.length > 0) return found.length === 1 ? found[0] : undefined;
  }
  return undefined;
}

async function writtenName(
  workspace: Workspace,
  uri: string,
  position: Position,
): Promise<RenamedName | Refused | null> {
  const file = await workspace.texts.read(uri, MOST_BYTES);
  if (!isEditableFile(uri) || !file || 'unreadable' in file) return null;
  const { document } = file;
  const at = document.offsetAt(position);
  const found = isJsonLines(uri)
    ? lineStringAt(document, position)
    : await runSteps(tableStringAt(document.getText(), at), workspace.host, NEVER_CANCELLED);
  if (!found) return null;
  const { id, what, value } = found;
  if (what === 'id') {
    return {
      refused: msg(
        'Ids stay as they are: annotations of everybody are linked to {0} by it. Rename the name instead.',
        id,
      ),
    };
  }
  return { entity: id, name: value, range: toRange(document, found) };
}

/** The name, alias or id of a JSON Lines file at a position, without its quotation marks. */
function lineStringAt(document: TextDocument, { line, character }: Position): TableString | undefined {
  const lineStart = { line, character: 0 };
  const text = document.getText({ start: lineStart, end: { line: line + 1, character: 0 } });
  const content = text.replace(/^\ufeff/, ' ');
  if (!content.trim().startsWith('{') || !isJson(content)) return undefined;
  const strings = lineStrings(content);
  const here = strings.find((s) => contains(s, { start: character, end: character }));
  const id = strings.find((s) => s.what === 'id')?.value;
  if (!here || id === undefined) return undefined;
  const from = document.offsetAt(lineStart);
  return { ...here, id, start: from + here.start + 1, end: from + here.end - 1 };
}
