import { chmodSync, readdirSync } from 'node:fs';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import * as contracts from '../../server/src/cli/contracts.ts';
import { buildCommandLine, Corpus } from './commandLine.ts';

beforeAll(buildCommandLine);

const damaged =
  'Warga BaruAnda datang ke pasar . Rombongan tiba dari Kazakhtsan.\r\nDengan b\u200beras , kata mereka.\r\n';
const mended =
  'Warga Baru Anda datang ke pasar. Rombongan tiba dari Kazakhtsan.\r\nDengan beras, kata mereka.\r\n';
const clean = 'Menteri bertemu para utusan di ibu kota dan pulang pada malam hari.\n';

describe('pressmark check --fix', () => {
  it('repairs what is certain, keeps byte order mark and line ends, tells each change, and reports the rest', async () => {
    const corpus = new Corpus({ 'a.txt': `\ufeff${damaged}`, 'b.txt': clean });
    const { code, out, err } = await corpus.run(['check', '--fix']);
    expect(corpus.read('a.txt')).toBe(`\ufeff${mended}`);
    expect(corpus.read('b.txt')).toBe(clean);
    expect(err.split('\n')).toEqual([
      'a.txt:1:7: fused/case: "BaruAnda" → "Baru Anda"',
      'a.txt:1:31: spacing/punct: " ." → "."',
      'a.txt:2:9: encoding/zero-width: "\u200b" → ""',
      'a.txt:2:14: spacing/punct: " ," → ","',
      'Repaired 4 places in 1 article.',
      '',
    ]);
    expect(out).toContain('name/near-miss');
    expect(out).toMatch(/\n1 finding \(/);
    expect(code).toBe(1);
    expect(readdirSync(corpus.folder).sort()).toEqual(['a.txt', 'b.txt']);
  });

  it('only tells with --dry-run, and reports what there is', async () => {
    const corpus = new Corpus({ 'a.txt': damaged });
    const { code, out, err } = await corpus.run(['check', '--fix', '--dry-run', '--format', 'json']);
    expect(corpus.read('a.txt')).toBe(damaged);
    expect(err).toContain('Would repair 4 places in 1 article; nothing was written.');
    const output = v.parse(contracts.CheckOutput, JSON.parse(out));
    expect(output.summary.findings).toBe(5);
    expect(output.articles[0]?.findings.map((f) => f.fix?.certain)).toEqual([true, true, false, true, true]);
    expect(code).toBe(1);
  });

  it('repairs only what --rules names, and nothing that is dismissed', async () => {
    const row =
      '{"id":"00000000-aaaaaa","rule":"spacing/punct","start":30,"end":32,"text":" .","before":"datang ke pasar","after":" Rombongan tiba","rev":"000000000000","verdict":"dismissed"}';
    const corpus = new Corpus({
      'a.txt': damaged,
      'a.txt.ann.json': `{\n"pressmark":1,\n"annotations":[\n${row},\nnull\n]}\n`,
    });
    await corpus.run(['check', '--fix', '--rules', 'spacing,fused']);
    expect(corpus.read('a.txt')).toBe(damaged.replace('BaruAnda', 'Baru Anda').replace('eras ,', 'eras,'));
  });

  it('leaves what is dismissed as it is when something inside it could be repaired, now and the next time', async () => {
    const letters = 'Chính phủ Việt Nam đã họp với các bộ trưởng.'.normalize('NFD');
    const text = `${letters.slice(0, 9)}\u200b${letters.slice(9)}\n`;
    const row = JSON.stringify({
      id: '00000000-aaaaaa',
      rule: 'encoding/normalisation',
      start: 0,
      end: [...text].length - 1,
      text: text.trimEnd(),
      before: '',
      after: '\n',
      rev: '000000000000',
      verdict: 'dismissed',
    });
    const corpus = new Corpus({
      'a.txt': `${text}Warga datang , kata mereka.\n`,
      'a.txt.ann.json': `{\n"pressmark":1,\n"annotations":[\n${row},\nnull\n]}\n`,
    });
    for (let run = 0; run < 2; run++) {
      await corpus.run(['check', '--fix']);
      expect(corpus.read('a.txt')).toBe(`${text}Warga datang, kata mereka.\n`);
    }
  });

  it('leaves a write-protected article as it is, says so, and goes on', async () => {
    const corpus = new Corpus({ 'a.txt': damaged, 'b.txt': damaged });
    chmodSync(corpus.path('a.txt'), 0o444);
    const { code, out, err } = await corpus.run(['check', '--fix', '--format', 'json']);
    expect(corpus.read('a.txt')).toBe(damaged);
    expect(corpus.read('b.txt')).toBe(mended);
    expect(err).toContain('a.txt: The file is write-protected');
    expect(v.parse(contracts.CheckOutput, JSON.parse(out)).summary).toMatchObject({ unreadable: 1 });
    expect(code).toBe(2);
  });

  it('repairs nothing in an article whose sidecar cannot be read, and says so', async () => {
    const corpus = new Corpus({ 'a.txt': damaged, 'a.txt.ann.json': 'half of a fi', 'b.txt': damaged });
    const { code, err } = await corpus.run(['check', '--fix']);
    expect(corpus.read('a.txt')).toBe(damaged);
    expect(corpus.read('b.txt')).toBe(mended);
    expect(err).toContain('a.txt.ann.json: This is not a file of Pressmark’s annotations');
    expect(err).toContain('a.txt: What people said of this article cannot be read');
    expect(code).toBe(2);
    for (const command of ['check', 'stats']) {
      const other = await corpus.run([command]);
      expect(other.err).toContain('a.txt.ann.json: This is not a file of Pressmark’s annotations');
      expect(other.err).not.toContain('a.txt: What');
      expect(other.code).toBe(2);
    }
  });

  it('goes on where an article cannot be written', async () => {
    const long = `${'a'.repeat(247)}.txt`;
    const corpus = new Corpus({ [long]: damaged, 'b.txt': damaged });
    const { code, out, err } = await corpus.run(['check', '--fix', '--format', 'json']);
    expect(corpus.read(long)).toBe(damaged);
    expect(corpus.read('b.txt')).toBe(mended);
    expect(err).toContain(`${long}: The repaired text could not be written (ENAMETOOLONG)`);
    expect(v.parse(contracts.CheckOutput, JSON.parse(out)).summary).toMatchObject({ unreadable: 1 });
    expect(code).toBe(2);
  });

  it('says what people say of a finding', async () => {
    const row =
      '{"id":"00000006-aaaaaa","rule":"fused/case","start":6,"end":14,"text":"BaruAnda","before":"Warga ","after":" datang ke","rev":"000000000000","verdict":"confirmed"}';
    const corpus = new Corpus({
      'a.txt': damaged,
      'a.txt.ann.json': `{\n"pressmark":1,\n"annotations":[\n${row},\nnull\n]}\n`,
    });
    const { articles } = await corpus.json(contracts.CheckOutput, 'check', '--format', 'json');
    const standings = articles[0]?.findings.map((f) => f.standing);
    expect(standings).toEqual(['confirmed', undefined, undefined, undefined, undefined]);
  });

  it('has no repair by itself: --dry-run alone, and --fix on a stream, are mistakes', async () => {
    const corpus = new Corpus({ 'a.txt': damaged });
    expect((await corpus.run(['check', '--dry-run'])).code).toBe(2);
    expect((await corpus.run(['check', '--stdin', '--fix'], '')).code).toBe(2);
  });
});
