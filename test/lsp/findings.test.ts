import { afterEach, describe, expect, it } from 'vitest';
import type { Annotation } from '../../server/src/core/annotations/model.ts';
import { parseSidecar } from '../../server/src/core/annotations/parse.ts';
import { ServerCommand } from '../../server/src/lsp/protocol.ts';
import { TestClient } from '../support/lsp/client.ts';
import { NEOVIM, VSCODE } from '../support/lsp/profiles.ts';

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

describe('repairing many findings', () => {
  const FIXED =
    'Warga Baru Anda datang ke pasar pagi itu. Harga beras naik, kata mereka.\n' +
    'Para pedagang menjual Baru Anda dan gula. Pemerintah akan membantu mereka.\n';

  it('of one kind leaves the others, and all certain ones at once are one edit', async () => {
    await opened();
    await pick(' ,', 'Fix all 2 of this kind in this article (spacing/punct)');
    expect(await codes()).toEqual(['fused/case', 'fused/case']);
    await pick('BaruAnda', 'Fix all 2 of this kind in this article (fused/case)');
    expect(client.document('a.txt').getText()).toBe(FIXED);
  });

  it('is a source action for those who ask for it, and none for an editor that is only saving', async () => {
    await opened();
    expect(await titles('Warga', ['source.fixAll.pressmark'])).toEqual([
      'Fix all 4 certain findings in this article',
    ]);
    expect(await titles('Warga', ['source.fixAll'])).toHaveLength(1);
    expect(await titles('Warga', ['source'])).toHaveLength(1);
    expect(await titles('Warga', ['source.organizeImports'])).toEqual([]);
    expect((await titles('Warga')).filter((t) => t.startsWith('Fix all'))).toEqual([]);
    const saving = (kind: string) => client.codeActions('a.txt', client.rangeOf('a.txt', 'Warga'), [kind], 2);
    expect(await saving('source.fixAll')).toEqual([]);
    expect(await saving('source.fixAll.pressmark')).toHaveLength(1);
  });

  it('spares what is dismissed', async () => {
    await opened();
    await pick('BaruAnda', 'Dismiss every “BaruAnda”');
    const [action] = await client.codeActions('a.txt', client.rangeOf('a.txt', 'Warga'), ['source.fixAll']);
    await client.choose(action);
    expect(client.document('a.txt').getText()).toBe(FIXED.replaceAll('Baru Anda', 'BaruAnda'));
  });

  it('leaves an article alone whose sidecar cannot be read', async () => {
    await opened({ 'a.txt.ann.json': 'half of a fi' });
    const { uri, version } = client.document('a.txt');
    expect(await client.execute(ServerCommand.carryOut, { uri, version, kind: 'fixAll' })).toMatchObject({
      done: false,
      message: expect.stringContaining('restore it from git'),
    });
    expect(await client.execute(ServerCommand.fixCorpus)).toMatchObject({ done: false });
    expect(client.document('a.txt').getText()).toBe(ARTICLE);
  });

  it('moves tags along: those between repairs are certain, one around a repair is to be looked at', async () => {
    await opened();
    await pick('pasar', 'Tag as GPE');
    await pick('beras naik ,', 'Tag as ORG');
    await pick('Pemerintah', 'Tag as ORG');
    const [action] = await client.codeActions('a.txt', client.rangeOf('a.txt', 'Warga'), ['source.fixAll']);
    await client.choose(action);
    const views = await client.connection.sendRequest<{ text: string; certain: boolean; range: never }[]>(
      'pressmark/annotations',
      { uri: client.uri('a.txt') },
    );
    const now = views.map((v) => [client.document('a.txt').getText(v.range), v.certain]);
    expect(now).toEqual([
      ['pasar', true],
      ['beras naik,', false],
      ['Pemerintah', true],
    ]);
  });

  it('reaches all articles of the corpus, and has the client show it before', async () => {
    const twice = 'Harga beras naik , kata mereka , dan BaruAnda tahu itu.\n';
    const dismissed =
      '{\n"pressmark":1,\n"annotations":[\n{"id":"00000000-aaaaaa","rule":"spacing/punct","verdict":"dismissed"},\nnull\n]}\n';
    await opened({ 'b/c.txt': twice, 'd.txt': twice, 'd.txt.ann.json': dismissed });
    const result = await client.execute(ServerCommand.fixCorpus, { rule: 'spacing/punct' });
    expect(result).toEqual({ done: true, message: 'Offered 4 repairs in 2 articles.' });
    expect(client.host.text(client.uri('b/c.txt'))).toBe(twice.replaceAll(' ,', ','));
    expect(client.host.text(client.uri('d.txt'))).toBe(twice);
    expect(client.document('a.txt').getText()).toBe(FIXED.replaceAll('Baru Anda', 'BaruAnda'));
    const [edit] = client.asked;
    expect(edit?.changeAnnotations).toEqual({
      'spacing/punct': { label: expect.any(String), description: 'spacing/punct', needsConfirmation: true },
    });
    expect(edit?.documentChanges).toMatchObject([
      { textDocument: { version: 1 }, edits: [{ annotationId: 'spacing/punct' }, {}] },
      { textDocument: { version: null } },
    ]);
    expect(await client.execute(ServerCommand.fixCorpus)).toMatchObject({
      message: 'Offered 4 repairs in 3 articles.',
    });
    expect(await client.execute(ServerCommand.fixCorpus, {})).toMatchObject({ done: false });
    const rules = await client.connection.sendRequest<{ code: string }[]>('pressmark/rules', {});
    expect(rules.map((rule) => rule.code)).toContain('spacing/punct');
  });

  it('of the corpus is offered in parts where it is more than anybody looks through', async () => {
    const many = Array.from({ length: 502 }, (_, i) => [`m/${i}.txt`, 'Harga beras naik , kata mereka.\n']);
    client = await TestClient.start(VSCODE, Object.fromEntries(many));
    expect(await client.execute(ServerCommand.fixCorpus, { rule: 'spacing/punct' })).toEqual({
      done: true,
      message:
        'Offered 500 repairs in 500 articles. 2 more articles were not looked at: run this again for them.',
    });
    expect(await client.execute(ServerCommand.fixCorpus, { rule: 'spacing/punct' })).toEqual({
      done: true,
      message: 'Offered 2 repairs in 2 articles.',
    });
  });

  it('of the corpus is refused to a client that cannot show it before', async () => {
    client = await TestClient.start(NEOVIM, { 'a.txt': ARTICLE });
    expect(await client.execute(ServerCommand.fixCorpus, {})).toMatchObject({
      done: false,
      message: expect.stringContaining('pressmark check --fix'),
    });
  });

  it('is announced, so that an editor can offer it', async () => {
    await opened();
    expect(client.initialized?.capabilities.codeActionProvider).toMatchObject({
      codeActionKinds: expect.arrayContaining(['source.fixAll.pressmark']),
    });
  });

  it('finds nothing to do in an article that needs nothing', async () => {
    await opened({ 'a.txt': 'Harga beras naik lagi di pasar itu.\n' });
    expect(await titles('Harga', ['source.fixAll'])).toEqual([]);
  });
});
