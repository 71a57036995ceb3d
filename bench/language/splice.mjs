// How well the identifier finds sentences of another language, and how often it reports one that is not.
//
//   node bench/language/splice.mjs [folder of NTREX files, default ../shared/bench/ntrex]
//
// Documents of 15 consecutive sentences get 1–3 of them replaced by the same sentence in another language. The
// document's language is not told: `articleLanguage` finds it. Nothing here is random: the seed is fixed.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildData } from '../../scripts/data/build-data.mjs';
import { readCommonWords } from '../../server/src/core/text/commonWords.ts';
import { articleLanguage } from '../../server/src/core/text/language/articleLanguage.ts';
import { confusableWith } from '../../server/src/core/text/language/confusables.ts';
import { readEld } from '../../server/src/core/text/language/eld.ts';
import { createFasttext } from '../../server/src/core/text/language/fasttext.ts';
import { createIdentifier } from '../../server/src/core/text/language/identifier.ts';
import { PlainTest } from '../../server/src/core/text/language/plainly.ts';
import { Paragraph } from '../../server/src/core/text/paragraph.ts';
import { SPLICE_PAIRS } from './splicePairs.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const folder = process.argv[2] ?? join(root, '../shared/bench/ntrex');
if (!existsSync(folder)) {
  console.error(`There is no ${folder}: pass a folder of NTREX files, one <language>.jsonl each.`);
  process.exit(2);
}
const LENGTH = 15;
const dataDir = join(root, '.cache/language-data');
await buildData(dataDir);
const commonWords = readCommonWords(readFileSync(join(dataDir, 'common-words.txt')));
const data = {
  eld: readFileSync(join(dataDir, 'eld.bin')),
  fasttext: readFileSync(join(dataDir, 'lid.176.ftz')),
};

const texts = new Map();
for (const file of readdirSync(folder).filter((name) => name.endsWith('.jsonl'))) {
  const rows = readFileSync(join(folder, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  texts.set(basename(file, '.jsonl'), rows);
}

let seed = 20_240_601;
const random = (below) => {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
  return (seed >>> 8) % below;
};

/** Documents of a host language with sentences of a guest put in; `guest` undefined: untouched. */
function documents(host, guest) {
  const rows = texts.get(host);
  const others = guest ? new Map(texts.get(guest).map((row) => [row.sentence, row.text])) : undefined;
  const made = [];
  for (let from = 0; from + LENGTH <= rows.length; from += LENGTH) {
    const sentences = rows
      .slice(from, from + LENGTH)
      .map((row) => ({ text: row.text, foreign: false, id: row.sentence }));
    for (let n = guest ? 1 + random(3) : 0; n > 0; n--) {
      const place = random(LENGTH);
      const other = others.get(sentences[place].id);
      if (other) sentences[place] = { ...sentences[place], text: other, foreign: true };
    }
    made.push(sentences);
  }
  return made;
}

const pair = createIdentifier(data, commonWords);
const unaided = createIdentifier(data);
const plain = new PlainTest(commonWords);
const eldTable = readEld(data.eld);
const fasttext = createFasttext(data.fasttext);

function best(languages, values, group) {
  let own = 0;
  let other = 0;
  languages.forEach((language, i) => {
    if (group.has(language)) own = Math.max(own, values[i]);
    else other = Math.max(other, values[i]);
  });
  return [own, other];
}

const DETECTORS = {
  'eld and fastText': (text, own) => pair.foreign(text, own) !== undefined,
  'without skipping': (text, own) => unaided.foreign(text, own) !== undefined,
  'eld alone': (text, own) => {
    const values = new Float64Array(eldTable.languages.length);
    eldTable.score(text, values);
    const [mine, other] = best(eldTable.languages, values, confusableWith(own));
    return other - mine >= 0.08;
  },
  'fastText alone': (text, own) => {
    const values = new Float64Array(fasttext.languages.length);
    fasttext.score(text, values);
    const [mine, other] = best(fasttext.languages, values, confusableWith(own));
    return Math.log(other) - Math.log(mine) >= 2;
  },
};

const languageOf = (sentences) =>
  articleLanguage(
    sentences.map((sentence, index) => ({ paragraph: new Paragraph(sentence.text), start: 0, index })),
    pair,
    undefined,
  ).language;

const f1 = ({ hit, miss, wrong }) => (100 * 2 * hit) / (2 * hit + miss + wrong || 1);
const total = new Map(Object.keys(DETECTORS).map((name) => [name, { hit: 0, miss: 0, wrong: 0 }]));
let wrongLanguage = 0;
console.log(
  `pair      ${Object.keys(DETECTORS)
    .map((name) => `F1 ${name}`.padEnd(22))
    .join('')}`,
);
for (const name of SPLICE_PAIRS.filter((p) => p.split('<').every((language) => texts.has(language)))) {
  const [host, guest] = name.split('<');
  const own = new Map(Object.keys(DETECTORS).map((detector) => [detector, { hit: 0, miss: 0, wrong: 0 }]));
  for (const sentences of documents(host, guest)) {
    const language = languageOf(sentences);
    if (!confusableWith(language).has(host)) wrongLanguage++;
    for (const [detector, isForeign] of Object.entries(DETECTORS)) {
      for (const sentence of sentences) {
        const found = isForeign(sentence.text, language);
        const kind =
          found && sentence.foreign ? 'hit' : found ? 'wrong' : sentence.foreign ? 'miss' : undefined;
        if (!kind) continue;
        own.get(detector)[kind]++;
        total.get(detector)[kind]++;
        if (process.env.SHOW && detector === 'eld and fastText' && kind !== 'hit') {
          console.log(`  ${kind} in ${language}: ${sentence.text}`);
        }
      }
    }
  }
  console.log(
    `${name.padEnd(10)}${[...own.values()].map((counts) => f1(counts).toFixed(2).padEnd(22)).join('')}`,
  );
}
console.log(`pooled    ${[...total.values()].map((counts) => f1(counts).toFixed(2).padEnd(22)).join('')}`);
for (const [name, { hit, miss, wrong }] of total) {
  console.log(
    `${name}: precision ${((100 * hit) / (hit + wrong)).toFixed(2)}, recall ${((100 * hit) / (hit + miss)).toFixed(2)}`,
  );
}
console.log(`documents whose language was taken for another: ${wrongLanguage}\n`);

console.log('false alarms per 1,000 sentences of untouched documents');
for (const [name, isForeign] of Object.entries(DETECTORS)) {
  let alarms = 0;
  let seen = 0;
  const worst = new Map();
  for (const language of texts.keys()) {
    for (const sentence of documents(language).flat()) {
      seen++;
      if (!isForeign(sentence.text, language)) continue;
      alarms++;
      worst.set(language, (worst.get(language) ?? 0) + 1);
      if (process.env.SHOW && name === 'eld and fastText')
        console.log(`  alarm in ${language}: ${sentence.text}`);
    }
  }
  const list = [...worst]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 4)
    .map(([l, n]) => `${l} ${n}`)
    .join(', ');
  console.log(
    `${name.padEnd(18)}${((1_000 * alarms) / seen).toFixed(2)} (${alarms} of ${seen}: ${list || 'none'})`,
  );
}

console.log('\nsentences that are skipped as plainly in the article’s language, in per cent');
const share = (language, own) => {
  const rows = texts.get(language);
  return (100 * rows.filter((row) => plain.isPlainlyIn(own, row.text)).length) / rows.length;
};
let falseSkips = 0;
let combinations = 0;
for (const own of texts.keys()) {
  const others = [...texts.keys()].filter((language) => !confusableWith(own).has(language));
  const wrong = others.map((language) => share(language, own));
  falseSkips += wrong.reduce((sum, one) => sum + one, 0);
  combinations += wrong.length;
  console.log(
    `${own.padEnd(4)}own ${share(own, own).toFixed(1).padEnd(6)}others ${(wrong.reduce((a, b) => a + b, 0) / wrong.length).toFixed(3)}, at most ${Math.max(...wrong).toFixed(2)}`,
  );
}
console.log(`others, mean of all pairs: ${(falseSkips / combinations).toFixed(4)}`);

console.log('\nspeed, one core');
for (const [name, rows, ask] of [
  ['identify, all languages', [...texts.values()].flat(), (text) => pair.identify(text)],
  ['foreign in id, Indonesian', texts.get('id'), (text) => pair.foreign(text, 'id')],
  ['foreign in vi, Vietnamese', texts.get('vi'), (text) => pair.foreign(text, 'vi')],
  ['without skipping, Indonesian', texts.get('id'), (text) => unaided.foreign(text, 'id')],
  ['without skipping, all in id', [...texts.values()].flat(), (text) => unaided.foreign(text, 'id')],
]) {
  const bytes = rows.reduce((sum, row) => sum + Buffer.byteLength(row.text), 0);
  const rounds = Math.ceil(20_000 / rows.length);
  for (const row of rows.slice(0, 4_000)) ask(row.text);
  const start = process.cpuUsage();
  for (let round = 0; round < rounds; round++) for (const row of rows) ask(row.text);
  const used = process.cpuUsage(start);
  const seconds = (used.user + used.system) / 1e6;
  const perSecond = `${Math.round((rounds * rows.length) / seconds)} sentences/s`;
  console.log(
    `${name.padEnd(30)}${perSecond.padEnd(24)}${((rounds * bytes) / seconds / 1e6).toFixed(1)} MB/s`,
  );
}
