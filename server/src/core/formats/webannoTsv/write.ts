import { grouped } from '../../grouped.ts';
import { msg } from '../../message.ts';
import type { DatasetArticle } from '../dataset.ts';
import { fileOf } from '../fileNames.ts';
import type { ArticleLoss, FormatWriter, WriteOptions, Written } from '../format.ts';
import type { Reason } from '../loss.ts';
import { typeSystemFile } from '../xmi/typeSystemFile.ts';
import { type Comment, writeComment } from './comments.ts';
import { escapeText, escapeValue, NO_ANNOTATION, NO_VALUE } from './escaping.ts';
import { ANY_ANNOTATION, CHAIN_LINK, CHAIN_TYPE, DEPENDENCY, LAYOUTS, POS, TOKEN } from './layers.ts';
import { type Line, partsOf } from './lines.ts';
import { type End, type Item, type Plan, type PlannedLayer, planOf } from './plan.ts';
import { ENDING } from './read.ts';

/** Writes each article as a file of its own. */
export class WebannoTsvWriter implements FormatWriter {
  private readonly options: WriteOptions;

  constructor(options: WriteOptions) {
    this.options = options;
  }

  add(article: DatasetArticle): Written {
    const layout = LAYOUTS.get(this.options.options.get('layers') ?? '') ?? LAYOUTS.values().next().value;
    if (!layout) return NOTHING;
    const plan = planOf(article, layout);
    const content = new ArticleText(article, plan).write();
    const losses = plan.dangling.map(
      (item): ArticleLoss => ({ article, loss: { kind: 'relation', item, reasons: [DANGLING] } }),
    );
    return { pieces: [{ file: fileOf(this.options, article, ENDING), content }], losses };
  }

  /** Layers that no project of INCEpTION has yet can be imported there as a type system. */
  end(): Written {
    const layout = LAYOUTS.get(this.options.options.get('layers') ?? '');
    if (!layout?.wholeAttributes) return NOTHING;
    return { pieces: [typeSystemFile(this.options, layout)], losses: [] };
  }
}

const NOTHING: Written = { pieces: [], losses: [] };
const DANGLING: Reason = {
  code: 'end-dropped',
  message: msg('What it begins or ends at is not in the dataset.'),
};

/** How the cell of a column is written. */
interface WrittenColumn {
  readonly layer: PlannedLayer;
  /** As the head declares it; a slot is one declaration of two columns. */
  readonly declared: string;
  readonly cells: readonly ((items: readonly Item[]) => string)[];
}

/** The file of one article. */
class ArticleText {
  private readonly ids = new Map<Item, string>();
  private readonly links = new Map<Item, string>();
  private readonly columns: readonly {
    readonly layer: PlannedLayer;
    readonly columns: readonly WrittenColumn[];
  }[];

  /** The cells of a line that nothing stands on. */
  private readonly noCells: string;
  private readonly article: DatasetArticle;
  private readonly plan: Plan;

  constructor(article: DatasetArticle, plan: Plan) {
    this.article = article;
    this.plan = plan;
    this.number();
    this.columns = [...plan.layers]
      .sort(
        (a, b) =>
          orderOf(a) - orderOf(b) || compare(a.type, b.type) || compare(a.labelFeature, b.labelFeature),
      )
      .map((layer) => ({ layer, columns: this.columnsOf(layer) }));
    const width = this.columns.flatMap((l) => l.columns.flatMap((c) => c.cells)).length;
    this.noCells = `${NO_ANNOTATION}\t`.repeat(width);
  }

  write(): string {
    const { article, plan } = this;
    const out = ['#FORMAT=WebAnno TSV 3.3\n'];
    for (const { layer, columns } of this.columns)
      out.push(`#${MARKS[layer.kind]}=${layer.type}${columns.map((c) => `|${c.declared}`).join('')}\n`);
    out.push('\n');
    for (const [i, { id, end, tokens }] of plan.rows.entries()) {
      out.push('\n');
      if (i === 0) for (const comment of this.comments()) out.push(`${writeComment(comment)}\n`);
      if (id !== undefined) out.push(`#Sentence.id=${escapeText(id)}\n`);
      for (const line of article.text.slice(tokens[0]?.start, end).split('\n'))
        out.push(`#Text=${escapeText(line)}\n`);
      for (const token of plan.lines.sentences[i] ?? [])
        for (const line of [token, ...partsOf(token)]) out.push(this.line(line));
    }
    return out.join('');
  }

  private line({ id, start, end, items }: Line<Item>): string {
    const words = this.article.text.slice(start, end);
    const form = /[\n\t]/.test(words) ? words.replace(/[\n\t]/g, escapeText) : words;
    const head = `${id}\t${start}-${end}\t${form}\t`;
    if (items.length === 0) return `${head}${this.noCells}\n`;
    const byLayer = grouped(items, (item) => item.layer);
    let cells = '';
    for (const { layer, columns } of this.columns) {
      const own = byLayer.get(layer);
      for (const column of columns)
        for (const cell of column.cells) cells += `${own ? cell(own) : NO_ANNOTATION}\t`;
    }
    return `${head}${cells}\n`;
  }

  /** Gives ids to what stands on several lines, shares one, or is spoken of; and places to links in chains. */
  private number(): void {
    const shared = new Set<Item>();
    for (const token of this.plan.lines.sentences.flat())
      for (const line of [token, ...token.parts.values()])
        for (const items of line.items.length < 2 ? [] : grouped(line.items, (item) => item.layer).values())
          if (items.length > 1) for (const item of items) if (!item.ends) shared.add(item);
    let chain = 0;
    for (const item of this.plan.items) {
      if (item.layer.kind !== 'chain') {
        if (item.isNamed || shared.has(item) || item.lines.length > 1)
          this.ids.set(item, `${this.ids.size + 1}`);
      } else if (!item.before) {
        chain++;
        let place = 0;
        for (let link: Item | undefined = item; link; link = link.behind)
          this.links.set(link, `${chain}-${++place}`);
      }
    }
  }

  private columnsOf(layer: PlannedLayer): WrittenColumn[] {
    const columns = [...layer.features].sort(compare).map((feature): WrittenColumn => {
      const cell = (item: Item): string => {
        const value = item.values.get(feature);
        return (value === undefined ? NO_VALUE : escapeValue(value)) + this.markOf(item, feature);
      };
      return { layer, declared: feature, cells: [(items) => items.map(cell).join('|')] };
    });
    for (const [feature, type] of [...layer.slots].sort(([a], [b]) => compare(a, b)))
      columns.push(this.slotOf(layer, feature, type));
    if (layer.kind === 'relation') columns.push(this.baseOf(layer));
    if (columns.length > 0) return columns;
    return [
      { layer, declared: '', cells: [(items) => items.map((i) => NO_VALUE + this.markOf(i, '')).join('|')] },
    ];
  }

  private markOf(item: Item, feature: string): string {
    const { kind } = item.layer;
    const link = this.links.get(item) ?? '';
    if (kind === 'chain') {
      if (feature === CHAIN_LINK) return `->${link}`;
      return feature === CHAIN_TYPE ? `[${link.slice(0, link.indexOf('-'))}]` : '';
    }
    const id = this.ids.get(item);
    return id === undefined ? '' : `[${id}]`;
  }

  private slotOf(layer: PlannedLayer, feature: string, type: string): WrittenColumn {
    const roles = (item: Item): string => {
      const fillers = item.slots.get(feature) ?? [];
      const said = fillers.map(({ role }) => (role === undefined ? NO_VALUE : escapeValue(role)));
      return (said.join(';') || NO_ANNOTATION) + this.markOf(item, feature);
    };
    const targets = (item: Item): string =>
      (item.slots.get(feature) ?? [])
        .map(({ to }) => `${to.lines[0]?.id ?? ''}[${this.ids.get(to) ?? 0}]`)
        .join(';') || NO_VALUE;
    return {
      layer,
      declared: `ROLE_${layer.type}:${feature}_${type}|${ANY_ANNOTATION}`,
      cells: [(items) => items.map(roles).join('|'), (items) => items.map(targets).join('|')],
    };
  }

  private baseOf(layer: PlannedLayer): WrittenColumn {
    const types = new Set<string>();
    for (const { layer: own, ends } of this.plan.items)
      if (own === layer && ends)
        for (const end of [ends.from, ends.to]) if ('layer' in end) types.add(end.layer.type);
    const [only = ANY_ANNOTATION] = types.size === 1 ? types : [];
    const base = layer.byLine ? (layer.type === DEPENDENCY ? POS : TOKEN) : only;
    const cell = ({ ends }: Item): string => (ends ? this.reference(ends.from, ends.to) : NO_VALUE);
    return { layer, declared: `BT_${base}`, cells: [(items) => items.map(cell).join('|')] };
  }

  private reference(from: End, to: End): string {
    if (!('layer' in from) || !('layer' in to)) return 'layer' in from ? '' : from.id;
    return `${from.lines[0]?.id ?? ''}[${this.ids.get(from) ?? 0}_${this.ids.get(to) ?? 0}]`;
  }

  private comments(): Comment[] {
    const { path, language, annotator, documentLabels } = this.article;
    const { others, byId } = this.plan;
    const joined = new Set(others.flatMap((r) => [r.from, r.to]));
    const own = new Map(
      others.filter((r) => joined.has(r.id)).map((r, i) => [r.id, `${this.ids.size + i + 1}`]),
    );
    const referenceTo = (id: string): string => {
      const item = byId.get(id);
      return own.get(id) ?? (item && (this.ids.get(item) ?? this.links.get(item))) ?? '';
    };
    return [
      { kind: 'document', path, language, ...(annotator === undefined ? {} : { annotator }) },
      ...documentLabels.map(
        ({ label, value, note }): Comment => ({
          kind: 'label',
          label,
          value,
          ...(note === undefined ? {} : { note }),
        }),
      ),
      ...others.map(({ id, label, from, to, attributes, note }): Comment => {
        const named = own.get(id);
        return {
          kind: 'relation',
          ...(named === undefined ? {} : { id: named }),
          label,
          from: referenceTo(from),
          to: referenceTo(to),
          ...(attributes.size === 0 ? {} : { attributes: [...attributes] }),
          ...(note === undefined ? {} : { note }),
        };
      }),
    ];
  }
}

const MARKS = { span: 'T_SP', chain: 'T_CH', relation: 'T_RL' } as const;

/** INCEpTION's order: spans, spans with slots, chains, relations. */
function orderOf({ kind, slots }: PlannedLayer): number {
  return kind === 'span' ? (slots.size === 0 ? 0 : 1) : kind === 'chain' ? 2 : 3;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
