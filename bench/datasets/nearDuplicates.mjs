/**
 * How well near-duplicates are found: against the exact Jaccard similarity of all pairs of made-up articles and copies of
 * them, and how long 100,000 articles take. `npx node --expose-gc bench/datasets/nearDuplicates.mjs [articles]`
 */
import { Groups } from '../../server/src/core/datasets/groups.ts';
import { bandsFor, NEAR_DUPLICATE, nearDuplicates } from '../../server/src/core/datasets/nearDuplicates.ts';
import { ProfileRoom, profileOf } from '../../server/src/core/datasets/profile.ts';
import { jaccard, shingleHashes } from '../../server/src/core/datasets/shingles.ts';
import { splitArticles } from '../../server/src/core/datasets/split.ts';
import { finish } from '../../server/src/core/steps.ts';
import { EDITS, madeCorpus } from './nearCopies.ts';

const percent = (part, whole) => `${((100 * part) / whole).toFixed(2)} %`;

/** The profile of a text that is all of an article. */
function profile(text, i, room) {
  return profileOf(
    { path: `${i}.txt`, text, language: 'id', spans: [], relations: [], documentLabels: [] },
    room,
  );
}

/** Exact similarities of all pairs that have a shingle in common. */
function* exactPairs(sets) {
  const bearers = new Map();
  for (const [i, set] of sets.entries()) {
    const shared = new Map();
    for (const hash of set) {
      const known = bearers.get(hash);
      if (!known) {
        bearers.set(hash, [i]);
        continue;
      }
      for (const other of known) shared.set(other, (shared.get(other) ?? 0) + 1);
      known.push(i);
    }
    for (const [other, common] of shared)
      yield { a: other, b: i, similarity: common / (sets[other].size + set.size - common) };
  }
}

function quality(threshold) {
  const articles = madeCorpus(700, 2, 42);
  const room = new ProfileRoom();
  const signatures = articles.map(({ text }, i) => profile(text, i, room).signature);
  const sets = articles.map(({ text }) => new Set(shingleHashes(text)));
  const truth = new Groups(articles.length);
  const pairs = [...exactPairs(sets)];
  for (const { a, b, similarity } of pairs) if (similarity >= threshold) truth.join(a, b);
  const links = [];
  const { groupOf, groups } = finish(
    nearDuplicates(signatures, { threshold, onPair: (a, b) => links.push([a, b]) }),
  );
  const alike = pairs.filter(({ similarity }) => similarity >= threshold);
  const found = alike.filter(({ a, b }) => groupOf[a] === groupOf[b]).length;
  const exact = links.map(([a, b]) => jaccard(sets[a], sets[b]));
  const right = exact.filter((similarity) => similarity >= threshold).length;
  const nearly = exact.filter((similarity) => similarity >= threshold - 0.1).length;
  const { bands, rows } = bandsFor(threshold);
  console.log(`\nthreshold ${threshold} (${bands} bands of ${rows}), ${articles.length} articles`);
  console.log(
    `  recall: ${found} of ${alike.length} pairs that are so alike are in one group (${percent(found, alike.length)})`,
  );
  console.log(
    `  precision: ${right} of ${links.length} links are so alike (${percent(right, links.length)}); ${percent(nearly, links.length)} within 0.1 of it`,
  );
  const wrong = groups.filter((group) => new Set(group.map((i) => articles[i].of ?? i)).size > 1).length;
  console.log(`  groups of articles that have nothing to do with each other: ${wrong} of ${groups.length}`);
  console.log('  copies found with their original, by how they were made:');
  for (const kind of EDITS.keys()) {
    const copies = articles.flatMap((article, i) => (article.kind === kind ? [{ ...article, i }] : []));
    const known = copies.filter(({ i, of }) => groupOf[i] === groupOf[of]).length;
    const mean = copies.reduce((sum, { i, of }) => sum + jaccard(sets[i], sets[of]), 0) / copies.length;
    console.log(
      `    ${kind.padEnd(24)} ${percent(known, copies.length).padStart(9)}  mean similarity ${mean.toFixed(2)}`,
    );
  }
}

function speed(count) {
  const articles = madeCorpus(2_000, 1, 7).map(({ text }) => text);
  const room = new ProfileRoom();
  globalThis.gc?.();
  const before = process.memoryUsage();
  let made = 0;
  const profiles = Array.from({ length: count }, (_, i) => {
    // Another article each time: its words in another order.
    const words = articles[i % articles.length].split(' ');
    const turn = Math.floor(i / articles.length);
    const text =
      turn === 0
        ? words.join(' ')
        : words.map((_word, at) => words[(at * (2 * turn + 1) + turn) % words.length]).join(' ');
    const start = performance.now();
    const one = profile(text, i, room);
    made += performance.now() - start;
    return one;
  });
  globalThis.gc?.();
  const after = process.memoryUsage();
  const bytes = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;
  console.log(`\n${count} articles`);
  console.log(`  profiles: ${(made / 1000).toFixed(1)} s, ${(bytes / 1e6).toFixed(0)} MB`);
  let start = performance.now();
  const { groups, passedOver } = finish(nearDuplicates(profiles.map(({ signature }) => signature)));
  console.log(
    `  near-duplicates: ${((performance.now() - start) / 1000).toFixed(1)} s, ${groups.length} groups, ${passedOver} pairs passed over`,
  );
  start = performance.now();
  finish(
    splitArticles(
      profiles,
      [
        { name: 'train', share: 0.9 },
        { name: 'test', share: 0.1 },
      ],
      '1',
    ),
  );
  console.log(`  split, near-duplicates included: ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

for (const threshold of [NEAR_DUPLICATE, 0.5, 0.7]) quality(threshold);
speed(Number(process.argv[2] ?? 100_000));
