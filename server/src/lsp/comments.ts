import { msg } from '../core/message.ts';
import { changeThread } from '../service/annotating/commentOperations.ts';
import { articleAtHand } from '../service/articleAtHand.ts';
import { comments } from '../service/features/comments.ts';
import { apply } from './applying.ts';
import { guarded } from './guard.ts';
import { type CommentParams, CommentRequest, CommentsRequest, type ThreadView } from './protocol/comments.ts';
import type { CommandResult } from './protocol.ts';
import type { Session } from './session.ts';

/** Answers what clients ask and do about threads of comments. */
export function answerComments(session: Session): void {
  const { connection, workspace } = session;
  const { host } = workspace;
  connection.onRequest(
    CommentsRequest,
    guarded(
      host,
      'comments',
      [],
      ({ uri }: { readonly uri: string }): Promise<ThreadView[]> => comments(workspace, uri),
    ),
  );
  const failed: CommandResult = {
    done: false,
    message: workspace.say(msg('That did not work; the log of Pressmark has the details.')),
  };
  connection.onRequest(
    CommentRequest,
    guarded(host, 'comment', failed, async (params: unknown): Promise<CommandResult> => {
      if (isChange(params) && (await articleAtHand(workspace, params.uri)))
        return apply(session, await changeThread(workspace, params.uri, params));
      return {
        done: false,
        message: workspace.say(msg('This command was called without what it needs.')),
      };
    }),
  );
}

function isChange(params: unknown): params is CommentParams {
  if (typeof params !== 'object' || params === null) return false;
  const { uri, kind, sidecar, id, text, resolved } = params as Record<string, unknown>;
  if (typeof uri !== 'string' || typeof sidecar !== 'string' || typeof id !== 'string') return false;
  if (kind === 'add' || kind === 'edit') return typeof text === 'string';
  return kind === 'resolve' ? typeof resolved === 'boolean' : kind === 'remove';
}
