import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packWords } from '../../../../scripts/data/words/pack.mjs';
import { isOneEdit } from '../../../../server/src/core/checks/rules/name/edits.ts';
import { rootOf } from '../../../../server/src/core/text/indonesian/affixes.ts';
import { neighboursOf } from '../../../../server/src/core/text/lexicon/neighbours.ts';
import { readWordTable } from '../../../../server/src/core/text/lexicon/wordTable.ts';

const word = fc.oneof(fc.string({ unit: 'binary', minLength: 1 }), fc.stringMatching(/^[a-zàáđ]{1,9}$/));
const classes = fc.array(fc.tuple(word, fc.integer({ min: 1, max: 5 }))).map((entries) => new Map(entries));

test('a packed word has its class, and no other word has one', () => {
  fc.assert(
    fc.property(classes, fc.array(word), fc.boolean(), (words, others, letters) => {
      const table = readWordTable(packWords(words, { thorough: true, letters }));
      expect(table?.size).toBe(words.size);
      for (const [known, commonness] of words) expect(table?.find(known)).toBe(commonness);
      for (const other of others) expect(table?.find(other)).toBe(words.get(other) ?? 0);
      for (const other of others) expect(table?.letters?.bits(other) ?? 1).toBeGreaterThan(0);
    }),
  );
});

test('the neighbours of a word are the listed words that one edit makes of it', () => {
  const short = fc.stringMatching(/^[ab]{1,5}$/);
  fc.assert(
    fc.property(fc.array(short), short, (list, text) => {
      const table = readWordTable(packWords(new Map(list.map((one) => [one, 3])), { thorough: true }));
      if (!table) throw new Error('no table');
      const found = neighboursOf(text, table, 1).map((one) => one.word);
      for (const one of found) expect(isOneEdit(one, text)).toBe(true);
      for (const one of list) if (one[0] === text[0] && isOneEdit(one, text)) expect(found).toContain(one);
    }),
  );
});

test('bytes that are no list give none, and never throw', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => readWordTable(bytes) === undefined));
});

test('an Indonesian root is a part of the grammar of any string, found without throwing', () => {
  fc.assert(
    fc.property(fc.oneof(word, fc.string()), (text) => {
      const root = rootOf(text, (candidate) => candidate.length > 3);
      if (root !== undefined) expect(root.length).toBeGreaterThan(2);
    }),
  );
});
