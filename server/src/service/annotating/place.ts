import type { Range, WorkspaceEdit } from 'vscode-languageserver-types';
import { type Message, msg } from '../../core/message.ts';
import { innermost, ownVersion, type PlacedSpan } from '../annotations.ts';
import type { Article } from '../articles.ts';
import { toTextRange } from '../convert.ts';
import type { Cancellation } from '../ports.ts';
import { PROJECT_FILE } from '../projects.ts';
import type { FileText, UnreadableFile } from '../texts.ts';
import { baseName } from '../uris.ts';
import type { Workspace } from '../workspace.ts';
import type { CarriedOut } from './carriedOut.ts';
import { carryOut } from './carryOut.ts';
import { fileEdit } from './fileEdit.ts';
import type { IntendedSpan } from './intent.ts';
import { joinedEdits } from './joinedEdits.ts';
import type { FileUndo, SidecarUndo } from './journal.ts';
import { sidecarEdit, staleArticle } from './sidecarEdit.ts';
import { sentenceAt, tagTarget } from './target.ts';

/** A place in an open article, as a key or a menu gives it. */
export interface Place {
  readonly uri: string;
  readonly range: Range;
  /** The document's version that the range was taken from; absent: the present one. */
  readonly version?: number;
}

/** Tags the selection, or the mention, word or (for a label of sentences) sentence at the cursor. */
export async function tagPlace(
  workspace: Workspace,
  { uri, range, version }: Place,
  label: string,
  cancel: Cancellation,
): Promise<CarriedOut> {
  const article = await workspace.article(uri);
  if (!article || (version !== undefined && version !== article.version)) return { refused: staleArticle() };
  const definition = article.project.project.labels.find((l) => l.name === label);
  if (!definition) {
    return { refused: msg('This project has no label “{0}”. Its labels are in pressmark.json.', label) };
  }
  const at = toTextRange(article.document, range);
  const mentions = await article.mentions(cancel);
  let span: IntendedSpan | undefined;
  if (definition.sentence && at.start === at.end) {
    span = sentenceAt(article, at.start);
  } else {
    const target = tagTarget(article, mentions, at);
    const { gazetteer } = await article.project.entities();
    const entity = target?.mention?.entityId;
    const linked = entity !== undefined && gazetteer.entity(entity)?.type === label;
    span = target && { start: target.start, end: target.end, ...(linked ? { entity } : {}) };
  }
  if (!span)
    return { refused: msg('There is nothing to tag here. Select some words, or put the cursor in one.') };
  const { start, end } = span;
  const { placed } = await workspace.annotations(article);
  const same = placed.filter((s) => s.range.start === start && s.range.end === end);
  const mine = await ownSpans(workspace, article, same);
  if (mine.some((s) => ownVersion(s).label === label)) {
    return { refused: msg('This is tagged as {0} already.', label) };
  }
  const origin = { uri, version: article.version };
  const { labels } = article.project.project;
  const [first] = mine;
  const former = first && labels.find((l) => l.name === ownVersion(first).label);
  // A second key on the same words corrects the first; who wants both labels finds *Tag as* in the light bulb's menu.
  if (first && former?.sentence === definition.sentence) {
    const { id } = first.annotation;
    return carryOut(workspace, { ...origin, kind: 'relabel', sidecar: first.layer.uri, id, label });
  }
  return carryOut(workspace, { ...origin, kind: 'add', label, spans: [span] });
}

/** Those of some tags that this person may change: what others have tagged is tagged anew, in one's own file. */
async function ownSpans(
  workspace: Workspace,
  article: Article,
  spans: readonly PlacedSpan[],
): Promise<readonly PlacedSpan[]> {
  const own = await workspace.sidecars.own(article.uri, article.project);
  return 'layer' in own ? spans.filter((s) => s.layer.uri === own.layer.uri) : [];
}

/** Removes the innermost own tag at the place. */
export async function removeAtPlace(
  workspace: Workspace,
  { uri, range, version }: Place,
): Promise<CarriedOut> {
  const article = await workspace.article(uri);
  if (!article || (version !== undefined && version !== article.version)) return { refused: staleArticle() };
  const own = await workspace.sidecars.own(uri, article.project);
  if ('refused' in own) return own;
  const { placed } = await workspace.annotations(article);
  const at = toTextRange(article.document, range);
  const mine = placed.filter((s) => s.layer.uri === own.layer.uri);
  const span = innermost(mine, at);
  if (!span) return { refused: msg('There is no tag of yours here.') };
  return carryOut(workspace, {
    kind: 'remove',
    uri,
    version: article.version,
    sidecar: own.layer.uri,
    id: span.annotation.id,
  });
}

/** Takes back the last change of a sidecar, an entity file or the project file in this session that still stands there. */
export async function undoLast(workspace: Workspace): Promise<CarriedOut> {
  const undo = await workspace.journal.takeLast({
    sidecar: async (uri) => {
      // Of what was done to many articles at once there are many.
      await workspace.host.pause();
      return workspace.sidecars.readUri(uri);
    },
    text: async (uri) => textOf(await workspace.texts.read(uri)),
  });
  if (!undo) return { refused: nothingToUndo() };
  if ('files' in undo) return undoFiles(workspace, undo.files);
  if ('group' in undo) return undoGroup(workspace, undo.group);
  const edit = sidecarEdit(workspace, await workspace.sidecars.readUri(undo.sidecar), undo.operations);
  if ('refused' in edit) return edit;
  return { ...edit, changed: undo.sidecar, summary: msg('Took back the last annotation.') };
}

/** All or nothing: where one sidecar cannot be written without loss, the others stay as they are too. */
async function undoGroup(workspace: Workspace, group: readonly SidecarUndo[]): Promise<CarriedOut> {
  const edits: WorkspaceEdit[] = [];
  let tags = 0;
  for (const { sidecar, operations } of group) {
    const edit = sidecarEdit(workspace, await workspace.sidecars.readUri(sidecar), operations);
    if ('refused' in edit) return { refused: cannotTakeBack(sidecar), told: [edit.refused] };
    edits.push(edit.edit);
    tags += operations.length;
    await workspace.host.pause();
  }
  return {
    edit: joinedEdits(edits),
    summary:
      edits.length === 1
        ? msg('Took back the last annotation.')
        : msg('Took back {0} tags in {1} articles.', tags, edits.length),
  };
}

async function undoFiles(workspace: Workspace, files: readonly FileUndo[]): Promise<CarriedOut> {
  const edits: WorkspaceEdit[] = [];
  for (const { file: uri, text } of files) {
    const file = await workspace.texts.read(uri);
    if (file && 'unreadable' in file) return { refused: file.unreadable };
    const isProject = baseName(uri) === PROJECT_FILE;
    // A project file that was made for the change stays, and says nothing.
    edits.push(fileEdit(workspace, uri, file, isProject && text === '' ? '{}\n' : text));
  }
  const [first] = files;
  const names = files.map(({ file }) => baseName(file)).join(', ');
  return {
    edit: joinedEdits(edits),
    ...(first ? { changed: first.file } : {}),
    summary: msg('Took back the last change of {0}.', names),
  };
}

function textOf(file: FileText | UnreadableFile | undefined): string | undefined {
  return file && 'document' in file ? file.document.getText() : undefined;
}

function cannotTakeBack(sidecar: string): Message {
  return msg('{0} cannot be changed, so that nothing was taken back anywhere.', baseName(sidecar));
}

function nothingToUndo(): Message {
  return msg('There is no annotation of this session to take back.');
}
