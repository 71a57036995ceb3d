import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EntityCachesOutput, EntityImportOutput } from '../../server/src/cli/contracts/entityImporting.ts';
import * as contracts from '../../server/src/cli/contracts.ts';
import { BUNDLE, buildCommandLine, Corpus } from './commandLine.ts';

const cache = new Corpus();
const kept = process.env.XDG_CACHE_HOME;
beforeAll(async () => {
  await buildCommandLine();
  process.env.XDG_CACHE_HOME = cache.folder;
});
afterAll(() => {
  if (kept === undefined) delete process.env.XDG_CACHE_HOME;
  else process.env.XDG_CACHE_HOME = kept;
});

const PEOPLE =
  'id,type,name,language,aliases\nx:1,PER,Ana Wijaya,id,Bu Ana|Ana W.\nx:2,ORG,Bank "Maju",id,\nx:3,PER,"Budi\nSantoso",id,\n';

describe('pressmark entities import', () => {
  it('says in words that a place cannot be written to, and ends with 2', async () => {
    const corpus = new Corpus({ 'people.csv': PEOPLE, 'a.txt': '' });
    const output = `${corpus.folder}/a.txt/names.pmnames`;
    const made = await corpus.run(['entities', 'import', 'people.csv', '--output', output]);
    expect(made.code).toBe(2);
    expect(made.err).toMatch(/^pressmark: Nothing was imported: this place cannot be written to \(/);
    expect(made.err).toContain('a.txt');
  });

  it('makes a cache that a project then uses, and that is made again where its source changes', async () => {
    const corpus = new Corpus({
      'lists/people.csv': `${PEOPLE}x:4,PER,B,id,\n,PER,Nobody,id,\n`,
      'pressmark.json': '{ "entities": { "imported": ["people"], "builtIn": false } }',
      'a.txt': 'Ana Wijaya bertemu Budi Santoso.\n',
    });
    const made = await corpus.run(['entities', 'import', 'lists/people.csv', '--format', 'json']);
    expect(made.code).toBe(1);
    const output = JSON.parse(made.out) as EntityImportOutput;
    expect(output).toMatchObject({
      name: 'people',
      imported: true,
      entities: 4,
      names: 5,
      sources: [{ format: 'csv', lines: 7 }],
    });
    expect(output.leftOut.map(({ code, examples }) => [code, examples[0]?.line])).toEqual([
      ['entities/missing-key', 7],
      ['entities/short-name', 6],
    ]);
    expect(output.output).toContain(cache.folder);
    const found = await corpus.json(contracts.EntitiesOutput, 'entities', 'a.txt', '--format', 'json');
    expect(found.articles[0]?.mentions.map((m) => [m.text, m.entity])).toEqual([
      ['Ana Wijaya', 'x:1'],
      ['Budi Santoso', 'x:3'],
    ]);
    corpus.write('lists/people.csv', 'id,type,name\nx:1,PER,Ana Wijaya\n');
    const again = await corpus.run(['entities', 'a.txt', '--format', 'jsonl']);
    expect(again.err).toMatch(/people have changed: they are made again/);
    expect(again.out).not.toContain('x:3');
    const listed = await corpus.json(EntityCachesOutput, 'entities', 'list', '--format', 'json');
    expect(listed.caches).toMatchObject([{ name: 'people', entities: 1, state: 'current' }]);
    expect(await corpus.run(['entities', 'remove', 'people'])).toMatchObject({ code: 0, err: '' });
    const without = await corpus.run(['entities', 'a.txt']);
    expect(without).toMatchObject({ code: 2 });
    expect(without.err).toMatch(/pressmark\.json:1:\d+: error: Nothing is imported as “people”/);
  });

  it('goes on after it was killed, with the same bytes', async () => {
    const header = 'wikidata_id\teng\tlabel\tlanguage\ttype\n';
    const rows: string[] = [];
    for (let i = 1; i <= 1_500_000; i++)
      rows.push(`Q${i}\tPerson Number ${i}\tOrang Nomor ${i}\tid\t${i % 500 ? 'ORG' : 'PER'}\n`);
    const corpus = new Corpus({ 'big.tsv': header + rows.join('') });
    const call = ['entities', 'import', 'big.tsv', '--types', 'PER', '--name', 'big'];
    const child = spawn(process.execPath, [BUNDLE, ...call], {
      cwd: corpus.folder,
      env: process.env,
      stdio: 'ignore',
    });
    const state = `${cache.folder}/pressmark/entities/big.import/state.json`;
    while (!existsSync(state) && child.exitCode === null) await setTimeout(5);
    child.kill('SIGKILL');
    expect(existsSync(state)).toBe(true);
    // Whoever died leaves its lock for ten seconds.
    await setTimeout(11_000);
    const resumed = await corpus.json(EntityImportOutput, ...call, '--format', 'json');
    expect(resumed).toMatchObject({ resumed: true, entities: 3000, sources: [{ lines: 1_500_001 }] });
    const bytes = readFileSync(resumed.output);
    const whole = await corpus.json(EntityImportOutput, ...call, '--format', 'json');
    expect(whole.resumed).toBe(false);
    expect(readFileSync(whole.output).equals(bytes)).toBe(true);
  }, 120_000);

  it('refuses what is broken and says why', async () => {
    const packed = gzipSync(PEOPLE.repeat(1000));
    const corpus = new Corpus({
      'cut.csv.gz': packed.subarray(0, packed.length - 20),
      'utf16.csv': Buffer.from(`\ufeff${PEOPLE}`, 'utf16le'),
      'columns.csv': 'name;colour\nRed;red\n',
      'good.csv': PEOPLE,
    });
    const run = async (...args: string[]) => {
      const { code, out, err } = await corpus.run(['entities', 'import', ...args]);
      return `${code} ${err}${out}`;
    };
    expect(await run('cut.csv.gz')).toMatch(/^2 .*cut\.csv\.gz: This gzip file ends too early, at byte \d+/);
    expect(await run('utf16.csv')).toMatch(/^2 .*UTF-16/);
    expect(await run('columns.csv')).toMatch(/^2 [\s\S]*names no column “id”[\s\S]*columns\.csv:1/);
    expect(await run('nothere.csv')).toMatch(/^2 .*no such file/);
    expect(await run('good.csv', '--from', 'xml')).toMatch(/^2 .*Allowed choices/);
    expect(await run('good.csv', '--type-map', 'PER')).toMatch(/^2 .*LOC=GPE/);
    expect(await run('good.csv', '--name', '../x')).toMatch(/^2 .*cannot be the name/);
    expect(await run('good.csv', '--languages', 'x y')).toMatch(/^2 .*no language code/);
    expect(await run('good.csv', '--output', 'good.csv')).toMatch(/^2 .*\.pmnames/);
    expect(await run('good.csv', '--output', 'own.pmnames')).toMatch(/^0 /);
    expect(existsSync(corpus.path('own.pmnames'))).toBe(true);
    expect((await corpus.run(['entities', 'remove', 'nothere'])).code).toBe(2);
  });

  it('leaves folders that are called as its commands at hand', async () => {
    const corpus = new Corpus({ 'import/a.txt': 'Taliban.\n', 'pressmark.json': '{}' });
    const { articles } = await corpus.json(
      contracts.EntitiesOutput,
      'entities',
      './import',
      '--format',
      'json',
    );
    expect(articles.map((article) => article.path)).toEqual(['import/a.txt']);
  });
});
