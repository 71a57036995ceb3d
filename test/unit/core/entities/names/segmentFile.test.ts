import { describe, expect, it } from 'vitest';
import type { Entity } from '../../../../../server/src/core/entities/entity.ts';
import { gazetteerOf } from '../../../../../server/src/core/entities/gazetteer.ts';
import { checksum, NO_CHECKSUM } from '../../../../../server/src/core/entities/names/checksum.ts';
import { type Segment, segmentOf } from '../../../../../server/src/core/entities/names/segment.ts';
import {
  decodeSegment,
  encodeSegment,
  SEGMENT_HEAD_BYTES,
  type SegmentHeader,
  segmentHeader,
} from '../../../../../server/src/core/entities/names/segmentFile.ts';
import { finish } from '../../../../../server/src/core/steps.ts';
import { entity } from '../entities.ts';

const HEADER: SegmentHeader = { origin: { file: 'names.tsv', size: 12, languages: ['en', 'vi'] } };
const ENTITIES: readonly Entity[] = [
  entity('Q159', { en: ['Russia', 'Russian Federation'], vi: ['Nga'] }),
  entity(
    'p\ud800',
    { th: ['ประเทศไทย'], und: ['👍 \udc00x', ''] },
    { description: new Map([['en', 'A <b>.']]) },
  ),
  entity('Q1', { en: ['x'] }, { url: 'https://www.wikidata.org/wiki/Q1', source: { kind: 'built-in' } }),
  entity(
    'Q2',
    {},
    { url: 'https://example.org/', source: { kind: 'imported', name: 'a cache' }, type: 'ORG' },
  ),
  entity('__proto__', { constructor: ['Valley of the Kings'] }),
];

function bytesOf(segment: Segment, header = HEADER): Uint8Array {
  const chunks = [...encodeSegment(segment, header)];
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

const decode = (bytes: Uint8Array) => finish(decodeSegment(bytes));

/** The file with a 32-bit word changed and, where asked, a checksum that fits again: what somebody hostile can do. */
function changed(bytes: Uint8Array, word: number, value: number): Uint8Array {
  const copy = bytes.slice();
  const words = new Uint32Array(copy.buffer);
  words[word] = value;
  words.set(checksum(words.subarray(8), NO_CHECKSUM), 4);
  return copy;
}

describe('the cache file of a segment', () => {
  const bytes = bytesOf(segmentOf(ENTITIES));

  it('gives back what was compiled, to the last key', () => {
    const decoded = decode(bytes);
    if ('fault' in decoded) throw new Error(decoded.detail);
    expect([...gazetteerOf([decoded.segment]).entities]).toEqual(ENTITIES);
    expect(decoded.header).toEqual(HEADER);
    expect(bytesOf(decoded.segment, decoded.header)).toEqual(bytes);
  });

  it('is read at any place of a buffer', () => {
    const shifted = new Uint8Array(bytes.length + 9).subarray(1, bytes.length + 1);
    shifted.set(bytes);
    expect(decode(shifted)).toMatchObject({ header: HEADER });
    expect(segmentHeader(shifted.subarray(0, SEGMENT_HEAD_BYTES))).toEqual(HEADER);
  });

  it('may be empty', () => {
    expect(decode(bytesOf(segmentOf([])))).toMatchObject({ segment: { entities: 0, names: 0 } });
  });

  it('tells its header without being read as a whole', () => {
    expect(segmentHeader(bytes.subarray(0, 400))).toEqual(HEADER);
    expect(segmentHeader(bytes.subarray(0, 84))).toMatchObject({ fault: 'damaged' });
  });

  it.each([
    ['nothing', new Uint8Array(0), 'other-file'],
    ['text', new Uint8Array(200).fill(97), 'other-file'],
    ['half of it', bytes.slice(0, bytes.length / 2), 'damaged'],
    ['more than it', new Uint8Array([...bytes, 0, 0, 0, 0]), 'damaged'],
    ['another version', changed(bytes, 3, 99), 'other-version'],
    ['the other byte order', changed(bytes, 2, 0x04030201), 'other-byte-order'],
    ['a huge part', changed(bytes, 12, 0xffffffff), 'damaged'],
    ['a wrong count', changed(bytes, 8, 4000), 'damaged'],
  ])('refuses %s', (_, some, fault) => {
    expect(decode(some)).toMatchObject({ fault });
  });

  it('notices every changed bit', () => {
    for (let at = 24; at < bytes.length; at += 7) {
      const broken = bytes.slice();
      broken[at] = (broken[at] ?? 0) ^ (1 << (at % 8));
      expect(decode(broken)).toMatchObject({ fault: 'damaged' });
    }
  });

  it('survives any word that somebody changed, checksum and all', () => {
    let refused = 0;
    for (let word = 6; word < bytes.length / 4; word++) {
      for (const value of [0, 1, 0x7fffffff, 0xffffffff, 0x41414141]) {
        const decoded = decode(changed(bytes, word, value));
        if ('fault' in decoded) {
          refused++;
          continue;
        }
        const gazetteer = gazetteerOf([decoded.segment]);
        expect(Array.isArray(gazetteer.candidates('Russia and the Valley of the Kings', 'en'))).toBe(true);
        expect(gazetteer.search('russ', 3).length).toBeLessThanOrEqual(3);
        expect([...gazetteer.entities].length).toBeLessThanOrEqual(ENTITIES.length);
        expect(gazetteer.lookup('Nga').length).toBeLessThanOrEqual(1);
      }
    }
    expect(refused).toBeGreaterThan(100);
  });
});
