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
import { type Anchored, anchoredSpan, type ImportTarget } from './anchored.ts';
import { NewIds } from './newIds.ts';
import {
  anchorKey,
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

/** A sidecar that annotations of datasets are added to. Nothing in it is changed or doubled. */
export class LayerDraft {
  readonly operations: Operation[] = [];
  /** Texts that added annotations refer to, by revision. */
  readonly texts = new Map<string, string>();
  private readonly ids: NewIds;
  private readonly spans = new Map<string, Present<SpanAnnotation>[]>();
  private readonly relations = new Map<string, Present<Relation>[]>();
  private readonly documentLabels = new Map<string, Present<DocumentLabel>[]>();

  /** By id: what an annotation says. Of two that say the same, each may be meant where one is linked. */
  private readonly classes = new Map<string, string>();

  /** `places`: where the spans of the sidecar stand now (UTF-16 units of the canonical text), by id, as far as is known. */
  constructor(annotations: readonly Annotation[], places: ReadonlyMap<string, readonly TextRange[]>) {
    this.ids = new NewIds(annotations.map((a) => a.id));
    const relations = annotations.filter((a): a is Relation => a.kind === 'relation');
    for (const annotation of annotations)
      if (annotation.kind !== 'relation') this.know(annotation, places.get(annotation.id));
    // Ends first. Those that link each other in a ring are known by their ids.
    for (let left = relations; left.length > 0; ) {
      const isReady = ({ from, to }: Relation) => !left.some((r) => r.id === from || r.id === to);
      const ready = left.filter(isReady);
      for (const annotation of ready.length > 0 ? ready : left) this.know(annotation, undefined);
      left = ready.length > 0 ? left.filter((r) => !isReady(r)) : [];
    }
  }

  private know(annotation: Annotation, place: readonly TextRange[] | undefined): void {
    if (annotation.kind === 'span') {
      const present = { annotation, used: false };
      put(this.spans, anchorKey(annotation.label, annotation), present);
      const { note, entity, attributes } = annotation;
      this.classes.set(
        annotation.id,
        contentOf([anchorKey(annotation.label, annotation), note, entity, sorted(attributes)]),
      );
      if (place) put(this.spans, placeKey(annotation.label, place), present);
    } else if (annotation.kind === 'relation') {
      const key = this.relationKey(annotation);
      put(this.relations, key, { annotation, used: false });
      this.classes.set(annotation.id, contentOf([key, annotation.note, sorted(annotation.attributes)]));
    } else if (annotation.kind === 'documentLabel') {
      put(this.documentLabels, valueKey(annotation), { annotation, used: false });
    }
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
      for (const all of list.values()) for (const one of all) one.used = false;
    const ends = new Map<string, string>();
    this.addSpans(target, incoming, outcome, ends);
    this.addRelations(incoming.article.relations, outcome, ends);
    for (const item of incoming.article.documentLabels) {
      const there = taken(this.documentLabels.get(valueKey(item)), (a) => a.note === item.note);
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
    const made = article.spans.map((span) => ({
      span,
      anchored: anchoredSpan(target, base, span, unsure.get(span.id)),
    }));
    const keysOf = ({ span, anchored }: (typeof made)[number]) => [
      placeKey(span.label, partsOf(span)),
      anchorKey(span.label, anchored),
    ];
    const left = made.filter((one) => {
      const there = keysOf(one).flatMap((key) => this.spans.get(key) ?? []);
      const same = there.find((p) => !p.used && saysTheSame(p.annotation, one.span));
      if (!same) return true;
      same.used = true;
      ends.set(one.span.id, same.annotation.id);
      this.wasThere(one.span.id, true, outcome);
      return false;
    });
    const added: { annotation: SpanAnnotation; place: readonly TextRange[] }[] = [];
    for (const one of left) {
      const there = taken(
        keysOf(one).flatMap((key) => this.spans.get(key) ?? []),
        () => false,
      );
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
    const added: Relation[] = [];
    for (let left = items; left.length > 0; ) {
      const ready = left.filter((r) => ends.has(r.from) && ends.has(r.to));
      if (ready.length === 0) {
        outcome.unlinked.push(...left.map((r) => r.id));
        break;
      }
      for (const item of ready) {
        const link = { label: item.label, from: ends.get(item.from) ?? '', to: ends.get(item.to) ?? '' };
        const there = taken(this.relations.get(this.relationKey(link)), (a) => saysTheSame(a, item));
        if (there) {
          ends.set(item.id, there.id);
          this.wasThere(item.id, saysTheSame(there, item), outcome);
          continue;
        }
        const start = Number.parseInt(link.from, 10) || 0;
        const id = this.ids.take(
          item.id,
          start,
          contentOf({ ...link, note: item.note, attributes: [...item.attributes] }),
        );
        ends.set(item.id, id);
        const annotation: Relation = { kind: 'relation', id, ...link, ...details(item), extra: [] };
        this.put(annotation, item.id, outcome);
        this.classes.set(
          id,
          contentOf([this.relationKey(link), item.note, sorted(details(item).attributes)]),
        );
        added.push(annotation);
      }
      const done = new Set(ready);
      left = left.filter((r) => !done.has(r));
    }
    for (const annotation of added) this.know(annotation, undefined);
  }

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
    put(this.documentLabels, valueKey(annotation), { annotation, used: true });
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

function put<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

/** One that is not used yet, which is used then: rather one that says the same. */
function taken<T>(all: readonly Present<T>[] | undefined, isSame: (annotation: T) => boolean): T | undefined {
  const free = (all ?? []).filter((p) => !p.used);
  const found = free.find((p) => isSame(p.annotation)) ?? free[0];
  if (found) found.used = true;
  return found?.annotation;
}

function spanAnnotation(id: string, span: DatasetSpan, anchored: Anchored): SpanAnnotation {
  const entity = span.entity === undefined ? {} : { entity: span.entity };
  return { kind: 'span', id, label: span.label, ...anchored, ...details(span), ...entity, extra: [] };
}
