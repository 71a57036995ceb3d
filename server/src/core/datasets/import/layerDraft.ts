import type { Annotation, DocumentLabel, Relation, SpanAnnotation } from '../../annotations/model.ts';
import type { Operation } from '../../annotations/operations.ts';
import {
  type DatasetArticle,
  type DatasetDocumentLabel,
  type DatasetRelation,
  type DatasetSpan,
  partsOf,
} from '../../formats/dataset.ts';
import type { Unsure } from '../../formats/offsets/placeRead.ts';
import type { TextRange } from '../../text/range.ts';
import { type Anchored, anchoredSpan, FileText, type ImportTarget } from './anchored.ts';
import { endsFirst } from './linkOrder.ts';
import { NewIds } from './newIds.ts';
import {
  anchorKey,
  contentKey,
  contentOf,
  details,
  finite,
  placeKey,
  saysTheSame,
  sorted,
  valueKey,
} from './sameness.ts';

/** Annotations of one layer of one article, as a file has them, at their places. */
export interface Incoming {
  readonly article: DatasetArticle;
  /** By id: those whose place somebody should look at. */
  readonly unsure: ReadonlyMap<string, Unsure>;
  /** The text that the file speaks of, where that is another one. */
  readonly base: string;
}

/** What became of the annotations of an article, by their ids in the file. */
export interface Outcome {
  readonly added: readonly string[];
  /** There already: same label, same place. */
  readonly there: readonly string[];
  /** Of these, those whose attributes, note or entity are others than in the file: they were left as they are. */
  readonly differing: readonly string[];
  /** Relations that link nothing of the same person's, or only each other. */
  readonly unlinked: readonly string[];
}

/** An annotation of the layer; each answers for one of the file's. */
interface Present<T> {
  readonly annotation: T;
  used: boolean;
}

/** Those that say the same of where they are; those before `free` are used. */
interface Alike<T> {
  readonly all: Present<T>[];
  free: number;
}

/** A sidecar that annotations of datasets are added to. Nothing in it is changed or doubled. */
export class LayerDraft {
  readonly operations: Operation[] = [];
  /** Texts that added annotations refer to, by revision. */
  readonly texts = new Map<string, string>();
  private readonly ids: NewIds;
  private readonly spans = new Map<string, Alike<SpanAnnotation>>();
  private readonly relations = new Map<string, Alike<Relation>>();
  private readonly documentLabels = new Map<string, Alike<DocumentLabel>>();

  /** By id: the number of what an annotation says. Of two that say the same, each may be meant where one is linked. */
  private readonly classes = new Map<string, number>();
  private readonly contents = new Map<string, number>();

  /** `places`: where the spans of the sidecar stand now (UTF-16 units of the canonical text), by id, as far as is known. */
  constructor(annotations: readonly Annotation[], places: ReadonlyMap<string, readonly TextRange[]>) {
    this.ids = new NewIds(annotations.map((a) => a.id));
    const relations = annotations.filter((a): a is Relation => a.kind === 'relation');
    for (const annotation of annotations)
      if (annotation.kind !== 'relation') this.know(annotation, places.get(annotation.id));
    // Those that link each other in a ring are known by their ids.
    const own = new Set(relations.map((r) => r.id));
    const { ready, left } = endsFirst(relations, (id) => !own.has(id));
    for (const annotation of [...ready, ...left]) this.know(annotation, undefined);
  }

  private know(annotation: Annotation, place: readonly TextRange[] | undefined): void {
    if (annotation.kind === 'span') {
      const present = { annotation, used: false };
      const keys = [
        anchorKey(annotation.label, annotation),
        ...(place ? [placeKey(annotation.label, place)] : []),
      ];
      for (const key of keys) put(this.spans, key, contentKey(annotation), present);
      const { note, entity, attributes } = annotation;
      this.classify(annotation.id, [
        anchorKey(annotation.label, annotation),
        note,
        entity,
        sorted(attributes),
      ]);
    } else if (annotation.kind === 'relation') {
      const key = this.relationKey(annotation);
      put(this.relations, key, contentKey(annotation), { annotation, used: false });
      this.classify(annotation.id, [key, annotation.note, sorted(annotation.attributes)]);
    } else if (annotation.kind === 'documentLabel') {
      put(this.documentLabels, valueKey(annotation), contentOf(annotation.note), { annotation, used: false });
    }
  }

  private classify(id: string, said: unknown): void {
    const content = contentOf(said);
    const known = this.contents.get(content) ?? this.contents.size;
    this.contents.set(content, known);
    this.classes.set(id, known);
  }

  /** Adds what is not there yet. Several that are alike in one article stay several; over articles they are one. */
  add(target: ImportTarget, incoming: Incoming): Outcome {
    const outcome = {
      added: [] as string[],
      there: [] as string[],
      differing: [] as string[],
      unlinked: [] as string[],
    };
    for (const list of [this.spans, this.relations, this.documentLabels])
      for (const alike of list.values()) {
        alike.free = 0;
        for (const one of alike.all) one.used = false;
      }
    const ends = new Map<string, string>();
    this.addSpans(target, incoming, outcome, ends);
    this.addRelations(incoming.article.relations, outcome, ends);
    for (const item of incoming.article.documentLabels) {
      const keys = [valueKey(item)];
      const there =
        taken(this.documentLabels, keys, contentOf(item.note)) ?? taken(this.documentLabels, keys);
      if (there) this.wasThere(item.id, there.note === item.note, outcome);
      else this.put(this.documentLabel(item), item.id, outcome);
    }
    return outcome;
  }

  private addSpans(
    target: ImportTarget,
    { article, unsure, base }: Incoming,
    outcome: Mutable,
    ends: Map<string, string>,
  ): void {
    const file = new FileText(base);
    const made = article.spans.map((span) => ({
      span,
      anchored: anchoredSpan(target, file, span, unsure.get(span.id)),
    }));
    const keysOf = ({ span, anchored }: (typeof made)[number]) => [
      placeKey(span.label, partsOf(span)),
      anchorKey(span.label, anchored),
    ];
    const left = made.filter((one) => {
      const same = taken(this.spans, keysOf(one), contentKey(one.span));
      if (!same) return true;
      ends.set(one.span.id, same.id);
      this.wasThere(one.span.id, true, outcome);
      return false;
    });
    const added: { annotation: SpanAnnotation; place: readonly TextRange[] }[] = [];
    for (const one of left) {
      const there = taken(this.spans, keysOf(one));
      if (there) {
        ends.set(one.span.id, there.id);
        this.wasThere(one.span.id, false, outcome);
        continue;
      }
      const { id: _, ...content } = one.span;
      const id = this.ids.take(
        one.span.id,
        one.anchored.start,
        contentOf({ ...content, attributes: [...content.attributes] }),
      );
      ends.set(one.span.id, id);
      const annotation = spanAnnotation(id, one.span, one.anchored);
      if (unsure.get(one.span.id)?.doubt.code === 'changed') this.texts.set(one.anchored.rev, base);
      this.operations.push({ kind: 'add', annotation });
      outcome.added.push(one.span.id);
      added.push({ annotation, place: partsOf(one.span) });
    }
    for (const { annotation, place } of added) this.know(annotation, place);
  }

  /** Ends first: a relation may link relations. */
  private addRelations(items: readonly DatasetRelation[], outcome: Mutable, ends: Map<string, string>): void {
    const { ready, left } = endsFirst(items, (id) => ends.has(id));
    outcome.unlinked.push(...left.map((r) => r.id));
    const added: Relation[] = [];
    for (const item of ready) {
      const link = { label: item.label, from: ends.get(item.from) ?? '', to: ends.get(item.to) ?? '' };
      const keys = [this.relationKey(link)];
      const there = taken(this.relations, keys, contentKey(item)) ?? taken(this.relations, keys);
      if (there) {
        ends.set(item.id, there.id);
        this.wasThere(item.id, saysTheSame(there, item), outcome);
        continue;
      }
      const start = Number.parseInt(link.from, 10) || 0;
      const said = { ...link, note: item.note, attributes: [...item.attributes] };
      const id = this.ids.take(item.id, start, contentOf(said));
      ends.set(item.id, id);
      const annotation: Relation = { kind: 'relation', id, ...link, ...details(item), extra: [] };
      this.put(annotation, item.id, outcome);
      this.classify(id, [this.relationKey(link), item.note, sorted(details(item).attributes)]);
      added.push(annotation);
    }
    for (const annotation of added) this.know(annotation, undefined);
  }

  /** What is known by its content is told by a number, what is not by its id. */
  private relationKey({ label, from, to }: Pick<Relation, 'label' | 'from' | 'to'>): string {
    return contentOf([label, this.classes.get(from) ?? from, this.classes.get(to) ?? to]);
  }

  private documentLabel({ id, label, value, note }: DatasetDocumentLabel): DocumentLabel {
    const said = note === undefined ? {} : { note };
    const own = this.ids.take(id, 0, contentOf({ label, value, note }));
    const annotation: DocumentLabel = {
      kind: 'documentLabel',
      id: own,
      label,
      value: finite(value),
      ...said,
      extra: [],
    };
    // Several alike in one article stay several: it answers from the next article on.
    put(this.documentLabels, valueKey(annotation), contentOf(annotation.note), { annotation, used: true });
    return annotation;
  }

  private put(annotation: Annotation, id: string, outcome: Mutable): void {
    this.operations.push({ kind: 'add', annotation });
    outcome.added.push(id);
  }

  private wasThere(id: string, isSame: boolean, outcome: Mutable): void {
    outcome.there.push(id);
    if (!isSame) outcome.differing.push(id);
  }
}

type Mutable = { added: string[]; there: string[]; differing: string[]; unlinked: string[] };

/** By what is said of its place, and by what else is said too. */
function put<T>(lists: Map<string, Alike<T>>, key: string, content: string, item: Present<T>): void {
  for (const own of [key, exactly(key, content)]) {
    const alike = lists.get(own);
    if (alike) alike.all.push(item);
    else lists.set(own, { all: [item], free: 0 });
  }
}

/** The first of these that is not used yet, and says nothing but `content` besides; it is used then. */
function taken<T>(
  lists: ReadonlyMap<string, Alike<T>>,
  keys: readonly string[],
  content?: string,
): T | undefined {
  for (const key of keys) {
    const alike = lists.get(content === undefined ? key : exactly(key, content));
    if (!alike) continue;
    while (alike.all[alike.free]?.used) alike.free++;
    const found = alike.all[alike.free];
    if (!found) continue;
    found.used = true;
    return found.annotation;
  }
  return undefined;
}

/** No other key has a tab: JSON escapes it. */
function exactly(key: string, content: string): string {
  return `${key}\t${content}`;
}

function spanAnnotation(id: string, span: DatasetSpan, anchored: Anchored): SpanAnnotation {
  const entity = span.entity === undefined ? {} : { entity: span.entity };
  return { kind: 'span', id, label: span.label, ...anchored, ...details(span), ...entity, extra: [] };
}
