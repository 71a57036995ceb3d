import type { ExportSummary } from '../../formats/report.ts';
import type { Label, Project } from '../../project.ts';
import type { LeakReport } from '../leaks.ts';
import type { DrawnNegatives } from '../negatives.ts';
import type { Split, SplitMethod } from '../split.ts';

/** How well annotators agree, as the card tells it. */
export interface CardAgreement {
  readonly annotators: readonly string[];
  /** Articles that two of them have done. */
  readonly articles: number;
  readonly rows: readonly CardFigure[];
}

export interface CardFigure {
  /** In English: `Spans`, `GARBLED, sentence by sentence`. */
  readonly of: string;
  readonly measure: string;
  /** Undefined where it has none; `why` then says why. */
  readonly value: number | undefined;
  readonly why?: string;
  /** 95 %. */
  readonly interval?: { readonly low: number; readonly high: number };
  /** The share on which people simply agree. */
  readonly raw?: number;
  readonly n: number;
}

/** How the gold layer came to be: how many of its lines, by how they were decided. */
export interface CardAdjudication {
  readonly unanimous: number;
  readonly majority: number;
  readonly decided: number;
  /** Lines that do not say. */
  readonly unsaid: number;
}

/** What is known of the corpus as the export found it. */
export interface CardCorpus {
  /** Articles of the dataset with which nobody, in the layers that were chosen, is done. */
  readonly undone: number;
  /** Findings of rules that nobody has judged, and articles that have such. Absent where nobody checked. */
  readonly open?: { readonly findings: number; readonly articles: number };
}

/** Where the dataset comes from. Values only: the card never asks a clock. */
export interface CardProvenance {
  /** The commit of the corpus, in full. */
  readonly commit?: string;
  /** Its date, ISO 8601. */
  readonly committed?: string;
  /** True where files of the corpus differ from that commit. */
  readonly changed?: boolean;
}

/** Sentences that were exported to train a classifier with. */
export interface CardSentences {
  /** By class, how many there are in each split, in the order of the splits. */
  readonly classes: ReadonlyMap<string, readonly number[]>;
  /** Clean sentences asked for each bad one, and what that gave by part and language; absent: all were taken. */
  readonly negatives?: number;
  readonly drawn?: readonly DrawnNegatives[];
  /** Sentences that nobody judged, which are left out. */
  readonly unjudged: number;
  readonly seed: string;
}

/** Everything that a dataset card tells. The same facts give the same card, byte for byte. */
export interface CardFacts {
  readonly summary: ExportSummary;
  readonly project: Pick<Project, 'labels' | 'relations' | 'documentLabels' | 'dataset'>;
  readonly provenance: CardProvenance;
  /** How many articles each split has of everything, and how they were shared out; absent where there is one split. */
  readonly split?: Split & { readonly seed: string; readonly method: SplitMethod };
  readonly leaks?: LeakReport;
  /** Absent where fewer than two people annotated; `articles` 0 where nothing could be compared. */
  readonly agreement?: CardAgreement;
  /** Of the gold layer, where it was chosen. */
  readonly adjudication?: CardAdjudication;
  /** Absent where nobody looked. */
  readonly corpus?: CardCorpus;
  readonly sentences?: CardSentences;
}

/** The title that the dataset has on its card. */
export function titleOf({ summary, project }: CardFacts): string {
  return project.dataset.title ?? summary.name;
}

/** The languages of all splits that are known, the most frequent first: BCP 47. */
export function languagesOf({ splits }: ExportSummary): string[] {
  const counts = new Map<string, number>();
  for (const { languages } of splits)
    for (const { language, articles } of languages)
      counts.set(language, (counts.get(language) ?? 0) + articles);
  return [...counts]
    .filter(([language]) => language !== 'und')
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .map(([language]) => language);
}

/** The labels that occur in the dataset and those that the project knows, the project's first, in its order. */
export function labelsOf({
  summary,
  project,
  sentences,
}: CardFacts): { readonly name: string; readonly known?: Label }[] {
  const occurring = new Set(
    summary.splits.flatMap(({ labels }) => labels.filter((l) => l.kind === 'span').map((l) => l.label)),
  );
  for (const { name, sentence } of project.labels)
    if (sentence && sentences?.classes.has(name)) occurring.add(name);
  const known = project.labels.filter(({ name }) => occurring.has(name));
  const others = [...occurring].filter((name) => !known.some((label) => label.name === name)).sort();
  return [...known.map((label) => ({ name: label.name, known: label })), ...others.map((name) => ({ name }))];
}
