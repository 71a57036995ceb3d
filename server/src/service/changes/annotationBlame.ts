import type { Position } from 'vscode-languageserver-types';
import { innermost, type PlacedSpan } from '../annotations.ts';
import type { Line } from '../markup.ts';
import type { BlamedLine } from '../ports.ts';
import type { Workspace } from '../workspace.ts';
import { describeBlame } from './blames.ts';

/** Who wrote an annotation of an article. */
export interface AnnotationBlame extends BlamedLine {
  readonly id: string;
  readonly words: string;
}

/** Who gave the innermost annotation at a place, or the one of an id, its present form; undefined where nobody can tell. */
export async function blameOf(
  workspace: Workspace,
  uri: string,
  which: { readonly position?: Position; readonly id?: string },
): Promise<AnnotationBlame | undefined> {
  const article = await workspace.article(uri);
  if (!article) return undefined;
  const { placed } = await workspace.annotations(article);
  const at = which.position && article.document.offsetAt(which.position);
  const span =
    at === undefined
      ? placed.find(({ annotation }) => annotation.id === which.id)
      : innermost(placed, { start: at, end: at });
  const line = span && (await workspace.blames.of(span.layer, span.annotation.id));
  if (!line) return undefined;
  return {
    ...line,
    id: span.annotation.id,
    words: workspace.say(describeBlame(line, workspace.reader.locale)),
  };
}

/** The part of a hover that says who wrote an annotation; empty where that is not known in a moment. */
export async function blameLines(workspace: Workspace, { annotation, layer }: PlacedSpan): Promise<Line[]> {
  const line = await workspace.blames.soon(layer, annotation.id);
  if (!line) return [];
  return [{ pieces: [{ quiet: workspace.say(describeBlame(line, workspace.reader.locale)) }] }];
}
