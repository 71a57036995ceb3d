import type { Message } from '../message.ts';
import type { DatasetArticle } from './dataset.ts';
import type { Loss, LossReason } from './loss.ts';
import {
  ITEM_KINDS,
  type ItemKind,
  type LabelCount,
  type LanguageCount,
  type LossSummary,
  type Outcomes,
  type SplitSummary,
} from './report.ts';

const KINDS = ['article', ...ITEM_KINDS] as const;

interface LabelTally {
  items: number;
  dropped: number;
  articles: number;
}
interface LossTally {
  changed: number;
  dropped: number;
}
interface SplitTally {
  articles: number;
  layers: number;
  readonly languages: Map<string, { articles: number; characters: number }>;
  /** By kind, label and language, as JSON. */
  readonly labels: Map<string, LabelTally>;
}

/** All counts as plain values: what a broken-off export goes on from. */
export type CountsState = ReturnType<ReportCounts['state']>;

/** Counts what goes into a dataset and what becomes of it, article by article; holds nothing of the articles but names. */
export class ReportCounts {
  private readonly splits = new Map<string, SplitTally>();
  private readonly outcomes = new Map<Loss['kind'], LossTally>();
  private readonly reasons = new Map<string, LossTally & { readonly example: Message }>();
  private readonly annotators = new Set<string>();
  private lastPath: string | undefined;

  /** A dataset of these parts; `state`: goes on from there. */
  constructor(splits: readonly string[], state?: CountsState) {
    for (const name of splits) {
      const known = state?.splits.find((s) => s.name === name);
      this.splits.set(name, {
        articles: known?.articles ?? 0,
        layers: known?.layers ?? 0,
        languages: new Map(known?.languages),
        labels: new Map(known?.labels),
      });
    }
    for (const [kind, tally] of state?.outcomes ?? []) this.outcomes.set(kind, tally);
    for (const [key, tally] of state?.reasons ?? []) this.reasons.set(key, tally);
    for (const name of state?.annotators ?? []) this.annotators.add(name);
    this.lastPath = state?.lastPath;
  }

  state() {
    return {
      splits: [...this.splits].map(([name, { articles, layers, languages, labels }]) => ({
        name,
        articles,
        layers,
        languages: [...languages],
        labels: [...labels],
      })),
      outcomes: [...this.outcomes],
      reasons: [...this.reasons],
      annotators: [...this.annotators],
      lastPath: this.lastPath,
    };
  }

  /**
   * Counts a layer of an article, in the order in which they are written; `characters`: code points of its text; `lost`:
   * of its items those that are not in it any more.
   */
  article(split: string, article: DatasetArticle, characters: number, lost: readonly Loss[]): void {
    const tally = this.of(split);
    tally.layers++;
    if (article.path !== this.lastPath) tally.articles++;
    this.lastPath = article.path;
    this.annotators.add(article.annotator ?? 'shared');
    const { language } = article;
    const spoken = tally.languages.get(language) ?? { articles: 0, characters: 0 };
    spoken.articles++;
    spoken.characters += characters;
    tally.languages.set(language, spoken);
    const own = { span: new Map(), relation: new Map(), documentLabel: new Map() } satisfies OwnCounts;
    for (const { label } of article.spans) countOne(own.span, label);
    for (const { label } of article.relations) countOne(own.relation, label);
    for (const { label } of article.documentLabels) countOne(own.documentLabel, label);
    for (const loss of lost) if (loss.kind !== 'article') countOne(own[loss.kind], loss.item.label);
    for (const kind of ITEM_KINDS) {
      for (const [label, items] of own[kind]) {
        const key = JSON.stringify([kind, label, language]);
        const known = tally.labels.get(key) ?? { items: 0, dropped: 0, articles: 0 };
        known.items += items;
        known.articles++;
        tally.labels.set(key, known);
      }
    }
  }

  /** Counts what became of one item of an article that was counted. */
  loss(split: string, { language }: DatasetArticle, loss: Loss): void {
    const outcome = loss.now === undefined ? 'dropped' : 'changed';
    const all = this.outcomes.get(loss.kind) ?? { changed: 0, dropped: 0 };
    all[outcome]++;
    this.outcomes.set(loss.kind, all);
    for (const { code, message } of loss.reasons) {
      const key = JSON.stringify([loss.kind, code]);
      const known = this.reasons.get(key) ?? { changed: 0, dropped: 0, example: message };
      known[outcome]++;
      this.reasons.set(key, known);
    }
    if (loss.kind === 'article' || loss.now !== undefined) return;
    const label = this.of(split).labels.get(JSON.stringify([loss.kind, loss.item.label, language]));
    if (label) label.dropped++;
  }

  /** How many layers of articles there are. */
  get layers(): number {
    return [...this.splits.values()].reduce((sum, { layers }) => sum + layers, 0);
  }

  /** True where anything was changed or dropped. */
  get isLossy(): boolean {
    return this.outcomes.size > 0;
  }

  /** Whose layers there are, sorted. */
  annotatorNames(): string[] {
    return [...this.annotators].sort();
  }

  lossSummary(): LossSummary {
    const outcomes = KINDS.map((kind): Outcomes => {
      const { changed, dropped } = this.outcomes.get(kind) ?? { changed: 0, dropped: 0 };
      return { kind, kept: this.items(kind) - changed - dropped, changed, dropped };
    });
    const reasons = [...this.reasons].map(([key, tally]) => {
      const [kind, reason] = JSON.parse(key) as [Loss['kind'], LossReason];
      return { kind, reason, ...tally };
    });
    return {
      outcomes: outcomes.filter((o) => o.kept + o.changed + o.dropped > 0),
      reasons: reasons.sort(
        (a, b) =>
          KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
          b.changed + b.dropped - (a.changed + a.dropped) ||
          compare(a.reason, b.reason),
      ),
    };
  }

  splitSummaries(): SplitSummary[] {
    return [...this.splits].map(([name, { articles, layers, languages, labels }]) => ({
      name,
      articles,
      layers,
      languages: [...languages]
        .map(([language, counts]): LanguageCount => ({ language, ...counts }))
        .sort((a, b) => b.articles - a.articles || compare(a.language, b.language)),
      labels: [...labels].map(labelCount).sort(compareLabels),
    }));
  }

  private items(kind: Loss['kind']): number {
    if (kind === 'article') return this.layers;
    let items = 0;
    for (const { labels } of this.splits.values())
      for (const [key, tally] of labels) if (kindOf(key) === kind) items += tally.items;
    return items;
  }

  private of(split: string): SplitTally {
    const tally = this.splits.get(split);
    if (!tally) throw new Error(`no split ${split}`);
    return tally;
  }
}

/** How often each label stands in one article, by kind. */
type OwnCounts = Readonly<Record<ItemKind, Map<string, number>>>;

function countOne(counts: Map<string, number>, label: string): void {
  counts.set(label, (counts.get(label) ?? 0) + 1);
}

function labelCount([key, { items, dropped, articles }]: readonly [string, LabelTally]): LabelCount {
  const [kind, label, language] = JSON.parse(key) as [ItemKind, string, string];
  return { kind, label, language, items, written: items - dropped, articles };
}

function kindOf(key: string): ItemKind {
  return (JSON.parse(key) as [ItemKind])[0];
}

function compareLabels(a: LabelCount, b: LabelCount): number {
  return (
    ITEM_KINDS.indexOf(a.kind) - ITEM_KINDS.indexOf(b.kind) ||
    compare(a.label, b.label) ||
    compare(a.language, b.language)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
