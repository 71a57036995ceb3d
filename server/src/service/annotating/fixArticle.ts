import { jointFix } from '../../core/checks/fixAll.ts';
import { msg } from '../../core/message.ts';
import type { Article } from '../articles.ts';
import { NEVER_CANCELLED } from '../ports.ts';
import { lossIn } from '../sidecars.ts';
import type { Workspace } from '../workspace.ts';
import { articleEdit } from './articleEdit.ts';
import type { CarriedOut } from './carriedOut.ts';

/** The certain repairs of the article's findings, or of those of one rule. What is dismissed stays as it is. */
export async function fixArticle(
  workspace: Workspace,
  article: Article,
  rule: string | undefined,
): Promise<CarriedOut> {
  const { layers, verdicts } = await workspace.annotations(article);
  // What somebody has dismissed there would be repaired.
  const loss = layers.map(lossIn).find((message) => message !== undefined);
  if (loss) return { refused: loss };
  const findings = await article.findings(NEVER_CANCELLED);
  const { edits, fixed } = jointFix(
    verdicts.shown(findings).filter((f) => rule === undefined || f.rule === rule),
    verdicts.dismissed(findings),
  );
  if (edits.length === 0) return { refused: msg('There is nothing here that can be repaired for certain.') };
  return {
    edit: articleEdit(workspace, article, edits),
    summary: msg('Repaired {0} places.', fixed.length),
  };
}
