/**
 * Importing names: MB/s and names/s of each reader on made-up files, from the file to the cache, and the memory of the
 * process that does it.
 *
 *     npx node bench/entities/import.mjs [--names 1000000] [--only paranames,csv] [--keep]
 *
 * Each source has as many names, made up, three for each entity (in id, vi, en); `.gz` is the same file packed. Each is
 * imported by a process of its own, so that the largest resident memory is that of the one import; `joining` is the part
 * after reading. `--keep` leaves the files in the folder that the first line names.
 */
import { spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createGzip } from 'node:zlib';
import { importDisk } from '../../server/src/disk/importDisk.ts';
import { importNames } from '../../server/src/service/entities/importing/importNames.ts';

const { values } = parseArgs({
  options: {
    names: { type: 'string', default: '1000000' },
    only: { type: 'string' },
    keep: { type: 'boolean', default: false },
    /** Used for the processes that this one starts. */
    run: { type: 'string' },
  },
});

async function table(names) {
  const folder = mkdtempSync(join(tmpdir(), 'pressmark-bench-import-'));
  if (values.keep) console.log(folder);
  console.log(`${names} names of ${Math.floor(names / 3)} entities, made up\n`);
  console.log('| source | MB | s | MB/s | names/s | joining, s | cache, MB | resident, MB |');
  console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
  const wanted = values.only?.split(',');
  for (const [name, rows] of SOURCES) {
    if (wanted && !wanted.some((w) => name.startsWith(w))) continue;
    const path = join(folder, name.replace(/\.gz$/, ''));
    await pipeline(chunks(rows(Math.floor(names / 3))), createWriteStream(path));
    const plain = statSync(path).size;
    if (name.endsWith('.gz')) {
      await pipeline(createReadStream(path), createGzip({ level: 6 }), createWriteStream(`${path}.gz`));
      rmSync(path);
    }
    row(name, plain, runAlone(join(folder, name)));
    if (!values.keep) rmSync(join(folder, name));
  }
  if (!values.keep) rmSync(folder, { recursive: true });
}

function runAlone(path) {
  const done = spawnSync(process.execPath, [import.meta.filename, '--run', path], { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(done.stderr);
  return JSON.parse(done.stdout);
}

function row(name, plain, { seconds, joining, names, cache, resident }) {
  const mb = plain / 1e6;
  const cells = [
    mb.toFixed(0),
    seconds.toFixed(1),
    (mb / seconds).toFixed(1),
    Math.round(names / seconds / 1000) * 1000,
  ];
  console.log(
    `| ${[name, ...cells, joining.toFixed(1), (cache / 1e6).toFixed(1), resident.toFixed(0)].join(' | ')} |`,
  );
}

async function imported(path) {
  const folder = `${path}.cache`;
  const disk = importDisk(true, folder);
  const host = { now: () => performance.now(), pause: () => setImmediate(), log: () => {} };
  let read = 0;
  const start = performance.now();
  const outcome = await importNames(
    { sources: [path], name: 'made', output: disk.cachePath('made'), choice: {} },
    {
      host,
      disk,
      cancel: { isCancellationRequested: false },
      progress(phase) {
        if (phase === 'joining' && read === 0) read = performance.now();
      },
    },
  );
  const end = performance.now();
  rmSync(folder, { recursive: true });
  if ('stopped' in outcome) throw new Error(JSON.stringify(outcome.stopped));
  return {
    seconds: (end - start) / 1000,
    joining: (end - read) / 1000,
    names: outcome.report.names,
    cache: outcome.bytes,
    resident: process.resourceUsage().maxRSS / 1024,
  };
}

async function* chunks(rows) {
  let text = '';
  for (const line of rows) {
    text += line;
    if (text.length < 1 << 18) continue;
    yield text;
    text = '';
  }
  yield text;
}

/** A word of made-up syllables, another one for each number. */
function word(i) {
  const syllables = [
    'ka',
    'ro',
    'min',
    'tu',
    'sel',
    'dan',
    'wi',
    'pra',
    'no',
    'gus',
    'la',
    'het',
    'bo',
    'zir',
    'mu',
    'ya',
  ];
  let text = '';
  for (let rest = i + 17; rest > 0; rest = Math.floor(rest / 16)) text += syllables[rest % 16];
  return text[0].toUpperCase() + text.slice(1);
}

function entity(i) {
  const [first, second] = [word((i * 7919) % 50_021), word(i)];
  return {
    id: `Q${i + 1}`,
    type: i % 3 === 0 ? 'PER' : i % 3 === 1 ? 'ORG' : 'LOC',
    en: `${first} ${second}`,
    id_: `${second} ${first}`,
    vi: `Nguyễn ${first} ${second}`,
  };
}

function* paraNames(count) {
  yield 'wikidata_id\teng\tlabel\tlanguage\ttype\n';
  for (let i = 0; i < count; i++) {
    const e = entity(i);
    yield `${e.id}\t${e.en}\t${e.en}\ten\t${e.type}\n${e.id}\t${e.en}\t${e.id_}\tid\t${e.type}\n${e.id}\t${e.en}\t${e.vi}\tvi\t${e.type}\n`;
  }
}

function* jrc(count) {
  for (let i = 0; i < count; i++) {
    const e = entity(i);
    for (const [language, name] of [
      ['u', e.en],
      ['id', e.id_],
      ['vi', e.vi],
    ])
      yield `${i + 1}\t${e.type === 'ORG' ? 'O' : 'P'}\t${language}\t${name.replaceAll(' ', '+')}\n`;
  }
}

function* csv(count) {
  yield 'id,type,name:en,name:id,name:vi,description:en\n';
  for (let i = 0; i < count; i++) {
    const e = entity(i);
    yield `${e.id},${e.type},${e.en},"${e.id_}",${e.vi},"Made up, number ${i}"\n`;
  }
}

function* jsonLines(count) {
  for (let i = 0; i < count; i++) {
    const e = entity(i);
    yield `${JSON.stringify({ id: e.id, type: e.type, name: e.en, names: { en: [e.en], id: [e.id_], vi: [e.vi] } })}\n`;
  }
}

function* wikidata(count) {
  yield '[\n';
  const filler = Array.from({ length: 12 }, (_, i) => statement(`P${i + 100}`, `Q${i + 5000}`));
  for (let i = 0; i < count; i++) {
    const e = entity(i);
    const item = {
      type: 'item',
      id: e.id,
      labels: { en: term('en', e.en), id: term('id', e.id_), vi: term('vi', e.vi) },
      descriptions: { en: term('en', `made up, number ${i}`) },
      aliases: {},
      claims: {
        P31: [statement('P31', e.type === 'PER' ? 'Q5' : e.type === 'ORG' ? 'Q43229' : 'Q515')],
        P100: filler,
      },
    };
    // Most items of a dump are of no class that is asked for.
    const paper = {
      ...item,
      id: `Q${count + i + 1}`,
      claims: { P31: [statement('P31', 'Q13442814')], P100: filler },
    };
    yield `${JSON.stringify(item)},\n${JSON.stringify(paper)},\n`;
  }
  yield ']\n';
}

function term(language, value) {
  return { language, value };
}

function statement(property, id) {
  const value = { 'entity-type': 'item', 'numeric-id': Number(id.slice(1)), id };
  return {
    mainsnak: {
      snaktype: 'value',
      property,
      datavalue: { value, type: 'wikibase-entityid' },
      datatype: 'wikibase-item',
    },
    type: 'statement',
    rank: 'normal',
  };
}

const SOURCES = [
  ['paranames.tsv', paraNames],
  ['paranames.tsv.gz', paraNames],
  ['jrc.txt', jrc],
  ['table.csv', csv],
  ['entities.jsonl', jsonLines],
  ['wikidata.json.gz', wikidata],
];

if (values.run === undefined) await table(Number(values.names));
else console.log(JSON.stringify(await imported(values.run)));
