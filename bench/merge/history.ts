import { type Random, randomOf } from '../rules/random.ts';
import { newArticle, textOf } from './article.ts';
import { add, anyOperation, anyQuietOperation, type Draw, type Operation } from './operations.ts';
import { copyOf, type Side, sidecarOf } from './side.ts';
import { type Truth, truthOf } from './truth.ts';

export const SCENARIOS = ['own files', 'shared file', 'two branches'] as const;
export type Scenario = (typeof SCENARIOS)[number];

export const METHODS = ['merge', 'rebase', 'cherry-pick'] as const;
export type Method = (typeof METHODS)[number];

/** The files of one commit, by path. */
export type Snapshot = ReadonlyMap<string, string>;

/** Two branches that went apart. */
export interface History {
  readonly name: string;
  readonly scenario: Scenario;
  readonly method: Method;
  readonly base: Snapshot;
  /** One snapshot for each commit. */
  readonly ours: readonly Snapshot[];
  readonly theirs: readonly Snapshot[];
  /** What a perfect merge gives, by sidecar and id. */
  readonly truth: ReadonlyMap<string, ReadonlyMap<string, Truth>>;
}

export const ARTICLE = 'a.txt';
export const SHARED = 'a.txt.ann.json';

/** The n-th history of a seed: scenarios and methods take turns, sizes and operations are drawn. */
export function historyOf(seed: string, n: number): History {
  const random = randomOf('merge', seed, n);
  const scenario = SCENARIOS[n % SCENARIOS.length] ?? 'shared file';
  const method = METHODS[Math.floor(n / SCENARIOS.length) % METHODS.length] ?? 'merge';
  return scenario === 'own files'
    ? ownFiles(random, String(n), method)
    : oneFile(random, String(n), method, scenario);
}

/** One history in one file, of a size that is given: for the clock. */
export function historyOfSize(seed: string, size: Size & { readonly corrected: boolean }): History {
  const random = randomOf('size', seed, size.annotations);
  const draw = size.corrected ? anyOperation : anyQuietOperation;
  return oneFile(random, 'size', 'merge', 'shared file', size, draw);
}

export interface Size {
  readonly annotations: number;
  readonly operations: number;
}

function anySize(random: Random): Size {
  return {
    annotations: random.pick([0, 2, 8, 25, 60, 150]) ?? 8,
    operations: 1 + random.below(random.pick([4, 12, 30]) ?? 12),
  };
}

/** One person on two branches has the same commits on both, where some were picked; two people have not. */
function oneFile(
  random: Random,
  name: string,
  method: Method,
  scenario: Scenario,
  { annotations, operations } = anySize(random),
  next: typeof anyOperation = anyOperation,
): History {
  const draw = drawOf(random);
  const start = startOf(random, annotations);
  const [ours, theirs] = branchesOf(start);
  if (scenario === 'two branches' && random.below(2) === 0) doOnBoth(draw, ours, theirs, 1 + random.below(4));
  const snapshots = (side: Side, commits: number) =>
    work(draw, side, operations, commits, next).map((s) => snapshotOf(s, new Map([[SHARED, sidecarOf(s)]])));
  return {
    name,
    scenario,
    method,
    base: snapshotOf(start, new Map([[SHARED, sidecarOf(start)]])),
    ours: snapshots(ours, method === 'rebase' ? 1 : 1 + random.below(3)),
    theirs: snapshots(theirs, method === 'cherry-pick' ? 1 : 1 + random.below(3)),
    truth: new Map([[SHARED, truthOf(start, ours, theirs)]]),
  };
}

/** Two people, each with a file of their own, on one article. */
function ownFiles(random: Random, name: string, method: Method): History {
  const draw = drawOf(random);
  const { annotations, operations } = anySize(random);
  const start = startOf(random, annotations);
  const other: Side = { ...copyOf(start, start.ground), lines: new Map(), covers: new Map() };
  for (let i = random.below(annotations + 1); i > 0; i--) add(draw, other);
  const [ana] = branchesOf(start);
  const [, linh] = branchesOf(other);
  const files = (a: Side, l: Side) =>
    new Map([
      ['a.txt.ana.ann.json', sidecarOf(a)],
      ['a.txt.linh.ann.json', sidecarOf(l)],
    ]);
  const anas = work(draw, ana, operations, method === 'rebase' ? 1 : 2);
  const linhs = work(draw, linh, operations, method === 'cherry-pick' ? 1 : 2);
  return {
    name,
    scenario: 'own files',
    method,
    base: snapshotOf(start, files(start, other)),
    ours: anas.map((side) => snapshotOf(side, files(side, other))),
    theirs: linhs.map((side) => snapshotOf(side, files(start, side))),
    truth: new Map([
      ['a.txt.ana.ann.json', truthOf(start, ana, start)],
      ['a.txt.linh.ann.json', truthOf(other, other, linh)],
    ]),
  };
}

function drawOf(random: Random): Draw {
  let key = 1_000_000;
  return { random, fresh: () => key++ };
}

function startOf(random: Random, annotations: number): Side {
  const article = newArticle(random, 12 + Math.ceil(annotations / 6));
  const start: Side = {
    article,
    lines: new Map(),
    covers: new Map(),
    placed: new Map(),
    ground: { from: 0, to: article.length },
  };
  for (let i = 0; i < annotations; i++) add(drawOf(random), start);
  return start;
}

/** Each branch corrects the article on ground of its own, so that git itself can merge the article. */
function branchesOf(start: Side): [Side, Side] {
  const third = Math.floor(start.article.length / 3);
  return [
    copyOf(start, { from: 0, to: third }),
    copyOf(start, { from: start.article.length - third, to: start.article.length }),
  ];
}

/** The same operations, with the same outcome, on both branches. */
function doOnBoth(draw: Draw, ours: Side, theirs: Side, operations: number): void {
  const before = new Map(ours.lines);
  for (let i = 0; i < operations; i++) add(draw, ours);
  for (const [id, line] of ours.lines) {
    if (before.has(id)) continue;
    theirs.lines.set(id, line);
    const cover = ours.covers.get(id);
    if (cover) theirs.covers.set(id, cover);
  }
}

/** Copies of the side after each of its commits. */
function work(
  draw: Draw,
  side: Side,
  operations: number,
  commits: number,
  next: typeof anyOperation = anyOperation,
): Side[] {
  const states: Side[] = [];
  for (let commit = 0; commit < commits; commit++) {
    const share = Math.max(1, Math.floor(operations / commits));
    for (let i = 0; i < share; i++) {
      const operation: Operation = next(draw);
      operation(draw, side);
    }
    states.push(copyOf(side, side.ground));
  }
  return states;
}

function snapshotOf({ article }: Side, sidecars: Snapshot): Snapshot {
  return new Map([[ARTICLE, textOf(article)], ...sidecars]);
}
