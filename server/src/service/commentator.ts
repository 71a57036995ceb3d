import type { SaidRecord } from '../core/annotations/records.ts';
import type { Article } from './articles.ts';
import { speaker } from './people.ts';
import type { SpokenLayer } from './standings.ts';
import type { Workspace } from './workspace.ts';

/** Whoever works here: which file they write, and as whom they speak in a file that does not tell. */
export interface Commentator {
  /** Undefined where they write none. */
  readonly sidecar: string | undefined;
  readonly name: string | undefined;
}

/** Whoever works on an article here. */
export async function commentator(workspace: Workspace, article: Article): Promise<Commentator> {
  const own = await workspace.sidecars.own(article.uri, article.project);
  if ('refused' in own) return { sidecar: undefined, name: undefined };
  return { sidecar: own.layer.uri, name: await speaker(workspace, article.project) };
}

/** True for what this person has said: in a file of their own everything, else what has their name or none. */
export function isOwn(me: Commentator, { layer, record }: SaidRecord<SpokenLayer>): boolean {
  if (layer.layer.uri !== me.sidecar) return false;
  return layer.annotator !== undefined || record.by === undefined || record.by === me.name;
}
