import { checkArticle, ruleSet } from '../../server/src/core/checks/check.ts';
import type { Finding } from '../../server/src/core/checks/finding.ts';
import type { Rule, RuleContext } from '../../server/src/core/checks/rule.ts';
import { ParagraphCache, splitArticle } from '../../server/src/core/text/article.ts';
import { applyReplacements, type TextRange } from '../../server/src/core/text/range.ts';

/**
 * A rule example's text without its marks, and the marked ranges (UTF-16 units). Where three brackets stand in a
 * row, the mark is the outer two.
 */
export function unmarked(marked: string): { text: string; ranges: TextRange[] } {
  const ranges: TextRange[] = [];
  let text = '';
  let from = 0;
  for (const match of marked.matchAll(/\[\[(.*?)\]\](?!\])/gsu)) {
    text += marked.slice(from, match.index);
    const inner = match[1] ?? '';
    ranges.push({ start: text.length, end: text.length + inner.length });
    text += inner;
    from = match.index + match[0].length;
  }
  return { text: text + marked.slice(from), ranges };
}

/** What one rule finds in a text, as the engine runs it: per line, only in languages that it is for, with options. */
export function findingsOf(
  rule: Rule,
  text: string,
  context: RuleContext,
  options: Readonly<Record<string, unknown>> = {},
): Finding[] {
  const run = checkArticle(
    text,
    splitArticle(text, new ParagraphCache()),
    ruleSet(
      [rule],
      () => 'default',
      'test',
      () => new Map(Object.entries(options)),
    ),
    context,
  );
  let step = run.next();
  while (!step.done) step = run.next();
  return step.value;
}

/** The text after the first fix of every finding. */
export function fixed(text: string, findings: readonly Finding[]): string {
  return applyReplacements(
    text,
    findings.flatMap((finding) => finding.fixes[0]?.edits ?? []),
  );
}
