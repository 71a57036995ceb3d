import type { Checker } from './checker.ts';
import { type Recall, recallOf } from './recall.ts';
import type { Texts } from './texts.ts';

interface Options {
  readonly languages: readonly string[];
  readonly operators: readonly string[] | undefined;
  readonly seed: number;
}

/** Table 1: recall of every operator in every language. */
export async function recallTable(texts: Texts, checker: Checker, options: Options): Promise<string> {
  const rows = new Map<string, Map<string, Recall>>();
  for (const language of options.languages) {
    for await (const recall of recallOf(texts, checker, { ...options, language })) {
      const { name } = recall.operator;
      process.stderr.write(`\r\u001b[Krecall ${language} ${name}`);
      rows.set(name, (rows.get(name) ?? new Map<string, Recall>()).set(language, recall));
    }
  }
  process.stderr.write('\r\u001b[K');
  const lines = [...rows].map(([name, cells]) => {
    const [first] = cells.values();
    const shown = options.languages.map((language) => cell(cells.get(language)));
    return `| ${name}${first?.operator.quiet ? ' (hint)' : ''} | ${shown.join(' | ')} | ${first?.operator.codes.join(', ')} |`;
  });
  return [
    '## Recall by operator',
    '',
    'Any level / at warning or above / with the right code, in %, of n damaged sentences.',
    '',
    `| operator | ${options.languages.join(' | ')} | right codes |`,
    `|---|${options.languages.map(() => '---|').join('')}---|`,
    ...lines,
    '',
  ].join('\n');
}

function cell(recall: Recall | undefined): string {
  if (!recall || recall.damaged === 0) return '–';
  const share = (count: number) => Math.round((100 * count) / recall.damaged);
  return `${share(recall.any)}/${share(recall.loud)}/${share(recall.right)} (${recall.damaged})`;
}
