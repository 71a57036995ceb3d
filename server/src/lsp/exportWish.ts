import { type Part, parseParts } from '../core/datasets/parts.ts';
import { type Message, msg } from '../core/message.ts';
import { plannedExport } from '../service/datasets/exportPlan.ts';
import type { ExportRequest, RequestedSplit } from '../service/datasets/exportRequest.ts';
import type { SentenceRequest } from '../service/datasets/sentenceExport.ts';
import { plannedSentences, USUAL_SENTENCES } from '../service/datasets/sentencePlan.ts';
import { baseName, relativePath } from '../service/uris.ts';
import type { Workspace } from '../service/workspace.ts';
import { chosenArticles, projectsOf } from './chosenArticles.ts';
import { layersOf } from './formatViews.ts';
import type { ExportParams } from './protocol/datasets.ts';
import { negativesProblem, SENTENCE_OPTIONS } from './sentenceOptions.ts';

type Refused = { readonly refused: Message };

/** What an editor asks for, as a request for annotations. */
export async function annotationRequest(
  workspace: Workspace,
  params: ExportParams,
): Promise<ExportRequest | Refused> {
  const common = await commonWish(workspace, params);
  if ('refused' in common) return common;
  const { uris, ...wish } = common;
  return plannedExport(workspace, uris, {
    ...wish,
    to: params.format,
    align: params.align,
    options: new Map(Object.entries(params.options ?? {})),
    empty: 'done',
    ...(params.labels ? { labels: params.labels } : {}),
    strict: false,
  });
}

/** What an editor asks for, as a request for sentences. */
export async function sentenceRequest(
  workspace: Workspace,
  params: ExportParams,
): Promise<SentenceRequest | Refused> {
  const common = await commonWish(workspace, params);
  if ('refused' in common) return common;
  const { uris, ...wish } = common;
  const options = new Map(Object.entries(params.options ?? {}));
  const negatives = options.get(SENTENCE_OPTIONS.negatives)?.trim() ?? '';
  const problem = negativesProblem(negatives);
  if (problem) return { refused: problem };
  return plannedSentences(workspace, uris, {
    ...wish,
    to: options.get(SENTENCE_OPTIONS.file) ?? USUAL_SENTENCES,
    ...(negatives === '' ? {} : { negatives: Number(negatives) }),
    seed: params.seed ?? SEED,
  });
}

/** As on the command line: another text gives another split of the same kind. */
const SEED = '1';

async function commonWish(workspace: Workspace, params: ExportParams) {
  const { layer, folder, seed = SEED } = params;
  const parts = params.split === undefined ? undefined : parseParts(params.split);
  if (parts && 'refused' in parts) return parts;
  const uris = await chosenArticles(workspace, params.within);
  const refused = (await layerProblem(workspace, uris, layer)) ?? (await folderProblem(workspace, folder));
  if (refused) return { refused };
  const split: { split?: RequestedSplit } = parts
    ? { split: { parts: parts satisfies readonly Part[], seed } }
    : {};
  return {
    uris,
    name: baseName(folder),
    layer,
    review: 'drop' as const,
    done: params.done === true,
    ...(params.languages ? { languages: params.languages } : {}),
    ...split,
    keepGoing: false,
  };
}

async function layerProblem(
  workspace: Workspace,
  uris: readonly string[],
  layer: string,
): Promise<Message | undefined> {
  const layers = await layersOf(workspace, await projectsOf(workspace, uris));
  const names = layers.map(({ name }) => name);
  if (names.includes(layer)) return undefined;
  if (names.length === 0)
    return msg(
      'People annotate here without seeing each other’s work, and you are none of them, so that there is nothing that you may export. Say who you are, or export another folder.',
    );
  return msg('There is no layer “{0}” in this project. It has: {1}.', layer, names.join(', '));
}

/** A dataset has texts in it, which would be articles where the corpus takes them for such. */
async function folderProblem({ projects }: Workspace, folder: string): Promise<Message | undefined> {
  const all = await projects.all();
  const inside = all.find(
    (p) => relativePath(p.root, folder) !== undefined && p.includes(`${folder}/data.txt`),
  );
  return inside
    ? msg(
        'A dataset in this folder would be taken for articles of the corpus. Choose a folder outside it, or exclude it in pressmark.json.',
      )
    : undefined;
}
