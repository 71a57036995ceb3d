import { resolve } from 'node:path';
import type { AnchorStatus } from '../../core/annotations/locate.ts';
import { articleOfSidecar, GOLD } from '../../core/annotations/sidecarNames.ts';
import { formatMessage, msg } from '../../core/message.ts';
import { namesOf } from '../../core/project.ts';
import { outdating } from '../../service/anchoring/outdating.ts';
import { movedAnnotations } from '../../service/annotating/reanchoring.ts';
import { sidecarEdit } from '../../service/annotating/sidecarEdit.ts';
import type { Article } from '../../service/articles.ts';
import type { LoadedProject } from '../../service/projects.ts';
import type { Layer } from '../../service/sidecars.ts';
import { checkAnnotator } from '../annotator.ts';
import { articlePaths } from '../articlePaths.ts';
import type { ReanchoredAnnotation } from '../contracts/reanchoring.ts';
import { OUTPUT_VERSION } from '../contracts.ts';
import { count } from '../counted.ts';
import { uriOf } from '../disk.ts';
import type { Io, Style } from '../io.ts';
import { codePoints } from '../outputs.ts';
import { Session } from '../session.ts';
import { EXIT, type ExitCode, UsageError } from '../usageError.ts';
import { writeSidecarEdit } from '../writeSidecarEdit.ts';
import { readArticle } from './check.ts';

export interface ReanchorOptions {
  readonly format: 'pretty' | 'json' | 'jsonl';
  /** Gives the lines whose place is certain that place, and the article's present revision. */
  readonly write?: boolean;
  /** Whose annotations: an annotator, or gold. */
  readonly by?: string;
}

/** The name of the sidecar that nobody owns alone. */
const SHARED = 'shared';
const STYLES: Record<AnchorStatus, Style> = { kept: 'dim', moved: 'green', review: 'yellow', orphan: 'red' };

/** `pressmark reanchor [paths]`: where every annotation is now; with `--write`, certain ones are written so. */
export async function reanchor(
  io: Io,
  paths: readonly string[],
  options: ReanchorOptions,
): Promise<ExitCode> {
  const session = new Session(io, paths);
  if (options.by !== undefined && options.by !== GOLD) session.workspace.people.annotator = options.by;
  if (options.write) io.mustFinish = true;
  const counts = { kept: 0, moved: 0, review: 0, orphan: 0, written: 0 };
  let listed = 0;
  if (options.format === 'json') await io.out(`{"version":${OUTPUT_VERSION},"annotations":[`);
  const chosen = await chosenArticles(session, paths);
  for (const [i, { uri, sidecar }] of chosen.entries()) {
    io.status(`${i + 1}/${chosen.length} ${session.shown(uri)}`);
    const project = await session.workspace.projects.of(uri);
    const all = await session.workspace.sidecars.layers(uri, project);
    if (all.length === 0) continue;
    const article = await readArticle(session, uri);
    if (!article) continue;
    const layers = (await layersOf(session, article, all, options)).filter(
      (layer) => sidecar === undefined || layer.uri === sidecar,
    );
    await session.workspace.placed(article, layers);
    for (const layer of layers) {
      if (layer.unreadable) session.fail(layer.uri, layer.unreadable);
      const found = placesIn(session, article, layer);
      for (const { status } of found) counts[status]++;
      await io.out(written(io, article, found, options.format, listed));
      listed += found.length;
      if (options.write) counts.written += await write(session, article, layer, all);
    }
  }
  io.status('');
  if (options.format === 'json') await io.out(`\n],"summary":${JSON.stringify(counts)}}\n`);
  if (options.format === 'pretty') await io.show(`${summaryOf(counts, options.write === true)}\n`);
  if (session.failed) return EXIT.failed;
  return counts.review + counts.orphan > 0 ? EXIT.found : EXIT.clean;
}

interface ChosenArticle {
  readonly uri: string;
  /** Only this one of its sidecars. */
  readonly sidecar?: string;
}

/** Articles, and sidecars whose names are given themselves. */
async function chosenArticles(session: Session, paths: readonly string[]): Promise<ChosenArticle[]> {
  const uris = paths.map((path) => uriOf(resolve(session.io.cwd, path)));
  const chosen: ChosenArticle[] = [];
  const others: string[] = [];
  for (const [i, uri] of uris.entries()) {
    const { people } = (await session.workspace.projects.of(uri)).project;
    const article = articleOfSidecar(uri, namesOf(people))?.article;
    if (article === undefined) others.push(paths[i] ?? '');
    else chosen.push({ uri: article, sidecar: uri });
  }
  const articles = paths.length > 0 && others.length === 0 ? [] : await articlePaths(session, others);
  return [...chosen, ...articles.map((uri) => ({ uri }))];
}

/** The layers that are looked at: with `--write` only the one that is written to. */
async function layersOf(
  session: Session,
  article: Article,
  all: readonly Layer[],
  { by, write: writes }: ReanchorOptions,
): Promise<readonly Layer[]> {
  const { project } = article;
  if (by === GOLD) return all.filter((layer) => layer.annotator === GOLD);
  if (by === undefined && !writes) return all;
  checkBy(project, by);
  await checkAnnotator(session.workspace, project, by);
  const own = await session.workspace.sidecars.own(article.uri, project);
  if ('refused' in own) throw new UsageError(own.refused);
  return own.layer.sidecar || own.layer.unreadable ? [own.layer] : [];
}

function checkBy({ project }: LoadedProject, by: string | undefined): void {
  if (by === undefined || project.annotators.length > 0) return;
  throw new UsageError(
    msg(
      'The project lists no annotators, so that all share one file: leave out --by, or add "annotators" to pressmark.json.',
    ),
  );
}

function placesIn(session: Session, article: Article, layer: Layer): ReanchoredAnnotation[] {
  return (layer.sidecar?.annotations ?? []).flatMap(({ annotation }): ReanchoredAnnotation[] => {
    if (annotation.kind !== 'span' && annotation.kind !== 'review') return [];
    const place = article.places.of(layer.uri, annotation.id, annotation, article);
    return [
      {
        path: session.shown(article.uri),
        layer: layer.annotator ?? SHARED,
        id: annotation.id,
        status: place?.status ?? 'orphan',
        ...(place ? codePoints(article.offsets, place.range) : {}),
        ...(annotation.kind === 'span' ? { label: annotation.label } : { rule: annotation.rule }),
        text: annotation.text,
      },
    ];
  });
}

function written(
  io: Io,
  { offsets }: Article,
  found: readonly ReanchoredAnnotation[],
  format: ReanchorOptions['format'],
  listed: number,
): string {
  if (format === 'jsonl') return found.map((one) => `${JSON.stringify(one)}\n`).join('');
  if (format === 'json') {
    return found.map((one, i) => `${listed + i === 0 ? '' : ','}\n${JSON.stringify(one)}`).join('');
  }
  // What is where it was is only counted.
  return found
    .filter((one) => one.status !== 'kept')
    .map((one) => {
      const at = one.start === undefined ? undefined : offsets.position(offsets.toUtf16(one.start));
      const where = at ? `${one.path}:${at.line}:${at.column}` : one.path;
      const words = JSON.stringify(one.text).replace(/\p{Cc}/gu, ' ');
      return `${io.paint(STYLES[one.status], one.status.padEnd(7))} ${where}  ${one.layer} ${one.label ?? one.rule ?? ''} ${words}\n`;
    })
    .join('');
}

/** Writes the lines of a layer whose place is certain; how many. Lines whose words others speak of keep them. */
async function write(
  session: Session,
  article: Article,
  layer: Layer,
  layers: readonly Layer[],
): Promise<number> {
  const outdates = outdating(layers, article.project.project.people);
  const moved = movedAnnotations(article, layer);
  const operations = moved.filter((o) => o.kind === 'replace' && !outdates(layer, o.annotation));
  const left = moved.length - operations.length;
  if (left > 0) {
    const message = msg(
      '{0}: lines left as they are, because their words were corrected and others speak of them: {1}',
      session.shown(layer.uri),
      left,
    );
    session.io.tell(formatMessage(message));
  }
  if (operations.length === 0) return 0;
  const edit = sidecarEdit(session.workspace, layer, operations);
  if ('refused' in edit) {
    session.fail(layer.uri, edit.refused);
    return 0;
  }
  const { outcome } = await writeSidecarEdit(article.project, layer, edit.edit);
  if (outcome === 'written') return operations.length;
  session.fail(
    layer.uri,
    outcome === 'changed'
      ? msg('Somebody else has changed this file meanwhile, so nothing was written: run this again.')
      : msg('This is a link that leads out of the project, so nothing was written: replace it by a file.'),
  );
  return 0;
}

function summaryOf(counts: Record<AnchorStatus | 'written', number>, writes: boolean): string {
  const { kept, moved, review, orphan } = counts;
  const all = count(kept + moved + review + orphan, 'annotation');
  const parts = [`${kept} kept`, `${moved} moved`, `${review} to review`, count(orphan, 'orphan')];
  return `${all}: ${parts.join(', ')}${writes ? `; ${count(counts.written, 'line')} written` : ''}`;
}
