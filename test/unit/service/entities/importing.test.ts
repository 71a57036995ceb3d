import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { gazetteerOf } from '../../../../server/src/core/entities/gazetteer.ts';
import { decodeSegment, segmentHeader } from '../../../../server/src/core/entities/names/segmentFile.ts';
import { formatMessage } from '../../../../server/src/core/message.ts';
import { finish } from '../../../../server/src/core/steps.ts';
import { isCacheName, nameAfter } from '../../../../server/src/service/entities/importing/request.ts';
import { importFolder, importInto } from '../../../support/importing.ts';

let place = importFolder();
beforeEach(() => {
  place = importFolder();
});

const HEADER = 'wikidata_id\teng\tlabel\tlanguage\ttype\n';
const rows = (count: number, from = 0) =>
  Array.from(
    { length: count },
    (_, i) => `Q${from + i + 1}\tPerson Number ${i}\tOrang Nomor ${i}\tid\tPER\n`,
  ).join('');

function gazetteerAt(path: string) {
  const decoded = finish(decodeSegment(new Uint8Array(readFileSync(path))));
  if (!('segment' in decoded)) throw new Error(decoded.fault);
  return gazetteerOf([decoded.segment]);
}

/** The message of an import that stopped; empty for one that did not. */
function why(outcome: Awaited<ReturnType<typeof importInto>>): string {
  return 'stopped' in outcome ? formatMessage(outcome.stopped) : '';
}

describe('an import', () => {
  it('makes one cache of several sources, in which lines of one id are one entity', async () => {
    writeFileSync(
      place.path('a.tsv'),
      `${HEADER}Q1\tRussia\tRusia\tid\tLOC\nQ2\tAna\tAna Wijaya\tid\tPER\nQ1\tRussia\tNước Nga\tvi\tLOC\n`,
    );
    writeFileSync(
      place.path('b.jsonl'),
      '{"id":"Q2","type":"PER","name":"Ana","names":{"en":["Ana Wijaya-Smith"]}}\n',
    );
    const outcome = await importInto(place.disk, [place.path('a.tsv'), place.path('b.jsonl')], {
      choice: { typeMap: [['LOC', 'GPE']] },
    });
    expect(outcome).toMatchObject({ resumed: false, report: { entities: 2, names: 4, leftOut: [] } });
    const gazetteer = gazetteerAt(place.disk.cachePath('made'));
    expect(gazetteer.entity('Q1')).toMatchObject({ type: 'GPE', name: 'Russia' });
    expect(gazetteer.lookup('nước nga').map((e) => e.id)).toEqual(['Q1']);
    expect(gazetteer.lookup('Ana Wijaya-Smith').map((e) => e.id)).toEqual(['Q2']);
    const header = segmentHeader(
      new Uint8Array(readFileSync(place.disk.cachePath('made'))).subarray(0, 1 << 16),
    );
    expect(header).toMatchObject({
      origin: { name: 'made', sources: [{ path: place.path('a.tsv') }, {}], entities: 2 },
    });
  });

  it('goes on where it was interrupted, and gives the same bytes', async () => {
    writeFileSync(place.path('plain.tsv'), HEADER + rows(12_000));
    writeFileSync(
      place.path('z.tsv.gz'),
      Buffer.concat([gzipSync(HEADER + rows(8000)), gzipSync(rows(8000, 40_000))]),
    );
    const sources = [place.path('plain.tsv'), place.path('z.tsv.gz')];
    expect(await importInto(place.disk, sources)).toMatchObject({
      resumed: false,
      report: { entities: 20_000 },
    });
    const whole = readFileSync(place.disk.cachePath('made'));
    await place.disk.removeCache(place.disk.cachePath('made'));
    let resumed = 0;
    for (let most = 1; ; most++) {
      let steps = 0;
      const cancel = { isCancellationRequested: false };
      const progress = (phase: string) => {
        cancel.isCancellationRequested = ++steps > 1 && phase === 'reading';
      };
      const outcome = await importInto(place.disk, sources, {}, { cancel, progress, checkpoint: 1 }).catch(
        () => undefined,
      );
      if (outcome === undefined) continue;
      expect(most).toBeGreaterThan(1);
      if ('resumed' in outcome && outcome.resumed) resumed++;
      expect(outcome.report).toMatchObject({
        entities: 20_000,
        sources: [{ lines: 12_001 }, { lines: 16_001 }],
      });
      break;
    }
    expect(resumed).toBe(1);
    expect(readFileSync(place.disk.cachePath('made')).equals(whole)).toBe(true);
  });

  it('begins anew where a source has changed meanwhile', async () => {
    writeFileSync(place.path('a.tsv'), HEADER + rows(20_000));
    const cancel = { isCancellationRequested: false };
    const progress = () => {
      cancel.isCancellationRequested = true;
    };
    await expect(
      importInto(place.disk, [place.path('a.tsv')], {}, { cancel, progress, checkpoint: 1 }),
    ).rejects.toThrow();
    writeFileSync(place.path('a.tsv'), HEADER + rows(5));
    const outcome = await importInto(place.disk, [place.path('a.tsv')]);
    expect(outcome).toMatchObject({ resumed: false, report: { entities: 5, sources: [{ lines: 6 }] } });
  });

  it('tells what it left out, by reason, with lines', async () => {
    writeFileSync(
      place.path('a.tsv'),
      `${HEADER}Q1\tOne\tSatu dua\tid\tLOC\nQ1\tOne\tMột\tvi\tLOC\nbroken\nQ2\tB\tB\tid\tPER\n`,
    );
    const outcome = await importInto(place.disk, [place.path('a.tsv')], { choice: { languages: ['id'] } });
    expect(
      outcome.report.leftOut.map(({ code, count, isProblem, examples }) => [
        code,
        count,
        isProblem,
        examples[0]?.line,
      ]),
    ).toEqual([
      ['entities/row', 1, true, 4],
      ['entities/short-name', 1, true, 5],
      ['passed-over/language', 1, false, 3],
    ]);
    expect(outcome.report.leftOut[0]?.examples).toEqual([
      { file: place.path('a.tsv'), line: 4, text: 'broken' },
    ]);
  });

  it('takes no cache away for sources that give nothing', async () => {
    writeFileSync(place.path('a.tsv'), HEADER + rows(5));
    await importInto(place.disk, [place.path('a.tsv')]);
    const [before] = await place.disk.caches();
    const outcome = await importInto(place.disk, [place.path('a.tsv')], { choice: { languages: ['xx'] } });
    expect(why(outcome)).toMatch(/Nothing was imported.*--languages/);
    expect(await place.disk.caches()).toEqual([before]);
    writeFileSync(place.path('empty.tsv'), '');
    expect(why(await importInto(place.disk, [place.path('empty.tsv')], { from: 'paranames' }))).toMatch(
      /Nothing was imported/,
    );
  });

  it('counts the canonical name of what has no other', async () => {
    writeFileSync(
      place.path('a.jsonl'),
      '{"id":"x:1","type":"PER","name":"Ana Wijaya"}\n{"id":"x:2","type":"PER","name":"Budi Santoso","names":{"id":["Budi Santoso","Pak Budi"]}}\n',
    );
    const outcome = await importInto(place.disk, [place.path('a.jsonl')]);
    expect(outcome.report).toMatchObject({ entities: 2, names: 3 });
  });

  it('writes nothing where it is only to tell', async () => {
    writeFileSync(place.path('a.tsv'), HEADER + rows(5));
    expect(await importInto(place.disk, [place.path('a.tsv')], {}, { dryRun: true })).toMatchObject({
      report: { entities: 5, names: 5 },
    });
    expect(await place.disk.caches()).toEqual([]);
  });
});

describe('a broken source', () => {
  const packed = gzipSync(HEADER + rows(20_000));

  it.each([
    ['cut off', packed.subarray(0, packed.length >> 1), /ends too early, at byte \d+.*get the file again/],
    ['cut off in its first bytes', packed.subarray(0, 12), /ends too early, at byte 12/],
    ['damaged', Buffer.from(packed).fill(0x55, 20_000, 20_100), /damaged behind byte \d+/],
    [
      'followed by something else',
      Buffer.concat([packed, Buffer.from('junk'.repeat(100))]),
      /damaged behind byte \d+/,
    ],
  ])('that is gzip and %s is never taken for the whole', async (_how, bytes, message) => {
    writeFileSync(place.path('a.tsv.gz'), bytes);
    const outcome = await importInto(place.disk, [place.path('a.tsv.gz')]);
    expect(why(outcome)).toMatch(message);
    expect(await place.disk.caches()).toEqual([]);
  });

  it('may be filled up with zeros, as tapes and disks do', async () => {
    for (const zeros of [1, 512, 400_000]) {
      writeFileSync(place.path('a.tsv.gz'), Buffer.concat([packed, Buffer.alloc(zeros)]));
      expect(await importInto(place.disk, [place.path('a.tsv.gz')], {}, { dryRun: true })).toMatchObject({
        report: { entities: 20_000 },
      });
    }
  });

  it('names lines that are no UTF-8, and files that are UTF-16 or packed otherwise', async () => {
    const latin = Buffer.from('Q9\tAndré\tAndré Dupont\tfr\tPER\n', 'latin1');
    writeFileSync(
      place.path('a.tsv'),
      Buffer.concat([Buffer.from(HEADER + rows(2)), latin, Buffer.from(rows(2, 10))]),
    );
    const outcome = await importInto(place.disk, [place.path('a.tsv')]);
    expect(outcome.report).toMatchObject({
      entities: 4,
      leftOut: [{ code: 'entities/encoding', count: 1, examples: [{ line: 4 }] }],
    });
    for (const [bytes, message] of [
      [Buffer.from(`\ufeff${HEADER}`, 'utf16le'), /UTF-16/],
      [Buffer.from('BZh91AY'), /bzip2/],
      [Buffer.from('PK\u0003\u0004'), /zip/],
      [Buffer.from('An article.\n'), /--from/],
    ] as const) {
      writeFileSync(place.path('b'), bytes);
      expect(why(await importInto(place.disk, [place.path('b')]))).toMatch(message);
    }
    expect(why(await importInto(place.disk, [place.path('missing')]))).toMatch(/no such file/);
  });
});

describe('the name of a cache', () => {
  it('is no path, nor what projects take for one', () => {
    const names = ['people', 'ü.v2', '__proto__', '..', 'a/b', '.hidden', '-x', '', 'people.pmnames'];
    expect(names.filter(isCacheName)).toEqual(['people', 'ü.v2', '__proto__']);
    expect(nameAfter('/lists/people.pmnames')).toBe('people');
  });
});
