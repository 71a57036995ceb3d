import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, symlinkSync } from 'node:fs';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import * as contracts from '../../server/src/cli/contracts.ts';
import { BUNDLE, buildCommandLine, Corpus } from './commandLine.ts';

beforeAll(buildCommandLine);

const clean = 'The minister met the envoys in the capital on Monday and left in the evening.\n';
const damaged = `Delegasi 😀 Rusia tiba di Moskow ,kata juru bicara.\r\n\r\nMereka berbicara selama dua jam dengan wartawan.\r\n`;

describe('pressmark check', () => {
  it('writes JSON as the contract says, in code points', async () => {
    const corpus = new Corpus({ 'a.txt': damaged, 'b/c.txt': clean });
    const { code, out, err } = await corpus.run(['check', '--format', 'json']);
    const output = v.parse(contracts.CheckOutput, JSON.parse(out));
    expect(output.articles.map((article) => article.path)).toEqual(['a.txt', 'b/c.txt']);
    const [finding] = output.articles[0]?.findings ?? [];
    expect(finding).toMatchObject({
      rule: 'spacing/punct',
      severity: 'warning',
      start: 31,
      end: 33,
      line: 1,
      column: 32,
      text: ' ,',
    });
    expect(finding?.fix?.edits).toEqual([{ start: 31, end: 33, text: ', ' }]);
    expect([...damaged.replaceAll('\r\n', '\n')].slice(31, 33).join('')).toBe(' ,');
    expect(output.summary).toMatchObject({ articles: 2, unreadable: 0, findings: 1, warning: 1 });
    expect({ code, err }).toEqual({ code: 1, err: '' });
  });

  it('writes an article a line as JSON Lines', async () => {
    const corpus = new Corpus({ 'a.txt': damaged, 'b.txt': clean });
    const { out } = await corpus.run(['check', '--format', 'jsonl']);
    const articles = out
      .trim()
      .split('\n')
      .map((line) => v.parse(contracts.CheckedArticle, JSON.parse(line)));
    expect(articles.map((article) => article.findings.length)).toEqual([1, 0]);
  });

  it('writes for people, GitHub, code scanning and build servers', async () => {
    const corpus = new Corpus({ 'a, 100%.txt': damaged });
    const run = async (format: string) => (await corpus.run(['check', '--format', format])).out;
    expect(await run('pretty')).toMatch(
      /^a, 100%\.txt\n {2}1:32 .*spacing\/punct\n.*Moskow\[ ,\]kata.*\n\n1 finding \(0 errors, 1 warning/,
    );
    expect(await run('github')).toMatch(
      /^::warning file=a%2C 100%25\.txt,line=1,endLine=1,col=32,endColumn=34,title=spacing\/punct::/,
    );
    const sarif = JSON.parse(await run('sarif'));
    expect(sarif).toMatchObject({ version: '2.1.0', runs: [{ columnKind: 'unicodeCodePoints' }] });
    const [result] = sarif.runs[0].results;
    expect(result.locations[0].physicalLocation).toMatchObject({
      artifactLocation: { uri: 'a%2C%20100%25.txt' },
      region: { startLine: 1, startColumn: 32, endColumn: 34, charOffset: 31, charLength: 2 },
    });
    expect(sarif.runs[0].tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
    expect(await run('junit')).toMatch(/<testsuite name="a, 100%\.txt" tests="1" failures="1">/);
  });

  it('ends with 0, 1 or 2 as --fail-on and the files say', async () => {
    const corpus = new Corpus({ 'a.txt': damaged, 'b.txt': clean });
    const code = async (...args: string[]) => (await corpus.run(['check', ...args])).code;
    expect(await code('b.txt')).toBe(0);
    expect(await code('a.txt')).toBe(1);
    expect(await code('a.txt', '--fail-on', 'error')).toBe(0);
    expect(await code('--fail-on', 'never')).toBe(0);
    expect(await code('missing.txt')).toBe(2);
    expect(await code('--format', 'xml')).toBe(2);
    expect(await code('--rules', 'spacing/punc')).toBe(2);
    expect(await code('--rules', 'encoding,quote/spacing')).toBe(0);
    expect(await code('--rules', 'spacing')).toBe(1);
  });

  it('goes by the project file: what is an article, what a rule weighs', async () => {
    const corpus = new Corpus({
      'pressmark.json': '{ "include": ["news/*.txt"], "rules": { "spacing/punct": "error" } }',
      'news/a.txt': damaged,
      'notes.txt': damaged,
    });
    const output = await corpus.json(contracts.CheckOutput, 'check', '--format', 'json');
    expect(output.articles.map((article) => article.path)).toEqual(['news/a.txt']);
    expect(output.articles[0]?.findings[0]?.severity).toBe('error');
    const named = await corpus.json(
      contracts.CheckOutput,
      'check',
      '--format',
      'json',
      'notes.txt',
      'pressmark.json',
    );
    expect(named.articles.map((article) => article.path)).toEqual(['notes.txt']);
  });

  it('is silent about findings that somebody has dismissed', async () => {
    const corpus = new Corpus({ 'a.txt': damaged });
    const { articles } = await corpus.json(contracts.CheckOutput, 'check', '--format', 'json');
    const finding = articles[0]?.findings[0];
    await corpus.run(['annotate', 'a.txt', '--label', 'PER', '--quote', 'Delegasi']);
    const rev = /"rev":"([0-9a-f]{12})"/.exec(corpus.read('a.txt.ann.json'))?.[1];
    const review = {
      id: '00000031-zzzzzz',
      rule: finding?.rule,
      start: 31,
      end: 33,
      text: ' ,',
      before: 'Moskow',
      after: 'kata',
      rev,
      verdict: 'dismissed',
    };
    corpus.write(
      'a.txt.ann.json',
      corpus.read('a.txt.ann.json').replace('null\n', `${JSON.stringify(review)},\nnull\n`),
    );
    expect((await corpus.run(['check'])).code).toBe(0);
  });

  it('names each file that it cannot read, with the remedy, and goes on', async () => {
    const corpus = new Corpus({
      'binary.txt': new Uint8Array([0, 1, 2]),
      'utf16.txt': new Uint8Array([0xff, 0xfe, 72, 0]),
      'latin.txt': new Uint8Array([79, 10, 0xff, 0xfe, 97]),
      'surrogate.txt': new Uint8Array([0xed, 0xa0, 0x80]),
      'large.txt': 'a'.repeat(50_000_000),
      'bom.txt': `\uFEFF${damaged}`,
      'empty.txt': '',
    });
    const { code, out, err } = await corpus.run(['check', '--format', 'json']);
    expect(code).toBe(2);
    const output = v.parse(contracts.CheckOutput, JSON.parse(out));
    expect(output.articles.map((a) => a.path)).toEqual(['bom.txt', 'empty.txt']);
    expect(output.articles[0]?.findings[0]).toMatchObject({ start: 31, end: 33, line: 1 });
    expect(output.summary.unreadable).toBe(5);
    const lines = err.trim().split('\n');
    expect(lines.map((line) => line.split(':')[0]).sort()).toEqual([
      'binary.txt',
      'large.txt',
      'latin.txt',
      'surrogate.txt',
      'utf16.txt',
    ]);
    for (const line of lines) expect(line).toMatch(/save it again as UTF-8|Save it again as UTF-8|Split it/);
  });

  it('tells what is wrong with the project file, once, and uses what it can', async () => {
    const corpus = new Corpus({
      'pressmark.json': '{\n  "labls": [],\n  "language": "id"\n',
      'a.txt': damaged,
      'b.txt': clean,
    });
    const { code, out, err } = await corpus.run(['check', '--format', 'json']);
    expect(code).toBe(2);
    expect(err).toMatch(
      /^pressmark\.json:2:3: warning: .*"labls".*"labels"\?\npressmark\.json:4:1: error: .*\n$/,
    );
    expect(v.parse(contracts.CheckOutput, JSON.parse(out)).articles[0]?.language).toBe('id');
  });

  it('does not follow links out of the folder', async () => {
    const outside = new Corpus({ 'secret.txt': damaged });
    const corpus = new Corpus({ 'a.txt': clean });
    mkdirSync(corpus.path('sub'));
    symlinkSync(outside.folder, corpus.path('sub/out'), 'dir');
    symlinkSync(outside.path('secret.txt'), corpus.path('link.txt'));
    const output = await corpus.json(contracts.CheckOutput, 'check', '--format', 'json');
    expect(output.articles.map((article) => article.path)).toEqual(['a.txt']);
  });

  it('keeps text of files from steering the terminal', async () => {
    const corpus = new Corpus({
      'a.txt': 'Delegasi \u001b]0;x\u0007 tiba \u202e,kata \u001b[2J juru bicara.\n',
    });
    const { out } = await corpus.run(['check', '--format', 'pretty', '--fail-on', 'never']);
    expect(out).toContain('U+001B');
    expect(out).not.toMatch(/[\u0007\u001b\u202e]/);
  });

  it('ends quietly when its reader has had enough', async () => {
    const corpus = new Corpus(
      Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`${i}.txt`, damaged])),
    );
    const child = spawn(process.execPath, [BUNDLE, 'check', '--format', 'jsonl'], { cwd: corpus.folder });
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (chunk) => {
      err += chunk;
    });
    child.stdout.destroy();
    const [code] = await once(child, 'close');
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });
});

describe('pressmark check --stdin', () => {
  it('answers a line for a line', async () => {
    const corpus = new Corpus();
    const lines = [
      { id: 1, text: damaged },
      { id: 'b', text: 'AS', language: 'id' },
      { id: 'c', text: '' },
    ];
    const { code, out, err } = await corpus.run(
      ['check', '--stdin'],
      lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
    );
    const answers = out
      .trim()
      .split('\n')
      .map((line) => v.parse(contracts.FilterOutput, JSON.parse(line)));
    expect(answers.map((answer) => answer.id)).toEqual([1, 'b', 'c']);
    expect(answers[0]).toMatchObject({ findings: [{ rule: 'spacing/punct', start: 31 }] });
    expect(answers[0]).toMatchObject({
      mentions: [{ text: 'Rusia', start: 11, end: 16, entity: 'Q159', name: 'Russia', type: 'GPE' }],
    });
    expect(answers[1]).toMatchObject({ language: 'id', mentions: [{ entity: 'Q30' }] });
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  it('answers a bad line with an error, names it, and goes on', async () => {
    const input = 'no JSON\n{"id":7}\n\n[1]\n{"id":"ok","text":"x"}\n';
    const { code, out, err } = await new Corpus().run(['check', '--stdin'], input);
    const answers = out
      .trim()
      .split('\n')
      .map((line) => v.parse(contracts.FilterOutput, JSON.parse(line)));
    expect(answers.map((a) => [a.id, 'error' in a])).toEqual([
      [null, true],
      [7, true],
      [null, true],
      ['ok', false],
    ]);
    expect(err.match(/^standard input:\d+/gm)).toEqual([
      'standard input:1',
      'standard input:2',
      'standard input:4',
    ]);
    expect(code).toBe(2);
  });

  it('goes without paths and formats', async () => {
    expect((await new Corpus().run(['check', '--stdin', 'a.txt'])).code).toBe(2);
    expect((await new Corpus().run(['check', '--stdin', '--format', 'sarif'])).code).toBe(2);
  });
});
