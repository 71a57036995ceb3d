import type { ArticleState } from '../../core/annotations/model.ts';
import { formatMessage, msg } from '../../core/message.ts';
import { markArticle } from '../../service/annotating/markArticle.ts';
import { checkAnnotator } from '../annotator.ts';
import { articlePaths } from '../articlePaths.ts';
import { type MarkOutput, OUTPUT_VERSION } from '../contracts.ts';
import type { Io } from '../io.ts';
import { Session } from '../session.ts';
import { EXIT, type ExitCode, UsageError } from '../usageError.ts';
import { writeSidecarEdit } from '../writeSidecarEdit.ts';
import { readArticle } from './check.ts';

export interface MarkOptions {
  readonly format: 'pretty' | 'json';
  readonly status: ArticleState;
  readonly by?: string;
}

/** Tries before giving up where others write the same sidecar. */
const ATTEMPTS = 200;

/** `pressmark mark FILE... --status done`: says in the own sidecar how far somebody is with articles. */
export async function mark(io: Io, paths: readonly string[], options: MarkOptions): Promise<ExitCode> {
  const session = new Session(io, paths);
  const uris = await articlePaths(session, paths);
  const articles: MarkOutput['articles'] = [];
  let failed = session.failed || uris.length === 0;
  for (const uri of uris) {
    const marked = await markOne(session, paths, uri, options);
    if (marked) articles.push(marked);
    else failed = true;
  }
  if (options.format === 'json') {
    const output: MarkOutput = { version: OUTPUT_VERSION, status: options.status, articles };
    await io.out(`${JSON.stringify(output, undefined, 1)}\n`);
  }
  if (failed) return EXIT.failed;
  return articles.some(({ doubts }) => doubts > 0) ? EXIT.found : EXIT.clean;
}

async function markOne(
  start: Session,
  paths: readonly string[],
  uri: string,
  { status, by, format }: MarkOptions,
): Promise<MarkOutput['articles'][number] | undefined> {
  const { io } = start;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    // A sidecar that somebody else has changed is read anew.
    const session = attempt === 0 ? start : new Session(io, paths);
    const { workspace } = session;
    if (by !== undefined) workspace.people.annotator = by;
    const article = await readArticle(session, uri);
    if (!article) return undefined;
    await checkAnnotator(workspace, article.project, by);
    const path = session.shown(uri);
    const marked = await markArticle(workspace, uri, status);
    if ('refused' in marked) {
      if (!marked.unchanged) {
        session.fail(uri, marked.refused);
        return undefined;
      }
      if (format === 'pretty') io.tell(`${path}: ${formatMessage(marked.refused)}`);
      return { path, changed: false, doubts: 0 };
    }
    const { layer, edit, summary, doubts } = marked;
    const { outcome } = layer
      ? await writeSidecarEdit(article.project, layer, edit)
      : { outcome: 'outside' as const };
    if (outcome === 'changed') continue;
    if (outcome === 'outside') {
      const message = msg(
        'This is a link that leads out of the project, so nothing was written: replace it by a file.',
      );
      session.fail(layer?.uri ?? uri, message);
      return undefined;
    }
    if (format === 'pretty') await io.show(`${path}: ${formatMessage(summary)}\n`);
    return { path, changed: true, doubts };
  }
  throw new UsageError(msg('{0}: others keep changing its annotations. Try again.', start.shown(uri)));
}
