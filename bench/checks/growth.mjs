// How the time of a check grows with its text: ten times the text may take thirteen times the time.
//
//   node bench/checks/growth.mjs [--gate] [--rules] [rule or family …]
//
// All rules together, on sample articles and on texts that are hard for scanners; with `--rules`, or names of some,
// each by itself. Times are medians of processor time, and what takes less than a few milliseconds says nothing and is
// passed over: of many tiny lines the first few fit the processor's cache, which looks like growth. `--gate`: fails
// above 13.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check, cpuTime, median, prepare, root, rules, setOf } from './checking.mjs';

const MOST = 13;
const SMALL = 100_000;
const TIMES = 10;
/** Milliseconds that the longer text must take at least. */
const FEWEST_MS = 10;

const folder = join(root, 'seeds/articles/id');
const news = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n');
const filled = (piece) => (units) => piece.repeat(Math.ceil(units / piece.length)).slice(0, units);
const numbered = (piece) => (units) => {
  let text = '';
  for (let i = 0; text.length < units; i++) text += piece.replace('#', String(i));
  return text.slice(0, units);
};

const TEXTS = {
  news: filled(news),
  'news on one line': filled(news.replace(/\s+/g, ' ')),
  'equal lines': filled('Warga desa itu menunggu bantuan beras sejak pagi.\n'),
  'nearly equal lines': numbered('Warga desa # menunggu bantuan beras sejak pagi.\n'),
  'short lines': numbered('Baca # Juga\n'),
  'one letter': filled('a'),
  'one capital': filled('A'),
  'letters by themselves': filled('a b c d e '),
  blanks: filled('a                    '),
  'full stops': filled('.'),
  'stops and words': filled('kata. kata '),
  commas: filled('kata, '),
  'one word': filled('kata '),
  'two words': filled('satu dua '),
  quotes: filled('“kata'),
  'straight quotes': filled(' "kata" '),
  apostrophes: filled("a'b"),
  hyphens: filled('orang- orang '),
  brackets: filled('([{'),
  tags: filled('<a href="'),
  'open tags': filled('<b'),
  comments: filled('<!--'),
  references: filled('&amp;'),
  ampersands: filled('&'),
  escapes: filled('\\u00'),
  percents: filled('a%20'),
  questions: filled('th? gi?i '),
  digits: filled('1. 500'),
  'digits in words': filled('b0lehkah h1tam '),
  capitals: filled('tHáNg '),
  humps: filled('dariBank'),
  mojibake: filled('Ã©â€œ'),
  legacy: filled('ngöôøi daân '),
  'no accents': filled('thanh pho ho chi minh '),
  syllables: filled('đưươc tăgnề '),
  marks: filled('e\u0301\u0323'),
  'zero width': filled('a\u200b\u200d'),
  controls: filled('\u0093\0'),
  lost: filled('\ufffd\ufffd a'),
  Cyrillic: filled('b\u0435ras с'),
  Chinese: filled('他说这是一个很长的句子没有空格'),
  Thai: filled('ราคาข้าวขึ้นอีกแล้ววันนี้'),
  pictures: filled('👨‍👩‍👧'),
  names: numbered('Tajiistan Wolverhampton# Wolverhamton '),
};

const chosen = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const some = rules.filter(
  ({ code }) => chosen.length === 0 || chosen.some((name) => code === name || code.startsWith(`${name}/`)),
);
const timeOf = (text, set, language) =>
  median(
    Array.from({ length: 3 }, () => {
      const prepared = prepare(text);
      return cpuTime(() => check(prepared, set, language));
    }),
  );

const found = [];
for (const [name, make] of Object.entries(TEXTS)) {
  const small = make(SMALL);
  const large = make(TIMES * SMALL);
  const language = ['legacy', 'no accents', 'syllables', 'questions'].includes(name) ? 'vi' : 'id';
  for (const [code, set] of [
    ...(chosen.length === 0 ? [['all', setOf(rules)]] : []),
    ...(chosen.length > 0 || process.argv.includes('--rules') ? some : []).map((rule) => [
      rule.code,
      setOf([rule]),
    ]),
  ]) {
    check(prepare(small), set, language);
    const prepared = prepare(large);
    if (cpuTime(() => check(prepared, set, language)) < FEWEST_MS) continue;
    const long = timeOf(large, set, language);
    const short = timeOf(small, set, language);
    found.push({ name, code, short, long, ratio: long / short });
  }
}
found.sort((a, b) => b.ratio - a.ratio);
const over = found.filter(({ ratio }) => ratio > MOST);
console.log(
  `${found.length} pairs of rule and text took ${FEWEST_MS} ms or more; above ${MOST}: ${over.length}`,
);
console.log(`${'rule'.padEnd(32)}${'text'.padEnd(24)}${'ms'.padStart(9)}${'ms, 10 ×'.padStart(10)}   ratio`);
for (const { name, code, short, long, ratio } of found.slice(0, Math.max(20, over.length)))
  console.log(
    `${code.padEnd(32)}${name.padEnd(24)}${short.toFixed(1).padStart(9)}${long.toFixed(1).padStart(10)}${ratio.toFixed(1).padStart(8)}`,
  );
if (process.argv.includes('--gate') && over.length > 0) process.exit(1);
