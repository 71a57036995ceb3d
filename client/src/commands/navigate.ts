import * as vscode from 'vscode';
import type { ArticleViews, PlacedView } from '../articleViews.ts';
import { activeArticle, editorRange } from './active.ts';
import { reportFailure } from './report.ts';

export type Direction = 'next' | 'previous';

/** Selects the next annotation after the cursor (or the one before it), going round at the end. */
export function goToAnnotation(
  annotations: ArticleViews<PlacedView>,
  direction: Direction,
): Promise<PlacedView | undefined> {
  return goToPlace(annotations, direction, vscode.l10n.t('This article has no annotations yet.'));
}

/**
 * Selects the next of some places after the cursor (or the one before it), going round at the end, and gives it.
 * `none`: what the user is told where there is no such place. `wanted`: only these; absent: all.
 */
export async function goToPlace<View extends PlacedView>(
  places: ArticleViews<View>,
  direction: Direction,
  none: string,
  wanted: (view: View, document: vscode.TextDocument) => boolean = () => true,
): Promise<View | undefined> {
  const editor = activeArticle();
  if (!editor) return undefined;
  const views = await reportFailure(() => places.ask(editor.document));
  if (!views) return undefined;
  const target = pick(
    views.filter((view) => wanted(view, editor.document)),
    editor.selection,
    direction,
  );
  if (!target) {
    vscode.window.setStatusBarMessage(none, 3000);
    return undefined;
  }
  const range = editorRange(target.range);
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  return target;
}

/** The place to go to, of places in the order of the text. */
function pick<View extends PlacedView>(
  views: readonly View[],
  here: vscode.Range,
  direction: Direction,
): View | undefined {
  const order = (view: View) => {
    const range = editorRange(view.range);
    return range.start.compareTo(here.start) || range.end.compareTo(here.end);
  };
  return direction === 'next'
    ? (views.find((view) => order(view) > 0) ?? views[0])
    : (views.findLast((view) => order(view) < 0) ?? views.at(-1));
}
