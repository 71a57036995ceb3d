import type { AttributeValue } from '../../annotations/model.ts';
import { type Message, msg } from '../../message.ts';
import type { ProblemSeverity } from '../../problem.ts';
import type {
  FileProblem,
  ReadArticle,
  ReadDocumentLabel,
  ReadPart,
  ReadRelation,
  ReadSpan,
} from '../readArticle.ts';
import { nameOf, offsetOf, textOf } from './values.ts';

/** A span as a record describes it; nothing of it is checked yet. */
export interface RawSpan {
  readonly start: unknown;
  readonly end: unknown;
  readonly label: unknown;
  readonly quote?: string | undefined;
  readonly entity?: string | undefined;
  readonly note?: string | undefined;
  readonly annotator?: string | undefined;
  /** The file's id for it: kept where no other annotation of the article has it. */
  readonly id?: string | undefined;
  /** Names by which relations of the file speak of it. */
  readonly names?: readonly string[];
  readonly line?: number;
}

/** A relation as a record describes it: `from` and `to` are names of spans or relations. */
export interface RawRelation {
  readonly label: unknown;
  readonly from: string;
  readonly to: string;
  readonly note?: string | undefined;
  readonly annotator?: string | undefined;
  readonly id?: string | undefined;
  readonly names?: readonly string[];
  readonly line?: number;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };
type Drafted<T> = Writable<Omit<T, 'id' | 'attributes'>> & { id?: string };

export type SpanDraft = Drafted<ReadSpan> & { attributes: Map<string, AttributeValue> };
export type RelationDraft = Drafted<ReadRelation> & { attributes: Map<string, AttributeValue> };
export type DocumentLabelDraft = Drafted<ReadDocumentLabel>;

/**
 * Collects the annotations of a record of a file, checks what can be checked without the text, and gives them ids and
 * the relations their ends, once all are in. What cannot be used is left out and told.
 */
export class RecordArticle {
  readonly problems: FileProblem[] = [];
  readonly spans: SpanDraft[] = [];
  readonly relations: RelationDraft[] = [];
  readonly documentLabels: DocumentLabelDraft[] = [];
  private readonly line: number;
  /** UTF-8 bytes of the text: no way of counting gives more. */
  private readonly longest: number;
  private readonly named = new Map<string, SpanDraft | RelationDraft>();
  /** Lines and ids of which it was told that another annotation has them. */
  private readonly toldNames = new Set<string>();

  constructor(line: number, text: string | undefined) {
    this.line = line;
    this.longest = text === undefined ? Number.POSITIVE_INFINITY : text.length * 3;
  }

  /** Tells what was left out or looks odd. */
  report(severity: ProblemSeverity, code: string, message: Message, line = this.line): void {
    this.problems.push({ severity, code, message, line });
  }

  /** Adds a span; undefined where it cannot be one, which is told. */
  addSpan(raw: RawSpan): SpanDraft | undefined {
    const line = raw.line ?? this.line;
    const label = nameOf(raw.label);
    if (label === undefined) {
      this.report('warning', 'record/label', NO_LABEL, line);
      return undefined;
    }
    const part = this.partOf(raw.start, raw.end, label, line);
    if (!part) return undefined;
    const draft: SpanDraft = {
      label,
      parts: [raw.quote === undefined ? part : { ...part, quote: raw.quote }],
      attributes: new Map(),
      line,
      ...given({ entity: textOf(raw.entity), note: raw.note, annotator: raw.annotator, id: textOf(raw.id) }),
    };
    this.spans.push(draft);
    this.name(draft, raw.names ?? []);
    return draft;
  }

  /** A stretch of the text, or undefined where its offsets cannot be right, which is told. */
  partOf(from: unknown, to: unknown, label: string, line = this.line): ReadPart | undefined {
    const [start, end] = [offsetOf(from), offsetOf(to)];
    if (start !== undefined && end !== undefined && start <= end && end <= this.longest)
      return { start, end };
    const message = msg(
      'The place of a “{0}” cannot be right: from {1} to {2}. Offsets are whole numbers within the text, the end behind the start. Correct them; it was left out.',
      label,
      shown(from),
      shown(to),
    );
    this.report('warning', 'record/offsets', message, line);
    return undefined;
  }

  addRelation(raw: RawRelation): RelationDraft | undefined {
    const line = raw.line ?? this.line;
    const label = nameOf(raw.label);
    if (label === undefined) {
      this.report('warning', 'record/label', NO_LABEL, line);
      return undefined;
    }
    const draft: RelationDraft = {
      label,
      from: raw.from,
      to: raw.to,
      attributes: new Map(),
      line,
      ...given({ note: raw.note, annotator: raw.annotator, id: textOf(raw.id) }),
    };
    this.relations.push(draft);
    this.name(draft, raw.names ?? []);
    return draft;
  }

  addDocumentLabel(
    label: string,
    value: AttributeValue,
    more: { note?: string | undefined; annotator?: string | undefined; id?: string | undefined } = {},
    line = this.line,
  ): void {
    this.documentLabels.push({ label, value, line, ...given(more) });
  }

  /** Lets relations speak of an annotation by further names. The first that has a name keeps it. */
  name(draft: SpanDraft | RelationDraft, names: readonly string[]): void {
    for (const name of names) {
      const shown = name.replace(/^[a-z]+:/, '');
      if (this.named.has(name)) {
        const place = `${draft.line} ${shown}`;
        if (this.toldNames.has(place)) continue;
        this.toldNames.add(place);
        const message = msg(
          'Two annotations have the id “{0}”: relations are taken to mean the first. Give each its own id.',
          shown,
        );
        this.report('warning', 'record/duplicate-id', message, draft.line);
      } else this.named.set(name, draft);
    }
  }

  hasName(name: string): boolean {
    return this.named.has(name);
  }

  /** The annotations, each with an id of its own, and relations between them. */
  finish(): Pick<ReadArticle, 'spans' | 'relations' | 'documentLabels'> {
    const relations = this.tiedRelations();
    const ids = new Ids([...this.spans, ...relations, ...this.documentLabels]);
    const spans = this.spans.map((draft) => ({ ...draft, id: ids.of(draft, 's') }));
    for (const draft of relations) ids.of(draft, 'r');
    const end = (name: string): string => {
      const draft = this.named.get(name);
      return draft ? ids.of(draft, 'r') : name;
    };
    return {
      spans,
      relations: relations.map((r) => ({ ...r, id: ids.of(r, 'r'), from: end(r.from), to: end(r.to) })),
      documentLabels: this.documentLabels.map((draft) => ({ ...draft, id: ids.of(draft, 'd') })),
    };
  }

  /** Relations with both ends, directly or by way of other relations. */
  private tiedRelations(): RelationDraft[] {
    const there = new Set<SpanDraft | RelationDraft>(this.spans);
    let waiting = this.relations;
    for (;;) {
      const isTied = (name: string): boolean => {
        const end = this.named.get(name);
        return end !== undefined && there.has(end);
      };
      const left = waiting.filter((r) => !isTied(r.from) || !isTied(r.to));
      if (left.length === waiting.length) break;
      const untied = new Set(left);
      for (const relation of waiting) if (!untied.has(relation)) there.add(relation);
      waiting = left;
    }
    for (const { label, line } of waiting) {
      const message = msg(
        'A relation “{0}” speaks of an annotation that is not in this record. Add the annotation; the relation was left out.',
        label,
      );
      this.report('warning', 'record/relation', message, line);
    }
    return this.relations.filter((r) => there.has(r));
  }
}

/** Ids of an article's annotations: the file's own where it is nobody else's, else one that is made up. */
class Ids {
  private readonly taken = new Set<string>();
  private readonly ids = new Map<object, string>();
  private readonly proposed: ReadonlySet<string>;
  private next = 1;

  constructor(drafts: readonly { readonly id?: string }[]) {
    this.proposed = new Set(drafts.flatMap((d) => d.id ?? []));
  }

  of(draft: { readonly id?: string }, letter: string): string {
    const known = this.ids.get(draft);
    if (known !== undefined) return known;
    const own = draft.id !== undefined && !this.taken.has(draft.id) ? draft.id : this.madeUp(letter);
    this.taken.add(own);
    this.ids.set(draft, own);
    return own;
  }

  private madeUp(letter: string): string {
    for (;;) {
      const id = `${letter}${this.next++}`;
      if (!this.proposed.has(id) && !this.taken.has(id)) return id;
    }
  }
}

const NO_LABEL = msg('An annotation has no label. Give it one; it was left out.');

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The members that are there. */
export function given<T extends Record<string, unknown>>(members: T): Given<T> {
  return Object.fromEntries(Object.entries(members).filter(([, v]) => v !== undefined)) as Given<T>;
}

function shown(value: unknown): string {
  return (JSON.stringify(value) ?? '–').slice(0, 20);
}
