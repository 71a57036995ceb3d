import { membersOf } from './jsonLines.ts';
import { regionLabels, regionPlace } from './labelStudioResults.ts';
import type { RecordArticle } from './records/recordArticle.ts';
import { listOf, textOf } from './records/values.ts';

/** Keys that every record of the short export has. */
const BOOKKEEPING: ReadonlySet<string> = new Set([
  'id',
  'annotator',
  'annotation_id',
  'created_at',
  'updated_at',
  'lead_time',
  'path',
  'language',
  'offsets',
]);

/**
 * Adds what a record of Label Studio's short export says: lists of regions and objects of choices, by the names of their
 * tags. Gives the other keys, of which the file does not tell whether they are choices or data of the task.
 */
export function addMinimal(
  article: RecordArticle,
  record: ReadonlyMap<string, unknown>,
  text: string,
): string[] {
  const left: string[] = [];
  for (const [key, value] of record) {
    if (BOOKKEEPING.has(key) || value === text) continue;
    const regions = listOf(value).flatMap((r) => membersOf(r) ?? []);
    const chosen = listOf(membersOf(value)?.get('choices')).filter((c) => typeof c === 'string');
    if (regions.length > 0) {
      for (const region of regions) {
        const place = regionPlace(article, region, text);
        if (!place) continue;
        for (const label of regionLabels(region))
          article.addSpan({ ...place, label, quote: textOf(region.get('text')) });
      }
    } else if (chosen.length > 0)
      article.addDocumentLabel(key, chosen.length > 1 ? chosen : (chosen[0] ?? ''));
    else if (typeof value === 'string') left.push(key);
  }
  return left;
}
