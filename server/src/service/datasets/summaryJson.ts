import type { ExportSummary } from '../../core/formats/report.ts';
import { formatMessage } from '../../core/message.ts';

/** What an export's `export.json` says, and the command line with `--format json`. */
export interface SummaryJson extends Omit<ExportSummary, 'options' | 'losses'> {
  readonly version: 1;
  readonly options: Readonly<Record<string, string>>;
  readonly losses: {
    readonly outcomes: ExportSummary['losses']['outcomes'];
    readonly reasons: readonly (Omit<ExportSummary['losses']['reasons'][number], 'example'> & {
      readonly text: string;
    })[];
  };
}

/** The summary as plain values, in English. */
export function plainSummary(summary: ExportSummary): SummaryJson {
  const { losses, options } = summary;
  return {
    version: 1,
    ...summary,
    options: Object.fromEntries(options),
    losses: {
      outcomes: losses.outcomes,
      reasons: losses.reasons.map(({ example, ...reason }) => ({ ...reason, text: formatMessage(example) })),
    },
  };
}

/** The text of `export.json`. */
export function summaryJson(summary: ExportSummary): string {
  return `${JSON.stringify(plainSummary(summary), undefined, 1)}\n`;
}
