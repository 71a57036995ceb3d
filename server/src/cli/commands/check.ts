import type { Finding, Severity } from '../../core/checks/finding.ts';
import { msg } from '../../core/message.ts';
import { Article } from '../../service/articles.ts';
import { NEVER_CANCELLED } from '../../service/ports.ts';
import { articlePaths } from '../articlePaths.ts';
import type { CheckSummary } from '../contracts.ts';
import type { Io } from '../io.ts';
import { findingOutput } from '../outputs.ts';
import { REPORTERS } from '../reporters/reporters.ts';
import { selectedRules } from '../ruleSelection.ts';
import { Session } from '../session.ts';
import { type FailOn, fails } from '../severities.ts';
import { EXIT, type ExitCode, UsageError } from '../usageError.ts';
import { packageVersion } from '../version.ts';

export interface CheckOptions {
  readonly format: string;
  readonly failOn: FailOn;
  /** As on the command line; absent: all. */
  readonly rules?: string;
  /** False: the corpus teaches nothing. */
  readonly learn?: string | false;
  readonly cache: boolean;
}

/** `pressmark check [paths]`: what the rules find in articles, less what people have dismissed. */
export async function check(io: Io, paths: readonly string[], options: CheckOptions): Promise<ExitCode> {
  const reporter = REPORTERS.get(options.format)?.(io, packageVersion());
  if (!reporter) throw new UsageError(msg('There is no format "{0}".', options.format));
  const wanted = options.rules === undefined ? undefined : selectedRules(options.rules);
  const session = new Session(io, paths, { cache: options.cache });
  if (options.learn !== false) await session.learn();
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  const uris = await articlePaths(session, paths);
  let read = 0;
  let found = false;
  await io.out(reporter.begin());
  for (const [i, uri] of uris.entries()) {
    io.status(`${i + 1}/${uris.length} ${session.shown(uri)}`);
    const article = await readArticle(session, uri);
    if (!article) continue;
    read++;
    const all = await findingsOf(session, article);
    const findings = wanted ? all.filter((finding) => wanted.has(finding.rule)) : all;
    for (const { severity } of findings) {
      counts[severity]++;
      found ||= fails(severity, options.failOn);
    }
    const outputs = findings.map((finding) => findingOutput(article, finding));
    const checked = { path: session.shown(uri), language: article.language, findings: outputs };
    await io.out(reporter.article(article, checked));
  }
  io.status('');
  const findings = counts.error + counts.warning + counts.information + counts.hint;
  const summary: CheckSummary = { articles: read, unreadable: uris.length - read, findings, ...counts };
  await io.out(reporter.end(summary));
  if (session.failed) return EXIT.failed;
  return found ? EXIT.found : EXIT.clean;
}

/** The article at an address; where it cannot be read, that is told, and the run will end with 2. */
export async function readArticle(session: Session, uri: string): Promise<Article | undefined> {
  const article = await session.workspace.articles.get(uri);
  if (article instanceof Article) {
    await session.tellProject(article.project);
    return article;
  }
  const reason =
    article?.unreadable ?? msg('The file cannot be read. Check that it exists and that you may read it.');
  session.fail(uri, reason);
  return undefined;
}

async function findingsOf({ workspace }: Session, article: Article): Promise<Finding[]> {
  const { verdicts } = await workspace.annotations(article);
  return verdicts.shown(await article.findings(NEVER_CANCELLED));
}
