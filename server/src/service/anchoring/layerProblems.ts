import type { AnchoredAnnotation } from '../../core/annotations/reanchor.ts';
import { qualified } from '../../core/annotations/records.ts';
import { SUGGESTED } from '../../core/annotations/sidecarNames.ts';
import { type KnownBesides, validateSidecar } from '../../core/annotations/validate.ts';
import { validateSuggested } from '../../core/annotations/validateSuggested.ts';
import type { OtherLayers } from '../../core/annotations/wordProblems.ts';
import { msg } from '../../core/message.ts';
import type { Problem } from '../../core/problem.ts';
import { personNamed } from '../../core/project.ts';
import type { Article } from '../articles.ts';
import type { LoadedProject } from '../projects.ts';
import { recordProblems } from '../recordProblems.ts';
import type { Layer } from '../sidecars.ts';
import type { Workspace } from '../workspace.ts';

/**
 * What must be looked at in a sidecar, its places found as everywhere else, by old texts: undefined for `article` where
 * there is none. Empty where the layer has no lines that could be read.
 */
export async function layerProblems(
  workspace: Workspace,
  layer: Layer,
  article: Article | undefined,
  project: LoadedProject,
): Promise<Problem[]> {
  const { sidecar } = layer;
  if (!sidecar) return [];
  if (layer.annotator === SUGGESTED)
    return validateSuggested(sidecar, article !== undefined, project.project);
  if (!article) return validateSidecar(sidecar, undefined, project.project);
  await workspace.placed(article, [layer]);
  // Whoever annotates blind is not told what there is in the files of others.
  const others = workspace.people.isBlind(project) ? undefined : await othersOf(workspace, article, project);
  const besides: KnownBesides = {
    locate: (annotation) => locationOf(article, layer, annotation),
    ...(others ? { others } : {}),
  };
  const problems = validateSidecar(sidecar, article.text, project.project, besides);
  return [
    ...problems,
    ...(await recordProblems(workspace, layer.uri, article)),
    ...(await unknownRevisions(workspace, layer, article)),
  ];
}

function locationOf(article: Article, { uri }: Layer, annotation: AnchoredAnnotation) {
  const place = article.places.of(uri, annotation.id, annotation, article);
  return place ?? { status: 'orphan' as const, range: undefined };
}

async function othersOf(
  workspace: Workspace,
  article: Article,
  project: LoadedProject,
): Promise<OtherLayers> {
  const { people } = project.project;
  const layers = await workspace.sidecars.layers(article.uri, project);
  const names = new Set(
    layers.flatMap(({ annotator, sidecar }) =>
      (sidecar?.annotations ?? []).map((e) => qualified(annotator, e.annotation.id)),
    ),
  );
  const presentOf = (ref: string) => {
    const [name = '', ...id] = ref.split(':');
    return qualified(personNamed(people, name)?.name ?? name, id.join(':'));
  };
  return {
    has: (ref) => names.has(ref) || names.has(presentOf(ref)),
  };
}

/**
 * Tells once of annotations on a text that git does not have: nobody else finds them again but by their words. Where the
 * article was never committed, or git is not asked, there is nothing to tell.
 */
async function unknownRevisions(
  { anchoring: { past } }: Workspace,
  layer: Layer,
  article: Article,
): Promise<Problem[]> {
  const old = (layer.sidecar?.annotations ?? []).filter(
    ({ annotation }) =>
      (annotation.kind === 'span' || annotation.kind === 'review') && annotation.rev !== article.revision,
  );
  if (old.length === 0) return [];
  // The article was never committed.
  if ((await past.versions(article.uri)).length === 0) return [];
  const shared = new Map<string, boolean>();
  for (const { annotation } of old) {
    if (!('rev' in annotation) || shared.has(annotation.rev)) continue;
    shared.set(annotation.rev, await past.isShared(article.uri, annotation.rev));
  }
  const unknown = old.filter(({ annotation }) => 'rev' in annotation && !shared.get(annotation.rev));
  const [first] = unknown;
  if (!first) return [];
  const message = msg(
    'Git does not have the text that {0} of these annotations were made on, so that others find them by their words only: whoever made them runs “pressmark reanchor --write”. (A shallow clone has no old texts.)',
    unknown.length,
  );
  return [
    {
      code: 'sidecar/unknown-revision',
      severity: 'information',
      message,
      start: first.start,
      end: first.end,
    },
  ];
}
