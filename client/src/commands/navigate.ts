import * as vscode from 'vscode';
import type { Annotations } from '../annotations.ts';
import { activeArticle, editorRange } from './active.ts';
import { reportFailure } from './report.ts';

/** Selects the next annotation after the cursor (or the one before it), going round at the end. */
export async function goToAnnotation(
  annotations: Annotations,
  direction: 'next' | 'previous',
): Promise<void> {
  const editor = activeArticle();
  if (!editor) return;
  const views = await reportFailure(() => annotations.ask(editor.document));
  if (!views) return;
  const ranges = views.map(({ range }) => editorRange(range));
  const target = pick(ranges, editor.selection, direction);
  if (!target) {
    vscode.window.setStatusBarMessage(vscode.l10n.t('This article has no annotations yet.'), 3000);
    return;
  }
  editor.selection = new vscode.Selection(target.start, target.end);
  editor.revealRange(target, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** The range to go to, of ranges in the order of the text. */
function pick(
  ranges: vscode.Range[],
  here: vscode.Range,
  direction: 'next' | 'previous',
): vscode.Range | undefined {
  const order = (range: vscode.Range) => range.start.compareTo(here.start) || range.end.compareTo(here.end);
  return direction === 'next'
    ? (ranges.find((range) => order(range) > 0) ?? ranges[0])
    : (ranges.findLast((range) => order(range) < 0) ?? ranges.at(-1));
}
