// What the shipped word lists cost, and how much of news they know.
//
//   npx node --expose-gc bench/language/lexicon.mjs [folder of NTREX files, default ../shared/bench/ntrex]
//
// Per language: bytes of the file, milliseconds to load it (the median of nine), kB of memory that it holds, look-ups a
// second (of the words of the text, known and unknown), and the share of the text's tokens in small letters, and of
// those with a capital, that the list knows; “with English”: or the English list. Measuring only: nothing is made of
// this text.
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildData } from '../../scripts/data/build-data.mjs';
import { WORD_LANGUAGES } from '../../scripts/data/words/languages.mjs';
import { TableWords } from '../../server/src/core/text/lexicon/tableWords.ts';
import { readWordTable } from '../../server/src/core/text/lexicon/wordTable.ts';
import { splitTokens } from '../../server/src/core/text/tokens.ts';

const LOADS = 9;
const LOOK_UPS = 2_000_000;
const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const data = join(root, '.cache/language-data');
const folder = process.argv[2] ?? join(root, '../shared/bench/ntrex');
await buildData(data);

function held() {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

async function load(language) {
  const bytes = new Uint8Array(await readFile(join(data, `words/${language}.bin`)));
  const started = performance.now();
  const table = readWordTable(bytes);
  const words = new TableWords(language, table);
  return { table, words, size: bytes.length, ms: performance.now() - started };
}

/** Words of the text by letter case, in lower case and NFC. */
function tokensOf(language) {
  const path = join(folder, `${language}.jsonl`);
  if (!existsSync(path)) return undefined;
  const small = [];
  const capital = [];
  for (const line of readFileSync(path, 'utf8').trim().split('\n'))
    for (const { kind, text } of splitTokens(JSON.parse(line).text)) {
      if (kind !== 'word') continue;
      const word = text.toLowerCase().normalize('NFC');
      (word === text.normalize('NFC') ? small : capital).push(word);
    }
  return { small, capital };
}

const percent = (part, whole) => (whole === 0 ? '–' : ((100 * part) / whole).toFixed(2));
const english = (await load('en')).words;
console.log(
  '| language | words | kB | load ms | held kB | look-ups/s | small % | with English % | capital % |',
);
console.log('|---|---|---|---|---|---|---|---|---|');
for (const language of WORD_LANGUAGES) {
  const before = held();
  const list = await load(language);
  const memory = held() - before;
  const times = [list.ms];
  while (times.length < LOADS) times.push((await load(language)).ms);
  const ms = times.sort((a, b) => a - b)[LOADS >> 1];
  const tokens = tokensOf(language);
  const knows = (words) => words.filter((word) => list.words.commonness(word) > 0).length;
  let row = [
    language + (list.words.thorough ? ' (thorough)' : ''),
    list.table.size,
    (list.size / 1e3).toFixed(0),
  ];
  row = [...row, ms.toFixed(2), globalThis.gc ? (memory / 1e3).toFixed(0) : '–'];
  if (tokens) {
    const { small, capital } = tokens;
    const started = performance.now();
    for (let i = 0; i < LOOK_UPS; i++) list.words.commonness(small[i % small.length]);
    row.push(`${((LOOK_UPS / (performance.now() - started)) * 1e-3).toFixed(1)} M`);
    const either = small.filter(
      (word) => list.words.commonness(word) > 0 || english.commonness(word) > 0,
    ).length;
    row.push(percent(knows(small), small.length), percent(either, small.length));
    row.push(percent(knows(capital), capital.length));
  } else row.push('–', '–', '–', '–');
  console.log(`| ${row.join(' | ')} |`);
}
