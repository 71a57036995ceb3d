import { type Message, msg } from '../../core/message.ts';
import type { Article } from '../articles.ts';
import { excerpt } from '../excerpt.ts';
import type { Workspace } from '../workspace.ts';
import type { TagCorpusPurpose } from './answerPurpose.ts';
import type { CarriedOut } from './carriedOut.ts';
import { labelFault, nothingToTag, placesScene } from './mentionPlaces.ts';
import { leftOutSentences, type Run, seekInCorpus } from './seekInCorpus.ts';
import { soughtAt } from './sought.ts';
import { TaggingBatch } from './taggingBatch.ts';

/**
 * Tags everything in the corpus that is the same as what stands at a place, as one edit over all sidecars. Clients that
 * can show it before they make it. What cannot be tagged is left out, and told. Throws {@link Cancelled}.
 */
export async function tagCorpus(
  workspace: Workspace,
  article: Article,
  { start, end, label }: TagCorpusPurpose,
  run: Run,
): Promise<CarriedOut> {
  const own = await workspace.sidecars.own(article.uri, article.project);
  if ('refused' in own) return own;
  const scene = await placesScene(workspace, article, run.cancel);
  const fault = labelFault(article, label);
  if (fault) return { refused: fault };
  const { gazetteer } = await article.project.entities();
  const sought = soughtAt(scene, gazetteer, { start, end }, label);
  if (!sought) return { refused: nothingToTag() };
  const link = sought.entity === undefined ? {} : { entity: sought.entity };
  const batch = new TaggingBatch(workspace, { label, ...link });
  const unwritten: Message[] = [];
  const left = await seekInCorpus(workspace, article.project, sought, run, (found) => {
    const open = found.places.filter((p) => !p.tagged);
    const refused = batch.add(found.article, found.own, open);
    if (refused) unwritten.push(refused);
  });
  const outcome = batch.result(msg('Tag as {0}: {1}', label, excerpt(sought.text)));
  const told = [...leftOutSentences(left), ...unwritten.slice(0, 1)];
  return told.length === 0 ? outcome : { ...outcome, told };
}
