import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import * as contracts from '../../server/src/cli/contracts.ts';
import { buildCommandLine, Corpus } from './commandLine.ts';

beforeAll(buildCommandLine);

const HARBOUR = 'Menurut NusaKabar, pelabuhan itu ditutup sejak hari Selasa karena ombak tinggi.\n';
const SCHOOL = 'Kepala sekolah berkata kepada NusaKabar bahwa buku baru akan tiba bulan depan.\n';
const RICE = 'Harga beras naik lagi di pasar kota, demikian laporan NusaKabar pada hari Kamis.\n';
const files = { 'pressmark.json': '{}', 'a.txt': HARBOUR, 'b/b.txt': SCHOOL, 'c.txt': RICE };

const rules = ['--rules', 'fused/case', '--format', 'json'];

async function found(corpus: Corpus, ...args: string[]): Promise<Record<string, string[]>> {
  const { articles } = await corpus.json(contracts.CheckOutput, 'check', ...rules, ...args);
  return Object.fromEntries(articles.map(({ path, findings }) => [path, findings.map(({ text }) => text)]));
}

describe('pressmark check', () => {
  it('learns from all articles of the project, also where it checks one', async () => {
    const corpus = new Corpus(files);
    expect(await found(corpus)).toEqual({ 'a.txt': [], 'b/b.txt': [], 'c.txt': [] });
    expect(await found(corpus, 'a.txt')).toEqual({ 'a.txt': [] });
    expect(await found(corpus, 'b')).toEqual({ 'b/b.txt': [] });
    const untaught = ['NusaKabar'];
    expect(await found(corpus, '--no-learn')).toEqual({
      'a.txt': untaught,
      'b/b.txt': untaught,
      'c.txt': untaught,
    });
  });

  it('takes a folder that is named for a corpus, but not the folder of a file', async () => {
    const { 'pressmark.json': _, ...articles } = files;
    const corpus = new Corpus(articles);
    expect(await found(corpus, '.')).toEqual({ 'a.txt': [], 'b/b.txt': [], 'c.txt': [] });
    expect(await found(corpus, 'a.txt')).toEqual({ 'a.txt': ['NusaKabar'] });
  });

  it('answers a stream without learning, or from a folder', async () => {
    const corpus = new Corpus(files);
    const elsewhere = new Corpus();
    const input = `${JSON.stringify({ id: 1, text: 'Kabar itu dimuat oleh NusaKabar kemarin pagi.' })}\n`;
    const ask = async (...args: string[]) => {
      const { out } = await elsewhere.run(['check', '--stdin', '--rules', 'fused/case', ...args], input);
      const answer = v.parse(contracts.FilterOutput, JSON.parse(out));
      return 'findings' in answer ? answer.findings.map(({ text }) => text) : answer.error;
    };
    expect(await ask()).toEqual(['NusaKabar']);
    expect(await ask('--learn', corpus.folder)).toEqual([]);
    expect(await elsewhere.run(['check', '--stdin', '--learn', 'nowhere'])).toMatchObject({ code: 2 });
    expect(await elsewhere.run(['check', '--learn', corpus.folder])).toMatchObject({ code: 2 });
  });
});

describe('the cache of pressmark check', () => {
  const corpus = new Corpus({ 'pressmark.json': '{}' });
  for (let i = 0; i < 120; i++)
    corpus.write(
      `${i}.txt`,
      `Laporan nomor ${'i'.repeat(1 + i)} dari kota.\n${i % 40 === 0 ? HARBOUR : SCHOOL.slice(8)}`,
    );
  const home = mkdtempSync(join(tmpdir(), 'pressmark-home-'));
  const check = async (...args: string[]) => {
    const before = process.env.XDG_CACHE_HOME;
    process.env.XDG_CACHE_HOME = home;
    try {
      return (await corpus.run(['check', '--format', 'json', ...args])).out;
    } finally {
      process.env.XDG_CACHE_HOME = before ?? '';
    }
  };
  const cached = () => {
    try {
      return readdirSync(join(home, 'pressmark/corpora'));
    } catch {
      return [];
    }
  };

  it('is used again, is not needed, is rebuilt where it is broken, and never changes the outcome', async () => {
    const out = await check('--no-cache');
    expect(cached()).toEqual([]);
    expect(await check()).toBe(out);
    const [name] = cached();
    if (!name) throw new Error('nothing was kept');
    const file = join(home, 'pressmark/corpora', name);
    const written = statSync(file).ino;
    expect(await check()).toBe(out);
    expect(statSync(file).ino).toBe(written);
    writeFileSync(file, readFileSync(file).subarray(100));
    expect(await check()).toBe(out);
    expect(statSync(file).ino).not.toBe(written);
    expect((await Promise.all([check(), check(), check()])).every((one) => one === out)).toBe(true);
  });
});
