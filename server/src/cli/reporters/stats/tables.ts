import type { EntityCounts } from '../../../service/entityStatistics.ts';
import type { PersonStatistics } from '../../../service/peopleStatistics.ts';
import type { CorpusStatistics } from '../../../service/statistics.ts';
import { type Cell, csv } from '../../csv.ts';

/** All that `stats` counts. */
export interface ShownStatistics extends CorpusStatistics {
  readonly entities: readonly EntityCounts[];
  readonly people: readonly PersonStatistics[];
}

/** The tables of a corpus's statistics. */
export const TABLES = ['rules', 'labels', 'languages', 'lengths', 'entities', 'people'] as const;
export type TableName = (typeof TABLES)[number];

/** A table of counts; heads are names for programs. */
export interface StatisticsTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** One table of the statistics. */
export function statisticsTable(result: ShownStatistics, name: TableName): StatisticsTable {
  switch (name) {
    case 'people':
      return table(
        ['annotator', 'assigned', 'open', 'done', 'reviewed', 'changed', 'spans'],
        result.people,
        (p) => [p.annotator, p.assigned, p.open, p.done, p.reviewed, p.changed, p.spans],
      );
    case 'labels':
      return table(['label', 'annotations', 'articles'], result.labels, (l) => [
        l.label,
        l.annotations,
        l.articles,
      ]);
    case 'languages':
      return table(['language', 'articles'], result.languages, (l) => [l.language, l.articles]);
    case 'lengths':
      return table(['from', 'to', 'articles'], result.characters.bins, (b) => [b.from, b.to, b.articles]);
    case 'entities':
      return table(['entity', 'name', 'type', 'mentions', 'tagged', 'articles'], result.entities, (e) => [
        e.entity,
        e.name,
        e.type,
        e.mentions,
        e.tagged,
        e.articles,
      ]);
    case 'rules':
      return table(RULE_HEAD, result.rules, ({ past, precision, ...r }) => [
        r.rule,
        r.findings,
        r.open,
        r.confirmed,
        r.dismissed,
        r.disputed,
        past.confirmed,
        past.dismissed,
        precision?.value,
        precision?.low,
        precision?.high,
        precision?.n ?? 0,
      ]);
  }
}

const RULE_HEAD = [
  'rule',
  'findings',
  'open',
  'confirmed',
  'dismissed',
  'disputed',
  'past_confirmed',
  'past_dismissed',
  'precision',
  'low',
  'high',
  'n',
];

function table<T>(
  head: readonly string[],
  items: readonly T[],
  row: (item: T) => readonly Cell[],
): StatisticsTable {
  return { head, rows: items.map(row) };
}

/** A table as CSV. */
export function csvOf({ head, rows }: StatisticsTable): string {
  return csv(head, rows);
}
