// What the rules find, what they report wrongly, and how fast they are.
//
//   npm run bench:rules -- [recall|clean|mixed|splice|peers|speed|judge] [--language id,vi] [--operators a,b]
//                          [--rules family,family/name] [--seed N] [--show N] [--verdicts file]
//
// Without a part: all but judge. `--show N` shows N missed cases of each operator or pair.
// Tables go to the standard output, progress to the standard error.
import { parseArgs } from 'node:util';
import { createChecker } from './checker.ts';
import { cleanTables } from './clean.ts';
import { listUnjudged } from './judge.ts';
import { addJudgements, readJudgements } from './judgements.ts';
import { mixedTable } from './mixed.ts';
import { peerTables } from './peers/compare.ts';
import { recallTables } from './recallTable.ts';
import { growthTable } from './speed/growth.ts';
import { memoryTable } from './speed/memoryTable.ts';
import { throughputTables } from './speed/throughput.ts';
import { spliceTables } from './splice.ts';
import { readTexts, textFolder } from './texts.ts';

const PARTS = ['recall', 'clean', 'mixed', 'splice', 'peers', 'speed'];
const { values, positionals } = parseArgs({
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
const list = (value) => value?.split(',').map((item) => item.trim());
const unknown = positionals.find((part) => part !== 'judge' && !PARTS.includes(part));
if (unknown !== undefined) {
  console.error(`There is no part "${unknown}": ${[...PARTS, 'judge'].join(', ')}.`);
  process.exit(2);
}
if (positionals.includes('judge') && values.verdicts !== undefined) {
  console.log(`${addJudgements(values.verdicts)} judgements added`);
  process.exit(0);
}
const folder = textFolder();
if (folder === undefined) {
  console.log(
    'skipped: the clean text is not there. It belongs into shared/bench/ntrex, beside the project or above it: NTREX (MicrosoftTranslator/NTREX, CC BY-SA 4.0), one <language>.jsonl of {document, sentence, text} for each language.',
  );
  process.exit(0);
}

const texts = readTexts(folder);
const checker = await createChecker(list(values.rules));
const judgements = readJudgements();
const languages = list(values.language);
const deep = languages ?? ['id', 'vi', 'en'];
const options = {
  languages: deep,
  operators: list(values.operators),
  seed: Number(values.seed),
  show: Number(values.show),
};
const tables = {
  recall: () => recallTables(texts, checker, options),
  clean: () => cleanTables(texts, checker, judgements, languages ?? texts.languages),
  mixed: () => mixedTable(texts, checker, judgements, options),
  splice: () => spliceTables(texts, checker, options, languages),
  peers: () => peerTables(texts, checker, options.seed),
  speed: async () =>
    [await throughputTables(texts, checker), memoryTable(), await growthTable(texts, checker)].join('\n'),
};
if (positionals.includes('judge'))
  await listUnjudged(texts, checker, judgements, languages ?? texts.languages);
for (const part of PARTS) {
  const wanted = positionals.length === 0 || positionals.includes(part);
  if (wanted && tables[part]) console.log(await tables[part]());
}
