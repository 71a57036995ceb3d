import { EntityStatistics } from '../../service/entityStatistics.ts';
import { PeopleStatistics } from '../../service/peopleStatistics.ts';
import { NEVER_CANCELLED } from '../../service/ports.ts';
import { Statistics } from '../../service/statistics.ts';
import { relativePath } from '../../service/uris.ts';
import { articlePaths } from '../articlePaths.ts';
import { OUTPUT_VERSION, type StatsOutput } from '../contracts.ts';
import type { Io } from '../io.ts';
import { readableSidecars } from '../readableSidecars.ts';
import { statisticsPage } from '../reporters/stats/page.ts';
import { csvOf, type ShownStatistics, statisticsTable, type TableName } from '../reporters/stats/tables.ts';
import { Session } from '../session.ts';
import { prettyStatistics } from '../statisticsView.ts';
import { EXIT, type ExitCode } from '../usageError.ts';
import { readArticle } from './check.ts';

export interface StatsOptions {
  readonly format: 'pretty' | 'json' | 'csv' | 'html';
  /** Of `csv`. */
  readonly table: TableName;
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
  const entities = new EntityStatistics();
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
    const mentions = await article.mentions(NEVER_CANCELLED);
    await session.tellEntityFiles(article.project);
    entities.add(mentions, annotations, await article.project.entities());
    counted.add(article, annotations, await article.findings(NEVER_CANCELLED));
  }
  io.status('');
  const result: ShownStatistics = {
    ...counted.result(),
    entities: entities.result(),
    people: people.result(),
  };
  if (options.format === 'json') await io.out(jsonOutput(result, uris.length));
  else if (options.format === 'csv') await io.out(csvOf(statisticsTable(result, options.table)));
  else if (options.format === 'html') await io.out(statisticsPage(result));
  else await io.show(prettyStatistics(io, result));
  return session.failed ? EXIT.failed : EXIT.clean;
}

function jsonOutput(result: ShownStatistics, articles: number): string {
  const output: StatsOutput = {
    version: OUTPUT_VERSION,
    ...result,
    characters: { ...result.characters, bins: [...result.characters.bins] },
    unreadable: articles - result.articles,
    languages: [...result.languages],
    labels: [...result.labels],
    entities: [...result.entities],
    rules: result.rules.map(({ precision, ...rule }) => ({ ...rule, precision: precision ?? null })),
    people: [...result.people],
  };
  return `${JSON.stringify(output, undefined, 1)}\n`;
}

/** The annotators of the projects that articles belong to, each once, in the projects' order. */
async function annotatorsOf({ workspace }: Session, uris: readonly string[]): Promise<string[]> {
  const names = new Set<string>();
  for (const uri of uris)
    for (const name of (await workspace.projects.of(uri)).project.annotators) names.add(name);
  return [...names];
}
