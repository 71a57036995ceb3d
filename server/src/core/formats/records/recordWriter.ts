import type { DatasetArticle } from '../dataset.ts';
import type { FormatWriter, WriteOptions } from '../format.ts';
import { jsonLine } from '../jsonLines.ts';
import type { Loss } from '../loss.ts';
import { given } from './recordArticle.ts';

/** A record of an article, and what it cannot hold. */
export interface LossyRecord {
  readonly record: unknown;
  readonly losses: readonly Loss[];
}

/** Writes a record for each article into one file of JSON Lines. */
export function recordWriter(
  { name }: WriteOptions,
  recordOf: (article: DatasetArticle) => LossyRecord,
): FormatWriter {
  const file = `${name}.jsonl`;
  let written = false;
  return {
    add: (article) => {
      written = true;
      const { record, losses } = recordOf(article);
      return {
        pieces: [{ file, content: jsonLine(record) }],
        losses: losses.map((loss) => ({ article, loss })),
      };
    },
    end: () => ({ pieces: written ? [] : [{ file, content: '' }], losses: [] }),
  };
}

/** What records say of the article as a whole, under `meta`. */
export function metaOf({ path, language, annotator }: DatasetArticle): Record<string, string> {
  return { path, language, ...given({ annotator }) };
}

/** The relations that link spans and that no other relation links to: those that a tool's own list can hold. */
export function plainRelations({ spans, relations }: DatasetArticle): ReadonlySet<string> {
  const ids = new Set(spans.map((s) => s.id));
  const ends = new Set(relations.flatMap((r) => [r.from, r.to]));
  return new Set(
    relations.filter((r) => ids.has(r.from) && ids.has(r.to) && !ends.has(r.id)).map((r) => r.id),
  );
}
