import type { Range } from 'vscode-languageserver-types';
import type { Annotation } from '../../core/annotations/model.ts';
import { compareSaid, type SaidRecord } from '../../core/annotations/records.ts';
import { msg } from '../../core/message.ts';
import { refusedIn } from '../../core/suggestions/refusalLine.ts';
import type { ArticleAnnotations } from '../annotations.ts';
import type { Article } from '../articles.ts';
import { commentator, isOwn } from '../commentator.ts';
import { toRange } from '../convert.ts';
import { excerpt } from '../excerpt.ts';
import type { SpokenLayer } from '../standings.ts';
import { nameOf } from '../standingWords.ts';
import type { Workspace } from '../workspace.ts';

/** A contribution to a thread, as it is shown. */
export interface ShownComment {
  readonly id: string;
  readonly sidecar: string;
  readonly text: string;
  readonly author: string;
  readonly time?: string;
  readonly own: boolean;
  readonly outdated: boolean;
}

/** A thread of an article, as it is shown. */
export interface ShownThread {
  readonly sidecar: string;
  readonly id: string;
  readonly key: string;
  readonly title: string;
  readonly range: Range;
  readonly resolved: boolean;
  readonly open: boolean;
  readonly comments: readonly ShownComment[];
}

const TOP: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** The threads about an article's annotations, in the order of the text; those without a place first. */
export async function comments(workspace: Workspace, uri: string): Promise<ShownThread[]> {
  const article = await workspace.article(uri);
  if (!article) return [];
  const annotations = await workspace.annotations(article);
  const { spoken, dangling } = annotations.standings;
  const me = await commentator(workspace, article);
  const show = (said: SaidRecord<SpokenLayer>, text: string, outdated: boolean): ShownComment => ({
    id: said.record.id,
    sidecar: said.layer.layer.uri,
    text,
    author: nameOf(workspace, article.project.project.people, said),
    ...(said.record.time === undefined ? {} : { time: said.record.time }),
    own: isOwn(me, said),
    outdated,
  });
  const threads = spoken.flatMap(({ annotation, layer, thread }): ShownThread[] => {
    if (!thread) return [];
    const { uri: sidecar } = layer.layer;
    return [
      {
        sidecar,
        id: annotation.id,
        key: JSON.stringify([sidecar, annotation.id]),
        title: titleOf(workspace, article, layer, annotation),
        range: placeOf(article, annotations, annotation, layer),
        resolved: thread.resolved,
        open: me.sidecar !== undefined,
        comments: thread.comments.map((c) => show(c, c.text, c.outdated)),
      },
    ];
  });
  const loose = new Map<string, ShownComment[]>();
  // Whoever annotates blind does not see whether what they speak of is still there.
  const seen = workspace.people.isBlind(article.project) ? [] : dangling;
  for (const said of seen.toSorted(compareSaid)) {
    const { ref, comment } = said.record;
    if (comment === undefined) continue;
    const others = loose.get(ref);
    if (others) others.push(show(said, comment, true));
    else loose.set(ref, [show(said, comment, true)]);
  }
  for (const [ref, said] of loose) threads.push(looseThread(workspace, ref, said));
  return threads.sort((a, b) => compareStarts(a.range, b.range));
}

function looseThread(workspace: Workspace, ref: string, said: readonly ShownComment[]): ShownThread {
  const title = workspace.say(msg('An annotation that is no longer there ({0})', ref));
  const key = JSON.stringify(['', ref]);
  return { sidecar: '', id: '', key, title, range: TOP, resolved: false, open: false, comments: said };
}

function titleOf(workspace: Workspace, article: Article, layer: SpokenLayer, annotation: Annotation): string {
  const { people } = article.project.project;
  const whose = people.find((p) => p.name === layer.annotator)?.title ?? layer.annotator;
  const what = subject(workspace, annotation);
  return whose === undefined ? what : workspace.say(msg('{0}, {1}', what, whose));
}

function subject(workspace: Workspace, annotation: Annotation): string {
  switch (annotation.kind) {
    case 'span':
      return workspace.say(msg('{0} “{1}”', annotation.label, excerpt(annotation.text)));
    case 'review':
      return workspace.say(
        msg('{0} “{1}”', refusedIn(annotation) ?? annotation.rule, excerpt(annotation.text)),
      );
    case 'articleReview':
      return refusedIn(annotation) ?? annotation.rule;
    case 'relation':
    case 'documentLabel':
      return annotation.label;
    default:
      return annotation.id;
  }
}

/** Where an annotation's thread stands: at its words, or at the top of the article. */
function placeOf(
  article: Article,
  { placed }: ArticleAnnotations,
  annotation: Annotation,
  { layer }: SpokenLayer,
): Range {
  const span = placed.find((s) => s.layer.uri === layer.uri && s.annotation.id === annotation.id);
  return span ? toRange(article.document, span.range) : TOP;
}

function compareStarts({ start: a }: Range, { start: b }: Range): number {
  return a.line - b.line || a.character - b.character;
}
