import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAnnotation } from '../../../../server/src/core/annotations/readAnnotation.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', 'Doha', '__proto__', '\ud800', 'a"\\b'),
);
const value = fc.oneof(text, fc.integer(), fc.double(), fc.boolean(), fc.constant(null), fc.constant([1]));
const line = fc
  .record(
    {
      id: fc.oneof({ weight: 20, arbitrary: text }, value),
      start: fc.oneof({ weight: 20, arbitrary: fc.nat(20) }, value),
      end: fc.oneof({ weight: 20, arbitrary: fc.integer({ min: 10, max: 30 }) }, value),
      label: fc.oneof({ weight: 20, arbitrary: text }, value),
      text: fc.oneof({ weight: 20, arbitrary: text }, value),
      before: text,
      after: text,
      rev: fc.oneof({ weight: 20, arbitrary: fc.constant('9f0f640a3e64') }, text),
      note: fc.oneof({ weight: 20, arbitrary: text }, value),
      entity: fc.oneof({ weight: 20, arbitrary: text }, value),
      other: value,
      verdict: value,
    },
    { requiredKeys: ['id', 'start', 'end', 'label', 'text', 'before', 'after', 'rev'] },
  )
  .chain((members) =>
    fc.shuffledSubarray(Object.entries(members), { minLength: 8 }).map((entries) => {
      const all = [...entries, ...(entries.length > 11 ? entries.slice(0, 1) : [])];
      return all.map(([key, v]) => `${JSON.stringify(key)}:${JSON.stringify(v)}`);
    }),
  );

describe('a line as Pressmark writes it', () => {
  test('says the same as the line with blanks in it, which is read in another way', () => {
    let plainLines = 0;
    fc.assert(
      fc.property(line, (members) => {
        const plain = readAnnotation(`{${members.join(',')}}`);
        const spaced = readAnnotation(`{ ${members.join(' , ')} }`);
        if (plain?.annotation.kind === 'span') plainLines++;
        expect(plain).toEqual(spaced);
      }),
      { numRuns: 2000 },
    );
    expect(plainLines).toBeGreaterThan(100);
  });

  test('may hold numbers that a value cannot, and keys twice: both are kept as they stand', () => {
    const rest = '"label":"ORG","text":"a","before":"","after":"","rev":"9f0f640a3e64"';
    for (const odd of ['"start":0,"start":1,"end":1', '"start":0,"end":9007199254740993']) {
      expect(readAnnotation(`{"id":"0",${odd},${rest}}`)?.annotation.kind).toBe('unknown');
    }
    expect(readAnnotation(`{"id":"0","start":0,"end":1,${rest}}`)?.annotation.kind).toBe('span');
  });
});
