/**
 * One measurement in a process of its own, as JSON on the standard output; started by gazetteer.mjs.
 * `build FILE COUNT KIND` · `load FILE COUNT KIND` · `match FILE COUNT KIND` · `peer NAME COUNT KIND`
 */

import { closeSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { gazetteerOf } from '../../server/src/core/entities/gazetteer.ts';
import { SegmentBuilder } from '../../server/src/core/entities/names/segmentBuilder.ts';
import { decodeSegment, encodeSegment } from '../../server/src/core/entities/names/segmentFile.ts';
import { finish } from '../../server/src/core/steps.ts';
import { entityOf, nameOf, textOf } from './madeUpNames.mjs';

const [what, file, countText, kind] = process.argv.slice(2);
const count = Number(countText);
const mixed = kind === 'mixed';
const TEXTS = [200_000, 4_000_000];
const ROUNDS = 4;

/** What the process holds after everything that is not used was given back. */
function residentMB() {
  for (let i = 0; i < 3; i++) globalThis.gc();
  return process.memoryUsage().rss / 1e6;
}

/** Wall time and processor time of all threads, which a busy machine changes less. */
function milliseconds(run) {
  const before = process.cpuUsage();
  const start = performance.now();
  const value = run();
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { value, ms, cpuMs: (user + system) / 1000 };
}

/** Processor time of a loop that only multiplies: how fast the machine is just now. */
function referenceMs() {
  let hash = 0;
  const loop = () => {
    for (let i = 0; i < 5e7; i++) hash = Math.imul(hash ^ i, 0x01000193);
    return hash;
  };
  loop();
  return milliseconds(loop).cpuMs;
}

function build() {
  const builder = new SegmentBuilder();
  const {
    ms,
    cpuMs,
    value: segment,
  } = milliseconds(() => {
    for (let i = 0; i < count; i++) builder.add(entityOf(i, mixed));
    return finish(builder.finish());
  });
  const out = openSync(file, 'w');
  for (const chunk of encodeSegment(segment, { origin: { made: 'up' } })) writeSync(out, chunk);
  closeSync(out);
  const mostMB = process.resourceUsage().maxRSS / 1e3;
  return { s: ms / 1000, cpuS: cpuMs / 1000, fileMB: statSync(file).size / 1e6, mostMB };
}

function loaded() {
  const decoded = finish(decodeSegment(readFileSync(file)));
  if ('fault' in decoded) throw new Error(decoded.detail);
  return gazetteerOf([decoded.segment]);
}

function load() {
  const before = residentMB();
  const { ms, cpuMs, value: gazetteer } = milliseconds(loaded);
  const first = gazetteer.candidates(`So ${nameOf(0, mixed)} said`, 'en').length;
  return { ms, cpuMs, MB: residentMB() - before, mostMB: process.resourceUsage().maxRSS / 1e3, first };
}

/** MB/s (UTF-8), by the clock and of processor time, and what is found, at two sizes of text; the best of some rounds. */
function speeds(find) {
  return TEXTS.map((size) => {
    const paragraphs = textOf(size, count, mixed);
    const bytes = paragraphs.reduce((sum, paragraph) => sum + Buffer.byteLength(paragraph), 0);
    let best = Number.POSITIVE_INFINITY;
    let bestCpu = Number.POSITIVE_INFINITY;
    let found = 0;
    for (let round = 0; round < ROUNDS * (size < 1e6 ? 4 : 1); round++) {
      const { ms, cpuMs, value } = milliseconds(() => paragraphs.reduce((sum, p) => sum + find(p), 0));
      best = Math.min(best, ms);
      bestCpu = Math.min(bestCpu, cpuMs);
      found = value;
    }
    return { speed: bytes / 1000 / best, cpuSpeed: bytes / 1000 / bestCpu, found };
  });
}

function match() {
  const gazetteer = loaded();
  const texts = speeds((paragraph) => gazetteer.candidates(paragraph, mixed ? 'und' : 'en').length);
  const searches = ['bade', 'zzz', 'lo', 'đức', nameOf(5, mixed)].map(
    (query) => milliseconds(() => gazetteer.search(query, 50)).cpuMs,
  );
  const asked = Array.from({ length: 20_000 }, (_, i) => nameOf(i % count, mixed));
  const { ms } = milliseconds(() => asked.reduce((sum, name) => sum + gazetteer.lookup(name).length, 0));
  return {
    texts,
    searchMs: Math.max(...searches),
    lookupUs: (ms * 1000) / asked.length,
    reference: referenceMs(),
  };
}

async function peer() {
  const names = Array.from({ length: count }, (_, i) => nameOf(i, mixed));
  const before = residentMB();
  const make =
    file === 'map'
      ? (await import('./peers/mapOfPhrases.mjs')).mapOfPhrases
      : (await import('./peers/ahoCorasick.mjs')).ahoCorasick;
  const { ms, value: find } = milliseconds(() => make(names));
  const MB = residentMB() - before;
  return { s: ms / 1000, MB, texts: speeds(find) };
}

console.log(JSON.stringify(await { build, load, match, peer }[what]()));
