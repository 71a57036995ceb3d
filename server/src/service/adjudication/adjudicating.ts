import type { Adjudication, JudgedGroup } from '../../core/adjudication/adjudicate.ts';
import { adjudicate } from '../../core/adjudication/adjudicate.ts';
import { labelOf } from '../../core/adjudication/group.ts';
import { type Outcome, outcomeOperations } from '../../core/adjudication/outcome.ts';
import { type AdjudicationRule, LEAST_ANNOTATORS } from '../../core/adjudication/rules.ts';
import { type SettledByRule, settleByRule } from '../../core/adjudication/settle.ts';
import { editedText } from '../../core/annotations/editMany.ts';
import type { Operation } from '../../core/annotations/operations.ts';
import { type Message, msg } from '../../core/message.ts';
import { unknownLabel } from '../../core/project/labels.ts';
import type { TextRange } from '../../core/text/range.ts';
import type { Depth } from '../anchoring/pastTexts.ts';
import type { CarriedOut } from '../annotating/carriedOut.ts';
import { fileEdit } from '../annotating/fileEdit.ts';
import { staleArticle } from '../annotating/sidecarEdit.ts';
import type { Article } from '../articles.ts';
import { speaker } from '../people.ts';
import type { Workspace } from '../workspace.ts';
import { type ComparedLayers, comparedLayers } from './layers.ts';

/** An article's layers, what differs in them, and what is settled. */
export interface AdjudicatedArticle extends ComparedLayers {
  readonly article: Article;
  readonly adjudication: Adjudication;
}

/** Which layers are compared. */
export interface Compared {
  /** Also those of people who are not done. */
  readonly all?: boolean;
  /** `quick` for passes over many articles. */
  readonly depth?: Depth;
}

/** What somebody chose for a group. */
export type Choice =
  /** By their places in the group's versions; none: neither is gold. */
  | { readonly kind: 'take'; readonly versions: readonly number[] }
  /** Something else than anybody's: UTF-16 units of the article. */
  | { readonly kind: 'change'; readonly label: string; readonly range: TextRange };

export interface Decided extends Compared {
  readonly uri: string;
  /** The article's version that the group was shown in. */
  readonly version: number;
  readonly key: string;
  readonly choice: Choice;
  readonly note?: string;
}

/** Compares the layers of an article. */
export async function adjudicated(
  workspace: Workspace,
  article: Article,
  { all = false, depth = 'thorough' }: Compared = {},
): Promise<AdjudicatedArticle> {
  const compared = await comparedLayers(workspace, article, all, depth);
  const { layers, goldLines, present } = compared;
  return { ...compared, article, adjudication: adjudicate(layers, goldLines, present) };
}

/** The edit of the gold layer that carries out a person's decision; noted in the journal for *undo last*. */
export async function decide(workspace: Workspace, decided: Decided): Promise<CarriedOut> {
  const article = await workspace.article(decided.uri);
  if (!article || article.version !== decided.version) return { refused: staleArticle() };
  const compared = await adjudicated(workspace, article, decided);
  const problem = problemOf(compared);
  if (problem) return { refused: problem };
  const group = compared.adjudication.groups.find((g) => g.key === decided.key);
  if (!group) {
    return {
      refused: msg('Somebody has changed these tags meanwhile. Nothing was done: look at them again.'),
    };
  }
  const outcome = outcomeOf(article, group, decided.choice);
  if ('refused' in outcome) return outcome;
  const by = await speaker(workspace, article.project);
  const operations = outcomeOperations(compared.adjudication, group, outcome, {
    article,
    decision: 'decided',
    ...(by === undefined ? {} : { by }),
    ...(decided.note === undefined || decided.note.trim() === '' ? {} : { note: decided.note.trim() }),
  });
  if ('refused' in operations) return operations;
  return goldEdit(workspace, compared, operations, msg('Decided.'));
}

/** The edit of the gold layer that carries out a rule on one article; noted in the journal for *undo last*. */
export async function applyRule(
  workspace: Workspace,
  uri: string,
  rule: AdjudicationRule,
  options: Compared = {},
): Promise<CarriedOut> {
  const article = await workspace.article(uri);
  if (!article) return { refused: staleArticle() };
  const compared = await adjudicated(workspace, article, options);
  const problem = problemOf(compared);
  if (problem) return { refused: problem };
  const { operations, groups } = byRule(compared, rule);
  return goldEdit(
    workspace,
    compared,
    operations,
    msg('Settled {0} by the rule; the rest is yours to decide.', groups),
  );
}

/** What a rule does to an article. `by`: who lets it; `wanted`: only these groups. */
export function byRule(
  { article, layers, goldLines, present }: AdjudicatedArticle,
  rule: AdjudicationRule,
  { by, wanted }: { readonly by?: string; readonly wanted?: (group: JudgedGroup) => boolean } = {},
): SettledByRule {
  const deciding = { article, ...(by === undefined ? {} : { by }) };
  return settleByRule(layers, goldLines, rule, deciding, { present, ...(wanted ? { wanted } : {}) });
}

/** Why nothing can be decided in an article. */
export function problemOf({ obstacles: [obstacle], layers, waiting }: ComparedLayers): Message | undefined {
  if (obstacle) return obstacle.message;
  if (layers.length >= LEAST_ANNOTATORS) return undefined;
  return waiting.length === 0
    ? msg('There is nothing to compare: fewer than two people have annotated this article.')
    : msg(
        'There is nothing to compare yet: of {0} people only {1} are done with this article.',
        layers.length + waiting.length,
        layers.length,
      );
}

/** True for groups in which somebody uses the label, or the rule where it is about a finding. */
export function usesLabel(label: string): (group: JudgedGroup) => boolean {
  return ({ versions }) => versions.some((v) => labelOf(v) === label);
}

function outcomeOf(
  article: Article,
  { versions }: JudgedGroup,
  choice: Choice,
): Outcome | { readonly refused: Message } {
  if (choice.kind === 'take') {
    // What is none of its versions would otherwise count as “none of them”, and refuse them all.
    if (!choice.versions.every((i) => Number.isInteger(i) && versions[i]))
      return { refused: msg('This command was called without what it needs.') };
    const take = versions.filter((_, i) => choice.versions.includes(i));
    const [first] = take;
    const single = first?.annotation.kind === 'documentLabel' || first?.annotation.kind === 'review';
    if (single && take.length > 1)
      return { refused: msg('Only one of these can be right: take one, or neither.') };
    return { take, refuse: versions.filter((v) => !take.includes(v)) };
  }
  const { label, range } = choice;
  const labels = article.project.project.labels.map((l) => l.name);
  if (versions.some((v) => v.annotation.kind !== 'span')) {
    return { refused: msg('Only tags can be changed here: take one of the versions, or neither.') };
  }
  if (!labels.includes(label)) return { refused: unknownLabel(label, labels) };
  if (range.end <= range.start) return { refused: msg('Select the words in the article first.') };
  return { take: [], refuse: [], own: { label, range } };
}

function goldEdit(
  workspace: Workspace,
  { gold }: ComparedLayers,
  operations: readonly Operation[],
  summary: Message,
): CarriedOut {
  if (operations.length === 0)
    return { refused: msg('Nothing was changed: the gold layer says so already.') };
  const changed = editedText(gold.file?.document.getText() ?? '', operations);
  if (!changed.ok) return { refused: changed.reason };
  const before = (gold.sidecar?.annotations ?? []).map((e) => e.annotation);
  workspace.journal.note(gold.uri, operations, before);
  return { edit: fileEdit(workspace, gold.uri, gold.file, changed.text), changed: gold.uri, summary };
}
