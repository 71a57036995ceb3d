import { type Message, msg } from '../../message.ts';
import type { FileProblem, ReadArticle, ReadRelation, ReadSpan } from '../readArticle.ts';
import { attributesOf, labelOf, partOf, placesIn } from './cellValues.ts';
import { chainsOf } from './chains.ts';
import type { Header, Layer } from './header.ts';
import {
  ANY_ANNOTATION,
  CHAIN_LINK,
  DEPENDENCY,
  LAYER_ATTRIBUTE,
  POS,
  ROLE,
  SENTENCE,
  SLOT_ATTRIBUTE,
  shortName,
  TOKEN,
} from './layers.ts';
import { namedSentences } from './namedSentences.ts';
import { type CellAnnotation, type CellsRead, type Reference, readCells, type Slot } from './readCells.ts';
import { type CommentsRead, readComments } from './readComments.ts';
import type { Unit, UnitsRead } from './readUnits.ts';
import { readValue } from './values.ts';

/** What a file says, its text apart: annotations in the order in which they begin. */
export interface AnnotationsRead {
  readonly article: Pick<ReadArticle, 'spans' | 'relations' | 'documentLabels'> &
    Partial<Pick<ReadArticle, 'name' | 'language' | 'annotator'>>;
  readonly problems: readonly FileProblem[];
}

/**
 * Makes spans, relations and document labels of the cells and comments of a file. `only`: the layers that are read, by
 * their types or the last part of these; absent: all. What a relation begins or ends at is read with it.
 */
export function annotationsOf(
  header: Header,
  read: UnitsRead,
  only: ReadonlySet<string> | undefined,
): AnnotationsRead {
  return new Reading(header, read, only).result();
}

/** More than these are only counted. */
const MAX_PROBLEMS = 100;

class Reading {
  private readonly cells: CellsRead;
  private readonly units: ReadonlyMap<string, Unit>;
  private readonly ids = new Map<CellAnnotation, string>();
  private readonly tokens = new Map<string, string>();
  private readonly spans: ReadSpan[] = [];
  private readonly relations: ReadRelation[] = [];
  private readonly problems: FileProblem[] = [];
  private readonly firsts = new Map<string, ReadonlyMap<string, CellAnnotation>>();
  private readonly chained: readonly (readonly CellAnnotation[])[];
  private readonly lastOfChains: ReadonlySet<CellAnnotation>;
  private made = 0;
  private untold = 0;

  private readonly read: UnitsRead;

  private readonly only: ReadonlySet<string> | undefined;

  constructor(header: Header, read: UnitsRead, only: ReadonlySet<string> | undefined) {
    this.read = read;
    this.only = only;
    this.cells = readCells(header, read.units);
    this.chained = chainsOf(this.cells.annotations);
    this.lastOfChains = new Set(this.chained.flatMap((links) => links.slice(-1)));
    this.units = new Map(read.units.map((u) => [u.id, u]));
  }

  result(): AnnotationsRead {
    const { annotations } = this.cells;
    const chosen = annotations.filter((annotation) => this.isChosen(annotation.layer.type));
    for (const annotation of chosen) this.idOf(annotation);
    if (this.isChosen(SENTENCE)) this.sentences();
    for (const annotation of chosen) {
      if (annotation.layer.kind === 'relation') this.relation(annotation);
      for (const [feature, slot] of annotation.slots) this.slot(annotation, feature, slot);
    }
    this.chains();
    const comments = this.comments();
    const { spans, problems, untold } = this;
    const left = annotations.length - this.ids.size;
    if (left > 0)
      problems.push({
        code: 'webanno-tsv/left',
        severity: 'information',
        message: msg(
          '{0} annotations of other layers were left. The option “only” says which are read.',
          left,
        ),
      });
    if (untold > 0)
      problems.push({
        code: 'webanno-tsv/more',
        severity: 'warning',
        message: msg('{0} more problems like these are not listed.', untold),
      });
    const relations = [...this.relations, ...comments.relations];
    return {
      article: { ...comments.document, spans, relations, documentLabels: comments.labels },
      problems,
    };
  }

  private isChosen(type: string): boolean {
    return this.only === undefined || this.only.has(type) || this.only.has(shortName(type));
  }

  private idOf(annotation: CellAnnotation): string {
    const known = this.ids.get(annotation);
    if (known !== undefined) return known;
    const id = annotation.layer.kind === 'relation' ? `r${++this.made}` : this.span(annotation);
    this.ids.set(annotation, id);
    return id;
  }

  private span(annotation: CellAnnotation): string {
    const { layer, units, values } = annotation;
    const attributes = attributesOf(layer, values);
    const last = values.get(CHAIN_LINK);
    if (last && this.lastOfChains.has(annotation)) attributes.set(CHAIN_LINK, last);
    const [first] = units;
    const note = values.get('note');
    const entity = values.get('identifier');
    const id = `s${++this.made}`;
    const places = placesIn(values.get('parts'));
    if (values.has('parts') && !places) attributes.set('parts', readValue(values.get('parts') ?? ''));
    this.spans.push({
      id,
      label: labelOf(layer, values),
      line: first?.line ?? 1,
      parts: places ?? [partOf(units)],
      attributes,
      ...(note === undefined ? {} : { note }),
      ...(entity === undefined ? {} : { entity }),
    });
    return id;
  }

  private relation(annotation: CellAnnotation): void {
    const { layer, units, values, from, toId } = annotation;
    const [unit] = units;
    if (!unit || !from) return;
    const source = this.find(layer.base ?? ANY_ANNOTATION, from, layer.type === DEPENDENCY);
    const target = this.find(
      layer.base ?? ANY_ANNOTATION,
      { unit: unit.id, ...(toId === undefined ? {} : { id: toId }) },
      layer.type === DEPENDENCY,
    );
    if (source === undefined || target === undefined) {
      this.unresolved(unit.line, from, layer);
      return;
    }
    const note = values.get('note');
    this.relations.push({
      id: this.idOf(annotation),
      label: labelOf(layer, values),
      line: unit.line,
      from: source,
      to: target,
      attributes: attributesOf(layer, values, ['identifier', 'parts']),
      ...(note === undefined ? {} : { note }),
    });
  }

  private slot(annotation: CellAnnotation, feature: string, slot: Slot): void {
    const line = annotation.units[0]?.line ?? 1;
    if (slot.roles.length !== slot.targets.length) this.warn('webanno-tsv/slots', line, UNEVEN_SLOTS);
    for (const [i, target] of slot.targets.slice(0, slot.roles.length).entries()) {
      const to = this.find(slot.targetType ?? ANY_ANNOTATION, target, false);
      if (to === undefined) {
        this.unresolved(line, target, annotation.layer);
        continue;
      }
      const layer = slot.linkType === undefined ? undefined : `${slot.linkType}:${ROLE}`;
      this.relations.push({
        id: `r${++this.made}`,
        label: slot.roles[i] || feature,
        line,
        from: this.idOf(annotation),
        to,
        attributes: new Map([
          ...(layer === undefined ? [] : [[LAYER_ATTRIBUTE, layer] as const]),
          [SLOT_ATTRIBUTE, feature],
        ]),
      });
    }
  }

  /** The id of what a reference speaks of: by its disambiguation id, or else what stands on the line. */
  private find(type: string, { unit, id }: Reference, tokens: boolean): string | undefined {
    if (id !== undefined) {
      const known = this.cells.byId.get(id);
      return known && known.layer.kind !== 'relation' ? this.idOf(known) : undefined;
    }
    const found = this.firstOn(unit).get(type);
    if (found) return this.idOf(found);
    return type === TOKEN || (tokens && type === POS) ? this.token(unit) : undefined;
  }

  /** The first annotation of each type on a line. */
  private firstOn(unit: string): ReadonlyMap<string, CellAnnotation> {
    const known = this.firsts.get(unit);
    if (known) return known;
    const firsts = new Map<string, CellAnnotation>();
    this.firsts.set(unit, firsts);
    for (const [{ kind, type }, [first]] of this.cells.onUnit.get(unit) ?? []) {
      if (!first || kind === 'relation') continue;
      for (const one of [type, ANY_ANNOTATION]) if (!firsts.has(one)) firsts.set(one, first);
    }
    return firsts;
  }

  /** Relations may join tokens that nothing else is said of. */
  private token(unit: string): string | undefined {
    const known = this.tokens.get(unit);
    const token = this.units.get(unit);
    if (known !== undefined || !token) return known;
    const id = `s${++this.made}`;
    this.tokens.set(unit, id);
    this.spans.push({
      id,
      label: shortName(TOKEN),
      line: token.line,
      parts: [partOf([token])],
      attributes: new Map([[LAYER_ATTRIBUTE, TOKEN]]),
    });
    return id;
  }

  /** Sentences that have an id are spans of their own. */
  private sentences(): void {
    for (const { id, line, start, end } of namedSentences(this.read))
      this.spans.push({
        id: `s${++this.made}`,
        label: shortName(SENTENCE),
        line,
        parts: [{ start, end }],
        attributes: new Map([
          [LAYER_ATTRIBUTE, SENTENCE],
          ['id', id],
        ]),
      });
  }

  private chains(): void {
    for (const links of this.chained)
      for (const [i, link] of links.entries()) {
        const next = links[i + 1];
        if (!next || !this.isChosen(link.layer.type)) continue;
        this.relations.push({
          id: `r${++this.made}`,
          label: link.values.get(CHAIN_LINK) || shortName(link.layer.type),
          line: link.units[0]?.line ?? 1,
          from: this.idOf(link),
          to: this.idOf(next),
          attributes: new Map([[LAYER_ATTRIBUTE, `${link.layer.type}:${CHAIN_LINK}`]]),
        });
      }
  }

  private comments(): CommentsRead {
    const names = new Map<string, CellAnnotation>(this.cells.byId);
    for (const annotation of this.cells.annotations)
      if (annotation.link !== undefined) names.set(annotation.link, annotation);
    const relations = new Set(this.relations.map((r) => r.id));
    const read = readComments(this.read.sentences, (name) => {
      const named = names.get(name);
      const id = named && this.idOf(named);
      // Nothing may join a relation that was left out.
      return named?.layer.kind === 'relation' && !relations.has(id ?? '') ? undefined : id;
    });
    for (const line of read.damaged) this.warn('webanno-tsv/comment', line, DAMAGED);
    return read;
  }

  private unresolved(line: number, { unit, id }: Reference, layer: Layer): void {
    const message = msg(
      'A relation or slot of {0} points to {1}, where nothing of its layer stands: it is left out. Look for it in INCEpTION, or export the file again.',
      shortName(layer.type),
      (id === undefined ? unit : `${unit}[${id}]`).slice(0, 60),
    );
    this.warn('webanno-tsv/reference', line, message);
  }

  private warn(code: string, line: number, message: Message): void {
    if (this.problems.length < MAX_PROBLEMS) this.problems.push({ code, severity: 'warning', message, line });
    else this.untold++;
  }
}

const UNEVEN_SLOTS = msg(
  'Here a slot has more roles than fillers, or the other way round: those without the other are left out.',
);
const DAMAGED = msg(
  'This comment of Pressmark’s cannot be read: what it says is left out. Export the article again, or remove the line.',
);
