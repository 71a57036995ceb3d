import * as vscode from 'vscode';
import type {
  AddAliasRequest,
  AddEntityRequest,
  EntityDraft,
  EntityDraftRequest,
  EntityWritten,
  NewAlias,
  NewEntity,
} from '../../../../server/src/lsp/protocol/entities.ts';
import { activeArticle, editorRange, lspRange } from '../../commands/active.ts';
import { reportFailure } from '../../commands/report.ts';
import type { Labels } from '../../labels.ts';
import type { ServerSession } from '../../server/session.ts';
import { askDescription, askFile, askId, askName, askSpellings, askType } from './questions.ts';
import { chooseEntity, entityItem, type SearchItem } from './search.ts';

const entityDraftRequest: typeof EntityDraftRequest = 'pressmark/entityDraft';
const addEntityRequest: typeof AddEntityRequest = 'pressmark/addEntity';
const addAliasRequest: typeof AddAliasRequest = 'pressmark/addAlias';

/** An article's words, and what the server would write about them. */
interface Drafted {
  readonly uri: string;
  readonly draft: EntityDraft;
}

/** Asks, step by step, what the words at the cursor name, and writes it into an entity file. */
export async function addEntity(session: ServerSession, labels: Labels): Promise<void> {
  await reportFailure(async () => {
    const drafted = await draftAtCursor(session);
    if (!drafted) return;
    const known = await isKnown(drafted.draft);
    if (known === undefined) return;
    if (known !== 'new') return writeAlias(session, drafted, known);
    const entity = await askEntity(drafted, await labels.of(vscode.Uri.parse(drafted.uri)));
    if (entity) await tell(await session.ask<EntityWritten>(addEntityRequest, entity));
  });
}

/** Adds the words at the cursor to the names of an entity that the user searches for. */
export async function addAlias(session: ServerSession): Promise<void> {
  await reportFailure(async () => {
    const drafted = await draftAtCursor(session);
    if (!drafted) return;
    const { uri, draft } = drafted;
    const chosen = await chooseEntity({
      session,
      uri,
      title: vscode.l10n.t('“{0}” is another name of…', draft.name),
      placeHolder: vscode.l10n.t('Type a part of any name, in any language'),
      query: draft.alike[0]?.name ?? draft.name,
      others: [],
    });
    if (chosen?.entity) await writeAlias(session, drafted, chosen.entity.id);
  });
}

async function draftAtCursor(session: ServerSession): Promise<Drafted | undefined> {
  const editor = activeArticle();
  if (!editor) return undefined;
  const uri = editor.document.uri.toString();
  const title = vscode.l10n.t('Looking for its spellings in the corpus');
  const params = { uri, range: lspRange(editor.selection) };
  const draft = await session.askLong<EntityDraft>(entityDraftRequest, title, params);
  if (!draft) return undefined;
  if (draft.refused === undefined) return { uri, draft };
  void vscode.window.showWarningMessage(draft.refused);
  return undefined;
}

/** The id of the known entity that the words name, `new` for none; undefined where the user stops. */
async function isKnown({ name, alike }: EntityDraft): Promise<string | undefined> {
  if (alike.length === 0) return 'new';
  const fresh: SearchItem<'new'> = { label: vscode.l10n.t('$(add) Somebody or something new'), other: 'new' };
  const items = [fresh, ...alike.map(entityItem<'new'>)];
  const placeHolder = vscode.l10n.t('Is “{0}” one of these?', name);
  const chosen = await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true });
  return chosen && (chosen.entity?.id ?? 'new');
}

async function askEntity(
  { uri, draft }: Drafted,
  labels: Parameters<typeof askType>[0],
): Promise<NewEntity | undefined> {
  const type = await askType(labels, draft);
  if (type === undefined) return undefined;
  const name = await askName(draft);
  if (name === undefined) return undefined;
  const names = await askSpellings(draft, name);
  if (names === undefined) return undefined;
  const description = await askDescription(name);
  if (description === undefined) return undefined;
  const id = await askId(draft.id, type, draft.type);
  if (id === undefined) return undefined;
  const file = await askFile(draft);
  if (file === undefined) return undefined;
  const reader = vscode.env.language.split('-')[0] ?? 'en';
  const said = description === '' ? {} : { description: { [reader]: description } };
  return { uri, file, id, type, name, names, ...said };
}

async function writeAlias(session: ServerSession, { uri, draft }: Drafted, entity: string): Promise<void> {
  const names = await askSpellings(draft, draft.name);
  if (names === undefined) return;
  for (const [language, spellings] of Object.entries(names)) {
    const alias: NewAlias = { uri, entity, language, names: spellings };
    await tell(await session.ask<EntityWritten>(addAliasRequest, alias));
  }
}

/** Saves the entity file, says what was done, and offers to look at it. */
async function tell({ done, message, file, range }: EntityWritten): Promise<void> {
  if (!done) {
    void vscode.window.showWarningMessage(message);
    return;
  }
  if (file === undefined) return;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(file));
  if (document.isDirty) await document.save();
  void offerToShow(message, document, range && editorRange(range));
}

async function offerToShow(
  message: string,
  document: vscode.TextDocument,
  selection: vscode.Range | undefined,
): Promise<void> {
  const show = vscode.l10n.t('Show');
  if ((await vscode.window.showInformationMessage(message, show)) !== show) return;
  await vscode.window.showTextDocument(document, selection ? { selection } : {});
}
