import { articleOfSidecar } from '../../core/annotations/sidecarNames.ts';
import { msg } from '../../core/message.ts';
import { namesOf } from '../../core/project.ts';
import { articleChanges } from '../../service/changes/articleChanges.ts';
import type { ArticleChanges } from '../../service/changes/change.ts';
import { changesBelow } from '../../service/changes/changes.ts';
import { NEVER_CANCELLED } from '../../service/ports.ts';
import { type Comparison, readComparison } from '../diff/comparison.ts';
import { articleOutput, Counts } from '../diff/outputs.ts';
import { uriOf } from '../disk.ts';
import type { Io } from '../io.ts';
import { DIFF_REPORTERS } from '../reporters/diff/reporters.ts';
import { Session } from '../session.ts';
import { EXIT, type ExitCode, UsageError } from '../usageError.ts';
import { packageVersion } from '../version.ts';

export interface DiffOptions {
  readonly format: string;
  /** An annotator, `gold` or `shared`; absent: all. */
  readonly by?: string;
}

/**
 * `pressmark diff [A] [B] [-- PATHS]`: annotation changes in words, between two states of a repository or two sidecars.
 * `paths`: what stood behind `--`.
 */
export async function diff(
  io: Io,
  operands: readonly string[],
  paths: readonly string[],
  options: DiffOptions,
): Promise<ExitCode> {
  const session = new Session(io, ['.']);
  const { history } = session.workspace.host;
  const comparison = await readComparison(io.cwd, history, operands, paths);
  const compared =
    comparison.kind === 'files'
      ? { from: session.shown(uriOf(comparison.before)), to: session.shown(uriOf(comparison.after)) }
      : comparison;
  const reporter = DIFF_REPORTERS.get(options.format)?.(io, compared, packageVersion());
  if (!reporter) throw new UsageError(msg('There is no format "{0}".', options.format));
  const counts = new Counts();
  await io.out(reporter.begin());
  for await (const changes of changedArticles(session, comparison)) {
    tellProblems(session, changes);
    const article = articleOutput(session, changes, options.by);
    if (article.layers.length === 0) continue;
    counts.add(article);
    await io.out(reporter.article(article));
  }
  io.status('');
  await io.out(reporter.end(counts.summary));
  if (session.failed) return EXIT.failed;
  return counts.summary.articles === 0 ? EXIT.clean : EXIT.found;
}

async function* changedArticles(session: Session, comparison: Comparison): AsyncGenerator<ArticleChanges> {
  if (comparison.kind === 'files') {
    const changes = await betweenFiles(session, comparison);
    if (changes) yield changes;
    return;
  }
  const { from, to, folders, wanted } = comparison;
  const states = { from, ...(to === undefined ? {} : { to }) };
  const seen = new Set<string>();
  for (const folder of folders) {
    for await (const changes of changesBelow(
      session.workspace,
      uriOf(folder),
      states,
      NEVER_CANCELLED,
      wanted,
    )) {
      if (seen.has(changes.uri)) continue;
      seen.add(changes.uri);
      session.io.status(`${seen.size} ${session.shown(changes.uri)}`);
      yield changes;
    }
  }
}

/** Two sidecars, whatever they are called; places are told where the article lies beside the newer one. */
async function betweenFiles(
  { workspace }: Session,
  { before, after }: Comparison & { kind: 'files' },
): Promise<ArticleChanges | undefined> {
  const [was, is] = [uriOf(before), uriOf(after)];
  const project = await workspace.projects.of(is);
  const names = namesOf(project.project.people);
  const [old, now] = [was, is].map(
    (uri) => articleOfSidecar(uri, names) ?? { article: uri, annotator: undefined },
  );
  const article = now?.article ?? is;
  return articleChanges(
    workspace,
    {
      uri: article,
      was: old?.article ?? was,
      project,
      textChanged: false,
      sidecars: [{ was, is, annotator: now?.annotator }],
    },
    {},
  );
}

/** A file that is broken as it is now ends the run with 2; one that was broken once is only told. */
function tellProblems(session: Session, { layers }: ArticleChanges): void {
  for (const { uri, was, problems } of layers) {
    for (const { side, message } of problems) {
      if (side === 'after') session.fail(uri, message);
      else session.tellOlder(was ?? uri, message);
    }
  }
}
