import { compareIds } from '../annotations/model.ts';
import { EMPTY, spread, withUnit } from '../corpus/hashes.ts';
import type { Assignment } from './assignmentFile.ts';
import { type Overlap, wantedNumbers } from './overlap.ts';
import { Workload } from './workload.ts';

/** An article that somebody is to annotate. */
export interface ArticleToAssign {
  /** From the project file's folder, with `/`. */
  readonly path: string;
  /** How much work it is: 1 to count articles, or its length. */
  readonly weight: number;
}

/** What to share out among whom. */
export interface AssignmentRequest {
  /** All articles, those that have people already too: their weights count in what everybody has to do. */
  readonly articles: readonly ArticleToAssign[];
  /** Who may get articles. */
  readonly annotators: readonly string[];
  /** What is settled, and stays. */
  readonly existing: readonly Assignment[];
  readonly overlap: Overlap;
  /** Another seed gives another assignment of the same kind. */
  readonly seed: string;
  /** Takes from a person the articles that they have not done, and gives each to somebody else. */
  readonly reassign?: {
    readonly from: string;
    /** The paths of those that stay with them. */
    readonly kept: ReadonlySet<string>;
  };
}

/** Who annotates what. */
export interface AssignmentPlan {
  /** By path; those of articles that are not among the given ones are there too. */
  readonly assignments: readonly Assignment[];
  /** Paths of the articles that nobody had before. */
  readonly added: readonly string[];
  /** Paths of the articles that were taken from somebody. */
  readonly moved: readonly string[];
  /** In the order of their names. */
  readonly workload: Workload;
}

/**
 * Shares articles out: only those that have nobody yet, so that what is settled stays settled. The same articles, people
 * and seed give the same result everywhere, whatever order they come in. Afterwards nobody has more to do than somebody
 * else by more than the heaviest article weighs, if it was so before (see {@link Workload.choose}), and the pairs that
 * share articles do so about equally often. The heaviest articles are given away first, which keeps loads closer still
 * (the rule of longest processing time: Graham 1969, “Bounds on multiprocessing timing anomalies”).
 */
export function assign(request: AssignmentRequest): AssignmentPlan {
  const { existing, overlap, seed, reassign } = request;
  const people = [...new Set(request.annotators)].sort(compareIds);
  const workload = new Workload(people);
  const weights = new Map(request.articles.map(({ path, weight }) => [path, weight]));
  const heaviest = [...weights.values()].reduce((most, weight) => Math.max(most, weight), 0);
  const settled = new Map(existing.map((assignment) => [assignment.article, assignment]));
  const moved: string[] = [];
  for (const assignment of existing) {
    const leaves =
      reassign !== undefined &&
      assignment.annotators.includes(reassign.from) &&
      weights.has(assignment.article) &&
      !reassign.kept.has(assignment.article);
    const staying = leaves ? assignment.annotators.filter((n) => n !== reassign.from) : assignment.annotators;
    if (leaves) moved.push(assignment.article);
    settled.set(assignment.article, { ...assignment, annotators: staying });
    const weight = weights.get(assignment.article);
    if (weight !== undefined) workload.add(staying, weight);
  }
  const hash = (text: string) => hashOf(`${seed} ${text}`);
  const inOrder = (paths: readonly string[]) =>
    paths
      .map((path) => ({ path, weight: weights.get(path) ?? 0, hash: hash(path) }))
      .sort((a, b) => b.weight - a.weight || a.hash - b.hash || compareIds(a.path, b.path));
  const give = (path: string, weight: number, count: number) => {
    const known = settled.get(path);
    const chosen = workload.choose(count, weight, heaviest, known?.annotators ?? [], hash(path));
    const annotators = [...(known?.annotators ?? []), ...chosen].sort(compareIds);
    settled.set(path, { article: path, annotators, extra: known?.extra ?? [] });
  };
  for (const { path, weight } of inOrder(moved)) give(path, weight, 1);
  const added = [...weights.keys()].filter((path) => (settled.get(path)?.annotators.length ?? 0) === 0);
  for (const { path, weight, count } of numbered(inOrder(added), hash, settled, weights, overlap))
    give(path, weight, count);
  const assignments = [...settled.values()].sort((a, b) => compareIds(a.article, b.article));
  return { assignments, added: added.sort(compareIds), moved: moved.sort(compareIds), workload };
}

interface Weighed {
  readonly path: string;
  readonly weight: number;
}

/** The new articles with how many people each gets; whoever shares articles is found first, while all are free. */
function numbered(
  fresh: readonly (Weighed & { readonly hash: number })[],
  hash: (text: string) => number,
  settled: ReadonlyMap<string, Assignment>,
  weights: ReadonlyMap<string, number>,
  overlap: Overlap,
): (Weighed & { readonly count: number })[] {
  const have = [...settled.values()].filter((a) => weights.has(a.article) && a.annotators.length > 0);
  const doubled = have.filter((a) => a.annotators.length > 1).length;
  const numbers = wantedNumbers(overlap, fresh.length, { doubled, others: have.length - doubled });
  const drawn = fresh
    .map(({ path }) => ({ path, lot: hash(`overlap ${path}`) }))
    .sort((a, b) => a.lot - b.lot || compareIds(a.path, b.path));
  const counts = new Map(drawn.map(({ path }, i) => [path, numbers[i] ?? 1]));
  return fresh
    .map(({ path, weight }) => ({ path, weight, count: counts.get(path) ?? 1 }))
    .sort((a, b) => b.count - a.count);
}

/** A 32-bit hash of a text's UTF-16 units: the same on every machine. */
function hashOf(text: string): number {
  let hash = EMPTY;
  for (let i = 0; i < text.length; i++) hash = withUnit(hash, text.charCodeAt(i));
  return spread(hash);
}
