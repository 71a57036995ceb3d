import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { formatMessage } from '../../../../server/src/core/message.ts';
import { DEFAULT_PROJECT, type ImportedNames, type Project } from '../../../../server/src/core/project.ts';
import { importDisk } from '../../../../server/src/disk/importDisk.ts';
import { diskFiles } from '../../../../server/src/node/files.ts';
import { EntitySegments } from '../../../../server/src/service/entities/entitySegments.ts';
import { type EntityKnowledge, loadKnowledge } from '../../../../server/src/service/entities/knowledge.ts';
import type { Cache, Host } from '../../../../server/src/service/ports.ts';
import { Texts } from '../../../../server/src/service/texts.ts';
import { importFolder, importHost, importInto } from '../../../support/importing.ts';

let place = importFolder();
beforeEach(() => {
  place = importFolder();
  mkdirSync(place.path('corpus'));
});

const line = (id: string, name: string, more = '') => `{"id":"${id}","type":"ORG","name":"${name}"${more}}\n`;

function memory(): Cache & { puts: number } {
  const kept = new Map<string, Uint8Array>();
  return {
    puts: 0,
    get: async (about) => kept.get(about),
    async put(about, bytes) {
      this.puts++;
      kept.set(about, bytes);
    },
  };
}

/** Loads the knowledge of a project in the folder `corpus`; what is compiled is kept from load to load. */
function loader(entities: Partial<Project['entities']>, more: Partial<Host> = {}) {
  const host: Host = { ...importHost, files: diskFiles, imports: place.disk, ...more };
  const texts = new Texts(host, { get: () => undefined, all: () => [] });
  const segments = new EntitySegments(host, texts);
  const project = {
    ...DEFAULT_PROJECT,
    entities: { files: ['*.{jsonl,csv,tsv,gz}'], builtIn: false, imported: [], ...entities },
  };
  let renewals = 0;
  return {
    segments,
    load: () =>
      loadKnowledge(
        { root: `file://${place.path('corpus')}`, project, renewed: () => renewals++ },
        'k',
        segments,
        host,
        texts,
      ),
    renewals: () => renewals,
  };
}

const named = (...names: string[]): ImportedNames[] =>
  names.map((name, i) => ({ name, place: { start: i, end: i + 1 } }));
const ids = ({ gazetteer }: EntityKnowledge, name: string) =>
  gazetteer.lookup(name).map((entity) => entity.id);
const said = (
  problems: readonly { code: string; message: { template: string; args: readonly (string | number)[] } }[],
) => problems.map(({ code, message }) => `${code}: ${formatMessage(message)}`);

describe('the files of a project', () => {
  it('are JSON Lines, tables and ParaNames, by their names and columns', async () => {
    writeFileSync(place.path('corpus/a.jsonl'), line('x:1', 'Bank Maju'));
    writeFileSync(place.path('corpus/b.csv'), 'id,type,name\nx:2,ORG,Bank Mundur\n');
    writeFileSync(
      place.path('corpus/c.tsv'),
      'wikidata_id\teng\tlabel\tlanguage\ttype\nQ1\tAna\tAna Wijaya\tid\tPER\n',
    );
    writeFileSync(place.path('corpus/d.tsv'), 'name\tcolour\nRed\tred\n');
    writeFileSync(place.path('corpus/e.csv.gz'), gzipSync('id,type,name\n'));
    const knowledge = await loader({}).load();
    expect([
      ids(knowledge, 'bank maju'),
      ids(knowledge, 'Bank Mundur'),
      ids(knowledge, 'Ana Wijaya'),
    ]).toEqual([['x:1'], ['x:2'], ['Q1']]);
    expect(knowledge.gazetteer.entity('x:2')?.source).toMatchObject({ kind: 'file', line: 1 });
    const problems = knowledge.files.map((file) => file.problems.map((p) => p.code));
    expect(problems).toEqual([[], [], [], ['entities/columns'], ['entities/unreadable']]);
    expect(said(knowledge.files[4]?.problems ?? [])[0]).toMatch(/gzip.*entities import/);
  });

  it('lose the lines alone that are no text', async () => {
    const latin = Buffer.from(line('x:2', 'Café Négro'), 'latin1');
    const nul = Buffer.from(line('x:3', 'Bank Nol').replace('Nol', '\u0000'));
    writeFileSync(
      place.path('corpus/a.jsonl'),
      Buffer.concat([
        Buffer.from(line('x:1', 'Bank Maju')),
        latin,
        nul,
        Buffer.from(line('x:4', 'Bank Empat')),
      ]),
    );
    const knowledge = await loader({}).load();
    expect([ids(knowledge, 'Bank Maju'), ids(knowledge, 'Bank Empat')]).toEqual([['x:1'], ['x:4']]);
    expect(said(knowledge.files[0]?.problems ?? []).map((text) => text.slice(0, 45))).toEqual([
      'entities/encoding: Line 2 is not valid UTF-8,',
      'entities/broken-line: This line is not a JSON',
    ]);
    // Where they stand is told in what is text of it.
    const { text = '', problems = [] } = knowledge.files[0] ?? {};
    expect(problems.map(({ start }) => text.slice(0, start).split('\n').length)).toEqual([2, 3]);
  });

  it('are compiled again only where they changed', async () => {
    const compiledNames = memory();
    const much = Array.from({ length: 20_000 }, (_, i) => line(`y:${i}`, `Perusahaan Nomor ${i}`)).join('');
    writeFileSync(place.path('corpus/large.jsonl'), much);
    writeFileSync(place.path('corpus/a.jsonl'), line('x:1', 'Bank Maju'));
    const { load } = loader({}, { compiledNames });
    const first = await load();
    writeFileSync(place.path('corpus/a.jsonl'), line('x:1', 'Bank Mundur'));
    const second = await load();
    expect([ids(second, 'Bank Maju'), ids(second, 'Bank Mundur')]).toEqual([[], ['x:1']]);
    expect(second.gazetteer.segments.filter((s) => first.gazetteer.segments.includes(s))).toHaveLength(1);
    expect(compiledNames.puts).toBe(1);
    const later = await loader({}, { compiledNames }).load();
    expect(ids(later, 'Perusahaan Nomor 77')).toEqual(['y:77']);
    expect(compiledNames.puts).toBe(1);
    writeFileSync(place.path('corpus/large.jsonl'), much.replace('Nomor 77"', 'Nomor Baru"'));
    expect(ids(await loader({}, { compiledNames }).load(), 'Perusahaan Nomor 77')).toEqual([]);
    expect(compiledNames.puts).toBe(2);
    rmSync(place.path('corpus/a.jsonl'));
    expect(ids(await load(), 'Bank Mundur')).toEqual([]);
  });

  it('say together which ids and names they share, once each', async () => {
    writeFileSync(
      place.path('corpus/a.jsonl'),
      line('x:1', 'Bank Maju', ',"names":{"id":["Bank Kita"]}') +
        line('x:2', 'Bank Kita', ',"names":{"id":["Bank Maju"]}'),
    );
    writeFileSync(
      place.path('corpus/b.jsonl'),
      `\n${line('x:1', 'Bank Maju', ',"names":{"vi":["Ngân hàng Maju"]}')}`,
    );
    const knowledge = await loader({}).load();
    expect(knowledge.files.map(({ problems }) => said(problems))).toEqual([
      [
        'entities/alias-cycle: The entities x:1 and x:2 have each other’s name: every mention of them is ambiguous. If they are one, join their lines; else delete the names that are not theirs.',
      ],
      [
        'entities/joined: The id x:1 also stands in a.jsonl, line 1: the two are one entity, and the names of both count.',
      ],
    ]);
    expect(knowledge.files[1]?.problems[0]).toMatchObject({ start: 1, severity: 'information' });
    expect(ids(knowledge, 'Bank Kita').sort()).toEqual(['x:1', 'x:2']);
    expect(ids(knowledge, 'Ngân hàng Maju')).toEqual(['x:1']);
    // A name that another one bears too is no cycle yet.
    writeFileSync(
      place.path('corpus/a.jsonl'),
      line('x:1', 'Bank Maju') + line('x:2', 'Bank Kita', ',"names":{"id":["Bank Maju"]}'),
    );
    expect((await loader({}).load()).files[0]?.problems).toEqual([]);
  });

  it('may be called anything', async () => {
    for (const name of ['100%.jsonl', '100%zz.jsonl'])
      writeFileSync(place.path(`corpus/${name}`), line('x:1', 'Bank Maju'));
    const { files } = await loader({}).load();
    expect(said(files.flatMap((file) => file.problems))).toEqual([
      'entities/joined: The id x:1 also stands in 100%.jsonl, line 1: the two are one entity, and the names of both count.',
    ]);
  });

  it('are forgotten where no project has them any more', async () => {
    const { segments, load } = loader({ imported: named('names.pmnames') });
    writeFileSync(place.path('a.csv'), 'id,type,name\nx:9,PER,Ana Wijaya\n');
    await importInto(place.disk, [place.path('a.csv')], { output: place.path('corpus/names.pmnames') });
    writeFileSync(place.path('corpus/a.jsonl'), line('x:1', 'Bank Maju'));
    await load();
    const cache = `file://${place.path('corpus/names.pmnames')}`;
    const isKept = async () => (await segments.other(cache, 'other', async () => undefined)) !== undefined;
    const made = await segments.other(cache, 'other', async () => segments.builtIn());
    segments.keepFor('file:///another', []);
    expect([made !== undefined, await isKept()]).toEqual([true, true]);
    segments.keepFor(`file://${place.path('corpus')}`, []);
    expect(await isKept()).toBe(false);
  });

  it('are told of names that are common words', async () => {
    writeFileSync(
      place.path('corpus/a.jsonl'),
      line('x:1', 'Yang', ',"names":{"id":["Yang","Yang Wijaya"]}'),
    );
    const data = async () => new TextEncoder().encode('id dan yang\n');
    const { files } = await loader({}, { data }).load();
    expect(files[0]?.problems.map((p) => [p.code, p.severity])).toEqual([
      ['entities/common-word', 'information'],
    ]);
  });

  it('take a million names of one entity for ten thousand, and say so', async () => {
    const names = JSON.stringify(Array.from({ length: 1_000_000 }, (_, i) => `Nama Lain ${i}`));
    writeFileSync(place.path('corpus/a.jsonl'), line('x:1', 'Bank Maju', `,"names":{"id":${names}}`));
    const knowledge = await loader({}).load();
    expect(knowledge.files[0]?.problems.map((p) => p.code)).toEqual(['entities/too-many-names']);
    expect([ids(knowledge, 'Nama Lain 9999'), ids(knowledge, 'Nama Lain 10000')]).toEqual([['x:1'], []]);
  });
});

describe('imported names', () => {
  it('are used by name and by path; what cannot be used is told at its place', async () => {
    writeFileSync(place.path('a.csv'), 'id,type,name\nx:9,PER,Ana Wijaya\n');
    await importInto(place.disk, [place.path('a.csv')]);
    await importInto(place.disk, [place.path('a.csv')], { output: place.path('corpus/own.pmnames') });
    writeFileSync(place.path('corpus/bad.pmnames'), 'something else');
    writeFileSync(place.path('corpus/a.jsonl'), line('x:1', 'Bank Maju'));
    const knowledge = await loader({
      imported: named('made', 'own.pmnames', 'nothere', 'bad.pmnames', 'gone.pmnames'),
    }).load();
    expect(knowledge.problems.map((p) => [p.start, p.severity])).toEqual([
      [2, 'error'],
      [3, 'error'],
      [4, 'error'],
    ]);
    expect(said(knowledge.problems)[0]).toMatch(/“nothere”.*--name nothere.*one of these: made/);
    expect([ids(knowledge, 'Ana Wijaya'), ids(knowledge, 'Bank Maju')]).toEqual([['x:9'], ['x:1']]);
    const alone = await loader({ imported: named('own.pmnames') }, {}).load();
    expect(alone.gazetteer.entity('x:9')?.source.kind).toBe('imported');
  });

  it('are not at hand in a browser by name, which says so', async () => {
    const host = { ...importHost, files: diskFiles };
    const texts = new Texts(host, { get: () => undefined, all: () => [] });
    const project = { ...DEFAULT_PROJECT, entities: { files: [], builtIn: false, imported: named('made') } };
    const { problems } = await loadKnowledge(
      { root: 'file:///x', project, renewed: () => {} },
      'k',
      new EntitySegments(host, texts),
      host,
      texts,
    );
    expect(problems).toMatchObject([{ severity: 'information' }]);
  });

  it('are made again where a source changed: at once, or meanwhile with the old ones in use', async () => {
    writeFileSync(place.path('a.csv'), 'id,type,name\nx:9,PER,Ana Wijaya\n');
    await importInto(place.disk, [place.path('a.csv')]);
    const waiting = loader({ imported: named('made') }, { imports: importDisk(false, place.path('cache')) });
    expect(ids(await waiting.load(), 'Ana Wijaya')).toEqual(['x:9']);
    writeFileSync(place.path('a.csv'), 'id,type,name\nx:9,PER,Budi Santoso\n');
    utimesSync(place.path('a.csv'), 1, 2);
    expect(ids(await waiting.load(), 'Ana Wijaya')).toEqual(['x:9']);
    await expect.poll(() => waiting.renewals(), { timeout: 20_000 }).toBe(1);
    expect(ids(await waiting.load(), 'Budi Santoso')).toEqual(['x:9']);
    writeFileSync(place.path('a.csv'), 'id,type,name\nx:9,PER,Citra Dewi\n');
    expect(ids(await loader({ imported: named('made') }).load(), 'Citra Dewi')).toEqual(['x:9']);
    rmSync(place.path('a.csv'));
    expect(ids(await loader({ imported: named('made') }).load(), 'Citra Dewi')).toEqual(['x:9']);
  });
});
