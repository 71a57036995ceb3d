import { afterEach, describe, expect, it } from 'vitest';
import type { Annotation } from '../../server/src/core/annotations/model.ts';
import { parseSidecar } from '../../server/src/core/annotations/parse.ts';
import { ServerCommand } from '../../server/src/lsp/protocol.ts';
import { TestClient } from '../support/lsp/client.ts';
import { VSCODE } from '../support/lsp/profiles.ts';

const ARTICLE =
  'Warga BaruAnda datang ke pasar pagi itu. Harga beras naik , kata mereka.\n' +
  'Para pedagang menjual BaruAnda dan gula . Pemerintah akan membantu mereka.\n';

let client: TestClient;
afterEach(() => client.stop());

async function opened(files: Record<string, string> = {}, annotator?: string): Promise<TestClient> {
  client = await TestClient.start(VSCODE, { 'a.txt': ARTICLE, ...files }, annotator ? { annotator } : {});
  return reopened();
}

async function reopened(): Promise<TestClient> {
  await client.open('a.txt');
  return client;
}

const lines = (name = 'a.txt.ann.json'): Annotation[] =>
  parseSidecar(client.host.text(client.uri(name)) ?? '').annotations.map((e) => e.annotation);
const codes = async () => (await client.pull('a.txt')).map((d) => d.code);
const messages = async (rule: string) =>
  (await client.pull('a.txt')).filter((d) => d.code === rule).map((d) => d.message);
const titles = async (words: string, only?: string[]) =>
  (await client.codeActions('a.txt', client.rangeOf('a.txt', words), only)).map((a) => a.title);
const pick = (words: string, title: string, nth = 0) =>
  client.pick('a.txt', client.rangeOf('a.txt', words, nth), title);

describe('what can be done with a finding', () => {
  it('is offered in an order: repair, confirm, dismiss here, then what reaches further', async () => {
    await opened();
    expect(await titles('BaruAnda', ['quickfix'])).toEqual([
      'Write “Baru Anda”',
      'Confirm: tag sentence GARBLED (fused/case)',
      'Dismiss here (fused/case): BaruAnda',
      'Fix all 2 of this kind in this article (fused/case)',
      'Fix all 4 certain findings in this article',
      'Dismiss every “BaruAnda” in this article (fused/case)',
      'Accept “BaruAnda” in this project',
      'Dismiss fused/case in this whole article (findings: 2)',
      'Turn fused/case off in this project',
    ]);
  });
});

describe('dismissing', () => {
  it('of a place leaves the others', async () => {
    await opened();
    await pick('BaruAnda', 'Dismiss here (fused/case)');
    expect(lines()).toMatchObject([{ kind: 'review', verdict: 'dismissed', text: 'BaruAnda', start: 6 }]);
    expect(await codes()).toEqual(['spacing/punct', 'fused/case', 'spacing/punct']);
  });

  it('of a place whose words are gone does not fall upon the same words elsewhere', async () => {
    await opened({ 'b.txt': 'Warga datang , kata mereka.\nHarga beras naik lagi , ujar menteri.\n' });
    await client.open('b.txt');
    await client.pick('b.txt', client.rangeOf('b.txt', ' ,'), 'Dismiss here');
    await client.close('b.txt');
    const shown = async (text: string) => {
      client.host.write(client.uri('b.txt'), text);
      await client.open('b.txt');
      const found = (await client.pull('b.txt')).length;
      await client.close('b.txt');
      return found;
    };
    expect(await shown('Harga beras naik lagi , ujar menteri.\n')).toBe(1);
    expect(await shown('Semua warga datang , kata orang.\nHarga beras naik lagi , ujar menteri.\n')).toBe(1);
  });

  it('of a word, and of a rule, in the article is one line without a place, and can be taken back', async () => {
    await opened();
    await pick('BaruAnda', 'Dismiss every “BaruAnda”');
    expect(lines()).toMatchObject([{ kind: 'articleReview', rule: 'fused/case', word: 'BaruAnda' }]);
    await pick(' ,', 'Dismiss spacing/punct in this whole article');
    expect(await codes()).toEqual([]);
    expect(await client.execute(ServerCommand.undoLast)).toMatchObject({ done: true });
    expect(await codes()).toEqual(['spacing/punct', 'spacing/punct']);
    await pick('BaruAnda', 'Report “BaruAnda” in this article again', 1);
    expect(lines()).toEqual([]);
    expect(await codes()).toHaveLength(4);
  });

  it('of a place can be taken back by who did it', async () => {
    const project = '{ "annotators": ["ana", "budi"] }';
    await opened({ 'pressmark.json': project }, 'budi');
    await pick(' ,', 'Dismiss here (spacing/punct)');
    expect(lines('a.txt.budi.ann.json')).toHaveLength(1);
    await pick(' ,', 'Report this again (spacing/punct)');
    expect(lines('a.txt.budi.ann.json')).toEqual([]);
    client.host.write(
      client.uri('a.txt.ana.ann.json'),
      '{\n"pressmark":1,\n"annotations":[\n{"id":"00000000-aaaaaa","rule":"spacing/punct","verdict":"dismissed"},\nnull\n]}\n',
    );
    expect(await codes()).toEqual(['fused/case', 'fused/case']);
    expect((await titles(' ,')).filter((t) => t.startsWith('Report'))).toEqual([]);
  });

  it('of a rule in the project keeps comments and options, and can be taken back', async () => {
    const project =
      '{\n  // ours\n  "rules": { "fused/case": { "options": { "families": ["tempo"] } } }\n}\n';
    await opened({ 'pressmark.json': project });
    await pick('BaruAnda', 'Turn fused/case off in this project');
    const written = client.host.text(client.uri('pressmark.json')) ?? '';
    expect(written).toContain('// ours');
    expect(JSON.parse(written.replace('// ours', ''))).toEqual({
      rules: { 'fused/case': { options: { families: ['tempo'] }, severity: 'off' } },
    });
    expect(await codes()).toEqual(['spacing/punct', 'spacing/punct']);
    expect(await client.execute(ServerCommand.undoLast)).toMatchObject({
      done: true,
      sidecar: client.uri('pressmark.json'),
    });
    expect(client.host.text(client.uri('pressmark.json'))).toBe(project);
    expect(await codes()).toHaveLength(4);
  });

  it('of a rule makes a project file where there is none; taken back, it says nothing', async () => {
    await opened();
    await pick(' ,', 'Turn spacing/punct off in this project');
    expect(JSON.parse(client.host.text(client.uri('pressmark.json')) ?? '')).toEqual({
      rules: { 'spacing/punct': 'off' },
    });
    await client.execute(ServerCommand.undoLast);
    expect(client.host.text(client.uri('pressmark.json'))).toBe('{}\n');
    expect(await codes()).toHaveLength(4);
  });

  it('of a rule is refused where it would not count', async () => {
    const doubled = '{ "rules": { "spacing/punct": "hint" }, "rules": { "spacing/punct": "error" } }';
    await opened({ 'pressmark.json': doubled });
    await pick(' ,', 'Turn spacing/punct off in this project');
    expect(client.host.text(client.uri('pressmark.json'))).toBe(doubled);
    expect(client.shown.join()).toContain('pressmark.json has a mistake');
  });
});

describe('confirming', () => {
  it('tags the sentence and says so, in one edit that is taken back as one', async () => {
    await opened();
    await pick('BaruAnda', 'Confirm: tag sentence GARBLED (fused/case)');
    expect(lines()).toMatchObject([
      { kind: 'span', label: 'GARBLED', text: 'Warga BaruAnda datang ke pasar pagi itu.' },
      { kind: 'review', rule: 'fused/case', verdict: 'confirmed', text: 'BaruAnda' },
    ]);
    const [first, second] = await messages('fused/case');
    expect(first).toBe(`Confirmed. ${second}`);
    expect(await client.execute(ServerCommand.undoLast)).toMatchObject({ done: true });
    expect(lines()).toEqual([]);
  });

  it('of a second finding in the sentence does not tag it twice, and nobody confirms twice', async () => {
    await opened();
    await pick(' .', 'Confirm: tag sentence GARBLED (spacing/punct)');
    await pick('BaruAnda', 'Confirm (fused/case): BaruAnda', 1);
    expect(lines().filter((line) => line.kind === 'span')).toHaveLength(1);
    expect((await titles(' .')).filter((t) => t.startsWith('Confirm'))).toEqual([]);
  });

  it('is one word per person: a later dismissal takes its place', async () => {
    await opened();
    await pick(' ,', 'Confirm');
    const [, confirmed] = lines();
    await pick(' ,', 'Dismiss here');
    expect(lines().filter((line) => line.kind === 'review')).toEqual([
      { ...confirmed, verdict: 'dismissed' },
    ]);
    await client.execute(ServerCommand.undoLast);
    expect(lines().filter((line) => line.kind === 'review')).toEqual([confirmed]);
  });

  it('only says so where the project has no label for it', async () => {
    await opened({ 'pressmark.json': '{ "labels": [{ "name": "PER" }] }' });
    await pick(' ,', 'Confirm (spacing/punct)');
    expect(lines()).toMatchObject([{ kind: 'review', verdict: 'confirmed' }]);
  });

  it('leaves out the plain offer to tag the same sentence the same', async () => {
    await opened();
    const at = client.rangeOf('a.txt', 'BaruAnda');
    const all = (await client.codeActions('a.txt', at)).map((a) => a.title);
    expect(all.filter((t) => t.includes('tag sentence') || t.startsWith('Tag sentence'))).toEqual([
      'Confirm: tag sentence GARBLED (fused/case)',
      'Tag sentence UNTRANSLATED',
    ]);
    expect(await titles('BaruAnda', ['refactor'])).toContain('Tag sentence GARBLED');
  });

  it('is told in the hover, with the name; two people who differ leave it disputed', async () => {
    const review = (id: string, verdict: string) =>
      `{\n"pressmark":1,\n"annotations":[\n{"id":"${id}","rule":"spacing/punct","start":57,"end":59,"text":" ,","before":"Harga beras naik","after":" kata mereka.","rev":"000000000000","verdict":"${verdict}"},\nnull\n]}\n`;
    await opened({
      'pressmark.json': '{ "annotators": ["ana", "budi"] }',
      'a.txt.ana.ann.json': review('00000057-aaaaaa', 'confirmed'),
      'a.txt.budi.ann.json': review('00000057-bbbbbb', 'dismissed'),
    });
    expect((await messages('spacing/punct'))[0]).toMatch(/^Disputed\. /);
    const hover = await client.connection.sendRequest('textDocument/hover', {
      textDocument: { uri: client.uri('a.txt') },
      position: client.rangeOf('a.txt', ' ,').start,
    });
    expect(JSON.stringify(hover)).toMatch(/Confirmed by ana.*Dismissed by budi/);
  });
});

describe('how right a rule is', () => {
  it('is counted over the corpus by what people said', async () => {
    await opened({ 'b.txt': 'Harga beras naik , kata mereka.\n' });
    await pick(' ,', 'Confirm');
    await pick(' .', 'Dismiss here');
    const { done, rules } = await client.execute(ServerCommand.rulePrecision);
    expect(done).toBe(true);
    expect(rules).toMatchObject([
      { rule: 'fused/case', findings: 2, open: 2, confirmed: 0, dismissed: 0 },
      {
        rule: 'spacing/punct',
        findings: 3,
        open: 1,
        confirmed: 1,
        dismissed: 1,
        precision: { value: 0.5, n: 2 },
      },
    ]);
    expect(rules?.[0]).not.toHaveProperty('precision');
    // Somebody else repairs them.
    await client.close('a.txt');
    client.host.write(client.uri('a.txt'), 'Warga datang.\n');
    const later = await client.execute(ServerCommand.rulePrecision);
    expect(later.rules).toEqual([expect.objectContaining({ findings: 1, dismissed: 0, past: 2 })]);
  });
});
