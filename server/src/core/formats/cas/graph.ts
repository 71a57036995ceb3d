import type { Cas, FeatureValue, Structure } from './cas.ts';
import { ANNOTATION, FS_ARRAY } from './types.ts';

/** Finds structures of a CAS by what refers to them, through arrays and lists, whether they are there or not. */
export class CasGraph {
  readonly cas: Cas;
  readonly #byId = new Map<number, Structure>();
  /** Ids that several structures have: only the first is found by them. */
  readonly doubled: readonly Structure[];
  readonly #members: ReadonlySet<number>;
  #unfolded = 0;

  constructor(cas: Cas) {
    this.cas = cas;
    this.#members = new Set(cas.views.flatMap((view) => view.members));
    const doubled: Structure[] = [];
    for (const structure of cas.structures) {
      if (structure.id === 0) continue;
      if (this.#byId.has(structure.id)) doubled.push(structure);
      else this.#byId.set(structure.id, structure);
    }
    this.doubled = doubled;
  }

  /** Whether a structure is in a view: those that are not were deleted, or are there for others only. */
  isIndexed({ id }: Structure): boolean {
    return id === 0 || this.cas.views.length === 0 || this.#members.has(id);
  }

  /** Whether a structure has a place in a text: by its type, or where that is not known, by what it has. */
  isAnnotation(structure: Structure): boolean {
    const { type, features } = structure;
    return (
      this.cas.types.isA(type, ANNOTATION) ??
      (numberIn(features.get('begin')) !== undefined && numberIn(features.get('end')) !== undefined)
    );
  }

  /**
   * The structures that a feature refers to: the elements of an array or list, or the one. Undefined where it is no
   * reference; `missing` counts references to what is not there.
   */
  targets(
    structure: Structure,
    feature: string,
  ): { readonly found: readonly Structure[]; readonly missing: number; readonly many: boolean } | undefined {
    const value = structure.features.get(feature);
    const ids = value && this.#idsOf(value, feature);
    if (!ids) return undefined;
    const found: Structure[] = [];
    let missing = 0;
    let many = value.kind === 'references';
    for (const id of ids) {
      const target = this.#byId.get(id);
      if (!target) missing++;
      else if (isContainer(target.type)) {
        many = true;
        const elements = this.#elementsOf(target);
        for (const element of elements.found) found.push(element);
        missing += elements.missing;
      } else found.push(target);
    }
    return { found, missing, many };
  }

  /** The values of an array or list of text, numbers or truth values that a feature refers to. */
  values(structure: Structure, feature: string): readonly string[] | undefined {
    const value = structure.features.get(feature);
    if (value?.kind !== 'reference') return undefined;
    const target = this.#byId.get(value.id);
    if (!target || !isValueContainer(target.type)) return undefined;
    const elements = target.features.get('elements');
    if (elements?.kind === 'value') {
      const list = typeof elements.value === 'object' ? elements.value : [String(elements.value)];
      return this.#mayUnfold(list.length) ? list : [];
    }
    const values: string[] = [];
    for (const node of this.#chain(target)) {
      const head = node.features.get('head');
      if (head?.kind === 'value') values.push(String(head.value));
      else if (head?.kind === 'unclear') values.push(head.text);
    }
    return values;
  }

  /** A file without types does not tell numbers from references: what may be one is one only by its name. */
  #idsOf(value: FeatureValue, feature: string): readonly number[] | undefined {
    if (value.kind === 'reference') return [value.id];
    if (value.kind === 'references') return value.ids;
    if (value.kind === 'value' || !/^\d{1,15}(?: \d{1,15})*$/.test(value.text)) return undefined;
    const ids = value.text.split(' ').map(Number);
    const targets = ids.map((id) => this.#byId.get(id));
    const areLinks = targets.every((t) => t && (t.features.has('target') || isContainer(t.type)));
    return (areLinks || ENDS.has(feature)) && ids.every((id) => id > 0) ? ids : undefined;
  }

  #elementsOf(container: Structure): { found: readonly Structure[]; missing: number } {
    const elements = container.features.get('elements');
    const found: Structure[] = [];
    let missing = 0;
    const add = (ids: readonly number[]): void => {
      if (!this.#mayUnfold(ids.length)) return;
      for (const id of ids) {
        const target = this.#byId.get(id);
        if (target) found.push(target);
        else missing++;
      }
    };
    if (elements) add(this.#idsOf(elements, 'elements') ?? []);
    else
      for (const node of this.#chain(container)) {
        const head = node.features.get('head');
        if (head) add(this.#idsOf(head, 'head') ?? []);
      }
    return { found, missing };
  }

  /** Counts elements that arrays and lists unfold to: a small file can refer to a long list very often. */
  #mayUnfold(elements: number): boolean {
    this.#unfolded += elements;
    return this.#unfolded <= MAX_UNFOLDED;
  }

  /** Whether arrays and lists unfold to more than can be read, so that what was found is not all. */
  get isOverfull(): boolean {
    return this.#unfolded > MAX_UNFOLDED;
  }

  /** The nodes of a linked list; ends where it comes back to itself. */
  *#chain(first: Structure): Generator<Structure> {
    const seen = new Set<Structure>();
    for (let node: Structure | undefined = first; node && !seen.has(node) && this.#mayUnfold(1); ) {
      seen.add(node);
      yield node;
      const tail: readonly number[] = this.#idsOf(node.features.get('tail') ?? NOTHING, 'tail') ?? [];
      node = this.#byId.get(tail[0] ?? 0);
    }
  }
}

/** Elements of arrays and lists, each counted as often as it is referred to; a file of XML has fewer structures. */
export const MAX_UNFOLDED = 500_000;

const NOTHING: FeatureValue = { kind: 'value', value: '' };

/** Names of features that refer to other structures in every type system that has them. */
const ENDS: ReadonlySet<string> = new Set([
  'Governor',
  'Dependent',
  'target',
  'first',
  'next',
  'head',
  'tail',
  'elements',
]);

/** The number that a feature holds; undefined for none and for anything else. */
export function numberIn(value: FeatureValue | undefined): number | undefined {
  if (value?.kind === 'value' && typeof value.value === 'number') return value.value;
  return undefined;
}

/** The text that a feature holds; undefined for none and for anything else. */
export function textIn(value: FeatureValue | undefined): string | undefined {
  if (value?.kind === 'unclear') return value.text;
  return value?.kind === 'value' && typeof value.value === 'string' ? value.value : undefined;
}

/** Whether structures of this type only hold others together. */
export function isContainer(type: string): boolean {
  if (type === FS_ARRAY || type === 'uima.cas.EmptyFSList' || type === 'uima.cas.NonEmptyFSList') return true;
  return type.endsWith('[]') && !isValueContainer(type);
}

/** Whether structures of this type are arrays or lists of simple values. */
export function isValueContainer(type: string): boolean {
  return /^uima\.cas\.(?:(?:Non)?Empty)?(?:Boolean|Byte|Short|Integer|Long|Float|Double|String)(?:Array|List|\[\])$/.test(
    type,
  );
}
