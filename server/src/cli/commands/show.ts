import { resolve } from 'node:path';
import { locate } from '../../core/annotations/locate.ts';
import type { KnownAnnotation } from '../../core/annotations/model.ts';
import { annotationLine } from '../../core/annotations/serialize.ts';
import { formatMessage, msg } from '../../core/message.ts';
import type { Article } from '../../service/articles.ts';
import type { Layer } from '../../service/sidecars.ts';
import { OUTPUT_VERSION } from '../contracts.ts';
import { uriOf } from '../disk.ts';
import { inlineView } from '../inlineView.ts';
import type { Io } from '../io.ts';
import { codePoints } from '../outputs.ts';
import { Session } from '../session.ts';
import { EXIT, type ExitCode, UsageError } from '../usageError.ts';
import { readArticle } from './check.ts';

export interface ShowOptions {
  readonly format: 'pretty' | 'json';
  readonly inline?: boolean;
  /** An annotator, `gold` or `shared`; absent: all. */
  readonly layer?: string;
}

/** The name of the sidecar that nobody owns alone. */
const SHARED = 'shared';

/** `pressmark show FILE`: the annotations of all layers at their places in the article as it is now. */
export async function show(io: Io, path: string, options: ShowOptions): Promise<ExitCode> {
  const session = new Session(io, [path]);
  const article = await readArticle(session, uriOf(resolve(io.cwd, path)));
  if (!article) return EXIT.failed;
  const layers = await wantedLayers(session, article, options.layer);
  for (const layer of layers) {
    const problem = layer.unreadable ?? layer.sidecar?.problems.find((p) => p.severity === 'error')?.message;
    if (problem) session.fail(layer.uri, problem);
  }
  if (options.inline) {
    const { text, left } = inlineView(article, layers);
    await io.out(text);
    if (left > 0)
      io.tell(
        formatMessage(
          msg('{0} annotations overlap others or have no place in the text, and are not shown.', left),
        ),
      );
  } else {
    const shown = layers.flatMap((layer) => shownAnnotations(article, layer));
    if (options.format === 'json') await io.out(jsonOutput(session, article, shown));
    else await io.show(prettyOutput(io, article, shown));
  }
  return session.failed ? EXIT.failed : EXIT.clean;
}

async function wantedLayers(
  { workspace }: Session,
  article: Article,
  wanted: string | undefined,
): Promise<Layer[]> {
  const layers = await workspace.sidecars.layers(article.uri, article.project);
  if (wanted === undefined) return layers;
  const found = layers.filter((layer) => nameOf(layer) === wanted);
  if (found.length > 0) return found;
  throw new UsageError(
    msg(
      'There is no layer "{0}" of this article. It has: {1}.',
      wanted,
      layers.map(nameOf).join(', ') || '–',
    ),
  );
}

function nameOf(layer: Layer): string {
  return layer.annotator ?? SHARED;
}

/** What `show` says of an annotation: its own keys, and where it is now. */
interface Shown {
  readonly kind: string;
  readonly id: string;
  readonly layer: string;
  readonly status?: string;
  readonly start?: number;
  readonly end?: number;
  readonly [key: string]: unknown;
}

function shownAnnotations(article: Article, layer: Layer): Shown[] {
  return (layer.sidecar?.annotations ?? []).flatMap(({ annotation }) =>
    annotation.kind === 'unknown' ? [] : [shownAnnotation(article, layer, annotation)],
  );
}

function shownAnnotation(article: Article, layer: Layer, annotation: KnownAnnotation): Shown {
  const { kind, id } = annotation;
  // The sidecar's own keys, less those that say how the place is found.
  const {
    id: _id,
    start: _s,
    end: _e,
    before: _b,
    after: _a,
    rev: _r,
    ...own
  } = JSON.parse(annotationLine(annotation));
  if (annotation.kind !== 'span' && annotation.kind !== 'review')
    return { kind, id, layer: nameOf(layer), ...own };
  const { status, range } = locate(annotation, article);
  return {
    kind,
    id,
    layer: nameOf(layer),
    status,
    ...(range ? codePoints(article.offsets, range) : {}),
    ...own,
  };
}

function jsonOutput(session: Session, article: Article, shown: readonly Shown[]): string {
  const head = `{"version":${OUTPUT_VERSION},"path":${JSON.stringify(session.shown(article.uri))},"annotations":[`;
  return `${head}${shown.map((s) => `\n${JSON.stringify(s)}`).join(',')}\n]}\n`;
}

function prettyOutput(io: Io, { offsets }: Article, shown: readonly Shown[]): string {
  const lines = shown.map((s) => {
    const place = s.start === undefined ? undefined : offsets.position(offsets.toUtf16(s.start));
    const where = place ? `${place.line}:${place.column}` : '–';
    const status = s.status === undefined || s.status === 'kept' ? '' : `  ${io.paint('yellow', s.status)}`;
    const entity = typeof s.entity === 'string' ? `  ${io.paint('dim', s.entity)}` : '';
    return `${where.padEnd(8)}${s.layer.padEnd(8)} ${what(io, s)}${entity}${status}\n`;
  });
  return lines.join('');
}

function what(io: Io, s: Shown): string {
  switch (s.kind) {
    case 'span':
      return `${String(s.label).padEnd(6)} ${io.paint('bold', String(s.text))}`;
    case 'review':
      return `${s.rule} ${s.verdict}: ${s.text}`;
    case 'articleReview':
      return `${s.rule} ${s.verdict} in the whole article${s.word === undefined ? '' : `: ${s.word}`}`;
    case 'relation':
      return `${s.label}: ${s.from} → ${s.to}`;
    case 'documentLabel':
      return `${s.label} = ${JSON.stringify(s.value)}`;
    default:
      return `record about ${s.ref}`;
  }
}
