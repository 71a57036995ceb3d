import { type AdjudicationRule, LEAST_ANNOTATORS } from '../../core/adjudication/rules.ts';
import type { SettledByRule } from '../../core/adjudication/settle.ts';
import { editedText } from '../../core/annotations/editMany.ts';
import { type Message, msg } from '../../core/message.ts';
import { unknownLabel } from '../../core/project/labels.ts';
import { readOptional, writeAtomically } from '../../disk/writeFile.ts';
import {
  type AdjudicatedArticle,
  adjudicated,
  byRule,
  usesLabel,
} from '../../service/adjudication/adjudicating.ts';
import type { LoadedProject } from '../../service/projects.ts';
import { adjudicatedOutput } from '../adjudicatedOutput.ts';
import { articlePaths } from '../articlePaths.ts';
import { pathOf } from '../disk.ts';
import type { Io } from '../io.ts';
import { ADJUDICATION_REPORTERS, type AdjudicationFormat } from '../reporters/adjudication.ts';
import { Session } from '../session.ts';
import { EXIT, type ExitCode, UsageError } from '../usageError.ts';
import { readArticle } from './check.ts';

export interface AdjudicateOptions {
  readonly format: AdjudicationFormat;
  readonly rule: AdjudicationRule;
  /** Only what has this label with anybody. */
  readonly label?: string;
  /** Articles that fewer people are done with wait. */
  readonly min?: number;
  /** Also the layers of people who are not done. */
  readonly all?: boolean;
  /** Only tell what would be written. */
  readonly dryRun?: boolean;
  /** Who lets the rule decide. */
  readonly by?: string;
}

/** Tries before giving up where others write the same gold layer. */
const ATTEMPTS = 50;

/** What was done with one article; `waits`: too few people are done with it. */
type Done = 'waits' | { readonly compared: AdjudicatedArticle; readonly settled: SettledByRule };

/** `pressmark adjudicate [paths]`: writes into the gold layer what a rule settles, and lists what is left to people. */
export async function adjudicate(
  io: Io,
  paths: readonly string[],
  options: AdjudicateOptions,
): Promise<ExitCode> {
  io.mustFinish = options.dryRun !== true;
  const session = new Session(io, paths);
  const uris = await articlePaths(session, paths);
  const report = ADJUDICATION_REPORTERS[options.format](io);
  const summary = { articles: 0, unreadable: 0, waiting: 0, groups: 0, settled: 0, byRule: 0, open: 0 };
  await io.out(report.begin(options.rule));
  for (const [i, uri] of uris.entries()) {
    io.status(`${i + 1}/${uris.length} ${session.shown(uri)}`);
    const done = await settle(session, uri, options);
    if (done === undefined) summary.unreadable++;
    else if (done === 'waits') summary.waiting++;
    else {
      const article = adjudicatedOutput(session, done.compared, done.settled, options.label);
      summary.articles++;
      for (const key of ['groups', 'settled', 'byRule'] as const) summary[key] += article[key];
      summary.open += article.open.length;
      await io.out(report.article(article));
    }
  }
  io.status('');
  await io.out(report.end(summary));
  if (session.failed) return EXIT.failed;
  return summary.open > 0 ? EXIT.found : EXIT.clean;
}

/** Carries the rule out on one article; undefined where that could not be done, which is told. */
async function settle(session: Session, uri: string, options: AdjudicateOptions): Promise<Done | undefined> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const done = await settleOnce(session, uri, options);
    if (done !== 'changed') return done;
  }
  session.fail(uri, msg('Others keep changing its gold layer, so nothing was written: run this again.'));
  return undefined;
}

async function settleOnce(
  session: Session,
  uri: string,
  options: AdjudicateOptions,
): Promise<Done | 'changed' | undefined> {
  const article = await readArticle(session, uri);
  if (!article) return undefined;
  checkLabel(article.project, options.label);
  const compared = await adjudicated(session.workspace, article, { all: options.all === true });
  const { obstacles, gold, layers } = compared;
  if (obstacles.length > 0) {
    for (const obstacle of obstacles) session.fail(obstacle.uri, obstacle.message);
    session.fail(uri, msg('Nothing was settled in this article: first mend the files named above.'));
    return undefined;
  }
  if (layers.length < Math.max(LEAST_ANNOTATORS, options.min ?? 0)) return 'waits';
  const settled = byRule(compared, options.rule, {
    ...(options.by === undefined ? {} : { by: options.by }),
    ...(options.label === undefined ? {} : { wanted: usesLabel(options.label) }),
  });
  if (settled.operations.length > 0 && !options.dryRun) {
    const before = gold.file?.document.getText();
    const after = editedText(before ?? '', settled.operations);
    const problem = after.ok ? await write(gold.uri, before, after.text, article.project) : after.reason;
    if (problem === 'changed') return 'changed';
    if (problem) {
      session.fail(gold.uri, problem);
      return undefined;
    }
  }
  return { compared, settled };
}

/** Writes the gold layer in one step; or says why not. `before`: the text that the new one was made from. */
async function write(
  uri: string,
  before: string | undefined,
  text: string,
  { root }: LoadedProject,
): Promise<Message | 'changed' | undefined> {
  try {
    const bytes = await readOptional(pathOf(uri));
    const now = bytes && new TextDecoder().decode(bytes);
    if (now !== before?.replace(/^\ufeff/, '')) return 'changed';
    const written = await writeAtomically(pathOf(uri), text, bytes, pathOf(root));
    if (written === 'changed') return 'changed';
    if (written === 'written') return undefined;
    return msg('This is a link that leads out of the project, so nothing was written: replace it by a file.');
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return msg(
      'The gold layer could not be written ({0}), and the file is as it was. Check that you may write in this folder, and that the disk has room.',
      reason,
    );
  }
}

/** A label that nothing can have would leave nothing open, and look like success. */
function checkLabel({ project }: LoadedProject, label: string | undefined): void {
  if (label === undefined) return;
  const known = [...project.labels, ...project.relations, ...project.documentLabels].map((l) => l.name);
  if (!known.includes(label)) throw new UsageError(unknownLabel(label, known));
}
