import { progressOf } from '../core/annotations/articleStatus.ts';
import type { Annotation } from '../core/annotations/model.ts';
import { GOLD } from '../core/annotations/sidecarNames.ts';
import type { Layer } from './sidecars.ts';

/** What one person has done, and has to do. */
export interface PersonStatistics {
  /** A present name; `shared`: of the sidecars that all share. */
  readonly annotator: string;
  /** Articles that they are to annotate; 0 where the project assigns none. */
  readonly assigned: number;
  /** Articles that they have begun or are to annotate, and that are neither done nor reviewed. */
  readonly open: number;
  readonly done: number;
  readonly reviewed: number;
  /** Of the done and reviewed ones, those whose text has changed since. */
  readonly changed: number;
  readonly spans: number;
}

type Counts = { -readonly [K in Exclude<keyof PersonStatistics, 'annotator'>]: number };

const SHARED = 'shared';

/** Counts, article by article, how far everybody is. */
export class PeopleStatistics {
  private readonly counts: Map<string, Counts>;
  private readonly people: readonly string[];

  /** `people`: the annotators of the project, who are listed even if they have done nothing yet. */
  constructor(people: readonly string[]) {
    this.people = people;
    this.counts = new Map(people.map((name) => [name, nothing()]));
  }

  /** An article with its layers and the people who are to annotate it; `revision`: that of its text. */
  add(layers: readonly Layer[], assigned: readonly string[], revision: string): void {
    const said = new Map<string, Annotation[]>();
    for (const { annotator = SHARED, sidecar } of layers) {
      if (annotator === GOLD) continue;
      const known = said.get(annotator) ?? [];
      said.set(annotator, known);
      for (const { annotation } of sidecar?.annotations ?? []) known.push(annotation);
    }
    for (const name of assigned) {
      this.of(name).assigned++;
      if (!said.has(name)) this.of(name).open++;
    }
    for (const [name, annotations] of said) {
      const { state, changed } = progressOf(annotations, revision);
      const counts = this.of(name);
      counts[state]++;
      if (changed) counts.changed++;
      counts.spans += annotations.filter((a) => a.kind === 'span').length;
    }
  }

  /** The people of the project in its order, then others by name. */
  result(): PersonStatistics[] {
    const others = [...this.counts.keys()].filter((name) => !this.people.includes(name)).sort();
    return [...this.people, ...others].map((annotator) => ({ annotator, ...this.of(annotator) }));
  }

  private of(name: string): Counts {
    const known = this.counts.get(name) ?? nothing();
    this.counts.set(name, known);
    return known;
  }
}

function nothing(): Counts {
  return { assigned: 0, open: 0, done: 0, reviewed: 0, changed: 0, spans: 0 };
}
