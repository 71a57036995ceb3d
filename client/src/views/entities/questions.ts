import * as vscode from 'vscode';
import type { EntityDraft, NewEntity } from '../../../../server/src/lsp/protocol/entities.ts';
import type { LabelView } from '../../../../server/src/lsp/protocol.ts';

/** The type of a new entity, the drafted one first; undefined where the user stops. */
export async function askType(labels: readonly LabelView[], draft: EntityDraft): Promise<string | undefined> {
  const items = labels
    .filter(({ sentence }) => !sentence)
    .toSorted((a, b) => Number(b.name === draft.type) - Number(a.name === draft.type))
    .map(({ name, title }) => ({ label: name, description: title }));
  const placeHolder = vscode.l10n.t('What is “{0}”?', draft.name);
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true }))?.label;
}

/** Its canonical name. */
export async function askName({ name }: EntityDraft): Promise<string | undefined> {
  const said = await vscode.window.showInputBox({
    title: vscode.l10n.t('The name by which it is known best'),
    value: name,
    validateInput: (value) =>
      value.trim().length < 2 ? vscode.l10n.t('A name has at least two letters.') : undefined,
  });
  return said?.trim();
}

/** The spellings that the user leaves chosen, and the name itself, by language; undefined where they stop. */
export async function askSpellings(
  { spellings, language }: EntityDraft,
  name: string,
): Promise<NewEntity['names'] | undefined> {
  const items = spellings.map(({ text, language: code, count }) => ({
    label: text,
    description: `${code} · ${vscode.l10n.t('{0} times in the corpus', count)}`,
    picked: true,
    text,
    code,
  }));
  const placeHolder = vscode.l10n.t('Which of these spellings mean it? Press Enter to take those chosen');
  const chosen =
    items.length < 2
      ? items
      : await vscode.window.showQuickPick(items, {
          placeHolder,
          canPickMany: true,
          matchOnDescription: true,
        });
  if (chosen === undefined) return undefined;
  const names: Record<string, string[]> = {};
  for (const { code, text } of chosen) names[code] = [...(names[code] ?? []), text];
  if (chosen.length === 0) names[language] = [name];
  return names;
}

/** A sentence for its card; empty where the user has none to say; undefined where they stop. */
export async function askDescription(name: string): Promise<string | undefined> {
  const said = await vscode.window.showInputBox({
    title: vscode.l10n.t('Who or what is “{0}”? One sentence for the card', name),
    placeHolder: vscode.l10n.t('Leave it empty if you like'),
  });
  return said?.trim();
}

/** Its id; the proposed one follows the type where that was changed. */
export async function askId(id: string, type: string, drafted: string): Promise<string | undefined> {
  const slug = id.slice(id.indexOf(':') + 1);
  const value = type === drafted || !id.includes(':') ? id : `${type.toLowerCase()}:${slug}`;
  const said = await vscode.window.showInputBox({
    title: vscode.l10n.t('Its id: a Wikidata id (Q…) if you looked it up, else one of your own'),
    value,
    validateInput: (text) => (text.trim() === '' ? vscode.l10n.t('Every entity needs an id.') : undefined),
  });
  return said?.trim();
}

/** The entity file that it is written to; asked only where there are several. */
export async function askFile({ files }: EntityDraft): Promise<string | undefined> {
  const [only, ...others] = files;
  if (only === undefined || others.length === 0) return only?.uri;
  const items = files.map(({ uri, path, exists }) => ({
    label: path,
    ...(exists ? {} : { description: vscode.l10n.t('a new file') }),
    uri,
  }));
  const placeHolder = vscode.l10n.t('Into which entity file?');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.uri;
}
