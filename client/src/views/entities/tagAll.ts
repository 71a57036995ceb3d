import * as vscode from 'vscode';
import type {
  ArticlePlaces,
  MentionPlace,
  MentionPlaces,
  MentionPlacesParams,
  MentionPlacesRequest,
  TagPlacesParams,
  TagPlacesRequest,
} from '../../../../server/src/lsp/protocol/suggestions.ts';
import type { CommandResult } from '../../../../server/src/lsp/protocol.ts';
import { activeArticle, lspRange } from '../../commands/active.ts';
import { report, reportFailure } from '../../commands/report.ts';
import type { Tagging } from '../../commands/tag.ts';
import { saveSidecar } from '../../server/save.ts';
import type { ServerSession } from '../../server/session.ts';

const mentionPlacesRequest: typeof MentionPlacesRequest = 'pressmark/mentionPlaces';
const tagPlacesRequest: typeof TagPlacesRequest = 'pressmark/tagPlaces';

/** A place in the list, chosen unless the user takes it out. */
interface PlaceItem extends vscode.QuickPickItem {
  readonly article?: ArticlePlaces;
  readonly place?: MentionPlace;
}

/** Shows everything that is mentioned like what the cursor stands on, and tags what the user leaves chosen. */
export async function tagAll(
  session: ServerSession,
  tagging: Tagging,
  where: MentionPlacesParams['where'],
): Promise<void> {
  const editor = activeArticle();
  if (!editor) return;
  await reportFailure(async () => {
    const asked = { uri: editor.document.uri.toString(), range: lspRange(editor.selection), where };
    const found = await findPlaces(session, asked);
    if (!found) return;
    if (found.refused !== undefined) {
      void vscode.window.showWarningMessage(found.refused);
      return;
    }
    const label = found.label ?? (await tagging.pick(editor.document.uri, false))?.name;
    if (label === undefined) return;
    const again = found.label === undefined ? await findPlaces(session, { ...asked, label }) : found;
    const chosen = again && (await choosePlaces(again, label));
    if (!again || !chosen) return;
    const params: TagPlacesParams = {
      label,
      ...(again.entity === undefined ? {} : { entity: again.entity.id }),
      articles: byArticle(chosen),
    };
    const title = vscode.l10n.t('Tagging {0} places as {1}', chosen.length, label);
    const result = await session.askLong<CommandResult>(tagPlacesRequest, title, params);
    if (!result) return;
    if (result.sidecar !== undefined) await saveSidecar(vscode.Uri.parse(result.sidecar));
    report(result);
  });
}

function findPlaces(session: ServerSession, params: MentionPlacesParams): Promise<MentionPlaces | undefined> {
  const title =
    params.where === 'corpus'
      ? vscode.l10n.t('Looking through the corpus')
      : vscode.l10n.t('Looking through the article');
  return session.askLong<MentionPlaces>(mentionPlacesRequest, title, params);
}

/** The places that the user leaves chosen; undefined where they stop or there is nothing to choose. */
async function choosePlaces(found: MentionPlaces, label: string): Promise<PlaceItem[] | undefined> {
  const items = found.articles.flatMap((article): PlaceItem[] => {
    const open = article.places.filter(({ tagged }) => !tagged);
    if (open.length === 0) return [];
    const heading = { label: `${article.path} (${open.length})`, kind: vscode.QuickPickItemKind.Separator };
    return [heading, ...open.map((place) => itemOf(article, place))];
  });
  const places = items.filter(({ place }) => place !== undefined);
  if (places.length === 0) {
    const text = vscode.l10n.t('You have tagged all mentions of “{0}” already.', found.text);
    if (found.leftOut === undefined) vscode.window.setStatusBarMessage(text, 4000);
    else void vscode.window.showInformationMessage(`${text} ${found.leftOut}`);
    return undefined;
  }
  const asked = vscode.l10n.t('Tag {0} mentions of “{1}” as {2}', places.length, found.text, label);
  const title = found.leftOut === undefined ? asked : `${asked} · ${found.leftOut}`;
  const placeHolder = vscode.l10n.t('Take out what is something else, then press Enter');
  const options = { title, placeHolder, canPickMany: true as const, matchOnDescription: true };
  const chosen = await vscode.window.showQuickPick(items, options);
  return chosen && chosen.length > 0 ? chosen : undefined;
}

function itemOf(article: ArticlePlaces, place: MentionPlace): PlaceItem {
  const { range, before, text, after } = place;
  return {
    label: `…${before}[${text}]${after}…`,
    description: vscode.l10n.t('line {0}', range.start.line + 1),
    picked: true,
    article,
    place,
  };
}

function byArticle(chosen: readonly PlaceItem[]): TagPlacesParams['articles'] {
  const ranges = new Map<ArticlePlaces, MentionPlace['range'][]>();
  for (const { article, place } of chosen) {
    if (article && place) ranges.set(article, [...(ranges.get(article) ?? []), place.range]);
  }
  return [...ranges].map(([{ uri, rev }, places]) => ({ uri, rev, ranges: places }));
}
