import { existsSync } from 'node:fs';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { SuggestedArticleOutput, SuggestOutput } from '../../server/src/cli/contracts/suggesting.ts';
import { sidecarOf } from '../support/agreementCorpus.ts';
import { buildCommandLine, Corpus } from './commandLine.ts';

beforeAll(buildCommandLine);

const A = 'Menteri bertemu Zorvan Group di Prancis 😀 pada hari Senin.\n';
const B = 'Kemarin Zorvan Group membuka kantor di sana.\n';
const C = '😀 Sementara itu Zorvan Group dan Rusia sepakat, kata Presiden Belmir Quandt.\n';

function corpus(project: object = {}): Corpus {
  return new Corpus({
    'pressmark.json': JSON.stringify({ language: 'id', annotators: ['ana', 'ben'], ...project }),
    'a.txt': A,
    'a.txt.ana.ann.json': sidecarOf(A, [
      ['Zorvan Group', 'ORG'],
      ['Prancis', 'GPE'],
    ]),
    'a.txt.ben.ann.json': sidecarOf(A, [['Zorvan Group', 'ORG']]),
    'b.txt': B,
    'b.txt.ana.ann.json': sidecarOf(B, [['Zorvan Group', 'ORG']]),
    'c.txt': C,
  });
}

const LAYER = 'c.txt.suggested.ann.json';
const suggested = ({ suggestions }: v.InferOutput<typeof SuggestedArticleOutput>) =>
  suggestions.map((s) => `${s.start} ${s.line}:${s.column} ${s.text} ${s.label} ${s.source}`);

describe('pressmark suggest', () => {
  it('lists what may be tagged as its contract says, with places in code points', async () => {
    const { code, out } = await corpus().run(['suggest', '--format', 'json']);
    const output = v.parse(SuggestOutput, JSON.parse(out));
    expect(code).toBe(0);
    expect(output.articles.map((a) => a.path)).toEqual(['a.txt', 'b.txt', 'c.txt']);
    const [, , c] = output.articles;
    expect(c && suggested(c)).toEqual([
      '16 1:17 Zorvan Group ORG learned',
      '33 1:34 Rusia GPE entity',
      '62 1:63 Belmir Quandt PER unknown',
    ]);
    expect(output.summary.written).toBe(0);
    expect(existsSync(corpus().path(LAYER))).toBe(false);
  });

  it('leaves out what a person has tagged, takes only what is asked for, and says what is wrong', async () => {
    const files = corpus();
    const line = async (...more: string[]) => {
      const { out } = await files.run(['suggest', 'a.txt', '--format', 'jsonl', ...more]);
      return suggested(v.parse(SuggestedArticleOutput, JSON.parse(out)));
    };
    const date = '52 1:53 Senin DATE date';
    expect(await line('--by', 'ana')).toEqual([date]);
    expect(await line('--by', 'ben')).toEqual(['32 1:33 Prancis GPE entity', date]);
    expect(await line('--by', 'ben', '--sources', 'entity,learned')).toEqual(['32 1:33 Prancis GPE entity']);
    expect(await line('--sources', 'learned')).toEqual(['16 1:17 Zorvan Group ORG learned']);
    expect(await line('--sources', 'learned', '--min-score', '0.99')).toEqual([]);
    expect((await files.run(['suggest', '--sources', 'guess'])).code).toBe(2);
    expect((await files.run(['suggest', '--min-score', '2'])).code).toBe(2);
    expect((await files.run(['suggest', '--by', 'eve'])).code).toBe(2);
    expect((await files.run(['suggest', '--dry-run'])).code).toBe(2);
  });

  it('writes a layer, the same bytes each time, and takes out what no longer holds', async () => {
    const files = corpus();
    const write = (...more: string[]) => files.run(['suggest', '--write', ...more]);
    expect((await write('--dry-run')).code).toBe(1);
    expect(existsSync(files.path(LAYER))).toBe(false);
    expect((await write()).code).toBe(0);
    const first = files.read(LAYER);
    expect(first).toContain('"label":"ORG","text":"Zorvan Group"');
    expect(first).toContain('"by":"learned"');
    expect(first).toMatch(/"score":0\.\d{1,2},"by"/);
    expect((await write('--dry-run')).code).toBe(0);
    await write();
    expect(files.read(LAYER)).toBe(first);
    files.write('c.txt', 'Tidak ada lagi.\n');
    await write();
    expect(files.read(LAYER)).toBe('{\n"pressmark":1,\n"annotations":[\nnull\n]}\n');
  });

  it('changes no number of any other command', async () => {
    const files = corpus();
    const commands = [
      ['agree', '--format', 'json'],
      ['stats', '--format', 'json'],
      ['validate', '--format', 'json'],
      ['export', '--to', 'jsonl', '--layer', 'all', '--output', '-'],
      ['adjudicate', '--rule', 'majority', '--dry-run', '--format', 'json'],
      ['show', 'a.txt', '--format', 'json'],
    ];
    const runs = async () => Promise.all(commands.map(async (c) => files.run(c)));
    const before = await runs();
    expect((await files.run(['suggest', '--write'])).code).toBe(0);
    expect(existsSync(files.path(LAYER))).toBe(true);
    expect(await runs()).toEqual(before);
  });

  it('leaves a file alone that it could not read', async () => {
    const files = corpus();
    const broken = '{"pressmark":1,\n"annotations":[\n{"id":\n';
    files.write(LAYER, broken);
    const { code, err } = await files.run(['suggest', '--write']);
    expect(code).toBe(2);
    expect(err).toContain(LAYER);
    expect(files.read(LAYER)).toBe(broken);
    expect((await files.run(['validate', LAYER])).code).toBe(1);
  });

  it('tells nobody who annotates blind what others have tagged', async () => {
    const files = corpus({ blind: true });
    const { err } = await files.run(['suggest', '--write']);
    expect(err).toContain('annotate blind');
    expect(files.read(LAYER)).not.toContain('learned');
    const { out } = await files.run(['suggest', 'c.txt', '--by', 'ben', '--format', 'jsonl']);
    expect(suggested(v.parse(SuggestedArticleOutput, JSON.parse(out)))).not.toContain(
      '16 1:17 Zorvan Group ORG learned',
    );
    const ana = await files.run(['suggest', 'c.txt', '--by', 'ana', '--format', 'jsonl']);
    expect(suggested(v.parse(SuggestedArticleOutput, JSON.parse(ana.out)))).toContain(
      '16 1:17 Zorvan Group ORG learned',
    );
  });
});
