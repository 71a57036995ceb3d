import { byLine } from './articles.ts';
import { type Checker, isLoud, type Reported } from './checker.ts';
import type { Judgements, Verdict } from './judgements.ts';
import { wilson } from './statistics.ts';
import { progress, table } from './table.ts';
import type { Texts } from './texts.ts';

/** What a rule reports in a clean sentence, once however often. */
export interface Alarm {
  readonly language: string;
  readonly sentence: string;
  readonly finding: Reported;
  readonly marked: string;
}

/** The alarms at warning or above in the clean documents of a language, each document an article. */
export async function alarmsIn(texts: Texts, language: string, checker: Checker): Promise<Alarm[]> {
  const alarms: Alarm[] = [];
  progress(`clean ${language}`);
  for (const document of texts.documents(language)) {
    const lines = document.map((row) => row.text);
    const text = lines.join('\n');
    byLine(lines, (await checker.check(text)).filter(isLoud)).forEach((found, i) => {
      const byRule = new Map(found.toReversed().map((finding) => [finding.rule, finding]));
      for (const finding of byRule.values()) {
        alarms.push({
          language,
          sentence: lines[i] ?? '',
          finding,
          marked: text.slice(finding.start, finding.end),
        });
      }
    });
  }
  return alarms;
}

type Outcome = Verdict | 'unjudged';

/** The worst of what was said of a sentence's alarms. */
function worst(outcomes: readonly Outcome[]): Outcome | undefined {
  return (['false', 'unjudged', 'unsure', 'true'] as const).find((outcome) => outcomes.includes(outcome));
}

/** How many sentences have an alarm, by the worst verdict on it. */
function sentencesBy(alarms: readonly Alarm[], judgements: Judgements): Map<Outcome, number> {
  const counts = new Map<Outcome, number>();
  for (const own of Map.groupBy(alarms, (alarm) => alarm.sentence).values()) {
    const outcome = worst(
      own.map((a) => judgements.of(a.sentence, a.language, a.finding.rule) ?? 'unjudged'),
    );
    if (outcome) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  }
  return counts;
}

/** Table 2: alarms in clean sentences, warnings and errors, by language; and what the rules contribute. */
export async function cleanTables(
  texts: Texts,
  checker: Checker,
  judgements: Judgements,
  languages: readonly string[],
) {
  const all: Alarm[] = [];
  const rows: string[][] = [];
  for (const language of languages) {
    const alarms = await alarmsIn(texts, language, checker);
    all.push(...alarms);
    const n = texts.rows(language).length;
    const errors = alarms.filter((alarm) => alarm.finding.severity === 'error');
    rows.push([
      language,
      `${n}`,
      ...cells(sentencesBy(alarms, judgements), n),
      ...cells(sentencesBy(errors, judgements), n),
    ]);
  }
  progress('');
  const columns = ['alarmed', 'true', 'unsure', 'unjudged', 'false per 10,000'];
  return [
    table(
      'False alarms in clean sentences',
      'Sentences with an alarm at warning or above, and with an error; a sentence counts by the worst verdict on its alarms. The last column of each: judged false, per 10,000 sentences, with Wilson’s interval.',
      ['language', 'n', ...columns.map((c) => `warn+ ${c}`), ...columns.map((c) => `error ${c}`)],
      rows,
    ),
    ruleTable(all, judgements),
  ].join('\n');
}

function cells(counts: ReadonlyMap<Outcome, number>, n: number): string[] {
  const of = (outcome: Outcome) => counts.get(outcome) ?? 0;
  const alarmed = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const { value, low, high } = wilson(of('false'), n);
  const rate = (share: number) => Math.round(10_000 * share);
  return [
    `${alarmed}`,
    `${of('true')}`,
    `${of('unsure')}`,
    `${of('unjudged')}`,
    `${rate(value)} (${rate(low)}–${rate(high)})`,
  ];
}

function ruleTable(alarms: readonly Alarm[], judgements: Judgements): string {
  const rows = [...Map.groupBy(alarms, (alarm) => alarm.finding.rule)].map(([rule, own]) => {
    const verdicts = own.map((a) => judgements.of(a.sentence, a.language, a.finding.rule) ?? 'unjudged');
    const count = (outcome: Outcome) => verdicts.filter((v) => v === outcome).length;
    const languages = [...Map.groupBy(own, (a) => a.language)].map(
      ([language, some]) => `${language} ${some.length}`,
    );
    return {
      own,
      cells: [
        rule,
        own.length,
        count('true'),
        count('false'),
        count('unsure'),
        count('unjudged'),
        languages.join(', '),
      ],
    };
  });
  rows.sort((a, b) => b.own.length - a.own.length);
  return table(
    'The same by rule',
    'Alarms at warning or above in the languages of the table above.',
    ['rule', 'alarms', 'true', 'false', 'unsure', 'unjudged', 'languages'],
    rows.map((row) => row.cells),
  );
}
