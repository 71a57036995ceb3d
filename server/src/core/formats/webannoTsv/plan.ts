import { attributesJson } from '../cas/articleCas.ts';
import type { DatasetArticle, DatasetRelation, DatasetSpan } from '../dataset.ts';
import type { LayerKind } from './header.ts';
import {
  ATTRIBUTES_FEATURE,
  CHAIN_LINK,
  CHAIN_TYPE,
  featureName,
  isIdentifier,
  LABEL_FEATURES,
  LAYER_ATTRIBUTE,
  type LayerName,
  type Layout,
  layerOf,
  OF_TOKENS,
  ROLE,
  SENTENCE,
  SLOT_ATTRIBUTE,
  shortName,
} from './layers.ts';
import { type Line, TokenLines } from './lines.ts';
import { type NamedSentence, type SentenceRow, sentenceRows } from './sentenceRows.ts';
import { type TokenEnds, tokenEnds } from './tokenEnds.ts';
import { readValue, writtenValue } from './values.ts';

/** A layer that is written, with its columns. */
export interface PlannedLayer extends LayerName {
  readonly kind: LayerKind;
  readonly features: Set<string>;
  /** Types of links by the feature of the slot. */
  readonly slots: Map<string, string>;
  /** Of relations: whether they join tokens, named by their lines alone. */
  readonly byLine: boolean;
}

/** A span or a relation of a layer that is written. */
export interface Item {
  readonly layer: PlannedLayer;
  /** Of a relation only the first line of its second end. */
  readonly lines: readonly Line<Item>[];
  readonly values: Map<string, string>;
  readonly slots: Map<string, { readonly role?: string; readonly to: Item }[]>;
  /** Of a relation: what it joins. */
  readonly ends?: { readonly from: End; readonly to: End };
  /** Of a link in a chain: the link before it and behind it. */
  before?: Item;
  behind?: Item;
  /** Whether something names it, so that it must have an id. */
  isNamed: boolean;
}

/** An annotation, or a line where relations join tokens. */
export type End = Item | Line<Item>;

/** All that is written of an article. */
export interface Plan {
  readonly rows: readonly SentenceRow[];
  readonly lines: TokenLines<Item>;
  readonly layers: readonly PlannedLayer[];
  /** In the order in which they are numbered. */
  readonly items: readonly Item[];
  /** Relations that no layer can hold; they may join one another. */
  readonly others: readonly DatasetRelation[];
  /** What has become of a span or relation, by its id. */
  readonly byId: ReadonlyMap<string, Item>;
  /** Relations whose ends are not in the article. */
  readonly dangling: readonly DatasetRelation[];
}

/** Decides which layer holds each span and relation, and where it stands. */
export function planOf(article: DatasetArticle, own: Layout): Plan {
  return new Planning(article, own).plan();
}

class Planning {
  private readonly layers = new Map<string, PlannedLayer>();
  private readonly items: Item[] = [];
  private readonly byId = new Map<string, Item>();
  private readonly others: DatasetRelation[] = [];
  private readonly dangling: DatasetRelation[] = [];
  private readonly rows: readonly SentenceRow[];
  private readonly lines: TokenLines<Item>;
  private readonly ends: TokenEnds<Item>;
  private readonly sentences: ReadonlySet<string>;
  /** The first link of the chain that a link is the last of, and the last of that which it is the first of. */
  private readonly heads = new Map<Item, Item>();
  private readonly tails = new Map<Item, Item>();

  private readonly article: DatasetArticle;
  private readonly own: Layout;

  constructor(article: DatasetArticle, own: Layout) {
    this.article = article;
    this.own = own;
    const { text, language, spans, relations } = article;
    const joined = new Set(relations.flatMap((r) => [r.from, r.to]));
    const named = new Map(
      spans.flatMap((s) => {
        const id = joined.has(s.id) ? undefined : sentenceId(s);
        return id === undefined ? [] : [[{ start: s.start, end: s.end, id }, s.id] as const];
      }),
    );
    const { rows, unnamed } = sentenceRows(text, language, spans.filter(isOfToken), [...named.keys()]);
    const left = new Set(unnamed.map((s: NamedSentence) => named.get(s)));
    this.sentences = new Set([...named.values()].filter((id) => !left.has(id)));
    this.rows = rows;
    this.lines = new TokenLines(rows);
    this.ends = tokenEnds(spans, relations, this.lines);
  }

  plan(): Plan {
    const { article, rows, lines, items, byId, others, dangling, ends } = this;
    for (const span of article.spans)
      if (!this.sentences.has(span.id) && !ends.tokens.has(span.id)) this.span(span);
    const joinedRelations = new Set(article.relations.flatMap((r) => [r.from, r.to]));
    const known = new Set([...article.spans, ...article.relations].map((i) => i.id));
    for (const relation of article.relations) {
      if (!known.has(relation.from) || !known.has(relation.to)) dangling.push(relation);
      else if (!this.link(relation, joinedRelations) && !this.slot(relation, joinedRelations))
        this.relation(relation, joinedRelations.has(relation.id));
    }
    this.name();
    for (const item of items) {
      this.lastLink(item);
      for (const feature of item.values.keys()) item.layer.features.add(feature);
    }
    for (const { labelFeature, features } of this.layers.values())
      if (labelFeature !== 'value' || LABEL_FEATURES.some((f) => features.has(f))) features.add(labelFeature);
    lines.numbered();
    return { rows, lines, layers: [...this.layers.values()], items, others, byId, dangling };
  }

  private span(span: DatasetSpan): void {
    const routed = layerOf(span.attributes.get(LAYER_ATTRIBUTE));
    const fits =
      routed && (LABEL_FEATURES.includes(routed.labelFeature) || routed.labelFeature === CHAIN_TYPE);
    const name = fits ? routed : this.own.span;
    const layer = this.layer(name.labelFeature === CHAIN_TYPE ? 'chain' : 'span', name);
    const { lines, exact } = this.lines.place(span);
    const item = this.item(layer, lines, span, fits === true);
    if (span.entity !== undefined) item.values.set('identifier', span.entity);
    if (span.parts || !exact)
      item.values.set('parts', (span.parts ?? [span]).map((p) => `${p.start}-${p.end}`).join(' '));
    for (const line of lines) line.items.push(item);
  }

  /** A relation between two links of chains that makes them neighbours. */
  private link(relation: DatasetRelation, joined: ReadonlySet<string>): boolean {
    const { from, to, label, attributes, note, id } = relation;
    const name = layerOf(attributes.get(LAYER_ATTRIBUTE));
    const [first, second] = [this.byId.get(from), this.byId.get(to)];
    if (name?.labelFeature !== CHAIN_LINK || attributes.size !== 1 || note !== undefined || joined.has(id))
      return false;
    if (first?.layer.kind !== 'chain' || second?.layer !== first.layer || first.layer.type !== name.type)
      return false;
    if (first.behind || second.before || endsInBackslash(label)) return false;
    const head = this.heads.get(first) ?? first;
    if (head === second) return false;
    const tail = this.tails.get(second) ?? second;
    this.heads.set(tail, head);
    this.tails.set(head, tail);
    first.behind = second;
    second.before = first;
    if (label !== shortName(name.type)) first.values.set(CHAIN_LINK, label);
    return true;
  }

  /** The last link of a chain may say of its relation what no link follows. */
  private lastLink(item: Item): void {
    if (item.layer.kind !== 'chain' || item.behind) return;
    const said = item.values.get(featureName(CHAIN_LINK, item.layer.labelFeature));
    const value = said === undefined ? undefined : readValue(said);
    if (typeof value !== 'string' || value === '') return;
    item.values.delete(featureName(CHAIN_LINK, item.layer.labelFeature));
    item.values.set(CHAIN_LINK, value);
  }

  private slot(relation: DatasetRelation, joined: ReadonlySet<string>): boolean {
    const { from, to, label, attributes, note, id } = relation;
    const name = layerOf(attributes.get(LAYER_ATTRIBUTE));
    const feature = attributes.get(SLOT_ATTRIBUTE);
    const [host, filler] = [this.byId.get(from), this.byId.get(to)];
    if (name?.labelFeature !== ROLE || attributes.size !== 2 || note !== undefined || joined.has(id))
      return false;
    if (host?.layer.kind !== 'span' || filler?.layer.kind !== 'span' || !isIdentifier(feature)) return false;
    const type = host.layer.slots.get(feature) ?? name.type;
    // The head joins both by `_`, up to the first dot.
    if (type !== name.type || /^[^.]*_/.test(type) || endsInBackslash(label)) return false;
    host.layer.slots.set(feature, type);
    const fillers = host.slots.get(feature) ?? [];
    host.slots.set(feature, fillers);
    fillers.push({ to: filler, ...(label === feature ? {} : { role: label }) });
    return true;
  }

  private relation(relation: DatasetRelation, isJoined: boolean): void {
    const routed = layerOf(relation.attributes.get(LAYER_ATTRIBUTE));
    const fits = routed && LABEL_FEATURES.includes(routed.labelFeature);
    const name = fits ? routed : this.own.relation;
    const byLine = this.ends.relations.has(relation.id);
    const endOf = (id: string): End | undefined => {
      const item = byLine ? this.ends.lines.get(id) : this.byId.get(id);
      return item && 'layer' in item && item.layer.kind !== 'span' ? undefined : item;
    };
    const [from, to] = [endOf(relation.from), endOf(relation.to)];
    const line = to && ('layer' in to ? to.lines[0] : to);
    if (!from || !to || !line) {
      this.others.push(relation);
      return;
    }
    const layer = this.layer('relation', name, byLine);
    const item = this.item(layer, [line], relation, fits === true, { from, to });
    line.items.push(item);
    // The id of a relation stands behind its label.
    if (isJoined) layer.features.add(name.labelFeature);
  }

  /** Marks what relations, slots and comments speak of. */
  private name(): void {
    for (const item of this.items) {
      const { ends, slots, values } = item;
      if (ends && [...values.values()].some(endsInBackslash)) item.isNamed = true;
      for (const end of ends ? [ends.from, ends.to] : []) if ('layer' in end) end.isNamed = true;
      for (const fillers of slots.values()) for (const { to } of fillers) to.isNamed = true;
    }
    for (const { from, to } of this.others)
      for (const item of [this.byId.get(from), this.byId.get(to)]) if (item) item.isNamed = true;
  }

  private item(
    layer: PlannedLayer,
    lines: readonly Line<Item>[],
    { id, label, note, attributes }: DatasetSpan | DatasetRelation,
    routed: boolean,
    ends?: Item['ends'],
  ): Item {
    const values = new Map<string, string>();
    if (label !== shortName(layer.type)) values.set(layer.labelFeature, label);
    if (note !== undefined) values.set('note', note);
    if (!routed && this.own.wholeAttributes) {
      if (attributes.size > 0) values.set(ATTRIBUTES_FEATURE, attributesJson(attributes));
    } else
      for (const [name, value] of attributes)
        if (!routed || name !== LAYER_ATTRIBUTE)
          values.set(featureName(name, layer.labelFeature), writtenValue(value));
    const item: Item = { layer, lines, values, slots: new Map(), isNamed: false, ...(ends ? { ends } : {}) };
    this.items.push(item);
    this.byId.set(id, item);
    return item;
  }

  private layer(kind: LayerKind, { type, labelFeature }: LayerName, byLine = false): PlannedLayer {
    const key = `${kind} ${type}:${labelFeature} ${byLine}`;
    const known = this.layers.get(key);
    if (known) return known;
    const features = new Set(kind === 'chain' ? [CHAIN_LINK, CHAIN_TYPE] : []);
    const layer: PlannedLayer = { kind, type, labelFeature, features, slots: new Map(), byLine };
    this.layers.set(key, layer);
    return layer;
  }
}

/** Whether a span says what a token is. */
function isOfToken({ attributes, parts }: DatasetSpan): boolean {
  const layer = attributes.get(LAYER_ATTRIBUTE);
  return parts === undefined && typeof layer === 'string' && OF_TOKENS.has(layer.split(':', 1)[0] ?? '');
}

/** INCEpTION takes a mark behind a backslash for escaped, so that another mark must stand between them: an id. */
function endsInBackslash(value: string): boolean {
  return value.endsWith('\\');
}

/** The id of a sentence that a span says and does nothing else. */
function sentenceId({ label, attributes, note, entity, parts }: DatasetSpan): string | undefined {
  const id = attributes.get('id');
  const mere = note === undefined && entity === undefined && parts === undefined && attributes.size === 2;
  if (attributes.get(LAYER_ATTRIBUTE) !== SENTENCE || label !== shortName(SENTENCE) || !mere)
    return undefined;
  return typeof id === 'string' && id.trim() !== '' ? id : undefined;
}
