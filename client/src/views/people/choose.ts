import * as vscode from 'vscode';
import type { PeopleView } from '../../../../server/src/lsp/protocol/people.ts';
import type { ServerSession } from '../../server/session.ts';
import { peopleRequest } from './names.ts';

/** Asks the server who annotates in the project of the active file, or of the first folder. */
export function askPeople(session: ServerSession, uri: vscode.Uri | undefined): Promise<PeopleView> {
  return session.ask<PeopleView>(peopleRequest, uri === undefined ? {} : { uri: uri.toString() });
}

/** Lets the user say which of the project's annotators they are; kept in the settings of this workspace. */
export async function chooseAnnotator(session: ServerSession): Promise<void> {
  const view = await askPeople(session, vscode.window.activeTextEditor?.document.uri);
  if (view.people.length === 0) {
    void vscode.window.showInformationMessage(view.explanation);
    return;
  }
  const settings = vscode.workspace.getConfiguration('pressmark');
  const items = view.people.map(({ name, title }) => ({
    label: `${name === view.me ? '$(check) ' : ''}${title}`,
    ...(title === name ? {} : { description: name }),
    name,
  }));
  const isSet = settings.get<string>('annotator', '') !== '';
  const byGit = isSet
    ? [{ label: vscode.l10n.t('Whom git knows'), description: vscode.l10n.t('clear the setting'), name: '' }]
    : [];
  const placeHolder = vscode.l10n.t('Who are you? {0}', view.explanation);
  const picked = await vscode.window.showQuickPick([...items, ...byGit], { placeHolder });
  if (!picked) return;
  const { Global, Workspace } = vscode.ConfigurationTarget;
  const target = vscode.workspace.workspaceFolders === undefined ? Global : Workspace;
  await settings.update('annotator', picked.name === '' ? undefined : picked.name, target);
}
