/**
 * Recall and precision of the built-in countries and territories on clean text in 18 languages, over sentences of NTREX
 * that were judged by reading: `node bench/entities/ntrex.mjs [--verbose]`. The sentences stand beside the project and
 * are only measured; ntrex-verdicts.jsonl holds hashes of them and of the judged places.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildGazetteer } from '../../server/src/core/entities/gazetteer.ts';
import { mentionsIn } from '../../server/src/core/entities/recognition/recognise.ts';
import { TERRITORY_LANGUAGES, territories } from '../../server/src/core/entities/territories.ts';

const GOAL = { recall: 0.97, precision: 0.98 };
const verbose = process.argv.includes('--verbose');
const folder = sentencesBeside(import.meta.dirname);
if (folder === undefined) {
  console.log('ntrex: the sentences are not beside this copy of the project');
  process.exit(0);
}

/** First 64 bits of SHA-256, in hexadecimal digits. */
const hash = (text) => createHash('sha256').update(text).digest('hex').slice(0, 16);
const verdicts = readFileSync(join(import.meta.dirname, 'ntrex-verdicts.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));
const gazetteer = buildGazetteer(territories(TERRITORY_LANGUAGES));
const rows = new Map();
/** Each sample was drawn and judged after names and rules had been mended by those before it. */
const samples = [empty(), empty(), empty()];
const lists = { missed: [], wrong: [], unjudged: [] };
const asked = new Map(verdicts.map((row) => [`${row.language} ${row.sentence}`, row]));
const seen = new Set();
for (const language of [...new Set(verdicts.map((row) => row.language))].sort()) {
  for (const line of readFileSync(join(folder, `${language}.jsonl`), 'utf8')
    .trim()
    .split('\n')) {
    const text = JSON.parse(line).text.trim();
    const key = `${language} ${hash(`${language}\n${text}`)}`;
    const judged = asked.get(key);
    if (judged === undefined || seen.has(key)) continue;
    seen.add(key);
    score(language, text, judged);
  }
}

console.log('language  sentences  names  found   recall  mentions  right  wrong  unjudged  precision');
const all = empty();
for (const [language, row] of rows) {
  show(language, row);
  for (const name of Object.keys(all)) all[name] += row[name];
}
samples.forEach((sample, i) => {
  show(`sample ${i + 1}`, sample);
});
show('together', all);
if (seen.size < verdicts.length) console.log(`${verdicts.length - seen.size} judged sentences were not met`);
if (lists.unjudged.length > 0 && !verbose) {
  console.log(`${lists.unjudged.length} places found have no verdict and count as wrong: see --verbose`);
}
if (verbose) for (const [name, list] of Object.entries(lists)) console.log(`\n${name}:\n${list.join('\n')}`);
const short = recall(all) < GOAL.recall || precision(all) < GOAL.precision || seen.size < verdicts.length;
console.log(
  `goals: recall ≥ ${GOAL.recall}, precision ≥ ${GOAL.precision}: ${short ? 'not reached' : 'reached'}`,
);
process.exitCode = short ? 1 : 0;

function score(language, text, { places, sample }) {
  if (!rows.has(language)) rows.set(language, empty());
  const row = rows.get(language);
  const tallies = [row, samples[sample - 1] ?? empty()];
  add(tallies, 'sentences');
  const byHash = new Map(places.flatMap((place) => place.spans.map((span) => [span, place])));
  const found = new Set();
  for (const mention of mentionsIn(gazetteer, text, language)) {
    const entity = gazetteer.entity(mention.entityId);
    if (entity?.type !== 'GPE') continue; // the European Union and the United Nations
    add(tallies, 'mentions');
    const [start, end] = [mention.start, mention.end].map((at) => [...text.slice(0, at)].length);
    const place = byHash.get(hash(`${language}\n${text}\n${start}-${end}`));
    const said = `${language}  ${text.slice(mention.start, mention.end)} → ${entity.name}  | ${text.slice(0, 90)}`;
    if (place === undefined) {
      add(tallies, 'unjudged');
      lists.unjudged.push(said);
    } else if (place.verdict === 'wrong') {
      add(tallies, 'wrong');
      lists.wrong.push(said);
    } else {
      add(tallies, 'right');
      found.add(place);
    }
  }
  for (const place of places) {
    if (place.verdict !== 'name') continue;
    add(tallies, 'names');
    if (found.has(place)) add(tallies, 'found');
    else lists.missed.push(`${language}  ${judgedText(language, text, place)}  | ${text.slice(0, 90)}`);
  }
}

/** What stands at a judged place, found again by its hash. */
function judgedText(language, text, { spans }) {
  const points = [...text];
  for (let start = 0; start < points.length; start++) {
    for (let end = start + 1; end <= points.length && end - start < 60; end++) {
      if (hash(`${language}\n${text}\n${start}-${end}`) === spans[0])
        return points.slice(start, end).join('');
    }
  }
  return '?';
}

function add(tallies, name) {
  for (const tally of tallies) tally[name]++;
}

function empty() {
  return { sentences: 0, names: 0, found: 0, mentions: 0, right: 0, wrong: 0, unjudged: 0 };
}

function recall(row) {
  return row.names === 0 ? 1 : row.found / row.names;
}

function precision(row) {
  return row.mentions === 0 ? 1 : row.right / row.mentions;
}

function show(name, row) {
  const cells = [
    row.sentences,
    row.names,
    row.found,
    recall(row),
    row.mentions,
    row.right,
    row.wrong,
    row.unjudged,
    precision(row),
  ];
  const widths = [10, 6, 6, 8, 9, 6, 6, 9, 10];
  const written = cells.map((cell, i) =>
    (i === 3 || i === 8 ? cell.toFixed(3) : String(cell)).padStart(widths[i] ?? 0),
  );
  console.log(`${name.padEnd(9)}${written.join(' ')}`);
}

function sentencesBeside(from) {
  for (let at = from; ; at = dirname(at)) {
    const folder = join(at, 'shared/bench/ntrex');
    if (existsSync(folder)) return folder;
    if (at === dirname(at)) return undefined;
  }
}
