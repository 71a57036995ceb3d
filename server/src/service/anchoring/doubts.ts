import { type Message, msg } from '../../core/message.ts';
import type { TextRange } from '../../core/text/range.ts';
import { type ArticleAnnotations, type LostSpan, ownVersion, type PlacedSpan } from '../annotations.ts';
import type { Article } from '../articles.ts';
import type { Workspace } from '../workspace.ts';

/** A tag that somebody has to look at, because the article has changed. */
export interface Doubt {
  readonly code: 'annotation/review' | 'annotation/orphan';
  /** The best place for it, or the nearest to where its words were: UTF-16 units of the article. */
  readonly range: TextRange;
  readonly message: Message;
}

/** The tags of an article whose place is not certain, and those whose words are gone. */
export async function doubts(
  workspace: Workspace,
  article: Article,
  { placed, lost }: Pick<ArticleAnnotations, 'placed' | 'lost'>,
): Promise<Doubt[]> {
  const unsure = placed.filter((span) => span.status === 'review');
  if (unsure.length + lost.length === 0) return [];
  const own = await workspace.sidecars.own(article.uri, article.project);
  const ownUri = 'layer' in own ? own.layer.uri : undefined;
  return [
    ...unsure.map((span): Doubt => {
      const message = span.layer.uri === ownUri ? ownUnsure(span) : othersUnsure(span);
      return { code: 'annotation/review', range: span.range, message };
    }),
    ...lost.map((span): Doubt => {
      const message = span.layer.uri === ownUri ? ownLost(span) : othersLost(span);
      return { code: 'annotation/orphan', range: nearestTo(article, span), message };
    }),
  ];
}

function ownUnsure(span: PlacedSpan): Message {
  const { text, label } = ownVersion(span);
  return msg(
    'The text has changed: is this still “{0}”, tagged {1}? Choose Keep here, Move here (with the right words selected) or Delete.',
    text,
    label,
  );
}

function othersUnsure(span: PlacedSpan): Message {
  const { text, label } = span.annotation;
  const { annotator } = span.layer;
  return annotator === undefined
    ? msg('The text has changed: is this still “{0}”, tagged {1}?', text, label)
    : msg(
        'The text has changed: is this still “{0}”, tagged {1}? The tag is {2}’s to place.',
        text,
        label,
        annotator,
      );
}

function ownLost(span: LostSpan): Message {
  const { text, label } = ownVersion(span);
  return msg(
    'Your tag {0} on “{1}” (line {2} of its sidecar) has lost its words. Select what the article says now and choose Move here, or delete the tag.',
    label,
    text,
    lineOf(span),
  );
}

function othersLost(span: LostSpan): Message {
  const { text, label } = span.annotation;
  const { annotator } = span.layer;
  return annotator === undefined
    ? msg('The tag {0} on “{1}” (line {2} of its sidecar) has lost its words.', label, text, lineOf(span))
    : msg(
        '{3}’s tag {0} on “{1}” (line {2} of the sidecar) has lost its words. It is {3}’s to place or to delete.',
        label,
        text,
        lineOf(span),
        annotator,
      );
}

/** From 1. */
function lineOf({ annotation, layer }: LostSpan): number {
  const entry = layer.sidecar?.annotations.find((e) => e.annotation.id === annotation.id);
  return 1 + (entry?.line ?? 0);
}

/** An empty stretch where the words were, or at the article's start. */
export function nearestTo({ text }: Article, { near }: LostSpan): TextRange {
  const at = Math.min(near ?? 0, text.length);
  return { start: at, end: at };
}
