import { stateOf } from '../../core/annotations/articleStatus.ts';
import type { Annotation } from '../../core/annotations/model.ts';
import { GOLD } from '../../core/annotations/sidecarNames.ts';
import type { DatasetArticle } from '../../core/formats/dataset.ts';
import { type Message, msg } from '../../core/message.ts';
import type { LoadedProject } from '../projects.ts';
import type { Layer } from '../sidecars.ts';
import type { Workspace } from '../workspace.ts';
import { ALL_LAYERS, type ExportChoice, SHARED_LAYER } from './exportChoice.ts';
import { type LayerItems, layerItems } from './layerItems.ts';
import { languageOf, readSource, type SourceText } from './sourceText.ts';

/** A layer of an article as a dataset has it, and what is not in it. */
export interface ExportedLayer extends Pick<LayerItems, 'losses' | 'review' | 'leftOut'> {
  readonly article: DatasetArticle;
  /** Code points of the article. */
  readonly characters: number;
}

/** What an article gives to a dataset. */
export interface ExportedArticle {
  /** One for each layer, in the order shared, people as the project lists them, gold. */
  readonly layers: readonly ExportedLayer[];
  /** All sidecars that the article has, whoever's they are. */
  readonly sidecars: readonly Layer[];
  /** Why there is none: nobody is done with it, it is in another language, or it has no annotations. */
  readonly passedOver?: 'notDone' | 'language' | 'empty';
}

/** A file without which nobody can say what people said of an article. */
export interface ExportObstacle {
  readonly uri: string;
  readonly message: Message;
}

export type ArticleToExport = ExportedArticle | { readonly obstacles: readonly ExportObstacle[] };

/**
 * What of an article goes into a dataset. `path`: its name there. Never half of what people said: a sidecar that cannot
 * be read, or that git could not merge, is an obstacle for the whole article.
 */
export async function exportedArticle(
  workspace: Workspace,
  uri: string,
  path: string,
  choice: ExportChoice,
): Promise<ArticleToExport> {
  const project = await workspace.projects.of(uri);
  const layers = await workspace.sidecars.layers(uri, project);
  // A whole corpus passes here: what nobody has open is not asked for again soon.
  for (const layer of layers) if (!layer.file?.open) workspace.sidecars.forget(layer.uri);
  const obstacles = layers.flatMap(obstacleIn);
  if (obstacles.length > 0) return { obstacles };
  const owners = ownersOf(layers, choice);
  const finished = owners.filter((owner) => !choice.done || isDone(owner));
  if (finished.length === 0) return passedOver(layers, owners.length > 0 ? 'notDone' : 'empty');
  const source = await readSource(workspace, uri, project);
  if (!source) return { obstacles: [{ uri, message: msg('This file is not there any more.') }] };
  if ('unreadable' in source) return { obstacles: [{ uri, message: source.unreadable }] };
  const language = await languageOf(workspace, source);
  if (choice.languages && !choice.languages.has(language)) return passedOver(layers, 'language');
  const standings = workspace.standings.of(uri, layers, project.project.people);
  const exported: ExportedLayer[] = [];
  for (const owner of finished) {
    const items = await layerItems(workspace, source, owner.layers, standings, choice);
    if (isWanted(owner, items, choice)) exported.push(layerOf(source, path, language, owner, items));
  }
  return exported.length > 0 ? { layers: exported, sidecars: layers } : passedOver(layers, 'empty');
}

/** The names of the layers that articles of a project may have, as `--layer` takes them. */
export function layerNames({ project }: LoadedProject): string[] {
  return [ALL_LAYERS, SHARED_LAYER, ...project.people.map((p) => p.name), GOLD];
}

/** The sidecars of one person, or those that are nobody's or everybody's. */
interface Owner {
  readonly annotator: string | undefined;
  readonly layers: readonly Layer[];
}

function ownersOf(layers: readonly Layer[], { layer, empty }: ExportChoice): Owner[] {
  const owners = new Map<string | undefined, Layer[]>();
  for (const one of layers) {
    const known = owners.get(one.annotator);
    if (known) known.push(one);
    else owners.set(one.annotator, [one]);
  }
  const wanted = layer === SHARED_LAYER ? undefined : layer;
  const chosen = [...owners]
    .filter(([annotator]) => layer === ALL_LAYERS || annotator === wanted)
    .map(([annotator, own]) => ({ annotator, layers: own }));
  if (chosen.length > 0 || empty !== 'keep') return chosen;
  return [{ annotator: layer === ALL_LAYERS ? undefined : wanted, layers: [] }];
}

/** The gold layer is done where it is there. */
function isDone({ annotator, layers }: Owner): boolean {
  return (annotator === GOLD && layers.length > 0) || stateOf(layers.flatMap(linesOf)) !== 'open';
}

/** An article without annotations says something only where somebody has said that there are none. */
function isWanted(owner: Owner, items: LayerItems, { empty }: ExportChoice): boolean {
  const some = items.spans.length + items.relations.length + items.documentLabels.length;
  // What is lost is told, also where nothing else is there.
  if (some + items.losses.length > 0 || empty === 'keep') return true;
  return empty === 'done' && isDone(owner);
}

function layerOf(
  { text, offsets }: SourceText,
  path: string,
  language: string,
  { annotator }: Owner,
  { spans, relations, documentLabels, ...told }: LayerItems,
): ExportedLayer {
  const owner = annotator === undefined ? {} : { annotator };
  const article = { path, text, language, ...owner, spans, relations, documentLabels };
  return { article, characters: offsets.codePoints, ...told };
}

/** A person's lines in the midst of a merge are not their last word. */
function obstacleIn({ uri, unreadable, sidecar }: Layer): ExportObstacle[] {
  const problem = unreadable ?? sidecar?.problems.find((p) => p.severity === 'error')?.message;
  if (problem) return [{ uri, message: problem }];
  if (!sidecar?.annotations.some(({ annotation }) => 'conflict' in annotation && annotation.conflict))
    return [];
  const message = msg(
    'Git could not merge some of these annotations: decide which versions are right, or run pressmark resolve.',
  );
  return [{ uri, message }];
}

function linesOf({ sidecar }: Layer): Annotation[] {
  return (sidecar?.annotations ?? []).map((entry) => entry.annotation);
}

function passedOver(
  sidecars: readonly Layer[],
  why: NonNullable<ExportedArticle['passedOver']>,
): ExportedArticle {
  return { layers: [], sidecars, passedOver: why };
}
