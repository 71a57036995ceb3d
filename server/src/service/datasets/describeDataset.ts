import type { CardFacts } from '../../core/datasets/card/facts.ts';
import { datasetCard } from '../../core/datasets/card.ts';
import { croissant } from '../../core/datasets/croissant.ts';
import { jsonLine } from '../../core/formats/jsonLines.ts';
import type { ExportRequest } from './exportRequest.ts';
import type { DescribingFile } from './exportToFolder.ts';

/** Which part each article is in: what a later export can keep to. */
export const SPLIT_FILE = 'split.jsonl';
/** What each part has, and what parts have in common, for programs. */
export const SPLIT_REPORT_FILE = 'split.json';
export const CARD_FILE = 'README.md';
export const CROISSANT_FILE = 'croissant.json';

/** The files about a dataset as a whole, made of what is known of it. `card`: also the card and its metadata. */
export function describingFiles(
  request: Pick<ExportRequest, 'articles'>,
  facts: CardFacts,
  card: boolean,
): DescribingFile[] {
  return [
    ...splitFiles(request, facts),
    ...(card
      ? [
          { file: CARD_FILE, content: datasetCard(facts) },
          { file: CROISSANT_FILE, content: croissant(facts) },
        ]
      : []),
  ];
}

function splitFiles(
  { articles }: Pick<ExportRequest, 'articles'>,
  { split, leaks }: CardFacts,
): DescribingFile[] {
  if (!split) return [];
  const { parts, partOf, report, seed, method } = split;
  const lines = articles.flatMap(({ path }) => {
    const part = parts[partOf.get(path) ?? -1];
    return part ? [jsonLine({ article: path, part: part.name })] : [];
  });
  const told = { seed, method, parts, ...report, leaks: leaks ?? null };
  return [
    { file: SPLIT_FILE, content: lines.join('') },
    { file: SPLIT_REPORT_FILE, content: `${JSON.stringify(told, undefined, 1)}\n` },
  ];
}
