import * as vscode from 'vscode';
import type { ImportParams, UnknownNameView } from '../../../../server/src/lsp/protocol/datasets.ts';

/** What becomes of names that the project does not have. */
export interface ChosenNames {
  /** Of those that keep their name. */
  readonly unknownLabels: ImportParams['unknownLabels'];
  /** Names of the files, and what they are here; an empty one leaves out what has the name. */
  readonly map: ReadonlyMap<string, string>;
  /** Names that were decided on. */
  readonly settled: ReadonlySet<string>;
}

/** Asks for all names together, or for each; `before`: what was decided already. Undefined where the user stops. */
export async function chooseNames(
  unknown: readonly UnknownNameView[],
  before: ChosenNames | undefined,
): Promise<ChosenNames | undefined> {
  const map = new Map(before?.map);
  const settled = new Set([...(before?.settled ?? []), ...unknown.map(({ name }) => name)]);
  const open = unknown.filter(({ name }) => !before?.settled.has(name));
  const first = await chooseForAll(open, true);
  if (first === undefined) return undefined;
  if (first !== 'each') return { unknownLabels: first, map, settled };
  const kept: UnknownNameView[] = [];
  for (const one of open) {
    const name = await chooseName(one);
    if (name === undefined) return undefined;
    if (name === one.name) kept.push(one);
    else map.set(one.name, name);
  }
  if (kept.length === 0) return { unknownLabels: before?.unknownLabels ?? 'keep', map, settled };
  const rest = await chooseForAll(kept, false);
  return rest === undefined || rest === 'each' ? undefined : { unknownLabels: rest, map, settled };
}

type ForAll = 'add' | 'keep' | 'each';

async function chooseForAll(open: readonly UnknownNameView[], canMap: boolean): Promise<ForAll | undefined> {
  const items: { label: string; detail: string; choice: ForAll }[] = [
    {
      label: vscode.l10n.t('Add them to the project'),
      detail: vscode.l10n.t('They get a line each in pressmark.json.'),
      choice: 'add',
    },
    {
      label: vscode.l10n.t('Import them as they are'),
      detail: vscode.l10n.t('They are marked as unknown until the project has them.'),
      choice: 'keep',
    },
  ];
  if (canMap)
    items.push({
      label: vscode.l10n.t('Choose for each…'),
      detail: vscode.l10n.t('Say which name of the project it stands for, or leave it out.'),
      choice: 'each',
    });
  const names = open.map(({ name }) => name).join(', ');
  const placeHolder = vscode.l10n.t('The project does not have these labels: {0}', names);
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.choice;
}

/** The name that one stands for: of the project, its own, or none, which leaves it out. */
async function chooseName({ name, about, known }: UnknownNameView): Promise<string | undefined> {
  const items: { label: string; description?: string; choice: string }[] = [
    ...known.map((one) => ({ label: one, description: vscode.l10n.t('of the project'), choice: one })),
    { label: vscode.l10n.t('Keep “{0}”', name), choice: name },
    { label: vscode.l10n.t('Leave it out'), choice: '' },
  ];
  const placeHolder = vscode.l10n.t('“{0}” ({1}) is in your project:', name, about);
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.choice;
}
