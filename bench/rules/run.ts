import { parseArgs } from 'node:util';
import { createChecker } from './checker.ts';
import { cleanTables } from './clean.ts';
import { listUnjudged } from './judge.ts';
import { addJudgements, readJudgements } from './judgements.ts';
import { mixedTable } from './mixed.ts';
import { OPERATORS } from './operators/operators.ts';
import { peerTables } from './peers/compare.ts';
import { recallTables } from './recallTable.ts';
import { growthTable } from './speed/growth.ts';
import { memoryTable } from './speed/memoryTable.ts';
import { throughputTables } from './speed/throughput.ts';
import { spliceTables } from './splice.ts';
import { readTexts, textFolder } from './texts.ts';

const PARTS = ['recall', 'clean', 'mixed', 'splice', 'peers', 'speed'] as const;
const MISSING =
  'skipped: the clean text is not there. It belongs into shared/bench/ntrex, beside the project or above it: NTREX (MicrosoftTranslator/NTREX, CC BY-SA 4.0), one <language>.jsonl of {document, sentence, text} for each language.';

/** Runs what the arguments ask for. Throws, with a sentence for the reader, where they ask for what there is not. */
export async function run(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      language: { type: 'string' },
      operators: { type: 'string' },
      rules: { type: 'string' },
      seed: { type: 'string', default: '1' },
      show: { type: 'string', default: '0' },
      verdicts: { type: 'string' },
    },
  });
  const operators = list(values.operators);
  refuse(positionals, ['judge', ...PARTS], 'part');
  refuse(
    operators ?? [],
    OPERATORS.map((o) => o.name),
    'operator',
  );
  if (positionals.includes('judge') && values.verdicts !== undefined) {
    console.log(`${addJudgements(values.verdicts)} judgements added`);
    return;
  }
  const folder = textFolder();
  if (folder === undefined) {
    console.log(MISSING);
    return;
  }
  const texts = readTexts(folder);
  const languages = list(values.language);
  refuse(languages ?? [], texts.languages, 'language');
  const checker = await createChecker(list(values.rules));
  const judgements = readJudgements();
  const options = {
    languages: languages ?? ['id', 'vi', 'en'],
    operators,
    seed: Number(values.seed),
    show: Number(values.show),
  };
  if (positionals.includes('judge'))
    await listUnjudged(texts, checker, judgements, languages ?? texts.languages);
  const tables = {
    recall: () => recallTables(texts, checker, options),
    clean: () => cleanTables(texts, checker, judgements, languages ?? texts.languages),
    mixed: () => mixedTable(texts, checker, judgements, options),
    splice: () => spliceTables(texts, checker, options, languages),
    peers: () => peerTables(texts, checker, options.seed),
    speed: async () =>
      [await throughputTables(texts, checker), memoryTable(), await growthTable(texts, checker)].join('\n'),
  };
  for (const part of PARTS) {
    if (positionals.length === 0 || positionals.includes(part)) console.log(await tables[part]());
  }
}

function list(value: string | undefined): string[] | undefined {
  return value?.split(',').map((item) => item.trim());
}

function refuse(wanted: readonly string[], known: readonly string[], what: string): void {
  const unknown = wanted.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Error(`There is no ${what} "${unknown}": ${known.join(', ')}.`);
}
