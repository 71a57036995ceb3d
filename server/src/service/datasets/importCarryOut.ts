import { type Message, msg } from '../../core/message.ts';
import { relativePath } from '../uris.ts';
import type { Workspace } from '../workspace.ts';
import type { ImportPlan } from './importReport.ts';

/** Makes all changes of a plan, or none; then says why, and what to do. */
export async function carryOutImport(workspace: Workspace, plan: ImportPlan): Promise<Message | undefined> {
  const { output, keptTexts } = workspace.host;
  if (plan.changes.length === 0 && !output) return undefined;
  if (!output) return msg('Nothing can be written here: the folder is not trusted, or cannot be written.');
  // Before anything refers to them.
  for (const [rev, text] of plan.texts) await keptTexts?.put(rev, text);
  // Also without any: what an import that was broken off has left is put in order then.
  const replaced = await output.replaceAll(plan.root, plan.changes);
  if (!replaced.ok) {
    const file = relativePath(plan.root, replaced.uri) || replaced.uri;
    if (replaced.why === 'changed')
      return msg('{0} was changed in the meantime, so that nothing was imported. Try again.', file);
    if (replaced.why === 'outside')
      return msg(
        '{0} lies, by a link, outside the project, so that nothing was imported. Replace the link by a folder or file.',
        file,
      );
    if (replaced.why === 'twice')
      return msg(
        '{0} is, by a link, the same file as another one here, so that nothing was imported. Replace the link by a folder or file, or leave one of the two articles out of "include".',
        file,
      );
    return msg(
      '{0} could not be written ({1}), so that nothing was imported. Check that you may write there, and that the disk has room.',
      file,
      replaced.detail ?? '',
    );
  }
  return undefined;
}
