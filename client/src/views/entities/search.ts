import * as vscode from 'vscode';
import type { EntityView, SearchEntitiesRequest } from '../../../../server/src/lsp/protocol/entities.ts';
import type { ServerSession } from '../../server/session.ts';

const searchEntitiesRequest: typeof SearchEntitiesRequest = 'pressmark/searchEntities';

/** As many as a person scrolls through. */
const limit = 50;

/** Milliseconds of rest in typing after which the server is asked. */
const restAfterKey = 80;

/** An entity, or something else that the caller offers beside. */
export type SearchItem<Other> = vscode.QuickPickItem &
  (
    | { readonly entity: EntityView; readonly other?: never }
    | { readonly entity?: never; readonly other: Other }
  );

/** What the user is asked. */
export interface EntityQuestion<Other> {
  readonly session: ServerSession;
  /** Address of the article whose project knows the entities. */
  readonly uri: string;
  readonly title: string;
  readonly placeHolder: string;
  /** What the search begins with. */
  readonly query: string;
  /** Always offered, last. */
  readonly others: readonly SearchItem<Other>[];
}

/** Lets the user choose an entity by a part of any of its names, asking the server while they type. */
export function chooseEntity<Other = never>(
  question: EntityQuestion<Other>,
): Promise<SearchItem<Other> | undefined> {
  const { session, uri, title, placeHolder, query, others } = question;
  const pick = vscode.window.createQuickPick<SearchItem<Other>>();
  Object.assign(pick, { title, placeholder: placeHolder, value: query, matchOnDescription: true });
  let asked = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const look = async (value: string) => {
    const mine = ++asked;
    pick.busy = true;
    const params = { uri, query: value, limit };
    const found = await session.ask<EntityView[]>(searchEntitiesRequest, params).catch(() => []);
    if (mine !== asked) return;
    pick.busy = false;
    pick.items = [...found.map(entityItem<Other>), ...others];
  };
  return new Promise((chosen) => {
    pick.onDidChangeValue((value) => {
      clearTimeout(waiting);
      waiting = setTimeout(() => void look(value), restAfterKey);
    });
    pick.onDidAccept(() => {
      chosen(pick.selectedItems[0]);
      pick.hide();
    });
    pick.onDidHide(() => {
      asked = -1;
      clearTimeout(waiting);
      chosen(undefined);
      pick.dispose();
    });
    pick.items = [...others];
    pick.show();
    void look(query);
  });
}

/** An entity in a list; found under any of its names, whatever the editor itself would match. */
export function entityItem<Other>(entity: EntityView): SearchItem<Other> {
  const { name, type, id, description, found, mentions } = entity;
  const other = found !== undefined && found !== name ? ` · ${found}` : '';
  const counted = mentions > 0 ? ` · ${vscode.l10n.t('{0} mentions', mentions)}` : '';
  return {
    label: name,
    description: `${type}${other}${counted} · ${id}`,
    ...(description === undefined ? {} : { detail: description }),
    alwaysShow: true,
    entity,
  };
}
