// What the rules find, what they report wrongly, and how fast they are.
//
//   npm run bench:rules -- [recall|clean|mixed|splice|speed|judge] [--language id,vi] [--operators a,b]
//                          [--rules family,family/name] [--seed N]
//
// Without a part: all but judge. Tables go to the standard output, progress to the standard error.
import { parseArgs } from 'node:util';
import { createChecker } from './checker.ts';
import { recallTable } from './recallTable.ts';
import { readTexts, textFolder } from './texts.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    language: { type: 'string' },
    operators: { type: 'string' },
    rules: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
});
const list = (value) => value?.split(',').map((item) => item.trim());
const parts = positionals.length > 0 ? positionals : ['recall'];
const folder = textFolder();
if (folder === undefined) {
  console.log('skipped: shared/bench/ntrex is not there');
  process.exit(0);
}
const texts = readTexts(folder);
const checker = await createChecker(list(values.rules));
const languages = list(values.language) ?? ['id', 'vi', 'en'];
const operators = list(values.operators);
const seed = Number(values.seed);
if (parts.includes('recall')) console.log(await recallTable(texts, checker, { languages, operators, seed }));
