import type { Finding, Severity } from '../../core/checks/finding.ts';
import { type Message, msg } from '../../core/message.ts';
import { Article } from '../../service/articles.ts';
import { NEVER_CANCELLED } from '../../service/ports.ts';
import { articlePaths } from '../articlePaths.ts';
import type { CheckSummary } from '../contracts.ts';
import { count } from '../counted.ts';
import type { Io } from '../io.ts';
import { findingOutput, languageOutput } from '../outputs.ts';
import { readableSidecars } from '../readableSidecars.ts';
import { repaired, writeRepaired } from '../repair.ts';
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
  /** Repair first what can be repaired for certain. */
  readonly fix?: boolean;
  /** Only tell what `fix` would change. */
  readonly dryRun?: boolean;
}

/** `pressmark check [paths]`: what the rules find in articles, less what people have dismissed. */
export async function check(io: Io, paths: readonly string[], options: CheckOptions): Promise<ExitCode> {
  const reporter = REPORTERS.get(options.format)?.(io, packageVersion());
  if (!reporter) throw new UsageError(msg('There is no format "{0}".', options.format));
  const wanted = options.rules === undefined ? undefined : selectedRules(options.rules);
  const takes = ({ rule }: Finding) => wanted === undefined || wanted.has(rule);
  io.mustFinish = options.fix === true && options.dryRun !== true;
  const session = new Session(io, paths, { cache: options.cache });
  if (options.learn !== false) await session.learn();
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  const uris = await articlePaths(session, paths);
  let read = 0;
  let failing = false;
  const repairs: Repairs = { places: 0, articles: 0 };
  await io.out(reporter.begin());
  for (const [i, uri] of uris.entries()) {
    io.status(`${i + 1}/${uris.length} ${session.shown(uri)}`);
    const found = await readArticle(session, uri);
    if (!found) continue;
    const readable = await readableSidecars(session, found);
    if (options.fix && !readable) session.fail(uri, notRepaired());
    const article = options.fix && readable ? await fix(session, found, takes, options, repairs) : found;
    if (!article) continue;
    read++;
    const { verdicts } = await session.workspace.annotations(article);
    const findings = verdicts.shown(await article.findings(NEVER_CANCELLED)).filter(takes);
    for (const { severity } of findings) {
      counts[severity]++;
      failing ||= fails(severity, options.failOn);
    }
    const outputs = findings.map((finding) => findingOutput(article, finding, verdicts.on(finding).standing));
    const checked = { path: session.shown(uri), ...languageOutput(article), findings: outputs };
    await io.out(reporter.article(article, checked));
  }
  io.status('');
  if (options.fix) tellRepairs(io, repairs, options.dryRun === true);
  const findings = counts.error + counts.warning + counts.information + counts.hint;
  const summary: CheckSummary = { articles: read, unreadable: uris.length - read, findings, ...counts };
  await io.out(reporter.end(summary));
  if (session.failed) return EXIT.failed;
  return failing ? EXIT.found : EXIT.clean;
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

function notRepaired(): Message {
  return msg(
    'What people said of this article cannot be read, so nothing was repaired in it: mend the file that is named before.',
  );
}

/** What was repaired, or would be. */
interface Repairs {
  places: number;
  articles: number;
}

/** Repairs an article and tells what is changed; gives the article to report on, undefined where it was not written. */
async function fix(
  session: Session,
  article: Article,
  takes: (finding: Finding) => boolean,
  { dryRun = false }: CheckOptions,
  repairs: Repairs,
): Promise<Article | undefined> {
  const { text, changes } = await repaired(session, article, takes);
  if (changes.length === 0) return article;
  if (!dryRun && !(await writeRepaired(session, article, text))) return undefined;
  for (const { rule, line, column, before, after } of changes)
    session.io.tell(
      `${session.shown(article.uri)}:${line}:${column}: ${rule}: ${shownText(before)} → ${shownText(after)}`,
    );
  repairs.places += changes.length;
  repairs.articles++;
  return dryRun ? article : readArticle(session, article.uri);
}

function shownText(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 79)}…` : text);
}

function tellRepairs(io: Io, { places, articles }: Repairs, dryRun: boolean): void {
  const what = `${count(places, 'place')} in ${count(articles, 'article')}`;
  io.tell(dryRun ? `Would repair ${what}; nothing was written.` : `Repaired ${what}.`);
}
