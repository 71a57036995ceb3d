import type { JudgedGroup } from '../core/adjudication/adjudicate.ts';
import { labelOf, type Version } from '../core/adjudication/group.ts';
import type { SettledByRule } from '../core/adjudication/settle.ts';
import { canonicalSlice } from '../core/annotations/create.ts';
import type { AttributeValue } from '../core/annotations/model.ts';
import { type AdjudicatedArticle, usesLabel } from '../service/adjudication/adjudicating.ts';
import type { Article } from '../service/articles.ts';
import type { AdjudicatedArticleOutput, OpenGroupOutput } from './contracts/adjudication.ts';
import { codePoints, placeOutput } from './outputs.ts';
import type { Session } from './session.ts';

/** The layer that nobody owns alone, as `show` names it. */
const SHARED = 'shared';

/** An article as the contract of `adjudicate` has it. `label`: only groups in which somebody uses it. */
export function adjudicatedOutput(
  session: Session,
  { article, gold }: AdjudicatedArticle,
  { adjudication, groups: byRule }: SettledByRule,
  label: string | undefined,
): AdjudicatedArticleOutput {
  const wanted = label === undefined ? () => true : usesLabel(label);
  const groups = adjudication.groups.filter(wanted);
  const open = groups.filter((g) => g.state !== 'settled');
  return {
    path: session.shown(article.uri),
    gold: session.shown(gold.uri),
    annotators: adjudication.annotators.map(shownName),
    groups: groups.length,
    settled: groups.length - open.length,
    byRule,
    open: open.map((g) => openGroup(article, g)),
  };
}

function openGroup(article: Article, group: JudgedGroup): OpenGroupOutput {
  const { key, kind, state, having, of, range, versions } = group;
  return {
    key,
    kind,
    changed: state === 'changed',
    having,
    of,
    ...(range ? { ...placeOutput(article.offsets, range), text: words(article, range) } : {}),
    versions: versions.map((v) => versionOutput(article, v)),
  };
}

function versionOutput(article: Article, version: Version): OpenGroupOutput['versions'][number] {
  const { annotation, range, certain, annotators } = version;
  const { kind } = annotation;
  return {
    kind,
    label: labelOf(version),
    ...(range ? { ...codePoints(article.offsets, range), text: words(article, range) } : {}),
    ...(!range && 'text' in annotation ? { text: annotation.text } : {}),
    ...(annotation.kind === 'documentLabel' ? { value: valueOutput(annotation.value) } : {}),
    ...('verdict' in annotation ? { verdict: annotation.verdict } : {}),
    ...('entity' in annotation && annotation.entity !== undefined ? { entity: annotation.entity } : {}),
    ...('attributes' in annotation && annotation.attributes
      ? { attributes: Object.fromEntries(annotation.attributes) }
      : {}),
    certain,
    annotators: annotators.map(shownName),
  };
}

function valueOutput(value: AttributeValue): string | number | boolean | string[] {
  return typeof value === 'object' ? [...value] : value;
}

function words({ text }: Article, { start, end }: { start: number; end: number }): string {
  return canonicalSlice(text, start, end);
}

function shownName(annotator: string): string {
  return annotator === '' ? SHARED : annotator;
}
