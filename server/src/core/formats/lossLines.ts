import type { AttributeValue } from '../annotations/model.ts';
import { formatMessage } from '../message.ts';
import { TextOffsets } from '../text/offsets.ts';
import { changedText } from './changedText.ts';
import { type DatasetArticle, type DatasetSpan, partsOf } from './dataset.ts';
import { jsonLine } from './jsonLines.ts';
import type { Loss, LossReason } from './loss.ts';

/** A loss, and the words that the item stood on where they are nowhere in the article any more. */
export interface PlacedLoss {
  readonly loss: Loss;
  readonly quote?: string;
}

/** What a line of `losses.jsonl` says. Offsets are code points of the article's text, `end` exclusive; lines are 1-based. */
export interface LossLine {
  readonly article: string;
  /** Absent: the shared layer. */
  readonly annotator?: string;
  readonly kind: Loss['kind'];
  readonly outcome: 'changed' | 'dropped';
  readonly reasons: readonly { readonly code: LossReason; readonly text: string }[];
  readonly id?: string;
  readonly label?: string;
  /** Of an article: how many of its characters are others in the file; the first of them is at `start`. */
  readonly characters?: number;
  /** Absent for what has no place: document labels, relations, words that are gone. */
  readonly start?: number;
  readonly end?: number;
  readonly parts?: readonly (readonly [number, number])[];
  readonly line?: number;
  readonly quote?: string;
  /** Ids of what a relation links. */
  readonly from?: string;
  readonly to?: string;
  readonly value?: AttributeValue;
  /** What is written instead: the keys that differ. */
  readonly now?: Readonly<Record<string, unknown>>;
}

type Keys = Readonly<Record<string, unknown>>;

/** The lines of one article's losses. */
export class LossLines {
  private readonly article: DatasetArticle;
  private known: TextOffsets | undefined;

  constructor(article: DatasetArticle) {
    this.article = article;
  }

  /** Most articles lose nothing. */
  private get offsets(): TextOffsets {
    this.known ??= new TextOffsets(this.article.text);
    return this.known;
  }

  /** A loss as one line of JSON, with its line end. */
  line(placed: PlacedLoss): string {
    return jsonLine(this.of(placed));
  }

  private of({ loss, quote }: PlacedLoss): LossLine {
    const { path, annotator } = this.article;
    const head = {
      article: path,
      ...(annotator === undefined ? {} : { annotator }),
      kind: loss.kind,
      outcome: loss.now === undefined ? ('dropped' as const) : ('changed' as const),
      reasons: loss.reasons.map(({ code, message }) => ({ code, text: formatMessage(message) })),
    };
    if (loss.kind === 'article') return { ...head, ...this.textChange(loss.now.text) };
    const isGone = loss.reasons.some(({ code }) => code === 'orphan');
    const was = this.keysOf(loss);
    const now = loss.now && this.keysOf({ ...loss, item: loss.now } as Loss);
    const place = loss.kind === 'span' && !isGone ? this.position(loss.item) : {};
    const { start, end, parts, ...rest } = was;
    return {
      ...head,
      id: loss.item.id,
      ...(isGone ? rest : was),
      ...place,
      ...(isGone && quote !== undefined ? { quote } : {}),
      ...(now ? { now: differing(was, now) } : {}),
    };
  }

  private textChange(now: string): Pick<LossLine, 'characters' | 'start' | 'line'> {
    const changed = changedText(this.article.text, now);
    if (!changed) return {};
    const { characters, start, unit } = changed;
    return { characters, start, line: this.offsets.position(unit).line };
  }

  private position(span: DatasetSpan): Pick<LossLine, 'line' | 'quote'> {
    const quote = partsOf(span).map((p) => this.article.text.slice(p.start, p.end));
    return { line: this.offsets.position(span.start).line, quote: quote.join(' … ') };
  }

  /** What an item says, in the keys and units of a line. */
  private keysOf(loss: Loss): Keys {
    if (loss.kind === 'article') return {};
    const { item } = loss;
    const note = item.note === undefined ? {} : { note: item.note };
    if (loss.kind === 'documentLabel') return { label: item.label, value: loss.item.value, ...note };
    const attributes = loss.item.attributes.size === 0 ? {} : { attributes: loss.item.attributes };
    if (loss.kind === 'relation') {
      const { from, to } = loss.item;
      return { label: item.label, from, to, ...attributes, ...note };
    }
    const units = (offset: number) => this.offsets.toCodePoint(offset);
    const { start, end, parts, entity } = loss.item;
    return {
      label: item.label,
      start: units(start),
      end: units(end),
      ...(parts ? { parts: parts.map((p) => [units(p.start), units(p.end)]) } : {}),
      ...attributes,
      ...note,
      ...(entity === undefined ? {} : { entity }),
    };
  }
}

/** The keys whose values differ; null for one that is no longer there. */
function differing(was: Keys, now: Keys): Keys {
  const changed = new Map<string, unknown>();
  for (const key of new Set([...Object.keys(was), ...Object.keys(now)]))
    if (jsonLine(was[key] ?? null) !== jsonLine(now[key] ?? null)) changed.set(key, now[key] ?? null);
  return Object.fromEntries(changed);
}
