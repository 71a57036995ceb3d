import type { DatasetSchema } from '../../core/formats/format.ts';
import type { Project } from '../../core/project.ts';

/** Every layer of an article, one after the other. */
export const ALL_LAYERS = 'all';
/** The sidecar that nobody owns alone. */
export const SHARED_LAYER = 'shared';

/** What of the corpus goes into a dataset. */
export interface ExportChoice {
  /** An annotator, `gold`, `shared`, or `all`. */
  readonly layer: string;
  /** What becomes of annotations whose place is a guess that nobody has confirmed. */
  readonly review: 'keep' | 'drop';
  /** Articles without annotations: all of them, none, or (`done`) those of which somebody said that there are none. */
  readonly empty: 'keep' | 'drop' | 'done';
  /** Only what its annotator called done. */
  readonly done: boolean;
  /** Primary subtags; absent: all. */
  readonly languages?: ReadonlySet<string>;
  /** Labels of spans; absent: all. Relations go with their ends. */
  readonly labels?: ReadonlySet<string>;
}

/** What annotations of these projects may say; where several say something of a name, the first one counts. */
export function schemaOf(projects: readonly Project[], labels?: ReadonlySet<string>): DatasetSchema {
  const known = firstOfName(projects.flatMap((p) => p.labels)).filter((l) => labels?.has(l.name) ?? true);
  const attributes = new Map<string, { name: string; labels: string[]; values: Set<string> }>();
  for (const label of known) {
    for (const { name, values = [] } of label.attributes) {
      const attribute = attributes.get(name) ?? { name, labels: [], values: new Set<string>() };
      attribute.labels.push(label.name);
      for (const value of values) attribute.values.add(value);
      attributes.set(name, attribute);
    }
  }
  return {
    labels: known.map((l) => l.name),
    relations: firstOfName(projects.flatMap((p) => p.relations)).map(({ name, from, to }) => ({
      name,
      from,
      to,
    })),
    documentLabels: firstOfName(projects.flatMap((p) => p.documentLabels)),
    attributes: [...attributes.values()].map((a) => ({ ...a, values: [...a.values] })),
  };
}

function firstOfName<T extends { readonly name: string }>(items: readonly T[]): T[] {
  const names = new Map<string, T>();
  for (const item of items) if (!names.has(item.name)) names.set(item.name, item);
  return [...names.values()];
}
