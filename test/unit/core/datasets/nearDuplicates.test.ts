import { describe, expect, it } from 'vitest';
import { estimatedJaccard } from '../../../../server/src/core/datasets/minHash.ts';
import {
  bandsFor,
  type NearDuplicateOptions,
  nearDuplicates,
} from '../../../../server/src/core/datasets/nearDuplicates.ts';
import { profileOf } from '../../../../server/src/core/datasets/profile.ts';
import { jaccard, shingleHashes } from '../../../../server/src/core/datasets/shingles.ts';
import { SeededRandom } from '../../../../server/src/core/statistics/seededRandom.ts';
import { finish } from '../../../../server/src/core/steps.ts';

function signature(text: string): Uint32Array {
  const article = { path: 'a.txt', text, language: 'id', spans: [], relations: [], documentLabels: [] };
  return profileOf(article).signature;
}

function groups(texts: readonly string[], options?: NearDuplicateOptions) {
  return finish(nearDuplicates(texts.map(signature), options)).groups;
}

function words(random: SeededRandom, count: number, letters = 'abcdefghijklmnopqrstuvwxyz'): string[] {
  return Array.from({ length: count }, () =>
    Array.from({ length: 2 + random.below(6) }, () => letters.charAt(random.below(letters.length))).join(''),
  );
}

/** The words with a share of them replaced. */
function edited(random: SeededRandom, original: readonly string[], share: number): string[] {
  return original.map((word) => (random.next() < share ? (words(random, 1)[0] ?? '') : word));
}

const HAN = Array.from({ length: 800 }, (_, i) => String.fromCharCode(0x4e00 + i)).join('');
const THAI = Array.from({ length: 44 }, (_, i) => String.fromCharCode(0x0e01 + i)).join('');

describe('near-duplicates', () => {
  it('finds a copy with other capitals, marks, blanks and normalisation form', () => {
    const text = 'Đoàn xe đã rời Hà Nội sáng thứ Hai, trước khi trời mưa rất to ở phía nam.';
    const copy = text.normalize('NFD').toUpperCase().replaceAll(' ', '\n ').replace(',', ' –');
    expect(groups(['Lain sekali isi berita ini daripada yang satu itu', text, copy])).toEqual([[1, 2]]);
  });

  it('finds lightly edited articles and leaves others alone', () => {
    const random = new SeededRandom(7);
    const one = words(random, 300);
    const other = words(random, 300);
    const texts = [one, other, edited(random, one, 0.05), one.slice(40)].map((w) => w.join(' '));
    expect(groups(texts)).toEqual([[0, 2, 3]]);
  });

  it.each([
    ['Chinese', HAN],
    ['Thai', THAI],
  ])('tells articles in %s from each other, and knows their copies', (_, letters) => {
    const random = new SeededRandom(3);
    const runs = Array.from({ length: 6 }, () => words(random, 80, letters).join(''));
    const copy = `${(runs[2] ?? '').slice(0, 120)}${(runs[2] ?? '').slice(130)}`;
    expect(groups([...runs, copy])).toEqual([[2, 6]]);
  });

  it('puts together what is alike over others', () => {
    const random = new SeededRandom(11);
    const first = words(random, 200);
    const second = [...first.slice(40), ...words(random, 40)];
    const third = [...second.slice(40), ...words(random, 40)];
    const texts = [first, second, third].map((w) => w.join(' '));
    const pairs: [number, number][] = [];
    expect(groups(texts, { threshold: 0.5, onPair: (a, b) => pairs.push([a, b]) })).toEqual([[0, 1, 2]]);
    expect(pairs.sort()).toEqual([
      [0, 1],
      [1, 2],
    ]);
  });

  it('leaves articles without words to themselves', () => {
    expect(groups(['', ' \n', '…', 'a', 'a'])).toEqual([[3, 4]]);
  });

  it('estimates the similarity of shingles within its error', () => {
    const random = new SeededRandom(5);
    for (const share of [0.01, 0.05, 0.1, 0.2, 0.3]) {
      const one = words(random, 400);
      const two = edited(random, one, share);
      const [a, b] = [one.join(' '), two.join(' ')];
      const exact = jaccard(new Set(shingleHashes(a)), new Set(shingleHashes(b)));
      // Four standard errors.
      expect(Math.abs(estimatedJaccard(signature(a), signature(b)) - exact)).toBeLessThan(0.18);
    }
  });

  it('takes bands that find a pair at the threshold in 99 of 100 cases', () => {
    for (const threshold of [0.3, 0.5, 0.7, 0.85, 0.95]) {
      const { bands, rows } = bandsFor(threshold);
      expect(1 - (1 - threshold ** rows) ** bands).toBeGreaterThanOrEqual(0.99);
      expect(bands * rows).toBeLessThanOrEqual(128);
    }
  });

  it('does not go through all pairs of a thousand copies', () => {
    let steps = 0;
    const copies = Array.from({ length: 3_000 }, () => signature('Empat kata yang sama'));
    const steady = nearDuplicates(copies);
    for (let step = steady.next(); ; step = steady.next()) {
      if (step.done) {
        expect(step.value.groups.map((group) => group.length)).toEqual([3_000]);
        break;
      }
      steps++;
    }
    // 42 bands, and the pairs of the first.
    expect(steps).toBeLessThan(42 + 300);
  });
});
