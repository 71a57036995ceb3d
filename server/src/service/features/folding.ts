import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import type { Cancellation } from '../ports.ts';
import type { Workspace } from '../workspace.ts';

/** Runs of lines that the web page left in the article fold away; two lines or more, blank ones counted. */
export async function folding(
  workspace: Workspace,
  uri: string,
  cancel: Cancellation,
): Promise<FoldingRange[]> {
  const article = await workspace.article(uri);
  if (!article) return [];
  const findings = await article.findings(cancel);
  const { document } = article;
  const residue = new Set(
    findings.filter((f) => f.rule.startsWith('page/')).map((f) => document.positionAt(f.start).line),
  );
  const folds: FoldingRange[] = [];
  let run: { start: number; end: number } | undefined;
  const close = () => {
    if (run && run.end > run.start) {
      folds.push({ startLine: run.start, endLine: run.end, kind: FoldingRangeKind.Region });
    }
    run = undefined;
  };
  for (const { start, paragraph } of article.paragraphs) {
    const line = document.positionAt(start).line;
    const lastLine = document.positionAt(start + paragraph.text.length).line;
    if (!residue.has(line)) close();
    else run = { start: run?.start ?? line, end: lastLine };
  }
  close();
  return folds;
}
