import type { AssignmentPlan } from '../core/assignment/assign.ts';
import { type AssignOutput, OUTPUT_VERSION } from './contracts.ts';
import { count } from './counted.ts';
import { csv } from './csv.ts';
import type { Io } from './io.ts';

/** An assignment as the contract has it. */
export function assignOutput(plan: AssignmentPlan, file: string, written: boolean): AssignOutput {
  const marks = new Map<string, 'new' | 'moved'>([
    ...plan.moved.map((path) => [path, 'moved'] as const),
    ...plan.added.map((path) => [path, 'new'] as const),
  ]);
  return {
    version: OUTPUT_VERSION,
    file,
    written,
    articles: plan.assignments.map(({ article, annotators }) => {
      const is = marks.get(article);
      return { article, annotators: [...annotators], ...(is ? { is } : {}) };
    }),
    people: peopleOf(plan),
    pairs: pairsOf(plan),
  };
}

/** A row for each article and each of its annotators. */
export function assignmentTable({ assignments }: AssignmentPlan): string {
  const rows = assignments.flatMap(({ article, annotators }) => annotators.map((name) => [article, name]));
  return csv(['article', 'annotator'], rows);
}

/** Most lines that are shown to people; the other formats have all. */
const MOST_LISTED = 40;

/** An assignment for people: what is new, and how even it is. `isRefused`: it cannot be written, for reasons that were told. */
export function prettyAssignment(
  io: Io,
  plan: AssignmentPlan,
  file: string,
  written: boolean,
  isRefused: boolean,
): string {
  const fresh = new Set([...plan.added, ...plan.moved]);
  const changed = plan.assignments.filter(({ article }) => fresh.has(article));
  const lines = changed
    .slice(0, MOST_LISTED)
    .map(({ article, annotators }) => `${article}  ${io.paint('cyan', annotators.join(', '))}`);
  if (changed.length > MOST_LISTED) lines.push(`… and ${changed.length - MOST_LISTED} more`);
  if (lines.length > 0) lines.push('');
  for (const { annotator, articles, new: added } of peopleOf(plan)) {
    lines.push(`${annotator}: ${count(articles, 'article')}${added > 0 ? `, ${added} of them new` : ''}`);
  }
  const shared = pairsOf(plan).filter(({ articles }) => articles > 0);
  if (shared.length > 0) {
    const pairs = shared.map(({ annotators: [a, b], articles }) => `${a} and ${b} ${articles}`);
    lines.push(`Articles in common: ${pairs.join(', ')}`);
  }
  if (fresh.size === 0) lines.push('Every article has somebody already.');
  else if (written) lines.push(`Written to ${file}.`);
  else if (isRefused) lines.push('Nothing is written until what is told above is mended.');
  else lines.push(`Nothing is written: say --write to put it into ${file}.`);
  return `${lines.join('\n')}\n`;
}

function peopleOf({ assignments, added, moved, workload }: AssignmentPlan): AssignOutput['people'] {
  const fresh = new Set([...added, ...moved]);
  return workload.people.map((annotator) => {
    const theirs = assignments.filter(({ annotators }) => annotators.includes(annotator));
    const isNew = theirs.filter(({ article }) => fresh.has(article));
    return { annotator, articles: theirs.length, new: isNew.length, weight: workload.of(annotator) };
  });
}

function pairsOf({ workload }: AssignmentPlan): AssignOutput['pairs'] {
  const { people } = workload;
  return people.flatMap((a, i) =>
    people
      .slice(i + 1)
      .map((b) => ({ annotators: [a, b] as [string, string], articles: workload.together(a, b) })),
  );
}
