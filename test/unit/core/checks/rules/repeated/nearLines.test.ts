import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type ComparedLine,
  comparedLine,
  jaccard,
} from '../../../../../../server/src/core/checks/rules/repeated/lineWords.ts';
import { NearLines } from '../../../../../../server/src/core/checks/rules/repeated/nearLines.ts';
import { Paragraph } from '../../../../../../server/src/core/text/paragraph.ts';

const line = (words: readonly string[]) => new Paragraph(words.join(' '));
/** So many words, each another one. */
const numbered = (count: number, from = 0) =>
  Array.from(
    { length: count },
    (_, i) => 'x'.repeat(1 + ((i + from) % 7)) + 'y'.repeat(Math.floor((i + from) / 7)),
  );
const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'rain', 'river'), {
  minLength: 14,
  maxLength: 60,
});

const lineWords = (paragraph: Paragraph) => comparedLine(paragraph).words;
const runsOf = (paragraph: Paragraph) => comparedLine(paragraph).runs;

/** Looks for one line after the other: how similar each is to the one found for it; undefined where none is. */
function finder(): (paragraph: Paragraph) => number | undefined {
  const lines: ComparedLine[] = [];
  const near = new NearLines(lines, 0.9);
  return (paragraph) => near.find(lines.push(comparedLine(paragraph)) - 1)?.similarity;
}

test('a line without its last word is near, a line without its middle is not', () => {
  const found = finder();
  expect(found(line(numbered(40)))).toBeUndefined();
  expect(found(line(numbered(39)))).toBe(35 / 36);
  expect(found(line([...numbered(15), ...numbered(15, 25)]))).toBeUndefined();
});

test('short lines are not compared; marks and letter case do not count', () => {
  const found = finder();
  expect(found(line(numbered(13)))).toBeUndefined();
  expect(found(line(numbered(13)))).toBeUndefined();
  const text = 'Nông dân được mùa lúa sớm, và cả làng ra đồng: gặt từ sáng đến tối';
  const same = [new Paragraph(text.toUpperCase()), new Paragraph(text.replace(/[,:]/g, ''))];
  expect(new Set(same.map((paragraph) => lineWords(paragraph).hash)).size).toBe(1);
  expect(runsOf(same[0] ?? line([]))).toEqual(runsOf(same[1] ?? line([])));
});

test('the least and the greatest hash are those of the runs', () => {
  fc.assert(
    fc.property(words, (all) => {
      const runs = [...runsOf(line(all))];
      expect(lineWords(line(all))).toMatchObject({ least: Math.min(...runs), greatest: Math.max(...runs) });
    }),
  );
});

test('the similarity is symmetric, between 0 and 1, and 1 for the same line', () => {
  fc.assert(
    fc.property(words, words, (a, b) => {
      const [x, y] = [runsOf(line(a)), runsOf(line(b))];
      expect(jaccard(x, x)).toBe(1);
      expect(jaccard(x, y)).toBe(jaccard(y, x));
      expect(jaccard(x, y)).toBeGreaterThanOrEqual(0);
      expect(jaccard(x, y)).toBeLessThanOrEqual(1);
    }),
  );
});

test('what it finds is near, and a line of the same words is found', () => {
  fc.assert(
    fc.property(words, words, (a, b) => {
      const found = finder();
      found(line(a));
      const similarity = found(line(b));
      if (similarity !== undefined) {
        expect(jaccard(runsOf(line(a)), runsOf(line(b)))).toBe(similarity);
        expect(similarity).toBeGreaterThanOrEqual(0.9);
      }
      expect(found(line(a))).toBe(1);
    }),
  );
});

test('a line remembers how similar the last few others were', () => {
  fc.assert(
    fc.property(
      fc.array(words, { minLength: 1, maxLength: 9 }),
      fc.infiniteStream(fc.nat()),
      (all, picks) => {
        const lines = all.map((own) => comparedLine(line(own)));
        const [first] = lines;
        for (let i = 0; i < 30; i++) {
          const other = lines[(picks.next().value ?? 0) % lines.length];
          if (first && other) expect(first.similarityTo(other)).toBe(jaccard(first.runs, other.runs));
        }
      },
    ),
  );
});
