import type { AnnotatorLayer, PlacedLine } from '../../core/adjudication/member.ts';
import { hashOfLine, isJudgeable } from '../../core/adjudication/member.ts';
import type { PresentName } from '../../core/adjudication/source.ts';
import { stateOf } from '../../core/annotations/articleStatus.ts';
import type { Annotation, SpanAnnotation } from '../../core/annotations/model.ts';
import { type AnchoredAnnotation, reanchored } from '../../core/annotations/reanchor.ts';
import { GOLD, sidecarUri } from '../../core/annotations/sidecarNames.ts';
import { type Message, msg } from '../../core/message.ts';
import { personNamed } from '../../core/project.ts';
import type { TextRange } from '../../core/text/range.ts';
import type { AnchorUse } from '../anchoring/anchoring.ts';
import type { Depth } from '../anchoring/pastTexts.ts';
import type { Article } from '../articles.ts';
import type { LoadedProject } from '../projects.ts';
import type { Layer } from '../sidecars.ts';
import type { Workspace } from '../workspace.ts';

/** A sidecar without which nobody can say what all people have said. */
export interface Obstacle {
  readonly uri: string;
  readonly message: Message;
}

/** What is compared in one article. */
export interface ComparedLayers {
  readonly layers: readonly AnnotatorLayer[];
  /** People with a layer who are not done yet, and are not compared. */
  readonly waiting: readonly string[];
  readonly gold: Layer;
  readonly goldLines: readonly PlacedLine[];
  readonly present: PresentName;
  readonly obstacles: readonly Obstacle[];
}

/**
 * Reads the layers of an article that are to be compared: of all who are done with it, or of all (`all`). Adjudicating
 * is not annotating: it sees everybody's layer, in a blind project too. `depth`: `quick` for passes over many articles.
 */
export async function comparedLayers(
  workspace: Workspace,
  article: Article,
  all: boolean,
  depth: Depth,
): Promise<ComparedLayers> {
  const found = await workspace.sidecars.layers(article.uri, article.project);
  const gold =
    found.find((l) => l.annotator === GOLD) ??
    (await workspace.sidecars.readUri(sidecarUri(article.uri, GOLD), article.project));
  await workspace.anchoring.place(article, [...found, gold].flatMap(anchorsIn), depth);
  const layers: AnnotatorLayer[] = [];
  const waiting: string[] = [];
  for (const [annotator, own] of byPerson(found)) {
    const annotations = annotationsIn(own);
    if (!all && stateOf(annotations) === 'open') waiting.push(annotator);
    else layers.push({ annotator, lines: own.flatMap((layer) => placedLines(workspace, article, layer)) });
  }
  const obstacles = [...found.filter((l) => l !== gold), gold].flatMap(obstacleIn);
  const present = presentNames(article.project);
  return { layers, waiting, gold, goldLines: placedLines(workspace, article, gold), present, obstacles };
}

/** How many layers an article has to compare, done or not, without reading the article. */
export async function countLayers(
  workspace: Workspace,
  uri: string,
  project: LoadedProject,
): Promise<number> {
  return byPerson(await workspace.sidecars.layers(uri, project)).size;
}

/** Everybody's layers, by name; whose files still have a former name has several. */
function byPerson(layers: readonly Layer[]): Map<string, Layer[]> {
  const people = new Map<string, Layer[]>();
  for (const layer of layers) {
    if (layer.annotator === GOLD) continue;
    const name = layer.annotator ?? '';
    people.set(name, [...(people.get(name) ?? []), layer]);
  }
  // The shared file beside people's own often holds nothing but words on findings: then it is nobody's work.
  const isWork = (a: Annotation) => isJudgeable(a) && a.kind !== 'review' && a.kind !== 'articleReview';
  if (people.size > 1 && !annotationsIn(people.get('') ?? []).some(isWork)) people.delete('');
  return people;
}

function annotationsIn(layers: readonly Layer[]): Annotation[] {
  return layers.flatMap((l) => (l.sidecar?.annotations ?? []).map((e) => e.annotation));
}

/** Lines in the midst of a merge are no one's last word, so that a file with conflict marks counts as unreadable here. */
function obstacleIn({ uri, unreadable, sidecar }: Layer): Obstacle[] {
  const problem = unreadable ?? sidecar?.problems.find((p) => p.severity === 'error')?.message;
  if (problem) return [{ uri, message: problem }];
  if (!sidecar || sidecar.writable) return [];
  return [{ uri, message: msg('This annotation file cannot be changed without losing something.') }];
}

function presentNames({ project: { people } }: LoadedProject): PresentName {
  return (name) => personNamed(people, name)?.name ?? name;
}

function placedLines(workspace: Workspace, article: Article, layer: Layer): PlacedLine[] {
  return (layer.sidecar?.annotations ?? []).map(({ annotation }) => ({
    ...placedLine(article, layer, annotation),
    ...hashed(workspace, annotation),
  }));
}

function placedLine(article: Article, { uri }: Layer, annotation: Annotation): PlacedLine {
  if (!isAnchored(annotation)) return { annotation, certain: true };
  const place = article.places.of(uri, annotation.id, annotation, article);
  if (!place) return { annotation, certain: false };
  const { range, status } = place;
  const certain = status !== 'review';
  if (annotation.kind === 'review' || !annotation.parts) return { annotation, range, certain };
  const parts = presentParts(article, annotation, range);
  // The pieces have no quote of their own: where the words around them changed, nobody knows where they are.
  return parts ? { annotation, range, parts, certain } : { annotation, certain: false };
}

function hashed({ lineHashes }: Workspace, annotation: Annotation): { hash?: string } {
  if (!isJudgeable(annotation)) return {};
  const hash = lineHashes.get(annotation) ?? hashOfLine(annotation);
  lineHashes.set(annotation, hash);
  return { hash };
}

function anchorsIn({ uri, sidecar }: Layer): AnchorUse[] {
  return (sidecar?.annotations ?? []).flatMap(({ annotation }) =>
    isAnchored(annotation) ? [{ sidecar: uri, id: annotation.id, anchor: annotation }] : [],
  );
}

function isAnchored(annotation: Annotation): annotation is AnchoredAnnotation {
  return annotation.kind === 'span' || annotation.kind === 'review';
}

/** The pieces of a span whose words stand unchanged at `range` (UTF-16 units); else undefined. */
function presentParts(article: Article, span: SpanAnnotation, range: TextRange): TextRange[] | undefined {
  const { text, offsets, revision } = article;
  return reanchored(span, { article: text, range, offsets, revision })?.parts?.map((p) => ({
    start: offsets.toUtf16(p.start),
    end: offsets.toUtf16(p.end),
  }));
}
