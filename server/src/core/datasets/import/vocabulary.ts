import type { AttributeValue } from '../../annotations/model.ts';
import type { DatasetArticle } from '../../formats/dataset.ts';
import type { Project } from '../../project/project.ts';
import { hangingOn } from './linkOrder.ts';

/** What becomes of names that the project does not have. */
export const UNKNOWN_NAMES = ['refuse', 'add', 'keep'] as const;
export type UnknownNames = (typeof UNKNOWN_NAMES)[number];

/** What a name is a name of. */
export type NameKind = 'label' | 'relation' | 'documentLabel' | 'attribute';

/** A name that occurs in files and not in the project. */
export interface UnknownName {
  readonly kind: NameKind;
  readonly name: string;
  /** The label whose attribute it is. */
  readonly label?: string;
  readonly count: number;
  /** Where it was met first. */
  readonly first: NameUse;
  /** Values that it occurs with, of an attribute: all of one type, or texts. */
  readonly type: 'text' | 'number' | 'boolean';
}

/** Where a name was met: of use to whoever knows lines of files. */
export interface NameUse {
  readonly file: string;
  readonly line: number;
}

/** Maps the names of a file to those of the project, and notes which ones it does not have. */
export class Vocabulary {
  private readonly map: ReadonlyMap<string, string>;
  private readonly known: ReadonlyMap<NameKind, ReadonlySet<string>>;
  private readonly attributes: ReadonlyMap<string, ReadonlySet<string>>;
  private readonly met = new Map<string, { -readonly [K in keyof UnknownName]: UnknownName[K] }>();
  private readonly mapped = new Set<string>();
  private readonly doubled = new Map<string, NameUse & { readonly from: string; readonly name: string }>();

  /** `map`: names of files to names of the project; an empty one leaves out what has the name. */
  constructor(project: Project, map: ReadonlyMap<string, string>) {
    this.map = map;
    const names = (all: readonly { readonly name: string }[]) => new Set(all.map((one) => one.name));
    this.known = new Map<NameKind, ReadonlySet<string>>([
      ['label', names(project.labels)],
      ['relation', names(project.relations)],
      ['documentLabel', names(project.documentLabels)],
    ]);
    this.attributes = new Map(project.labels.map((label) => [label.name, names(label.attributes)]));
  }

  /**
   * The article with the project's names, and the ids of what has a name that is to be left out, with the relations
   * that hang on it. `use`: where an item stands in its file.
   */
  apply(
    article: DatasetArticle,
    use: (id: string) => NameUse,
  ): { readonly article: DatasetArticle; readonly leftOut: readonly string[] } {
    const leftOut = new Set<string>();
    const renamed = <T extends { id: string; label: string }>(kind: NameKind, items: readonly T[]): T[] =>
      items.flatMap((item) => {
        const label = this.renamed(item.label);
        if (label === '') leftOut.add(item.id);
        else this.note(kind, label, use(item.id));
        return label === '' ? [] : [{ ...item, label }];
      });
    const spans = renamed('label', article.spans).map((span) => ({
      ...span,
      attributes: this.attributesOf(span.label, span.attributes, use(span.id)),
    }));
    const documentLabels = renamed('documentLabel', article.documentLabels);
    const named = renamed('relation', article.relations);
    for (const id of hangingOn(named, leftOut)) leftOut.add(id);
    const relations = named.filter(({ id }) => !leftOut.has(id));
    return { article: { ...article, spans, relations, documentLabels }, leftOut: [...leftOut] };
  }

  /** Names that the project does not have, in the order in which they were met. */
  unknown(): UnknownName[] {
    return [...this.met.values()];
  }

  /** Names that were to be mapped and occur nowhere. */
  unused(): string[] {
    return [...this.map.keys()].filter((name) => !this.mapped.has(name));
  }

  /** Attributes that would get the name of another one that the same annotation has: where they do first. */
  clashes(): readonly (NameUse & { readonly from: string; readonly name: string })[] {
    return [...this.doubled.values()];
  }

  private renamed(name: string): string {
    const other = this.map.get(name);
    if (other !== undefined) this.mapped.add(name);
    return other ?? name;
  }

  private attributesOf(
    label: string,
    attributes: ReadonlyMap<string, AttributeValue>,
    use: NameUse,
  ): ReadonlyMap<string, AttributeValue> {
    if (attributes.size === 0) return attributes;
    const own = new Map<string, AttributeValue>();
    for (const [from, value] of attributes) {
      const name = this.renamed(from);
      if (name === '') continue;
      const stays = attributes.has(name) && (this.map.get(name) ?? name) === name;
      if (name !== from && (stays || own.has(name)))
        this.doubled.set(JSON.stringify([from, name]), { from, name, ...use });
      own.set(name, value);
      if (!this.attributes.get(label)?.has(name)) this.meet('attribute', name, use, label, value);
    }
    return own;
  }

  private note(kind: NameKind, name: string, use: NameUse): void {
    if (!this.known.get(kind)?.has(name)) this.meet(kind, name, use);
  }

  private meet(kind: NameKind, name: string, first: NameUse, label?: string, value?: AttributeValue): void {
    const key = JSON.stringify([kind, name, label]);
    const type = typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'boolean' : 'text';
    const known = this.met.get(key);
    if (!known) {
      this.met.set(key, { kind, name, count: 1, first, type, ...(label === undefined ? {} : { label }) });
      return;
    }
    known.count++;
    if (known.type !== type) known.type = 'text';
  }
}
