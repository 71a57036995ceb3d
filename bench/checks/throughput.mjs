// How fast articles are checked: MB of UTF-8 per second of one core, warm, and the cost of each rule by itself.
//
//   node bench/checks/throughput.mjs [--rules] [--gate] [--lines=1] [language …]
//
// Half of each language's sentences warm the engine up; the others are timed, as articles of 15 sentences, `--lines`
// of them on a line. All rules with their defaults, splitting and finding the language included. With `--rules` a
// table of microseconds per kB by rule follows, of which 2 to 3 are the table's own. `--gate`: fails below 5 MB/s.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check, cpuTime, median, prepare, root, rules, setOf } from './checking.mjs';

const folder = join(root, '../shared/bench/ntrex');
if (!existsSync(folder)) {
  console.error(`There is no ${folder}: put NTREX files there, one <language>.jsonl each.`);
  process.exit(2);
}
const TARGET = 5;
const SENTENCES = 15;
const flags = process.argv.slice(2).filter((argument) => argument.startsWith('--'));
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const perLine = Number(flags.find((flag) => flag.startsWith('--lines='))?.slice(8) ?? 1);
const languages = readdirSync(folder)
  .map((name) => name.replace('.jsonl', ''))
  .filter((language) => wanted.length === 0 || wanted.includes(language));

function articlesOf(rows) {
  const articles = [];
  for (let from = 0; from < rows.length; from += SENTENCES) {
    const sentences = rows.slice(from, from + SENTENCES);
    const lines = [];
    for (let at = 0; at < sentences.length; at += perLine)
      lines.push(sentences.slice(at, at + perLine).join(' '));
    articles.push(lines.join('\n'));
  }
  return articles;
}

const texts = new Map(
  languages.map((language) => {
    const rows = readFileSync(join(folder, `${language}.jsonl`), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).text.trim());
    const half = rows.length >> 1;
    return [language, { warm: articlesOf(rows.slice(0, half)), timed: articlesOf(rows.slice(half)) }];
  }),
);
const bytesOf = (articles) => articles.reduce((sum, text) => sum + Buffer.byteLength(text), 0);

const all = setOf(rules);
for (let round = 0; round < 4; round++)
  for (const { warm } of texts.values()) for (const text of warm) check(prepare(text), all);

console.log(`MB/s, ${rules.length} rules, ${perLine} sentence(s) on a line`);
let bytes = 0;
let milliseconds = 0;
for (const [language, { timed }] of texts) {
  const times = Array.from({ length: 5 }, () =>
    cpuTime(() => {
      for (const text of timed) check(prepare(text), all);
    }),
  );
  const time = median(times);
  bytes += bytesOf(timed);
  milliseconds += time;
  console.log(`${language.padEnd(6)}${(bytesOf(timed) / time / 1000).toFixed(2)}`);
}
const total = bytes / milliseconds / 1000;
console.log(`all   ${total.toFixed(2)}`);

if (flags.includes('--rules')) {
  const costs = rules.map((rule) => {
    const set = setOf([rule]);
    const byLanguage = [...texts].map(([language, { timed }]) => {
      const times = Array.from({ length: 5 }, () => {
        const prepared = timed.map(prepare);
        // What all rules share is not one rule's.
        for (const { paragraphs } of prepared)
          for (const { paragraph } of paragraphs) {
            void paragraph.tokens;
            void paragraph.signs;
            paragraph.sentences(language);
          }
        return cpuTime(() => {
          for (const one of prepared) check(one, set, language);
        });
      });
      return (median(times) * 1e6) / bytesOf(timed);
    });
    return { code: rule.code, byLanguage, mean: byLanguage.reduce((a, b) => a + b, 0) / byLanguage.length };
  });
  const row = (name, cells) => console.log(name.padEnd(34) + cells.map((c) => c.padStart(6)).join(''));
  console.log(`\nmicroseconds per kB; ${1000 / TARGET} for all rules together are ${TARGET} MB/s`);
  row('', ['mean', ...texts.keys()]);
  for (const { code, byLanguage, mean } of costs.sort((a, b) => b.mean - a.mean))
    row(
      code,
      [mean, ...byLanguage].map((value) => value.toFixed(1)),
    );
}
if (flags.includes('--gate') && total < TARGET) process.exit(1);
