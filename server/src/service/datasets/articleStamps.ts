import { GOLD, sidecarUri } from '../../core/annotations/sidecarNames.ts';
import { namesOf } from '../../core/project.ts';
import { revisionOf } from '../../core/text/revision.ts';
import type { Workspace } from '../workspace.ts';

/**
 * A hash of the stamps of articles and of all sidecars that they may have: another one once somebody has written, added
 * or removed one of these files. Undefined where the host has no stamps.
 */
export async function articleStamps(
  { host, projects }: Workspace,
  articles: readonly string[],
): Promise<string | undefined> {
  const { files } = host;
  if (!files.stamp) return undefined;
  const stamps: string[] = [];
  for (const uri of articles) {
    const { project } = await projects.of(uri);
    for (const file of [uri, ...[undefined, ...namesOf(project.people), GOLD].map((n) => sidecarUri(uri, n))])
      stamps.push((await files.stamp(file)) ?? '–');
    stamps.push(uri);
  }
  return revisionOf(stamps.join('\n'));
}
