import { canonicalSlice } from '../../core/annotations/create.ts';
import {
  type AnnotationChange,
  annotationOf,
  describeChange,
  diffAnnotations,
} from '../../core/annotations/diff.ts';
import type { Annotation, FindingReview, SpanAnnotation } from '../../core/annotations/model.ts';
import type { Sidecar } from '../../core/annotations/parse.ts';
import { GOLD, sidecarUri } from '../../core/annotations/sidecarNames.ts';
import { msg } from '../../core/message.ts';
import { namesOf } from '../../core/project.ts';
import type { TextRange } from '../../core/text/range.ts';
import type { Workspace } from '../workspace.ts';
import {
  type ArticleChanges,
  type ChangePlace,
  fits,
  type LayerChanges,
  type PlacedChange,
  type States,
  type TextChange,
} from './change.ts';
import type { ChangedArticle, ChangedSidecar } from './pairing.ts';
import { locatedArticle, Placing } from './placing.ts';
import { NO_SIDE, type OwnedSide, readSide, type Side, speaksOfOthers } from './sides.ts';
import { textAt } from './states.ts';
import { describeTextChange, isSameWords } from './textChange.ts';

/** What became of an article's annotations between two states; undefined where nothing did. */
export async function articleChanges(
  workspace: Workspace,
  article: ChangedArticle,
  states: States,
): Promise<ArticleChanges | undefined> {
  const scene = await Scene.of(workspace, article, states);
  const layers: LayerChanges[] = [];
  const seen = new Set<string>();
  for (const sidecar of article.sidecars) {
    seen.add(sidecar.is ?? sidecar.was ?? '');
    layers.push(await scene.compared(sidecar));
  }
  if (article.textChanged) {
    for (const [uri, { annotator }] of scene.now)
      if (!seen.has(uri)) layers.push(await scene.left(uri, annotator));
  }
  const told = layers.filter(({ changes, problems }) => changes.length > 0 || problems.length > 0);
  if (told.length === 0) return undefined;
  const { uri, was } = article;
  return { uri, ...(was === uri ? {} : { was }), layers: told };
}

/** Both states of one article with all that is asked of them. */
class Scene {
  /** The sidecars of the newer state, by address, as far as they are needed. */
  readonly now = new Map<string, OwnedSide>();
  private readonly before = new Map<string, OwnedSide>();
  private readonly workspace: Workspace;
  private readonly states: States;
  private readonly newer: Placing | undefined;
  private readonly older: Placing | undefined;
  private readonly named = new Map<string, Annotation>();

  private constructor(
    workspace: Workspace,
    states: States,
    newer: Placing | undefined,
    older: Placing | undefined,
  ) {
    this.workspace = workspace;
    this.states = states;
    this.newer = newer;
    this.older = older;
  }

  static async of(workspace: Workspace, article: ChangedArticle, states: States): Promise<Scene> {
    const { uri, was, project, textChanged } = article;
    const now = await textAt(workspace, uri, states.to, 'article');
    const then = textChanged ? await textAt(workspace, was, states.from, 'article') : now;
    const [newer, older] = [now, then].map((text) =>
      typeof text === 'string' ? locatedArticle(text) : undefined,
    );
    const scene = new Scene(
      workspace,
      states,
      newer && new Placing(workspace.host, uri, newer, older ? [older] : []),
      older && new Placing(workspace.host, was, older, newer ? [newer] : []),
    );
    await Promise.all(article.sidecars.map((sidecar) => scene.read(sidecar)));
    const sides = [...scene.now.values(), ...scene.before.values()];
    // Another person's file is read only where something is said of it: each may cost a run of git.
    if (textChanged || sides.some(speaksOfOthers)) {
      const others = [undefined, ...namesOf(project.project.people), GOLD].map((annotator) => ({
        is: sidecarUri(uri, annotator),
        annotator,
      }));
      for (const other of others)
        if (!scene.now.has(other.is) && (await workspace.sidecars.isVisible(other.is, project)))
          await scene.read(other);
    }
    for (const { sidecar, annotator } of [...scene.now.values(), ...scene.before.values()])
      scene.name(sidecar, annotator);
    return scene;
  }

  private async read({ was, is, annotator }: ChangedSidecar): Promise<void> {
    const { workspace, states } = this;
    const [old, now] = await Promise.all([
      was === undefined ? undefined : textAt(workspace, was, states.from, 'sidecar'),
      is === undefined ? undefined : textAt(workspace, is, states.to, 'sidecar'),
    ]);
    if (was !== undefined && old !== undefined) this.before.set(was, { ...readSide(old), annotator });
    if (is !== undefined && now !== undefined) this.now.set(is, { ...readSide(now), annotator });
  }

  /** What differs between both sides of a sidecar. */
  async compared({ was, is, annotator }: ChangedSidecar): Promise<LayerChanges> {
    const before = this.before.get(was ?? '') ?? NO_SIDE;
    const after = this.now.get(is ?? '') ?? NO_SIDE;
    const [old, now] = [before, after].map(
      (side) => side.sidecar?.annotations.map((entry) => entry.annotation) ?? [],
    );
    const changes = diffAnnotations(old ?? [], now ?? []).filter(
      // Of a side that could not be read, nobody knows what is missing from it.
      ({ kind }) => !(kind === 'removed' && after.problem) && !(kind === 'added' && before.problem),
    );
    const changed = new Set(changes.map(annotationOf));
    const placed: PlacedChange[] = [];
    for (const change of changes) placed.push(await this.placed(change, before, after));
    placed.push(...(await this.unfit(after, changed)));
    return {
      uri: is ?? was ?? '',
      ...(was === undefined || was === is ? {} : { was }),
      annotator,
      changes: this.sorted(placed),
      problems: [
        ...(before.problem ? [{ side: 'before' as const, message: before.problem }] : []),
        ...(after.problem ? [{ side: 'after' as const, message: after.problem }] : []),
        ...(this.newer || !now?.length || this.states.from === undefined
          ? []
          : [{ side: 'after' as const, message: NO_ARTICLE }]),
      ],
    };
  }

  /** Of a sidecar that nobody touched, what no longer fits the text. */
  async left(uri: string, annotator: string | undefined): Promise<LayerChanges> {
    const side = this.now.get(uri) ?? NO_SIDE;
    const gone = !this.newer && (side.sidecar?.annotations.length ?? 0) > 0;
    return {
      uri,
      annotator,
      changes: this.sorted(await this.unfit(side, new Set())),
      problems: gone ? [{ side: 'after', message: NO_ARTICLE }] : [],
    };
  }

  private async unfit({ sidecar }: Side, changed: ReadonlySet<Annotation>): Promise<PlacedChange[]> {
    const found: PlacedChange[] = [];
    const { newer, older } = this;
    if (!newer || !older || newer.article.revision === older.article.revision) return found;
    for (const { annotation, line } of sidecar?.annotations ?? []) {
      if ((annotation.kind !== 'span' && annotation.kind !== 'review') || changed.has(annotation)) continue;
      const { status, range } = await newer.locate(annotation);
      const now = range && canonicalSlice(newer.article.text, range.start, range.end);
      const change: TextChange | undefined = !fits(status)
        ? { kind: 'unfit', after: annotation }
        : now !== undefined && !isSameWords(now, annotation.text)
          ? { kind: 'reworded', after: annotation, is: now }
          : undefined;
      if (!change || !(await this.stoodBefore(annotation))) continue;
      const place = range && placeIn(newer, range);
      const words = describeTextChange(change);
      found.push({ change, words, status, sidecarLine: line, ...(place ? { place } : {}) });
    }
    return found;
  }

  /** True where a tag stood on its own words in the older text: else it is no news that it does not now. */
  private async stoodBefore(annotation: SpanAnnotation | FindingReview): Promise<boolean> {
    const { older } = this;
    const { status, range } = (await older?.locate(annotation)) ?? {};
    if (!older || !range || !fits(status)) return false;
    return isSameWords(canonicalSlice(older.article.text, range.start, range.end), annotation.text);
  }

  private async placed(change: AnnotationChange, before: Side, after: Side): Promise<PlacedChange> {
    const annotation = annotationOf(change);
    const entries = (change.kind === 'removed' ? before : after).sidecar?.annotations ?? [];
    const sidecarLine = entries.find((entry) => entry.annotation === annotation)?.line;
    const target = this.target(annotation);
    const at = target && (await this.newer?.locate(target));
    const then = change.kind === 'removed' && target ? await this.older?.locate(target) : undefined;
    const place = at?.range && this.newer && placeIn(this.newer, at.range);
    const oldPlace = then?.range && this.older && placeIn(this.older, then.range);
    const own = target === annotation && change.kind !== 'removed' ? at?.status : undefined;
    return {
      change,
      words: describeChange(change, (ref) => this.named.get(ref)),
      ...(place ? { place } : {}),
      ...(oldPlace ? { oldPlace } : {}),
      ...(own ? { status: own } : {}),
      ...(sidecarLine === undefined ? {} : { sidecarLine }),
    };
  }

  /** What a line is about: itself, the tag where a relation begins, the tag that somebody speaks of. */
  private target(annotation: Annotation): SpanAnnotation | FindingReview | undefined {
    if (annotation.kind === 'span' || annotation.kind === 'review') return annotation;
    const ref =
      annotation.kind === 'relation' ? annotation.from : annotation.kind === 'record' ? annotation.ref : '';
    const other = this.named.get(ref);
    return other?.kind === 'span' || other?.kind === 'review' ? other : undefined;
  }

  /** In the order of the newer text; what is about the whole article, or has no place any more, comes first. */
  private sorted(changes: readonly PlacedChange[]): PlacedChange[] {
    const start = ({ place, oldPlace }: PlacedChange) => (place ?? oldPlace)?.range.start ?? -1;
    return changes.toSorted((a, b) => start(a) - start(b));
  }

  /** Lets lines speak of these annotations by their ids. The newer state comes first, so its words stay. */
  private name(sidecar: Sidecar | undefined, annotator: string | undefined): void {
    for (const { annotation } of sidecar?.annotations ?? []) {
      for (const key of [annotation.id, `${annotator ?? ''}:${annotation.id}`])
        if (!this.named.has(key)) this.named.set(key, annotation);
    }
  }
}

const NO_ARTICLE = msg(
  'The article of these annotations is missing: restore it, or move this file along with it.',
);

function placeIn({ article: { offsets } }: Placing, range: TextRange): ChangePlace {
  const codePoints = { start: offsets.toCodePoint(range.start), end: offsets.toCodePoint(range.end) };
  return { range, codePoints, ...offsets.position(range.start) };
}
