/**
 * The gazetteer at growing numbers of names, beside modern-ahocorasick and a Map of phrases in the same run:
 *
 *     node bench/entities/gazetteer.mjs [--quick] [--large]
 *
 * `--large` adds ten million names (some minutes), `--quick` leaves out a million. Names are made up from syllables and
 * the text is the sample corpus with a name for each thirtieth word, always the same. Each measurement is a process of
 * its own: what it holds is what its names need.
 */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPeers } from '../installPeers.ts';

const LOADS = 5;
/** Above this many names a peer needs more memory, or more minutes, than it is worth. */
const MOST_FOR_PEERS = { map: 1_000_000, aho: 100_000 };
const counts = [1_000, 100_000];
if (!process.argv.includes('--quick')) counts.push(1_000_000);
const rows = counts.map((count) => [count, 'latin']);
// With 100,000 names both peers can be asked in mixed scripts too.
rows.push([100_000, 'mixed']);
if (counts.at(-1) !== 100_000) rows.push([counts.at(-1), 'mixed']);
if (process.argv.includes('--large')) rows.push([10_000_000, 'latin']);

function run(...args) {
  const child = spawnSync(
    process.execPath,
    [
      '--expose-gc',
      '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON',
      '--max-old-space-size=12000',
      join(import.meta.dirname, 'gazetteerRun.mjs'),
      ...args.map(String),
    ],
    { encoding: 'utf8', maxBuffer: 1e8 },
  );
  if (child.status === 0) return JSON.parse(child.stdout);
  console.error(`${args.join(' ')}: ${child.stderr.trim().split('\n').slice(-12).join('\n')}`);
  return undefined;
}

function table(title, head, body) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const lines = [line(head), line(head.map((_, i) => (i < 2 ? '---' : '---:'))), ...body.map(line)];
  console.log(`\n### ${title}\n\n${lines.join('\n')}`);
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const number = (value, digits = 0) => (value === undefined ? '–' : value.toFixed(digits));
const named = ([count, kind]) => [count.toLocaleString('en'), kind];

/** How many processes want to run, over the last minute: figures of a busy machine are to be read with it. */
const load = () => `${loadavg()[0].toFixed(1)} on ${availableParallelism()} processors`;
console.log(`Load of the machine before: ${load()}`);
const peers = installPeers(join(import.meta.dirname, 'peers'));
const folder = mkdtempSync(join(tmpdir(), 'pressmark-names-'));
const built = [];
const speeds = [];
try {
  for (const [count, kind] of rows) {
    console.error(`${count} ${kind} ...`);
    const file = join(folder, 'names.bin');
    const build = run('build', file, count, kind);
    const loads = Array.from({ length: LOADS }, () => run('load', file, count, kind));
    const own = run('match', file, count, kind);
    built.push([
      ...named([count, kind]),
      number(build.cpuS, 1),
      number((build.cpuS * 1e6) / count, 1),
      number(build.mostMB),
      number(build.fileMB, 1),
      number(median(loads.map(({ ms }) => ms))),
      number(median(loads.map(({ cpuMs }) => cpuMs))),
      number(median(loads.map(({ MB }) => MB))),
      number(median(loads.map(({ mostMB }) => mostMB))),
      number(own.lookupUs, 1),
      number(own.searchMs),
    ]);
    const others = {
      map: count <= MOST_FOR_PEERS.map ? run('peer', 'map', count, kind) : undefined,
      aho: peers && count <= MOST_FOR_PEERS.aho ? run('peer', 'aho', count, kind) : undefined,
    };
    const [small, large] = own.texts;
    const ratio = (other) => (other ? `${number(large.cpuSpeed / other.texts[1].cpuSpeed, 1)}×` : '–');
    speeds.push([
      ...named([count, kind]),
      number(small.speed, 1),
      number(small.cpuSpeed, 1),
      number(large.speed, 1),
      number(large.cpuSpeed, 1),
      number(own.reference),
      String(large.found),
      ...['map', 'aho'].flatMap((name) => {
        const other = others[name];
        return [
          number(other?.s, 1),
          number(other?.MB),
          number(other?.texts[1].cpuSpeed, 1),
          String(other?.texts[1].found ?? '–'),
          ratio(other),
        ];
      }),
    ]);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

table(
  'Compiling and loading',
  [
    'names',
    'script',
    'build CPU s',
    'µs a name',
    'most MB',
    'file MB',
    'load ms',
    'CPU ms',
    'its MB',
    'most MB',
    'lookup µs',
    'search CPU ms',
  ],
  built,
);
const peerHead = (name) => [`${name}: build s`, 'its MB', 'MB/s of CPU', 'found', 'we are'];
table(
  'Matching',
  [
    'names',
    'script',
    '0.2 MB: MB/s',
    'of CPU',
    '4 MB: MB/s',
    'of CPU',
    'reference ms',
    'found',
    ...peerHead('Map'),
    ...peerHead('modern-ahocorasick'),
  ],
  speeds,
);
console.log(`\nLoad of the machine after: ${load()}`);
