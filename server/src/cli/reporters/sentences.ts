import { WHOLE } from '../../service/datasets/exportRequest.ts';
import type { ExportedSentences } from '../../service/datasets/sentenceExport.ts';
import type { SentencesOutput } from '../contracts/sentences.ts';

/** What an export of sentences gave: how many of each class there are in each part. `folder`: absent where it is only asked. */
export function sentenceReport(
  { counts, split }: ExportedSentences,
  format: 'pretty' | 'json',
  folder: string | undefined,
): string {
  const parts = split ? split.parts.map((part) => part.name) : [WHOLE];
  const { sentences, positives } = counts.total;
  if (format === 'json') {
    const classes = [...counts.classes()].map(([name, own]) => ({
      class: name,
      parts: parts.map((part, i) => ({ part, sentences: own[i] ?? 0 })),
    }));
    const told: SentencesOutput = {
      version: 1,
      sentences,
      positives,
      unjudged: counts.unjudged,
      classes,
      negatives: counts.drawn ? [...counts.drawn] : null,
    };
    return `${JSON.stringify(told, undefined, 1)}\n`;
  }
  const rows = [
    ['', ...parts],
    ...[...counts.classes()].map(([name, own]) => [name, ...parts.map((_, i) => String(own[i] ?? 0))]),
  ];
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0))) ?? [];
  const lines = rows.map((row) =>
    row
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart((widths[i] ?? 0) + 2)))
      .join(''),
  );
  const short = (counts.drawn ?? []).filter(
    ({ drawn, clean, positives }) => drawn === clean && positives > 0,
  );
  return [
    `${sentences} sentences${folder === undefined ? '' : `, ${folder}`}`,
    ...lines.map((line) => line.trimEnd()),
    `Not in it: ${counts.unjudged} sentences that nobody judged, in articles that are not done.`,
    ...short.map(
      ({ part, language, clean }) =>
        `${parts[part] ?? ''}, ${language}: there are only ${clean} clean sentences, and all were taken.`,
    ),
    '',
  ].join('\n');
}
