/**
 * Building and matching at growing numbers of names and sizes of text, beside a plain Map of phrases in the same run:
 * `node bench/entities/gazetteer.mjs [--quick]`. Names and text are made up from syllables, always the same.
 */

import { buildGazetteer } from '../../server/src/core/entities/gazetteer.ts';
import { mentionsIn } from '../../server/src/core/entities/recognition/recognise.ts';

const quick = process.argv.includes('--quick');
const NAMES = quick ? [1_000, 10_000] : [1_000, 10_000, 100_000, 300_000];
const TEXT_KB = quick ? 100 : 1_000;
const ROUNDS = 3;

/** Numbers that look random and are the same in every run. */
function numbers(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const SYLLABLES =
  'ba be bo da de di du ga ka ke ki la le li lo ma me mi na ne no pa ra re ri ro sa se si so ta te ti to va ve'.split(
    ' ',
  );
const next = numbers(7);
const syllables = (n) => Array.from({ length: n }, () => SYLLABLES[next(SYLLABLES.length)]).join('');
const capital = (word) => word[0].toUpperCase() + word.slice(1);

function makeNames(count) {
  const names = new Set();
  while (names.size < count) {
    const words = 1 + next(3);
    names.add(Array.from({ length: words }, () => capital(syllables(2 + next(3)))).join(' '));
  }
  return [...names];
}

/** Paragraphs of plain words with a capitalised one in ten and a known name in thirty. */
function makeText(names, kilobytes) {
  const paragraphs = [];
  for (let size = 0; size < kilobytes * 1000; size += paragraphs.at(-1).length) {
    const words = [];
    for (let i = 0; i < 80; i++) {
      const kind = next(30);
      words.push(
        kind === 0 ? names[next(names.length)] : kind < 4 ? capital(syllables(3)) : syllables(1 + next(4)),
      );
    }
    paragraphs.push(`${words.join(' ')}.`);
  }
  return paragraphs;
}

/** What one writes in ten lines: at every word the longest phrase of a Map, letter case exact. */
function mapOfPhrases(names) {
  const phrases = new Set(names);
  const longest = Math.max(...names.map((name) => name.split(' ').length));
  return (text) => {
    const words = [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)];
    let found = 0;
    for (let i = 0; i < words.length; i++) {
      for (let n = Math.min(longest, words.length - i); n > 0; n--) {
        const last = words[i + n - 1];
        if (!phrases.has(text.slice(words[i].index, last.index + last[0].length))) continue;
        found++;
        i += n - 1;
        break;
      }
    }
    return found;
  };
}

function fastest(run) {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    run();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

function heap() {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1e6;
}

console.log('   names  build ms  heap MB   text kB  mentions  MB/s   Map of phrases: mentions  MB/s   ratio');
for (const count of NAMES) {
  const names = makeNames(count);
  const entities = names.map((name, i) => ({
    id: `e${i}`,
    type: 'GPE',
    name,
    names: new Map([['en', [name]]]),
    description: new Map(),
    source: { kind: 'built-in' },
  }));
  const before = heap();
  const start = performance.now();
  const gazetteer = buildGazetteer(entities);
  const build = performance.now() - start;
  const used = heap() - before;
  const peer = mapOfPhrases(names);
  for (const kilobytes of [TEXT_KB / 10, TEXT_KB]) {
    const paragraphs = makeText(names, kilobytes);
    const bytes = Buffer.byteLength(paragraphs.join('\n'));
    const all = (find) => paragraphs.reduce((sum, paragraph) => sum + find(paragraph), 0);
    const own = (paragraph) => mentionsIn(gazetteer, paragraph, 'en').length;
    const speed = bytes / 1000 / fastest(() => all(own));
    const peerSpeed = bytes / 1000 / fastest(() => all(peer));
    const cells = [
      String(count).padStart(8),
      build.toFixed(0).padStart(9),
      used.toFixed(1).padStart(8),
      (bytes / 1000).toFixed(0).padStart(9),
      String(all(own)).padStart(9),
      speed.toFixed(1).padStart(5),
      String(all(peer)).padStart(24),
      peerSpeed.toFixed(1).padStart(5),
      `${(speed / peerSpeed).toFixed(1)}×`.padStart(7),
    ];
    console.log(cells.join(' '));
  }
}
if (!globalThis.gc) console.log('(heap without collection: run node --expose-gc for true figures)');
