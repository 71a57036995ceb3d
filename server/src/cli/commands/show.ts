import { resolve } from 'node:path';
import { formatMessage, msg } from '../../core/message.ts';
import type { Article } from '../../service/articles.ts';
import type { Layer } from '../../service/sidecars.ts';
import { OUTPUT_VERSION } from '../contracts.ts';
import { uriOf } from '../disk.ts';
import { inlineView } from '../inlineView.ts';
import type { Io } from '../io.ts';
import { Session } from '../session.ts';
import { nameOfLayer, type Shown, shownAnnotations } from '../shownAnnotations.ts';
import { shownLines } from '../shownLines.ts';
import { EXIT, type ExitCode, UsageError } from '../usageError.ts';
import { readArticle } from './check.ts';

export interface ShowOptions {
  readonly format: 'pretty' | 'json';
  readonly inline?: boolean;
  /** An annotator, `gold` or `shared`; absent: all. */
  readonly layer?: string;
}

/**
 * `pressmark show FILE`: the annotations of all layers at their places in the article as it is now, with what people
 * say about each other's annotations applied and listed. A choice of layer leaves everybody's words on it in force.
 */
export async function show(io: Io, path: string, options: ShowOptions): Promise<ExitCode> {
  const session = new Session(io, [path]);
  const article = await readArticle(session, uriOf(resolve(io.cwd, path)));
  if (!article) return EXIT.failed;
  const all = await session.workspace.sidecars.layers(article.uri, article.project);
  const layers = wantedLayers(all, options.layer);
  for (const layer of layers) {
    const problem = layer.unreadable ?? layer.sidecar?.problems.find((p) => p.severity === 'error')?.message;
    if (problem) session.fail(layer.uri, problem);
  }
  const annotations = await session.workspace.placed(article, all);
  if (options.inline) {
    const { text, left, struck } = inlineView(article, annotations, layers);
    await io.out(text);
    if (struck > 0) {
      io.tell(formatMessage(msg('{0} annotations that others say are wrong are not shown.', struck)));
    }
    if (left > 0)
      io.tell(
        formatMessage(
          msg(
            '{0} annotations overlap others, have a gap or have no place in the text, and are not shown.',
            left,
          ),
        ),
      );
  } else {
    const shown = layers.flatMap((layer) => shownAnnotations(article, layer, annotations.standings));
    if (options.format === 'json') await io.out(jsonOutput(session, article, shown));
    else await io.show(shownLines(io, article, shown));
  }
  return session.failed ? EXIT.failed : EXIT.clean;
}

function wantedLayers(layers: readonly Layer[], wanted: string | undefined): readonly Layer[] {
  if (wanted === undefined) return layers;
  const found = layers.filter((layer) => nameOfLayer(layer) === wanted);
  if (found.length > 0) return found;
  throw new UsageError(
    msg(
      'There is no layer "{0}" of this article. It has: {1}.',
      wanted,
      layers.map(nameOfLayer).join(', ') || '–',
    ),
  );
}

function jsonOutput(session: Session, article: Article, shown: readonly Shown[]): string {
  const head = `{"version":${OUTPUT_VERSION},"path":${JSON.stringify(session.shown(article.uri))},"annotations":[`;
  return `${head}${shown.map((s) => `\n${JSON.stringify(s)}`).join(',')}\n]}\n`;
}
