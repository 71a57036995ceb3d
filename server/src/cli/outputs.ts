import { canonicalSlice } from '../core/annotations/create.ts';
import type { Finding } from '../core/checks/finding.ts';
import type { Mention } from '../core/entities/mention.ts';
import { formatMessage } from '../core/message.ts';
import type { Problem } from '../core/problem.ts';
import type { TextOffsets } from '../core/text/offsets.ts';
import type { TextRange } from '../core/text/range.ts';
import type { Article } from '../service/articles.ts';
import type { EntityKnowledge } from '../service/projects.ts';
import type { Standing } from '../service/verdicts.ts';
import type { FindingOutput, MentionOutput, ProblemOutput } from './contracts.ts';

/** A finding of an article as the contracts have it, with what people say of it. */
export function findingOutput(
  article: Article,
  finding: Finding,
  standing: Standing = 'open',
): FindingOutput {
  const { offsets, text } = article;
  const [fix] = finding.fixes;
  const edits = fix?.edits.map((edit) => ({
    ...codePoints(offsets, edit),
    text: canonicalSlice(edit.newText, 0, edit.newText.length),
  }));
  return {
    rule: finding.rule,
    severity: finding.severity,
    ...placeOutput(offsets, finding),
    text: canonicalSlice(text, finding.start, finding.end),
    message: formatMessage(finding.message),
    why: formatMessage(finding.why),
    ...(fix && edits
      ? { fix: { title: formatMessage(fix.title), certain: fix.certain === true, edits } }
      : {}),
    ...(standing === 'confirmed' || standing === 'disputed' ? { standing } : {}),
  };
}

/** An article's language and how sure it is, to the hundredth, as the contracts have it. */
export function languageOutput({ language, languageKnown }: Article) {
  return { language, languageConfidence: Math.round((languageKnown?.confidence ?? 0) * 100) / 100 };
}

/** A mention of an article as the contracts have it. */
export function mentionOutput(
  article: Article,
  mention: Mention,
  { gazetteer }: EntityKnowledge,
): MentionOutput {
  const entity = gazetteer.entity(mention.entityId);
  return {
    ...codePoints(article.offsets, mention),
    text: canonicalSlice(article.text, mention.start, mention.end),
    entity: mention.entityId,
    name: entity?.name ?? mention.entityId,
    type: entity?.type ?? '',
    score: Math.round(mention.score * 1000) / 1000,
  };
}

/** A problem of a file as the contracts have it. */
export function problemOutput(offsets: TextOffsets, problem: Problem): ProblemOutput {
  const { code, severity, message } = problem;
  return { code, severity, ...placeOutput(offsets, problem), message: formatMessage(message) };
}

/** UTF-16 units as code points of the canonical text. */
export function codePoints(offsets: TextOffsets, range: TextRange): TextRange {
  return { start: offsets.toCodePoint(range.start), end: offsets.toCodePoint(range.end) };
}

/** UTF-16 units as code points, and the line and column (both from 1) of the start. */
export function placeOutput(offsets: TextOffsets, range: TextRange) {
  return { ...codePoints(offsets, range), ...offsets.position(range.start) };
}
