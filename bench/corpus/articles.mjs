import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newSpan } from '../../server/src/core/annotations/create.ts';
import { serializeSidecar } from '../../server/src/core/annotations/serialize.ts';

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export function randomOf(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const ONSETS = [
  '',
  'b',
  'c',
  'd',
  'g',
  'h',
  'j',
  'k',
  'l',
  'm',
  'n',
  'ng',
  'ny',
  'p',
  'r',
  's',
  't',
  'w',
  'y',
];
const RIMES = [
  'a',
  'i',
  'u',
  'e',
  'o',
  'an',
  'ang',
  'ar',
  'as',
  'at',
  'en',
  'ing',
  'ir',
  'on',
  'uk',
  'un',
  'us',
];
const NOTICES = [
  'Ikuti kami di media sosial untuk kabar terbaru setiap hari.',
  'Artikel ini boleh dikutip dengan menyebut sumbernya.',
  'Simak juga berita pilihan redaksi di bawah ini.',
];

/**
 * Writes made-up Indonesian articles of about 3 kB below a folder, a thousand to each of its folders: common words as
 * often as in news, 200,000 others by Zipf's law, names, a few notices that repeat, and 5 % copies of other articles.
 * Returns their bytes.
 */
export function writeArticles(folder, count, commonWordsFile) {
  const random = randomOf(7);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const syllables = (n) => Array.from({ length: n }, () => pick(ONSETS) + pick(RIMES)).join('');
  const common = readFileSync(commonWordsFile, 'utf8')
    .split('\n')
    .find((line) => line.startsWith('id '))
    .split(' ')
    .slice(1, 400);
  const words = Array.from({ length: 200_000 }, () => syllables(2 + Math.floor(random() * 3)));
  // Rank by Zipf's law: the logarithm of the rank is spread evenly.
  const byZipf = (list) => list[Math.floor(Math.exp(random() * Math.log(list.length + 1))) - 1];
  const name = () => {
    const word = byZipf(words);
    return word[0].toUpperCase() + word.slice(1);
  };
  const sentence = () => {
    const length = 8 + Math.floor(random() * 14);
    const all = Array.from({ length }, () => {
      const kind = random();
      return kind < 0.5 ? byZipf(common) : kind < 0.92 ? byZipf(words) : name();
    });
    return `${all[0][0].toUpperCase()}${all[0].slice(1)} ${all.slice(1).join(' ')}.`;
  };
  let bytes = 0;
  let last = '';
  for (let i = 0; i < count; i++) {
    if (i % 1000 === 0) mkdirSync(join(folder, String(i / 1000)), { recursive: true });
    if (last === '' || random() >= 0.05) {
      const lines = [`${name()} ${sentence()}`.slice(0, 70)];
      for (let size = 0; size < 2700; ) {
        const line = `${sentence()} ${sentence()}`;
        lines.push(line);
        size += line.length;
      }
      lines.push(pick(NOTICES));
      last = `${lines.join('\n\n')}\n`;
    }
    writeFileSync(join(folder, String(Math.floor(i / 1000)), `${i}.txt`), last);
    bytes += Buffer.byteLength(last);
  }
  return bytes;
}

const LABELS = ['PER', 'ORG', 'GPE'];
const NAME = /(?<=[a-z] )[A-Z][a-z]+/g;

/** Writes a sidecar beside each of these articles, with so many tags on names at most. */
export function writeTags(folder, count, tags) {
  for (let i = 0; i < count; i++) {
    const path = join(folder, String(Math.floor(i / 1000)), `${i}.txt`);
    const article = readFileSync(path, 'utf8');
    const spans = [...article.matchAll(NAME)].slice(0, tags).map(({ 0: name, index: start }, number) =>
      newSpan({
        article,
        range: { start, end: start + name.length },
        suffix: `aaaa${number.toString(36).padStart(2, '0')}`,
        label: LABELS[name.length % LABELS.length],
      }),
    );
    writeFileSync(`${path}.ann.json`, serializeSidecar(spans));
  }
}
