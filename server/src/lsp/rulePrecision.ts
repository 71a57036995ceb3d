import type { CancellationToken, WorkDoneProgressReporter } from 'vscode-languageserver';
import { msg } from '../core/message.ts';
import { Cancelled } from '../service/ports.ts';
import { type RuleStatistics, Statistics } from '../service/statistics.ts';
import type { CommandResult, RulePrecisionView } from './protocol.ts';
import type { Session } from './session.ts';

/** Counts what became of every rule's findings in the corpus, with progress. */
export async function rulePrecision(
  { workspace }: Session,
  token: CancellationToken,
  progress: WorkDoneProgressReporter,
): Promise<CommandResult> {
  progress.begin(workspace.say(msg('Counting findings')), 0, undefined, true);
  try {
    const articles = await workspace.corpus.articles();
    const counted = new Statistics();
    for (const [i, { uri }] of articles.entries()) {
      if (token.isCancellationRequested) throw new Cancelled();
      const article = await workspace.article(uri);
      if (article)
        counted.add(article, await workspace.annotations(article, 'quick'), await article.findings(token));
      progress.report(Math.floor((100 * (i + 1)) / articles.length), `${i + 1} / ${articles.length}`);
      await workspace.host.pause();
    }
    return { done: true, message: '', rules: counted.result().rules.map(view) };
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error;
    return { done: false, message: workspace.say(msg('Stopped. Nothing was changed.')) };
  } finally {
    progress.done();
  }
}

function view({ past, precision, ...counts }: RuleStatistics): RulePrecisionView {
  return { ...counts, past: past.confirmed + past.dismissed, ...(precision ? { precision } : {}) };
}
