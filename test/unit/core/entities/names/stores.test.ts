import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitFilter, joined, mayHold } from '../../../../../server/src/core/entities/names/bitFilter.ts';
import { HashSet } from '../../../../../server/src/core/entities/names/hashSet.ts';
import { PagedBytes, PagedNumbers, release } from '../../../../../server/src/core/entities/names/pages.ts';
import { RecordReader, RecordWriter } from '../../../../../server/src/core/entities/names/records.ts';

const hash = fc.integer({ min: -(2 ** 31), max: 2 ** 32 - 1 });

describe('a filter of bits', () => {
  it('lets everything pass that it holds, also joined to others of other sizes', () => {
    fc.assert(
      fc.property(fc.array(fc.array(hash, { maxLength: 300 }), { minLength: 1, maxLength: 4 }), (lists) => {
        const filters = joined(lists.map((list) => bitFilter(list, list.length)));
        for (const one of lists.flat()) expect(filters.some((filter) => mayHold(filter, one))).toBe(true);
      }),
    );
  });

  it('stops ninety-nine of a hundred strangers', () => {
    const filter = bitFilter(
      Array.from({ length: 5000 }, (_, i) => i * 7),
      5000,
    );
    const passed = Array.from({ length: 16_000 }, (_, i) => 1_000_000 + i).filter((one) =>
      mayHold(filter, one),
    );
    expect(passed.length).toBeLessThan(160);
  });
});

describe('a set of hashes', () => {
  it('has each once', () => {
    fc.assert(
      fc.property(fc.array(hash, { maxLength: 3000 }), (hashes) => {
        const set = new HashSet();
        for (const one of hashes) set.add(one);
        const different = new Set(hashes.map((one) => one >>> 0));
        expect(set.size).toBe(different.size);
        expect(new Set(set)).toEqual(different);
      }),
    );
  });
});

describe('pages', () => {
  it('join to what was put into them, over the end of a page', () => {
    const numbers = new PagedNumbers();
    const count = (1 << 23) + 5;
    for (let i = 0; i < count; i++) numbers.push(i * 3);
    expect([numbers.length, numbers.at(0), numbers.at((1 << 23) + 1)]).toEqual([
      count,
      0,
      3 * ((1 << 23) + 1),
    ]);
    const joined = numbers.join();
    expect(joined.length).toBe(count);
    expect(joined.every((value, i) => value === i * 3)).toBe(true);
    expect(numbers.length).toBe(0);
  });

  it('take bytes in pieces of any size', () => {
    const bytes = new PagedBytes();
    const piece = Uint8Array.from({ length: 700_001 }, (_, i) => i % 251);
    for (let i = 0; i < 50; i++) bytes.push(piece, piece.length);
    bytes.push(piece, 3);
    const joined = bytes.join();
    expect(joined.length).toBe(50 * 700_001 + 3);
    expect(joined[700_001]).toBe(0);
    expect(joined.subarray(48 * 700_001, 49 * 700_001)).toEqual(piece);
    expect(joined.subarray(-3)).toEqual(piece.subarray(0, 3));
  });
});

describe('records', () => {
  it('give back numbers and texts of every kind, lone surrogates too', () => {
    const item = fc.oneof(
      fc.nat(2 ** 32 - 1),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('\ud800', 'a\udfff\ud83d\ude00'),
    );
    fc.assert(
      fc.property(fc.array(item), (items) => {
        const writer = new RecordWriter();
        for (const one of items) typeof one === 'number' ? writer.number(one) : writer.text(one);
        const reader = new RecordReader(writer.bytes.subarray(0, writer.length), 0);
        expect(items.map((one) => (typeof one === 'number' ? reader.number() : reader.text()))).toEqual(
          items,
        );
        expect([reader.ok, reader.at]).toEqual([true, writer.length]);
      }),
    );
  });

  it('end where their bytes end, whatever these say', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat(60), (bytes, at) => {
        const reader = new RecordReader(bytes, at);
        for (let i = 0; i < 5; i++) {
          expect(reader.text().length).toBeLessThanOrEqual(bytes.length);
          expect(reader.number()).toBeGreaterThanOrEqual(0);
        }
      }),
    );
    const reader = new RecordReader(new Uint8Array([5, 97]), 0);
    expect([reader.text(), reader.ok]).toEqual(['', false]);
  });
});

describe('memory that is given back', () => {
  it('is gone at once', () => {
    const page = new Uint8Array(8);
    release(page);
    expect(page.length).toBe(0);
  });

  it('stays where the platform, as Node 20, cannot give it back', () => {
    const transfer = Object.getOwnPropertyDescriptor(ArrayBuffer.prototype, 'transfer');
    if (transfer === undefined) throw new Error('this platform has no transfer to be taken away');
    Reflect.deleteProperty(ArrayBuffer.prototype, 'transfer');
    try {
      const page = new Uint8Array(8);
      release(page);
      expect(page.length).toBe(8);
    } finally {
      Object.defineProperty(ArrayBuffer.prototype, 'transfer', transfer);
    }
  });
});
