import type { Format } from '../../server/src/core/formats/format.ts';
import { placeRead } from '../../server/src/core/formats/offsets/placeRead.ts';
import { readDataset } from '../property/core/formats/roundTrip.ts';

/** What a file of a format says, in short: an article's name, spans, relations, document labels, and the problems. */
export async function readText(
  format: Format,
  content: string | Uint8Array,
  options: Readonly<Record<string, string>> = {},
) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const name = `file${format.endings[0] ?? ''}`;
  const { articles, problems } = await readDataset(format, new Map([[name, bytes]]), options);
  return {
    articles,
    problems: problems.map((p) => `${p.severity} ${p.code}:${p.line ?? '-'}`),
    spans: articles.flatMap((read) =>
      placeRead(read, read.text === undefined ? '' : undefined).articles.flatMap((a) =>
        a.spans.map((s) => {
          const more = [
            ...(s.entity === undefined ? [] : [`→${s.entity}`]),
            ...[...s.attributes].map(([k, v]) => `${k}=${String(v)}`),
            ...(s.note === undefined ? [] : [`#${s.note}`]),
          ];
          return [s.label, a.text.slice(s.start, s.end), ...more].join(' ');
        }),
      ),
    ),
    relations: articles.flatMap((a) =>
      a.relations.map((r) => {
        const words = [r.from, r.to].map((id) => a.spans.find((s) => s.id === id)?.label ?? id);
        return [
          r.label,
          ...words,
          ...[...r.attributes].map(([k, v]) => `${k}=${String(v)}`),
          ...(r.note ? [`#${r.note}`] : []),
        ].join(' ');
      }),
    ),
    labels: articles.flatMap((a) => a.documentLabels.map((l) => `${l.label}=${JSON.stringify(l.value)}`)),
    annotators: articles.map((a) => a.annotator),
    names: articles.map((a) => a.name),
  };
}

/** Objects as JSON Lines. */
export function asLines(...records: readonly unknown[]): string {
  return records.map((r) => `${JSON.stringify(r)}\n`).join('');
}
