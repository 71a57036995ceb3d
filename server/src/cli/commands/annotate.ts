import { resolve } from 'node:path';
import type { SpanAnnotation } from '../../core/annotations/model.ts';
import { annotationsOf, parseSidecar } from '../../core/annotations/parse.ts';
import { formatMessage, msg } from '../../core/message.ts';
import { unknownLabel } from '../../core/project/labels.ts';
import { carryOut } from '../../service/annotating/carryOut.ts';
import type { IntendedSpan } from '../../service/annotating/intent.ts';
import type { Article } from '../../service/articles.ts';
import { NEVER_CANCELLED } from '../../service/ports.ts';
import type { Layer } from '../../service/sidecars.ts';
import { checkAnnotator } from '../annotator.ts';
import { OUTPUT_VERSION } from '../contracts.ts';
import { uriOf } from '../disk.ts';
import type { Io } from '../io.ts';
import { Session } from '../session.ts';
import { type SpanChoice, wantedSpans } from '../spanChoice.ts';
import { EXIT, type ExitCode, UsageError } from '../usageError.ts';
import { writeSidecarEdit } from '../writeSidecarEdit.ts';
import { readArticle } from './check.ts';

export interface AnnotateOptions extends SpanChoice {
  readonly format: 'pretty' | 'json';
  readonly label: string;
  readonly by?: string;
  readonly entity?: string;
  /** False: the article's text is not kept, though git may not have it. */
  readonly cache?: boolean;
}

/** Tries before giving up where others write the same sidecar. */
const ATTEMPTS = 200;

/** `pressmark annotate FILE`: tags spans as the editor would, in the sidecar of whoever annotates. */
export async function annotate(io: Io, path: string, options: AnnotateOptions): Promise<ExitCode> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const exit = await attemptOnce(io, path, options);
    if (exit !== undefined) return exit;
  }
  throw new UsageError(msg('{0}: others keep changing its annotations. Try again.', path));
}

/** Undefined where somebody else changed the sidecar meanwhile. */
async function attemptOnce(io: Io, path: string, options: AnnotateOptions): Promise<ExitCode | undefined> {
  const session = new Session(io, [path], options.cache === false ? { cache: false } : {});
  const { workspace } = session;
  const uri = uriOf(resolve(io.cwd, path));
  const article = await readArticle(session, uri);
  if (!article) return EXIT.failed;
  if (options.by !== undefined) workspace.people.annotator = options.by;
  checkNames(article, options);
  await checkAnnotator(workspace, article.project, options.by);
  const own = await workspace.sidecars.own(uri, article.project);
  if ('refused' in own) throw new UsageError(own.refused);
  const { layer } = own;
  const spans = fresh(
    article,
    layer,
    options.label,
    await linked(article, wantedSpans(article, options), options),
  );
  const added: SpanAnnotation[] = [];
  if (spans.length > 0) {
    const intent = { kind: 'add', uri, version: article.version, label: options.label, spans } as const;
    const done = await carryOut(workspace, intent);
    if ('refused' in done) {
      session.fail(layer.uri, done.refused);
      return EXIT.failed;
    }
    const before = layer.file?.document.getText() ?? '';
    const { outcome, text } = await writeSidecarEdit(article.project, layer, done.edit);
    if (outcome === 'changed') return undefined;
    if (outcome === 'outside') {
      session.fail(
        layer.uri,
        msg('This is a link that leads out of the project, so nothing was written: replace it by a file.'),
      );
      return EXIT.failed;
    }
    added.push(...addedSpans(before, text));
  }
  await report(session, article, layer.uri, added, options.format);
  return session.failed ? EXIT.failed : EXIT.clean;
}

function checkNames({ project: { project } }: Article, { label, by }: AnnotateOptions): void {
  const labels = project.labels.map((known) => known.name);
  if (!labels.includes(label)) throw new UsageError(unknownLabel(label, labels));
  const { annotators } = project;
  if (annotators.length === 0 && by !== undefined) {
    throw new UsageError(
      msg(
        'The project lists no annotators, so that all share one file: leave out --by, or add "annotators" to pressmark.json.',
      ),
    );
  }
}

/** The spans with the entity that was named, or else the known one that they mention, if its type is the label. */
async function linked(
  article: Article,
  spans: readonly IntendedSpan[],
  options: AnnotateOptions,
): Promise<IntendedSpan[]> {
  const { gazetteer } = await article.project.entities();
  const mentions = await article.mentions(NEVER_CANCELLED);
  return spans.map(({ start, end }) => {
    const mention = mentions.find((m) => m.start === start && m.end === end);
    const known =
      mention && gazetteer.entity(mention.entityId)?.type === options.label ? mention.entityId : undefined;
    const entity = options.entity ?? known;
    return { start, end, ...(entity === undefined ? {} : { entity }) };
  });
}

/** The spans that do not have this label in this sidecar yet, so that doing it twice does nothing more. */
function fresh(
  article: Article,
  layer: Layer,
  label: string,
  spans: readonly IntendedSpan[],
): IntendedSpan[] {
  const taken = new Set<string>();
  for (const { annotation } of layer.sidecar?.annotations ?? []) {
    if (annotation.kind !== 'span' || annotation.label !== label || annotation.rev !== article.revision)
      continue;
    taken.add(`${annotation.start} ${annotation.end}`);
  }
  const { offsets } = article;
  return spans.filter(
    ({ start, end }) => !taken.has(`${offsets.toCodePoint(start)} ${offsets.toCodePoint(end)}`),
  );
}

function addedSpans(before: string, after: string): SpanAnnotation[] {
  const known = new Set(annotationsOf(parseSidecar(before)).map((a) => a.id));
  return annotationsOf(parseSidecar(after))
    .filter((a) => a.kind === 'span')
    .filter((a) => !known.has(a.id));
}

async function report(
  session: Session,
  article: Article,
  sidecarUri: string,
  spans: readonly SpanAnnotation[],
  format: AnnotateOptions['format'],
): Promise<void> {
  const { io } = session;
  const sidecar = session.shown(sidecarUri);
  const added = spans.map(({ id, start, end, label, text }) => ({ id, start, end, label, text }));
  if (format === 'json') {
    const output = { version: OUTPUT_VERSION, path: session.shown(article.uri), sidecar, added };
    await io.out(`${JSON.stringify(output)}\n`);
    return;
  }
  for (const { start, label, text } of added) {
    const { line, column } = article.offsets.position(article.offsets.toUtf16(start));
    await io.show(`+ ${label} ${text} (${line}:${column})\n`);
  }
  if (added.length === 0)
    io.tell(formatMessage(msg('{0}: this is tagged already; nothing was changed.', sidecar)));
}
