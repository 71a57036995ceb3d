import * as vscode from 'vscode';
import type { Tagging } from '../../commands/tag.ts';
import type { Labels } from '../../labels.ts';
import type { ServerSession } from '../../server/session.ts';
import { addAlias, addEntity } from './addEntity.ts';
import { linkEntity } from './link.ts';
import { tagAll } from './tagAll.ts';

/** What the user does with what the project knows: tagging all mentions, adding names, linking tags. */
export function registerEntities(
  session: ServerSession,
  labels: Labels,
  tagging: Tagging,
): vscode.Disposable {
  const commands: Record<string, () => Promise<void>> = {
    'pressmark.tagAllInArticle': () => tagAll(session, tagging, 'article'),
    'pressmark.tagAllInCorpus': () => tagAll(session, tagging, 'corpus'),
    'pressmark.addEntity': () => addEntity(session, labels),
    'pressmark.addAlias': () => addAlias(session),
    'pressmark.linkEntity': () => linkEntity(session),
    'pressmark.showAppearsWith': showAppearsWith,
  };
  return vscode.Disposable.from(
    ...Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(name, run)),
  );
}

/** Who appears with the entity at the cursor: VS Code shows it as a call hierarchy, in a list or over the text. */
async function showAppearsWith(): Promise<void> {
  const all = await vscode.commands.getCommands(true);
  const list = 'references-view.showCallHierarchy';
  await vscode.commands.executeCommand(all.includes(list) ? list : 'editor.showCallHierarchy');
}
