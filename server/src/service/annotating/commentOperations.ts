import type { AnnotationRecord } from '../../core/annotations/model.ts';
import type { Operation } from '../../core/annotations/operations.ts';
import { type Message, msg } from '../../core/message.ts';
import { commentator, isOwn } from '../commentator.ts';
import type { Workspace } from '../workspace.ts';
import type { CarriedOut } from './carriedOut.ts';
import { changeOwn } from './carryOut.ts';
import type { AnnotationName } from './intent.ts';
import {
  annotationNamed,
  goneAnnotation,
  newRecord,
  type Operations,
  type Speech,
  standingNamed,
} from './recordOperations.ts';

/** UTF-16 units of one comment: what is longer belongs into a document. */
export const MOST_COMMENT = 10_000;

/** A change of a thread; the annotation or the comment is named by its sidecar's URI and its id. */
export type ThreadChange = AnnotationName &
  (
    | { readonly kind: 'add'; readonly text: string }
    | { readonly kind: 'resolve'; readonly resolved: boolean }
    | { readonly kind: 'edit'; readonly text: string }
    | { readonly kind: 'remove' }
  );

/** The edit of one's own sidecar by which somebody comments, or changes what they have said. */
export async function changeThread(
  workspace: Workspace,
  uri: string,
  change: ThreadChange,
): Promise<CarriedOut> {
  const article = await workspace.article(uri);
  if (!article) return { refused: msg('This article cannot be read.') };
  const own = await workspace.sidecars.own(article.uri, article.project);
  if ('refused' in own) return own;
  const annotations = await workspace.annotations(article);
  const speech: Speech = { workspace, article, own: own.layer, annotations };
  const operations = await operationsOf(speech, change);
  return changeOwn(workspace, own.layer, operations, summaryOf(change));
}

async function operationsOf(speech: Speech, change: ThreadChange): Promise<Operations> {
  if ('text' in change) {
    const fault = textFault(change.text.trim());
    if (fault) return { refused: fault };
  }
  switch (change.kind) {
    case 'add': {
      const target = annotationNamed(speech, change);
      if (!target) return { refused: goneAnnotation() };
      const comment = change.text.trim();
      return [{ kind: 'add', annotation: await newRecord(speech, change, target, { comment }) }];
    }
    case 'resolve':
      return resolution(speech, change, change.resolved);
    case 'edit': {
      const comment = await ownComment(speech, change);
      if ('refused' in comment) return comment;
      return [{ kind: 'replace', annotation: { ...comment, comment: change.text.trim() } }];
    }
    case 'remove': {
      const comment = await ownComment(speech, change);
      return 'refused' in comment ? comment : [{ kind: 'remove', id: comment.id }];
    }
  }
}

/** Each person has one word on whether a thread is settled; a second takes the place of the first. */
async function resolution(speech: Speech, about: AnnotationName, resolved: boolean): Promise<Operations> {
  const target = annotationNamed(speech, about);
  if (!target) return { refused: goneAnnotation() };
  const me = await commentator(speech.workspace, speech.article);
  const record = await newRecord(speech, about, target, { resolved });
  const said = standingNamed(speech, about)?.thread?.resolutions.filter((s) => isOwn(me, s)) ?? [];
  const [first, ...others] = said.map((s) => s.record);
  if (!first) return [{ kind: 'add', annotation: record }];
  return [
    { kind: 'replace', annotation: { ...record, id: first.id, extra: first.extra } },
    ...others.map(({ id }): Operation => ({ kind: 'remove', id })),
  ];
}

/** A comment of this person's, as it is in their file now. */
async function ownComment(
  speech: Speech,
  { sidecar, id }: AnnotationName,
): Promise<AnnotationRecord | { readonly refused: Message }> {
  const { standings } = speech.annotations;
  const me = await commentator(speech.workspace, speech.article);
  const all = [...standings.spoken.flatMap((s) => s.thread?.comments ?? []), ...standings.dangling];
  const said = all.find((s) => s.layer.layer.uri === sidecar && s.record.id === id);
  if (said?.record.comment === undefined) {
    return { refused: msg('This comment is no longer in its file: it was removed in the meantime.') };
  }
  if (!isOwn(me, said)) return { refused: msg('Only who wrote a comment can change it.') };
  return said.record;
}

function textFault(text: string): Message | undefined {
  if (text === '') return msg('This comment says nothing: write something first.');
  if (text.length <= MOST_COMMENT) return undefined;
  return msg('A comment has at most {0} characters, and this one has {1}.', MOST_COMMENT, text.length);
}

function summaryOf(change: ThreadChange): Message {
  switch (change.kind) {
    case 'add':
      return msg('Added the comment.');
    case 'edit':
      return msg('Changed the comment.');
    case 'remove':
      return msg('Deleted the comment.');
    case 'resolve':
      return change.resolved ? msg('Marked as settled.') : msg('Taken up again.');
  }
}
