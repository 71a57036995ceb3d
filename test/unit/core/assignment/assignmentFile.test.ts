import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  readAssignments,
  serializeAssignments,
} from '../../../../server/src/core/assignment/assignmentFile.ts';
import { parseOverlap } from '../../../../server/src/core/assignment/overlap.ts';

const file = [
  '{"article":"2026/a.txt","annotators":["ana","budi"]}',
  '{"article":"2026/b.txt","annotators":["ana"],"until":"2026-12-01","n":1.0}',
  '',
].join('\n');

describe('the file of assignments', () => {
  test('is written as it was read, keys that are not known too', () => {
    const { assignments, problems, writable } = readAssignments(file);
    expect(problems).toEqual([]);
    expect(writable).toBe(true);
    expect(serializeAssignments(assignments)).toBe(file);
  });

  test('is sorted by path whatever order it came in, with CRLF and a byte order mark too', () => {
    const turned = `\ufeff${file.trim().split('\n').toReversed().join('\r\n')}\r\n`;
    expect(serializeAssignments(readAssignments(turned).assignments)).toBe(file);
  });

  test.each([
    ['{"article":"a.txt","annotators":["ana"]', 'assignments/syntax'],
    ['a.txt: ana', 'assignments/syntax'],
    ['{"article":"a.txt"}', 'assignments/value'],
    ['{"article":"a.txt","annotators":"ana"}', 'assignments/value'],
    ['{"article":"a.txt","annotators":["../ana"]}', 'assignments/value'],
    ['{"article":"../a.txt","annotators":["ana"]}', 'assignments/value'],
    ['{"article":"/etc/passwd","annotators":["ana"]}', 'assignments/value'],
    ['{"article":"a.txt","article":"b.txt","annotators":["ana"]}', 'assignments/value'],
    ['["a.txt","ana"]', 'assignments/value'],
    [`${'['.repeat(50_000)}`, 'assignments/syntax'],
    ['<<<<<<< HEAD', 'assignments/conflict'],
    ['=======', 'assignments/conflict'],
  ])('%.60s is told, the other lines are read, and nothing is written', (line, code) => {
    const read = readAssignments(`${file}${line}\n{"article":"c.txt","annotators":[]}\n`);
    expect(read.problems.map((p) => p.code)).toEqual([code]);
    expect(read.problems[0]).toMatchObject({ start: file.length, end: file.length + line.length });
    expect(read.writable).toBe(false);
    expect(read.assignments.map((a) => a.article)).toEqual(['2026/a.txt', '2026/b.txt', 'c.txt']);
  });

  test('an article on two lines, as a merge may leave it, has the annotators of both', () => {
    const doubled =
      '{"article":"a","annotators":["ana"],"x":1}\n{"article":"a","annotators":["budi"],"x":2,"y":3}\n';
    const { assignments, problems, writable } = readAssignments(doubled);
    expect(problems.map((p) => [p.code, p.start])).toEqual([['assignments/doubled-article', 43]]);
    expect(writable).toBe(true);
    expect(serializeAssignments(assignments)).toBe(
      '{"article":"a","annotators":["ana","budi"],"x":1,"y":3}\n',
    );
  });

  test('no text makes the reader throw, and what it calls writable comes back', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.string().map((s) => file + s),
        ),
        (text) => {
          const { assignments } = readAssignments(text);
          expect(
            readAssignments(serializeAssignments(assignments)).assignments.map((a) => a.article),
          ).toEqual(assignments.map((a) => a.article));
        },
      ),
    );
  });
});

describe('an overlap', () => {
  test.each([
    ['2', { each: 2 }],
    [' 20% ', { share: 0.2 }],
    ['12.5 %', { share: 0.125 }],
    ['100%', { share: 1 }],
    ['101%', undefined],
    ['0', undefined],
    ['-1', undefined],
    ['1.5', undefined],
    ['', undefined],
  ])('%j is %j', (text, overlap) => {
    expect(parseOverlap(text)).toEqual(overlap);
  });
});
