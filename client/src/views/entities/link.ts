import * as vscode from 'vscode';
import type { EntityLink, LinkEntityRequest } from '../../../../server/src/lsp/protocol/entities.ts';
import type { CommandResult } from '../../../../server/src/lsp/protocol.ts';
import { activeArticle, lspRange } from '../../commands/active.ts';
import { report, reportFailure } from '../../commands/report.ts';
import { saveSidecar } from '../../server/save.ts';
import type { ServerSession } from '../../server/session.ts';
import { chooseEntity, type SearchItem } from './search.ts';

const linkEntityRequest: typeof LinkEntityRequest = 'pressmark/linkEntity';

/** Lets the user say whom the tag at the cursor names. */
export async function linkEntity(session: ServerSession): Promise<void> {
  const editor = activeArticle();
  if (!editor) return;
  await reportFailure(async () => {
    const { document, selection } = editor;
    const uri = document.uri.toString();
    const word = selection.isEmpty ? document.getWordRangeAtPosition(selection.active) : selection;
    const nobody: SearchItem<'nobody'> = {
      label: vscode.l10n.t('$(close) Nobody known: remove the link'),
      alwaysShow: true,
      other: 'nobody',
    };
    const chosen = await chooseEntity({
      session,
      uri,
      title: vscode.l10n.t('Whom or what does this tag name?'),
      placeHolder: vscode.l10n.t('Type a part of any name, in any language'),
      query: word ? document.getText(word).trim() : '',
      others: [nobody],
    });
    if (!chosen) return;
    const link: EntityLink = {
      uri,
      version: document.version,
      range: lspRange(selection),
      entity: chosen.entity?.id ?? null,
    };
    const result = await session.ask<CommandResult>(linkEntityRequest, link);
    if (result.sidecar !== undefined) await saveSidecar(vscode.Uri.parse(result.sidecar));
    report(result);
  });
}
