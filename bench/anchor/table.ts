import { type Counts, sum } from './judge.ts';
import { OURS } from './methods.ts';
import type { Operator } from './operator.ts';
import type { Results } from './run.ts';

/** The tables of a run, in Markdown. */
export function tables(results: Results, kinds: readonly Operator[]): string {
  const pooled = [...results].map(([name, byKind]) => {
    const counts = sum(kinds.flatMap((kind) => (kind.harsh ? [] : [byKind.get(kind.name) ?? []].flat())));
    return row(name, counts);
  });
  const each = [...results].map(([name, byKind]) => {
    const rows = kinds.flatMap((kind) => {
      const counts = byKind.get(kind.name);
      return counts ? [row(kind.harsh ? `${kind.name} (harsh)` : kind.name, counts)] : [];
    });
    return [`### ${name}`, '', HEAD, ...rows, ''];
  });
  const [first, ...others] = each;
  const isOurs = results.has(OURS);
  return [
    '### All realistic kinds together',
    '',
    HEAD.replace('| kind', '| method'),
    ...pooled,
    '',
    ...(isOurs && first ? first : []),
    ...others.flat(),
  ].join('\n');
}

const HEAD = [
  '| kind | spans | exact | of these silent | silently wrong | review | review, other place | orphan | deleted | re-placed | shown for review | open | ms an article |',
  '|---|---|---|---|---|---|---|---|---|---|---|---|---|',
].join('\n');

function row(name: string, c: Counts): string {
  const share = (part: number, whole = c.live) =>
    whole === 0 ? '–' : `${((100 * part) / whole).toFixed(2)} %`;
  const cells = [
    name,
    c.live,
    share(c.silent + c.reviewRight),
    share(c.silent),
    `${c.wrong} (${share(c.wrong)})`,
    share(c.reviewRight + c.reviewWrong),
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
