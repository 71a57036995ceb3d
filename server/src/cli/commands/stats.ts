import { PeopleStatistics, type PersonStatistics } from '../../service/peopleStatistics.ts';
import { NEVER_CANCELLED } from '../../service/ports.ts';
import { type CorpusStatistics, Statistics } from '../../service/statistics.ts';
import { relativePath } from '../../service/uris.ts';
import { articlePaths } from '../articlePaths.ts';
import { OUTPUT_VERSION, type StatsOutput } from '../contracts.ts';
import { csv } from '../csv.ts';
import type { Io } from '../io.ts';
import { readableSidecars } from '../readableSidecars.ts';
import { Session } from '../session.ts';
import { prettyStatistics } from '../statisticsView.ts';
import { EXIT, type ExitCode } from '../usageError.ts';
import { readArticle } from './check.ts';

/** The tables of a corpus's statistics. */
export const TABLES = ['rules', 'labels', 'languages', 'people'] as const;

export interface StatsOptions {
  readonly format: 'pretty' | 'json' | 'csv';
  /** Of `csv`. */
  readonly table: (typeof TABLES)[number];
  /** False: the corpus teaches nothing. */
  readonly learn: boolean;
  readonly cache: boolean;
}

/** `pressmark stats [paths]`: how many articles there are, in which languages, what is tagged, and how right each rule is. */
export async function stats(io: Io, paths: readonly string[], options: StatsOptions): Promise<ExitCode> {
  const session = new Session(io, paths, { cache: options.cache });
  if (options.learn) await session.learn();
  const uris = await articlePaths(session, paths);
  const counted = new Statistics();
  const people = new PeopleStatistics(await annotatorsOf(session, uris));
  for (const [i, uri] of uris.entries()) {
    io.status(`${i + 1}/${uris.length} ${session.shown(uri)}`);
    const article = await readArticle(session, uri);
    if (!article) continue;
    await readableSidecars(session, article);
    const annotations = await session.workspace.annotations(article, 'quick');
    const { annotatorsOf } = await session.workspace.assignments.of(article.project);
    const assigned = annotatorsOf.get(relativePath(article.project.root, uri) ?? '') ?? [];
    people.add(annotations.layers, assigned, article.revision);
    counted.add(article, annotations, await article.findings(NEVER_CANCELLED));
  }
  io.status('');
  const result = counted.result();
  const persons = people.result();
  const output: StatsOutput = {
    version: OUTPUT_VERSION,
    ...result,
    unreadable: uris.length - result.articles,
    languages: [...result.languages],
    labels: [...result.labels],
    rules: result.rules.map(({ precision, ...rule }) => ({ ...rule, precision: precision ?? null })),
    people: persons,
  };
  if (options.format === 'json') await io.out(`${JSON.stringify(output, undefined, 1)}\n`);
  else if (options.format === 'csv') await io.out(table(result, persons, options.table));
  else await io.show(prettyStatistics(io, result, persons));
  return session.failed ? EXIT.failed : EXIT.clean;
}

/** The annotators of the projects that articles belong to, each once, in the projects' order. */
async function annotatorsOf({ workspace }: Session, uris: readonly string[]): Promise<string[]> {
  const names = new Set<string>();
  for (const uri of uris)
    for (const name of (await workspace.projects.of(uri)).project.annotators) names.add(name);
  return [...names];
}

function table(
  result: CorpusStatistics,
  people: readonly PersonStatistics[],
  name: StatsOptions['table'],
): string {
  switch (name) {
    case 'people':
      return csv(
        ['annotator', 'assigned', 'open', 'done', 'reviewed', 'changed', 'spans'],
        people.map((p) => [p.annotator, p.assigned, p.open, p.done, p.reviewed, p.changed, p.spans]),
      );
    case 'labels':
      return csv(
        ['label', 'annotations', 'articles'],
        result.labels.map((l) => [l.label, l.annotations, l.articles]),
      );
    case 'languages':
      return csv(
        ['language', 'articles'],
        result.languages.map((l) => [l.language, l.articles]),
      );
    case 'rules':
      return csv(
        [
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
        ],
        result.rules.map(({ rule, findings, open, confirmed, dismissed, disputed, past, precision }) => [
          rule,
          findings,
          open,
          confirmed,
          dismissed,
          disputed,
          past.confirmed,
          past.dismissed,
          precision?.value,
          precision?.low,
          precision?.high,
          precision?.n ?? 0,
        ]),
      );
  }
}
