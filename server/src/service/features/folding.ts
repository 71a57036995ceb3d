import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import { isOfPage } from '../../core/checks/lineRoles/lineRole.ts';
import type { Cancellation } from '../ports.ts';
import type { Workspace } from '../workspace.ts';

/**
 * Runs of lines that the web page left in the article (boilerplate, comments, teasers of other articles, and what the
 * rules of that family report) fold away; two lines or more, blank ones counted.
 */
export async function folding(
  workspace: Workspace,
  uri: string,
  cancel: Cancellation,
): Promise<FoldingRange[]> {
  const article = await workspace.article(uri);
  if (!article) return [];
  const findings = await article.findings(cancel);
  const { document } = article;
  const { roles } = article.lines;
  const residue = new Set(findings.filter((f) => f.rule.startsWith('page/')).map((f) => f.start));
  const folds: FoldingRange[] = [];
  let run: { start: number; end: number } | undefined;
  const close = () => {
    if (run && run.end > run.start) {
      folds.push({ startLine: run.start, endLine: run.end, kind: FoldingRangeKind.Region });
    }
    run = undefined;
  };
  for (const [i, { start, paragraph }] of article.paragraphs.entries()) {
    const role = roles[i];
    if (!residue.has(start) && !(role && isOfPage(role))) {
      close();
      continue;
    }
    const end = document.positionAt(start + paragraph.text.length).line;
    run = { start: run?.start ?? document.positionAt(start).line, end };
  }
  close();
  return folds;
}
