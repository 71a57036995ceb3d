import type { Checker } from './checker.ts';
import { type Recall, recallOf } from './recall.ts';
import { wilson } from './statistics.ts';
import { progress, table } from './table.ts';
import { TARGETS } from './targets.ts';
import type { Texts } from './texts.ts';

interface Options {
  readonly languages: readonly string[];
  readonly operators: readonly string[] | undefined;
  readonly seed: number;
  /** So many cases of each operator that were missed go to the standard error. */
  readonly show: number;
}

/** Table 1: recall of every operator in every language, and where it is farthest below the targets. */
export async function recallTables(texts: Texts, checker: Checker, options: Options): Promise<string> {
  const rows = new Map<string, Map<string, Recall>>();
  for (const language of options.languages) {
    for await (const recall of recallOf(texts, checker, { ...options, language })) {
      const { name } = recall.operator;
      progress(`recall ${language} ${name}`);
      rows.set(name, (rows.get(name) ?? new Map<string, Recall>()).set(language, recall));
    }
  }
  progress('');
  const shown = [...rows].map(([name, cells]) => {
    const [first] = cells.values();
    const quiet = first?.operator.quiet ? ' (hint)' : '';
    const byLanguage = options.languages.map((language) => cell(cells.get(language)));
    return [`${name}${quiet}`, ...byLanguage, first?.operator.codes.join(', ') ?? ''];
  });
  return [
    table(
      'Recall by operator',
      'Found at any level / at warning or above / by a rule that names the damage, in %, of n damaged sentences. Only what is reported on the damage counts.',
      ['operator', ...options.languages, 'right codes'],
      shown,
    ),
    targetTable([...rows.values()].flatMap((cells) => [...cells.values()])),
  ].join('\n');
}

function cell(recall: Recall | undefined): string {
  if (!recall || recall.damaged === 0) return '–';
  const share = (count: number) => ((100 * count) / recall.damaged).toFixed(recall.damaged >= 1_000 ? 1 : 0);
  return `${share(recall.any)}/${share(recall.loud)}/${share(recall.right)} (${recall.damaged})`;
}

/** The cells below their target, the farthest first. */
function targetTable(recalls: readonly Recall[]): string {
  const below = recalls.flatMap((recall) => {
    const target = TARGETS.get(recall.operator.name);
    const wanted = target?.shares[recall.language];
    if (!target || wanted === undefined || recall.damaged === 0) return [];
    const { value, low, high } = wilson(recall[target.level], recall.damaged);
    const gap = wanted - 100 * value;
    if (gap <= 0) return [];
    const interval = `${(100 * low).toFixed(0)}–${(100 * high).toFixed(0)}`;
    const level = target.level === 'any' ? 'any level' : 'warning or above';
    return [
      {
        gap,
        cells: [
          recall.operator.name,
          recall.language,
          level,
          `${(100 * value).toFixed(1)} (${interval})`,
          wanted,
        ],
      },
    ];
  });
  below.sort((a, b) => b.gap - a.gap);
  return table(
    `Below the target: ${below.length} cells`,
    'In %, with Wilson’s 95 % interval; the farthest first.',
    ['operator', 'language', 'level', 'recall', 'target', 'missing'],
    below.map(({ gap, cells }) => [...cells, gap.toFixed(1)]),
  );
}
