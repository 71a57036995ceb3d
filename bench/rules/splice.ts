import { SPLICE_PAIRS } from '../language/splicePairs.ts';
import { byLine } from './articles.ts';
import { type Checker, isLoud } from './checker.ts';
import { aloneDetectors } from './peers/identifiers.ts';
import { type Random, randomOf } from './random.ts';
import { type Counts, f1, percent, precision, recall, total, wilson } from './statistics.ts';
import { progress, table } from './table.ts';
import { LENGTH, type Texts } from './texts.ts';

const RULE = 'untranslated/sentence';
interface Line {
  readonly text: string;
  readonly foreign: boolean;
}

type Found = readonly boolean[];

/** A way to find foreign sentences: of each line, whether it is reported. */
type Detector = (lines: readonly string[], host: string) => Promise<Found>;

/** Articles of 15 consecutive sentences with one to three of them in another language. */
function spliced(texts: Texts, host: string, guest: string | undefined, random: Random): Line[][] {
  const rows = texts.rows(host);
  const made: Line[][] = [];
  for (let from = 0; from + LENGTH <= rows.length; from += LENGTH) {
    const own = rows.slice(from, from + LENGTH);
    const lines: Line[] = own.map((row) => ({ text: row.text, foreign: false }));
    for (let n = guest ? 1 + random.below(3) : 0; guest && n > 0; n--) {
      const at = random.below(LENGTH);
      const text = texts.translation(guest, own[at]?.id ?? -1);
      if (text) lines[at] = { text, foreign: true };
    }
    made.push(lines);
  }
  return made;
}

function byRule(checker: Checker, loudOnly: boolean): Detector {
  return async (lines) => {
    const found = await checker.check(lines.join('\n'));
    const counting = found.filter((f) => f.rule === RULE && (!loudOnly || isLoud(f)));
    return byLine(lines, counting).map((own) => own.length > 0);
  };
}

function countsOf(lines: readonly Line[], found: Found): Counts {
  const count = { hit: 0, miss: 0, wrong: 0 };
  lines.forEach(({ foreign }, i) => {
    if (foreign) count[found[i] ? 'hit' : 'miss']++;
    else if (found[i]) count.wrong++;
  });
  return count;
}

/** What a foreign sentence is like, as far as it makes it harder to report. */
function kindOf(text: string): string {
  if (text.split(/\s+/).length < 5 && text.length < 25) return 'fewer than five words, or 25 signs';
  if (/^["'“”«»„‘’「『]|["'“”«»‘’」』][.,]?$/u.test(text)) return 'begins or ends with a quotation mark';
  if (!/[.!?。！？।…"”»」]$/u.test(text)) return 'without a mark at its end, as headlines are';
  return 'others';
}

/** How many foreign sentences of each kind were found. */
class Kinds {
  private readonly counts = new Map<string, { found: number; all: number }>();

  add(lines: readonly Line[], found: Found): void {
    lines.forEach(({ text, foreign }, i) => {
      if (!foreign) return;
      const kind = kindOf(text);
      const count = this.counts.get(kind) ?? { found: 0, all: 0 };
      count.all++;
      if (found[i]) count.found++;
      this.counts.set(kind, count);
    });
  }

  table(): string {
    const rows = [...this.counts].sort((a, b) => b[1].all - a[1].all);
    return table(
      'Splice test by kind of sentence',
      'Recall of the rule at warning or above, in %.',
      ['foreign sentence', 'n', 'recall'],
      rows.map(([kind, { found, all }]) => [kind, all, percent(wilson(found, all))]),
    );
  }
}

/** Table 4: foreign sentences in articles, as the rule reports them; beside it, single identifiers that are told the language. */
export async function spliceTables(
  texts: Texts,
  checker: Checker,
  { seed, show }: { readonly seed: number; readonly show: number },
  languages: readonly string[] | undefined,
) {
  const alone = await aloneDetectors();
  const detectors: (readonly [string, Detector])[] = [
    [`${RULE}, warning or above`, byRule(checker, true)],
    [`${RULE}, any level`, byRule(checker, false)],
    ...alone.map(({ name, isForeign }): readonly [string, Detector] => [
      name,
      async (lines, host) => lines.map((line) => isForeign(line, host)),
    ]),
  ];
  const pooled = detectors.map((): Counts[] => []);
  const alarms = detectors.map(() => 0);
  const kinds = new Kinds();
  const rows: string[][] = [];
  const pairs = SPLICE_PAIRS.filter((pair) => pair.split('<').every((l) => texts.languages.includes(l)));
  const wanted = pairs.filter(
    (pair) => languages === undefined || languages.some((l) => pair.startsWith(`${l}<`)),
  );
  for (const pair of wanted) {
    progress(`splice ${pair}`);
    const [host = '', guest] = pair.split('<');
    const own = detectors.map((): Counts[] => []);
    let shown = 0;
    for (const lines of spliced(texts, host, guest, randomOf(seed, 'splice', pair))) {
      const sentences = lines.map((line) => line.text);
      for (const [d, [, find]] of detectors.entries()) {
        const found = await find(sentences, host);
        own[d]?.push(countsOf(lines, found));
        if (d > 0) continue;
        kinds.add(lines, found);
        lines.forEach(({ text, foreign }, i) => {
          if (foreign !== found[i] && shown++ < show)
            console.error(`${pair} ${foreign ? 'missed' : 'wrong'}: ${text}`);
        });
      }
    }
    for (const [d, counts] of own.entries()) pooled[d]?.push(...counts);
    const first = total(own[0] ?? []);
    const scores = own.map((counts) => (100 * f1(total(counts))).toFixed(1));
    rows.push([
      pair,
      `${first.hit + first.miss}`,
      share(precision(first).value),
      share(recall(first).value),
      ...scores,
    ]);
  }
  let clean = 0;
  for (const language of texts.languages.filter((l) => languages?.includes(l) ?? true)) {
    progress(`splice, untouched ${language}`);
    for (const lines of spliced(texts, language, undefined, randomOf(seed))) {
      clean += lines.length;
      for (const [d, [, find]] of detectors.entries()) {
        const found = await find(
          lines.map((l) => l.text),
          language,
        );
        alarms[d] = (alarms[d] ?? 0) + found.filter(Boolean).length;
      }
    }
  }
  progress('');
  const names = detectors.map(([name]) => name);
  return [
    table(
      'Splice test: one to three foreign sentences in articles of 15',
      'All pairs together, in %; the identifiers alone are told the language of the article, the rule is not. Last column: reported in untouched articles, per 10,000 sentences.',
      ['detector', 'foreign', 'precision', 'recall', 'F1', 'reported in untouched'],
      names.map((name, d) => {
        const sum = total(pooled[d] ?? []);
        const f = (100 * f1(sum)).toFixed(2);
        const rate = ((10_000 * (alarms[d] ?? 0)) / clean).toFixed(1);
        return [name, `${sum.hit + sum.miss}`, percent(precision(sum)), percent(recall(sum)), f, rate];
      }),
    ),
    kinds.table(),
    table(
      'Splice test by pair',
      'Host<guest, in %; precision and recall of the rule at warning or above, then F1 of each detector.',
      ['pair', 'foreign', 'precision', 'recall', ...names.map((name) => `F1 ${name}`)],
      rows,
    ),
  ].join('\n');
}

const share = (value: number) => (100 * value).toFixed(1);
