import type { DatasetArticle } from '../../core/formats/dataset.ts';
import type {
  ArticleLoss,
  Format,
  FormatWriter,
  Piece,
  WriteOptions,
  Written,
} from '../../core/formats/format.ts';
import type { Loss } from '../../core/formats/loss.ts';
import { LossLines, type PlacedLoss } from '../../core/formats/lossLines.ts';
import type { LeftOut } from '../../core/formats/report.ts';
import { type CountsState, ReportCounts } from '../../core/formats/reportCounts.ts';
import type { ExportedArticle, ExportedLayer } from './exportArticles.ts';
import type { LayerLeftOut } from './layerItems.ts';

/** A part of the dataset, and how it is written. */
export interface PassSplit {
  readonly name: string;
  readonly options: WriteOptions;
}

/** What goes out: pieces of files, and lines of the list of losses. */
export interface PassOutput {
  readonly pieces: readonly { readonly piece: Piece; readonly split: string }[];
  readonly lossLines: string;
}

/** All that a pass knows beside its writers, as plain values. */
export interface PassState {
  readonly counts: CountsState;
  readonly leftOut: LeftOut;
  readonly review: number;
}

/** So many losses are shown as examples where nobody reads the list. */
const MOST_EXAMPLES = 20;

/** Writes articles in a format, part by part of the dataset, and counts what becomes of them. Holds no article. */
export class ExportPass {
  readonly counts: ReportCounts;
  /** Lines of the first few losses. */
  readonly examples: string[] = [];
  private readonly writers = new Map<string, FormatWriter>();
  private left: LeftOut;
  private guesses: number;

  constructor(format: Pick<Format, 'open'>, splits: readonly PassSplit[], state?: PassState) {
    for (const { name, options } of splits) {
      const writer = format.open?.(options);
      if (writer) this.writers.set(name, writer);
    }
    this.counts = new ReportCounts(
      splits.map((s) => s.name),
      state?.counts,
    );
    this.left = state?.leftOut ?? NOTHING_LEFT_OUT;
    this.guesses = state?.review ?? 0;
  }

  get state(): PassState {
    return { counts: this.counts.state(), leftOut: this.left, review: this.guesses };
  }

  get leftOut(): LeftOut {
    return this.left;
  }

  /** Spans whose place is a guess, in the dataset or not. */
  get review(): number {
    return this.guesses;
  }

  /** True where something is not in the dataset that nobody chose to leave out. */
  get isLossy(): boolean {
    return this.counts.isLossy || this.left.unknownLines + this.left.unknownKeys > 0;
  }

  /** Takes in an article for a part of the dataset; what there is to write now. */
  add(split: string, { layers, passedOver }: ExportedArticle): PassOutput {
    if (passedOver) {
      const { articles } = this.left;
      this.left = { ...this.left, articles: { ...articles, [passedOver]: articles[passedOver] + 1 } };
    }
    const outputs = layers.map((layer) => this.layer(split, layer));
    return together(outputs);
  }

  /** What is left to write once all articles are in. */
  end(): PassOutput {
    return together([...this.writers].map(([split, writer]) => this.written(split, writer.end())));
  }

  private layer(split: string, { article, characters, losses, review, leftOut }: ExportedLayer): PassOutput {
    this.guesses += review;
    this.left = plus(this.left, leftOut);
    const lines = new LossLines(article);
    this.counts.article(
      split,
      article,
      characters,
      losses.map(({ loss }) => loss),
    );
    const own = losses.map((placed) => this.lost(split, article, placed, lines)).join('');
    const writer = this.writers.get(split);
    const written = writer ? this.written(split, writer.add(article), article, lines) : NO_OUTPUT;
    return { pieces: written.pieces, lossLines: own + written.lossLines };
  }

  private written(
    split: string,
    { pieces, losses }: Written,
    current?: DatasetArticle,
    currentLines?: LossLines,
  ): PassOutput {
    // A writer that holds articles back tells of their losses later, one article after the other.
    let lines = currentLines;
    let of = current;
    const told = losses.map(({ article, loss }: ArticleLoss) => {
      if (article !== of || !lines) {
        of = article;
        lines = new LossLines(article);
      }
      return this.lost(split, article, { loss }, lines);
    });
    return { pieces: pieces.map((piece) => ({ piece, split })), lossLines: told.join('') };
  }

  private lost(split: string, article: DatasetArticle, placed: PlacedLoss, lines: LossLines): string {
    const { loss }: { readonly loss: Loss } = placed;
    this.counts.loss(split, article, loss);
    const line = lines.line(placed);
    if (this.examples.length < MOST_EXAMPLES) this.examples.push(line);
    return line;
  }
}

const NO_OUTPUT: PassOutput = { pieces: [], lossLines: '' };

const NOTHING_LEFT_OUT: LeftOut = {
  articles: { notDone: 0, language: 0, empty: 0 },
  labels: 0,
  deleted: 0,
  findingReviews: 0,
  refusals: 0,
  comments: 0,
  unknownLines: 0,
  unknownKeys: 0,
};

function together(outputs: readonly PassOutput[]): PassOutput {
  const [first = NO_OUTPUT] = outputs;
  if (outputs.length < 2) return first;
  return {
    pieces: outputs.flatMap((o) => o.pieces),
    lossLines: outputs.map((o) => o.lossLines).join(''),
  };
}

function plus(a: LeftOut, b: LayerLeftOut): LeftOut {
  return {
    articles: a.articles,
    labels: a.labels + b.labels,
    deleted: a.deleted + b.deleted,
    findingReviews: a.findingReviews + b.findingReviews,
    refusals: a.refusals + b.refusals,
    comments: a.comments + b.comments,
    unknownLines: a.unknownLines + b.unknownLines,
    unknownKeys: a.unknownKeys + b.unknownKeys,
  };
}
