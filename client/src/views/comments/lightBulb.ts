import * as vscode from 'vscode';
import type { Annotations } from '../../annotations.ts';
import { articleLanguage } from '../../server/names.ts';
import { innermost } from './comments.ts';

const kind = vscode.CodeActionKind.Refactor.append('annotate').append('comment');

/** Offers *Comment on This Tag* in the light bulb's menu, where the cursor is in a tag. */
export function offerComments(annotations: Annotations): vscode.Disposable {
  const selector = [{ language: articleLanguage }, { language: 'plaintext', pattern: '**/*.txt' }];
  return vscode.languages.registerCodeActionsProvider(
    selector,
    {
      provideCodeActions(document, range) {
        const view = innermost(annotations.of(document) ?? [], range);
        if (!view) return [];
        const title = vscode.l10n.t('Comment on {0} “{1}”…', view.label, excerpt(view.text));
        const action = new vscode.CodeAction(title, kind);
        action.command = { title, command: 'pressmark.comments.add', arguments: [{ id: view.id }] };
        return [action];
      },
    },
    { providedCodeActionKinds: [kind] },
  );
}

/** So much of a tag's words that a menu stays narrow, on one line. */
function excerpt(text: string): string {
  const letters = [...text.replace(/\s+/g, ' ')];
  return letters.length <= 40 ? letters.join('') : `${letters.slice(0, 39).join('')}…`;
}
