import type { CardFacts } from '../../core/datasets/card/facts.ts';
import type { LeakReport } from '../../core/datasets/leaks.ts';
import type { SharedOut } from '../../core/datasets/splitReport.ts';

/** What a split gave and what its parts have in common, for people: one line for each thing that there is to say. */
export function splitLines({ split, leaks }: Pick<CardFacts, 'split' | 'leaks'>): string[] {
  if (!split) return [];
  const { parts, report } = split;
  const shares = parts.map(({ name, share }) => `${name} ${(100 * share).toFixed(1)} %`);
  const alike = report.nearDuplicates.reduce((sum, group) => sum + group.length, 0);
  return [
    `Split (wanted: ${shares.join(', ')}):`,
    ...report.rows.filter(({ what }) => SHOWN.has(what)).map((row) => `  ${rowLine(row)}`),
    `  near-duplicates: ${alike} articles in ${report.nearDuplicates.length} groups, each kept on one side`,
    ...(report.passedOver > 0
      ? [`  ${report.passedOver} pairs of very frequent texts were not compared`]
      : []),
    ...report.torn.map(
      (group) => `  the kept split has near-duplicates in several parts: ${group.join(', ')}`,
    ),
    ...(leaks
      ? leakLines(
          leaks,
          parts.map(({ name }) => name),
        )
      : []),
  ];
}

const SHOWN: ReadonlySet<SharedOut['what']> = new Set(['articles', 'language', 'label']);

function rowLine({ what, name, total, got }: SharedOut): string {
  return `${name === '' ? what : `${what} ${name}`}: ${got.map((n) => `${n} (${percent(n, total)})`).join(', ')}`;
}

function leakLines(leaks: LeakReport, names: readonly string[]): string[] {
  const { nearDuplicates, parts, examples } = leaks;
  const first = names[0] ?? '';
  const sampled =
    leaks.sentenceShare < 1 || leaks.nameShare < 1
      ? [`  of a sample: 1 in ${1 / leaks.sentenceShare} sentences, 1 in ${1 / leaks.nameShare} names`]
      : [];
  return [
    'Leak check:',
    `  near-duplicates in several parts: ${nearDuplicates.length}`,
    ...nearDuplicates.slice(0, MOST_NAMED).map((group) => `    ${group.join(', ')}`),
    ...parts.flatMap((p) => [
      `  ${names[p.part] ?? ''}: ${p.sharedSentences} of ${p.sentences} sentences stand in ${first}, too (${percent(p.sharedSentences, p.sentences)}); ${p.boilerplate} more are boilerplate`,
      `  ${names[p.part] ?? ''}: ${p.unseenMentions} of ${p.mentions} mentions are not in ${first} (${percent(p.unseenMentions, p.mentions)}), ${p.unseenNames} of ${p.names} names (${percent(p.unseenNames, p.names)})`,
    ]),
    ...examples.slice(0, MOST_NAMED).map(([a, b]) => `    the same sentence: ${a}, ${b}`),
    ...sampled,
  ];
}

/** The others are in split.json. */
const MOST_NAMED = 5;

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
}
