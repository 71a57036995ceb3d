import { msg } from '../../core/message.ts';
import { revisionOf } from '../../core/text/revision.ts';
import type { CarriedOut } from '../annotating/carriedOut.ts';
import { movedAnnotations } from '../annotating/reanchoring.ts';
import { sidecarEdit } from '../annotating/sidecarEdit.ts';
import { decodeText } from '../decode.ts';
import type { Workspace } from '../workspace.ts';
import { outdating } from './outdating.ts';

/**
 * What gives this person's lines the text that they have just saved, where the text that the lines refer to was only
 * ever on this machine: nobody else could find them again. Undefined where there is nothing to do. Only lines whose
 * place is exactly known, because the article was edited here, and of which nobody speaks whom that would outdate; never
 * others' lines, and nothing where git does not keep the files.
 */
export async function rebaseSaved(
  workspace: Workspace,
  uri: string,
): Promise<Extract<CarriedOut, { readonly edit: unknown }> | undefined> {
  const { anchoring, host, sidecars } = workspace;
  const article = await workspace.article(uri);
  if (!article?.open || !host.history || !anchoring.hasSeenOthers(article)) return undefined;
  const own = await sidecars.own(uri, article.project);
  if ('refused' in own || !own.layer.sidecar?.writable) return undefined;
  const { layer } = own;
  const layers = await sidecars.layers(uri, article.project);
  await workspace.placed(article, layers);
  const outdates = outdating(layers, article.project.project.people);
  const moved = movedAnnotations(article, layer, ({ rev }) => anchoring.hasSeen(article, rev));
  const known = new Map((layer.sidecar?.annotations ?? []).map((e) => [e.annotation.id, e.annotation]));
  const operations = [];
  for (const operation of moved) {
    const old = operation.kind === 'replace' ? known.get(operation.annotation.id) : undefined;
    if (operation.kind !== 'replace' || outdates(layer, operation.annotation)) continue;
    if (!old || !('rev' in old) || (await anchoring.past.isShared(uri, old.rev))) continue;
    operations.push(operation);
  }
  if (operations.length === 0 || (await host.history.names(article.project.root)).length === 0)
    return undefined;
  const saved = await host.files.read(uri);
  const text = saved && decodeText(saved);
  // Somebody types on, or something else was saved.
  if (typeof text !== 'string' || revisionOf(text) !== article.revision) return undefined;
  const edit = sidecarEdit(workspace, layer, operations);
  if ('refused' in edit) return undefined;
  workspace.journal.rebase(layer.uri, operations);
  return {
    ...edit,
    changed: layer.uri,
    summary: msg('{0} tags follow the text that you saved.', operations.length),
  };
}
