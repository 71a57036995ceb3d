import type { Scheme } from '../conll/schemes.ts';

/** Prefixes of the tags of a label, in the order in which `ClassLabel` names them. */
const PREFIXES: Readonly<Record<Scheme, readonly string[]>> = {
  iob2: ['B', 'I'],
  iob1: ['B', 'I'],
  bioes: ['B', 'I', 'E', 'S'],
  bilou: ['B', 'I', 'L', 'U'],
};

/**
 * The names of a `ClassLabel` and their numbers: `O` is 0, then the tags of the schema's labels in its order, then
 * those of other labels as they occur; there are none of these where a dataset has several parts.
 */
export class TagNames {
  readonly names: string[] = ['O'];
  private readonly ids = new Map<string, number>([['O', 0]]);
  private readonly prefixes: readonly string[];

  constructor(scheme: Scheme, labels: readonly string[]) {
    this.prefixes = PREFIXES[scheme];
    for (const label of labels) this.declared(label);
  }

  /** The number of a tag. A new label's tags all get one. */
  idOf(tag: string): number {
    const known = this.ids.get(tag);
    if (known !== undefined) return known;
    this.declared(tag.slice(tag.indexOf('-') + 1));
    return this.ids.get(tag) ?? 0;
  }

  private declared(label: string): void {
    for (const prefix of this.prefixes) {
      const tag = `${prefix}-${label}`;
      if (this.ids.has(tag)) continue;
      this.ids.set(tag, this.names.length);
      this.names.push(tag);
    }
  }
}
