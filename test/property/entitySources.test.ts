import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEntitySource } from '../../server/src/core/entities/sources/readTable.ts';
import { SOURCE_FORMATS } from '../../server/src/core/entities/sources/source.ts';
import { finish } from '../../server/src/core/steps.ts';
import { SourceLines } from '../../server/src/service/entities/importing/sourceLines.ts';
import { collected, short } from '../unit/core/entities/sources/collected.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 300 });
const fragment = fc.constantFrom(
  '"',
  '""',
  '\t',
  ',',
  ';',
  '|',
  '\n',
  '\r\n',
  'id,type,name\n',
  'wikidata_id\teng\tlabel\tlanguage\ttype\n',
  'Q1',
  '1\tP\tu\tAna+W\n',
  '{"id":"Q1","type":"PER","name":"Ana"}\n',
  '{"labels":{"en":{"value":"x"}}}',
  '[\n',
  '__proto__',
  'constructor',
  '\u0000',
  '\ud800',
  '<b>',
  'javascript:x',
);
const mess = fc.array(fc.oneof(fragment, anyText), { maxLength: 12 }).map((parts) => parts.join(''));

describe('readers of entity sources', () => {
  it('never throw, and give well-formed entities only', () => {
    fc.assert(
      fc.property(mess, fc.constantFrom(...SOURCE_FORMATS), (text, format) => {
        for (const { id, type, name, names, url } of collected(format, text).entities) {
          for (const value of [id, type, name, ...[...names.values()].flat()]) {
            expect(value.isWellFormed()).toBe(true);
            expect(value).not.toMatch(/[\u0000-\u001f]/);
          }
          expect(url ?? 'https://').toMatch(/^https:/);
        }
      }),
    );
  });

  it('place problems inside the text', () => {
    fc.assert(
      fc.property(mess, (text) => {
        for (const { start, end } of finish(readEntitySource(text, 'file:///x.csv')).problems) {
          expect(start).toBeLessThanOrEqual(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });

  it('read the cells that were written, whatever is in them', () => {
    const cell = fc.stringMatching(/^[A-Z][a-z"'|; ,\t]{3,20}[a-z]$/);
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 6 }), (cells) => {
        const rows = cells.map((name, i) => `x:${i},ORG,"${name.replaceAll('"', '""')}"`);
        const read = collected('csv', `id,type,name\n${rows.join('\n')}`).entities.map(short);
        expect(read).toEqual(
          cells.map((name, i) => {
            const plain = name.replace(/\t+/g, ' ');
            return `x:${i} ORG ${plain}: und=${plain}`;
          }),
        );
      }),
    );
  });
});

describe('lines of a source', () => {
  it('are the same however its bytes come', () => {
    const bytes = fc.array(
      fc.oneof(fc.constant(10), fc.constant(13), fc.constantFrom(0xc3, 0xa9, 0xff, 0x41)),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(bytes, fc.array(fc.nat(60), { maxLength: 6 }), (content, cuts) => {
        const all = Uint8Array.from(content);
        const whole = linesOf([all]);
        const places = [0, ...cuts.filter((cut) => cut < all.length).sort((a, b) => a - b), all.length];
        const pieces = places.slice(1).map((end, i) => all.subarray(places[i], end));
        expect(linesOf(pieces)).toEqual(whole);
        expect(whole.offset).toBe(all.length);
      }),
    );
  });
});

function linesOf(pieces: readonly Uint8Array[]) {
  const lines: string[] = [];
  const reader = new SourceLines({
    line: (text, line) => lines.push(`${line} ${text}`),
    broken: (code, _message, line) => lines.push(`${line} ${code}`),
  });
  for (const piece of pieces) reader.add(piece);
  reader.end();
  return { lines, offset: reader.offset, next: reader.next };
}
