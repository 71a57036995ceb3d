import { serializeSidecar } from '../core/annotations/serialize.ts';
import type { Sidecar } from '../core/annotations/sidecar.ts';
import { type Message, msg } from '../core/message.ts';
import { suggestedLines } from '../core/suggestions/suggestedLine.ts';
import type { Suggestion } from '../core/suggestions/suggestion.ts';
import { readOptional, writeAtomically } from '../disk/writeFile.ts';
import type { Article } from '../service/articles.ts';
import { decodeText } from '../service/decode.ts';
import { pathOf } from './disk.ts';
import type { Session } from './session.ts';

/** What became of an article's file of suggestions; `none`: there is nothing to suggest, and no file. */
export type LayerOutcome = 'written' | 'unchanged' | 'none';

/**
 * Writes the suggestions of an article, instead of those that stood in its file. A file that does not parse is left as
 * it is, which is told: undefined then. `dryRun`: nothing is written.
 */
export async function writeSuggestedLayer(
  session: Session,
  article: Article,
  suggestions: readonly Suggestion[],
  dryRun: boolean,
): Promise<LayerOutcome | undefined> {
  const layer = await session.workspace.sidecars.suggested(article.uri);
  const unusable = layer.unreadable ?? whyUnwritable(layer.sidecar);
  if (unusable) {
    session.fail(layer.uri, unusable);
    return undefined;
  }
  if (!layer.file && suggestions.length === 0) return 'none';
  const text = serializeSidecar(suggestedLines(article, suggestions));
  const bytes = await readOptional(pathOf(layer.uri));
  const before = bytes === undefined ? undefined : decodeText(bytes);
  if (before === text) return 'unchanged';
  if (dryRun) return 'written';
  const outcome =
    before === layer.file?.document.getText()
      ? await writeAtomically(pathOf(layer.uri), text, bytes, pathOf(article.project.root))
      : 'changed';
  if (outcome === 'written') return 'written';
  session.fail(
    layer.uri,
    outcome === 'outside'
      ? msg('This is a link that leads out of the project, so nothing was written: replace it by a file.')
      : msg('Somebody else has just written this file, so it was left as it is: run the command again.'),
  );
  return undefined;
}

function whyUnwritable(sidecar: Sidecar | undefined): Message | undefined {
  if (!sidecar || sidecar.writable) return undefined;
  return sidecar.problems.find((p) => p.severity === 'error')?.message;
}
