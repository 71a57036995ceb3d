import type { Annotation } from '../core/annotations/model.ts';
import {
  applyRecords,
  type DanglingRecord,
  type RecordLayer,
  type StandingAnnotation,
} from '../core/annotations/records.ts';
import { type Person, personNamed } from '../core/project.ts';
import { Recent } from './anchoring/recent.ts';
import type { Layer } from './sidecars.ts';

/** A layer with its lines. */
export interface SpokenLayer extends RecordLayer {
  readonly layer: Layer;
}

/** An annotation and what people say about it. */
export type Standing = StandingAnnotation<SpokenLayer>;

/** What people say about the annotations of one article. */
export interface Standings {
  /** By the very annotation of the layer's sidecar; undefined where nobody says anything. */
  of(annotation: Annotation): Standing | undefined;
  /** All annotations that somebody says something about. */
  readonly spoken: readonly Standing[];
  /** Records that speak of nothing. */
  readonly dangling: readonly DanglingRecord<SpokenLayer>[];
}

const SILENCE: Standings = { of: () => undefined, spoken: [], dangling: [] };

/** Articles whose standings are kept: those at hand. */
const MOST_KEPT = 16;

interface KeptStandings {
  readonly layers: readonly Layer[];
  readonly people: readonly Person[];
  readonly standings: Standings;
}

/** Applies the records of an article's layers, once for every state of its sidecars. */
export class StandingsOfArticles {
  private readonly kept = new Recent<KeptStandings>(MOST_KEPT);

  /** What people say about the annotations of some layers of an article. */
  of(article: string, layers: readonly Layer[], people: readonly Person[]): Standings {
    const known = this.kept.get(article);
    if (known?.people === people && sameTexts(known.layers, layers)) return known.standings;
    const standings = standingsOf(layers, people);
    this.kept.set(article, { layers, people, standings });
    return standings;
  }
}

/** A sidecar that nobody has changed is the same object. */
function sameTexts(a: readonly Layer[], b: readonly Layer[]): boolean {
  return (
    a.length === b.length && a.every(({ sidecar, uri }, i) => uri === b[i]?.uri && sidecar === b[i].sidecar)
  );
}

/** Applies the records of all layers, keeping nothing. Where there are none, as in most articles, nothing is computed. */
export function standingsOf(layers: readonly Layer[], people: readonly Person[]): Standings {
  const spokenLayers = layers.map((layer): SpokenLayer => {
    const annotations = (layer.sidecar?.annotations ?? []).map((e) => e.annotation);
    return { layer, annotator: layer.annotator, annotations };
  });
  if (!spokenLayers.some((l) => l.annotations.some((a) => a.kind === 'record'))) return SILENCE;
  const { annotations, dangling } = applyRecords(
    spokenLayers,
    (name) => personNamed(people, name)?.name ?? name,
  );
  const spoken = annotations.filter((s) => s.words.length > 0 || s.thread !== undefined);
  const known = new Map(spoken.map((s) => [s.annotation, s]));
  return { of: (annotation) => known.get(annotation), spoken, dangling };
}

/** The annotation as people are shown it: with the records applied; one that is deleted as its owner has it. */
export function shownAnnotation<A extends Annotation>(annotation: A, standing: Standing | undefined): A {
  const now = standing?.now;
  return now?.kind === annotation.kind ? (now as A) : annotation;
}
