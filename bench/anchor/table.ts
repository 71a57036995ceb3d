import { type Counts, type Results, sum } from './judge.ts';
import { OURS } from './methods.ts';
import type { Operator } from './operator.ts';

/** The tables of a run, in Markdown. */
export function tables(results: Results, kinds: readonly Operator[]): string {
  const pool = (title: string, isIn: (kind: Operator) => boolean) =>
    [...results].flatMap(([name, byKind]) => {
      const counts = kinds.filter(isIn).flatMap((kind) => byKind.get(kind.name) ?? []);
      return counts.length > 0 ? [row(`${name}: ${title}`, sum(counts))] : [];
    });
  const each = [...results].map(([name, byKind]) => {
    const rows = kinds.flatMap((kind) => {
      const counts = byKind.get(kind.name);
      return counts ? [row(titleOf(kind), counts)] : [];
    });
    return [`### ${name}`, '', HEAD, ...rows, ''];
  });
  const [first, ...others] = each;
  const isOurs = results.has(OURS);
  return [
    '### Kinds together',
    '',
    HEAD.replace('| kind', '| method'),
    ...pool('targeted kinds', ({ targeted }) => targeted === true),
    ...pool('all but harsh', ({ harsh }) => !harsh),
    '',
    ...(isOurs && first ? first : []),
    ...others.flat(),
  ].join('\n');
}

const HEAD = [
  '| kind | spans | exact | silently wrong | review (right place) | review (other place) | orphan | deleted | re-placed | shown for review | open | ms an article |',
  '|---|---|---|---|---|---|---|---|---|---|---|---|',
].join('\n');

function titleOf({ name, harsh, targeted }: Operator): string {
  if (harsh) return `${name} (harsh)`;
  return targeted ? `${name} *` : name;
}

function row(name: string, c: Counts): string {
  const share = (part: number, whole = c.live) =>
    whole === 0 ? '–' : `${((100 * part) / whole).toFixed(2)} %`;
  const cells = [
    name,
    c.live,
    share(c.silent),
    `${c.wrong} (${share(c.wrong)})`,
    share(c.reviewRight),
    share(c.reviewWrong),
    share(c.orphan),
    c.deleted,
    c.replaced,
    c.deletedReview,
    c.open,
    (c.milliseconds / Math.max(1, c.articles)).toFixed(1),
  ];
  return `| ${cells.join(' | ')} |`;
}
