import type { SharedOut } from '../splitReport.ts';
import type { CardFacts } from './facts.ts';
import { grouped, percent, plain, table } from './markdown.ts';

/** How the articles were split, what that gave, and what the parts have in common; empty where they were not. */
export function splitting({ split, leaks }: CardFacts): string {
  if (!split) return '';
  const { parts, report, seed, method } = split;
  const how =
    method === 'hash'
      ? 'Each article went to a part by a hash of its path and the seed, so that later articles move none; shares are met on average only.'
      : 'Articles were shared out by iterative stratification (Sechidis, Tsoumakas & Vlahavas 2011) over labels, languages, and labels in each language, then moved where that made shares better.';
  const whole = `Whole articles only; all layers of an article, and near-duplicates, are in one part. Seed \`${plain(seed)}\`.`;
  const measure = `estimated Jaccard similarity of their three-word shingles at least ${report.threshold}, MinHash`;
  const alike = report.nearDuplicates.reduce((sum, group) => sum + group.length, 0);
  const near =
    report.nearDuplicates.length === 0
      ? `There are no near-duplicates (${measure}).`
      : `${grouped(alike)} articles are near-duplicates of others, in ${grouped(report.nearDuplicates.length)} groups (${measure}).`;
  return [
    '## Splits',
    `${how} ${whole} ${near}`,
    table(
      ['', 'all', ...parts.map(({ name, share }) => `\`${name}\` (${(100 * share).toFixed(1)} %)`)],
      report.rows.map(row),
    ),
    ...torn(report.torn),
    ...(leaks
      ? [
          '### Leak check',
          leakCheck(
            leaks,
            parts.map(({ name }) => name),
          ),
        ]
      : []),
  ].join('\n\n');
}

function row({ what, name, total, got }: SharedOut): string[] {
  const title = name === '' ? what : `${what} \`${plain(name)}\``;
  return [title, grouped(total), ...got.map((n) => `${grouped(n)} (${percent(n, total)})`)];
}

function torn(groups: readonly (readonly string[])[]): string[] {
  if (groups.length === 0) return [];
  return [
    `**${grouped(groups.length)} groups of near-duplicates are in several parts**, since an earlier split was kept.`,
  ];
}

function leakCheck(leaks: NonNullable<CardFacts['leaks']>, names: readonly string[]): string {
  const { nearDuplicates, parts, sentenceShare, nameShare } = leaks;
  const rows = parts.map((p) => [
    `\`${names[p.part] ?? ''}\``,
    `${grouped(p.sharedSentences)} of ${grouped(p.sentences)} (${percent(p.sharedSentences, p.sentences)})`,
    grouped(p.boilerplate),
    `${grouped(p.unseenMentions)} of ${grouped(p.mentions)} (${percent(p.unseenMentions, p.mentions)})`,
    `${grouped(p.unseenNames)} of ${grouped(p.names)} (${percent(p.unseenNames, p.names)})`,
  ]);
  const first = `\`${names[0] ?? ''}\``;
  const sample =
    sentenceShare < 1 || nameShare < 1
      ? ` Counted on samples: 1 in ${1 / sentenceShare} sentences, 1 in ${1 / nameShare} names.`
      : '';
  return [
    `Groups of near-duplicates in several parts: **${grouped(nearDuplicates.length)}**.`,
    table(
      [
        'part',
        `sentences also in ${first}`,
        'boilerplate',
        `mentions not in ${first}`,
        `names not in ${first}`,
      ],
      rows,
    ),
    `Sentences have five words or more and are compared without capitals and marks; those in five articles or more are boilerplate, and counted apart. A mention is unseen where ${first} has no span with its words and label.${sample}`,
  ].join('\n\n');
}
