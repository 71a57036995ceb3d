import { type Message, msg } from '../core/message.ts';
import type { CarriedOut } from '../service/annotating/carriedOut.ts';
import type { CommandResult } from './protocol.ts';
import type { Session } from './session.ts';

/** Has the client make an edit, and says what came of it. */
export async function apply({ connection, workspace }: Session, outcome: CarriedOut): Promise<CommandResult> {
  const said = (first: Message) => [first, ...(outcome.told ?? [])].map((m) => workspace.say(m)).join(' ');
  if ('refused' in outcome) return { done: false, message: said(outcome.refused) };
  const { summary } = outcome;
  const message = said(summary);
  // isRefactoring: VS Code then saves what the edit changes in files that are not open.
  const answer = await connection.workspace.applyEdit({
    label: workspace.say(summary),
    edit: outcome.edit,
    metadata: { isRefactoring: true },
  });
  if (answer.applied)
    return { done: true, message, ...(outcome.changed === undefined ? {} : { sidecar: outcome.changed }) };
  const reason = answer.failureReason ?? '';
  return { done: false, message: workspace.say(msg('The editor did not take the change. {0}', reason)) };
}
