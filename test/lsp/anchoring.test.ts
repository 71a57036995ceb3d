import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Range } from 'vscode-languageserver-protocol/node';
import { newSpan } from '../../server/src/core/annotations/create.ts';
import { parseSidecar } from '../../server/src/core/annotations/parse.ts';
import { serializeSidecar } from '../../server/src/core/annotations/serialize.ts';
import { revisionOf } from '../../server/src/core/text/revision.ts';
import { ServerCommand } from '../../server/src/lsp/protocol.ts';
import { TestClient } from '../support/lsp/client.ts';
import { historyOf, keptIn } from '../support/lsp/memoryHistory.ts';
import { VSCODE } from '../support/lsp/profiles.ts';

const OLD =
  'Menteri tiba di Jakarta.\n\nMenteri lain tiba di Bandung, lalu pulang ke Jakarta lagi.\nSelesai.\n';
const NEW = `Kemarin hujan turun.\n\n${OLD.replace('Menteri lain', 'Menteri yang lain')}`;
const SIDECAR = 'a.txt.ann.json';

let client: TestClient;
let kept: Map<string, string>;
beforeEach(() => {
  kept = new Map();
});
afterEach(() => client.stop());

const spansIn = (path = SIDECAR) =>
  parseSidecar(client.host.text(client.uri(path)) ?? '').annotations.flatMap(({ annotation }) =>
    annotation.kind === 'span' ? [annotation] : [],
  );

/** Tags on the nth of some words of a text. */
function tagged(text: string, words: string, nth = 0, suffix = 'aaaaaa') {
  let start = -1;
  for (let i = 0; i <= nth; i++) start = text.indexOf(words, start + 1);
  return newSpan({ article: text, range: { start, end: start + words.length }, label: 'GPE', suffix });
}

async function start(files: Record<string, string>): Promise<void> {
  client = await TestClient.start(VSCODE, { 'pressmark.json': '{}', ...files });
}

async function places(): Promise<[string, number, boolean][]> {
  const found = await client.connection.sendRequest<{ text: string; range: Range; certain: boolean }[]>(
    'pressmark/annotations',
    { uri: client.uri('a.txt') },
  );
  const document = client.document('a.txt');
  return found.map(({ range, certain }) => [
    document.getText(range),
    document.offsetAt(range.start),
    certain,
  ]);
}

const codes = async (path = 'a.txt') =>
  (await client.pull(path)).map((d) => d.code).filter((code) => String(code).startsWith('annotation/'));

describe('an article that changed while nobody looked', () => {
  const second = tagged(OLD, 'Jakarta', 1);

  it('is compared with the text that git has, though the same words stand elsewhere', async () => {
    await start({ 'a.txt': NEW, [SIDECAR]: serializeSidecar([second]) });
    client.host.history = historyOf({ blob: async () => new TextEncoder().encode(OLD) });
    await client.open('a.txt');
    expect(await places()).toEqual([['Jakarta', NEW.lastIndexOf('Jakarta'), true]]);
    expect(await codes()).toEqual([]);
  });

  it('is compared with a kept text, but not with one that somebody changed', async () => {
    await start({ 'a.txt': NEW, [SIDECAR]: serializeSidecar([second]) });
    client.host.keptTexts = keptIn(kept);
    kept.set(revisionOf(OLD), OLD);
    await client.open('a.txt');
    expect(await places()).toEqual([['Jakarta', NEW.lastIndexOf('Jakarta'), true]]);
    await client.close('a.txt');
    client.stop();
    await start({ 'a.txt': NEW, [SIDECAR]: serializeSidecar([second]) });
    client.host.keptTexts = keptIn(kept);
    kept.set(revisionOf(OLD), `${OLD}!`);
    await client.open('a.txt');
    expect((await places())[0]?.[2]).toBe(false);
  });

  it('is compared with a committed version of other line ends and a byte order mark', async () => {
    await start({ 'a.txt': NEW, [SIDECAR]: serializeSidecar([second]) });
    const bytes = new TextEncoder().encode(`\ufeff${OLD.replaceAll('\n', '\r\n')}`);
    client.host.history = historyOf({ past: async () => [new TextEncoder().encode('x'), bytes] });
    await client.open('a.txt');
    expect(await places()).toEqual([['Jakarta', NEW.lastIndexOf('Jakarta'), true]]);
  });

  it('is compared with a version in which the tag holds, where its own is lost', async () => {
    await start({ 'a.txt': NEW, [SIDECAR]: serializeSidecar([second]) });
    const rebased = OLD.replace('Menteri tiba', 'Menteri kini');
    client.host.history = historyOf({ past: async () => [new TextEncoder().encode(rebased)] });
    await client.open('a.txt');
    expect(await places()).toEqual([['Jakarta', NEW.lastIndexOf('Jakarta'), true]]);
  });

  it('is shown for review where nobody has an old text', async () => {
    await start({ 'a.txt': NEW, [SIDECAR]: serializeSidecar([second]) });
    await client.open('a.txt');
    expect(await places()).toEqual([['Jakarta', NEW.lastIndexOf('Jakarta'), false]]);
    expect(await codes()).toEqual(['annotation/review']);
  });

  it('asks nobody about tags of the present text', async () => {
    await start({ 'a.txt': OLD, [SIDECAR]: serializeSidecar([second]) });
    const history = historyOf({});
    client.host.history = history;
    await client.open('a.txt');
    expect(await places()).toEqual([['Jakarta', OLD.lastIndexOf('Jakarta'), true]]);
    await client.pull('a.txt');
    expect(history.asked).toEqual([]);
  });
});

describe('a check of the whole corpus', () => {
  it('asks for texts by their revisions only, and lists no commits of single articles', async () => {
    const names = ['a.txt', 'b.txt', 'c.txt'];
    const sidecar = serializeSidecar([tagged(OLD, 'Bandung')]);
    await start(
      Object.fromEntries(
        names.flatMap((name) => [
          [name, NEW],
          [`${name}.ann.json`, sidecar],
        ]),
      ),
    );
    const history = historyOf({});
    client.host.history = history;
    await client.execute(ServerCommand.checkCorpus);
    expect(history.asked.length).toBeGreaterThan(0);
    expect(history.asked.filter((question) => !question.startsWith('blob '))).toEqual([]);
  });
});

describe('a text that was never committed', () => {
  it('is kept once it is annotated, and finds its tags again after edits, closing and opening', async () => {
    await start({ 'a.txt': OLD });
    client.host.keptTexts = keptIn(kept);
    client.host.history = historyOf({});
    await client.open('a.txt');
    await client.pick('a.txt', client.rangeOf('a.txt', 'Jakarta', 1), 'Tag as GPE');
    await client.type('a.txt', 'Menteri tiba', 'Hujan turun. Menteri Jakarta tiba');
    await client.type('a.txt', 'Jakarta lagi', 'Jakarta kembali');
    const before = await places();
    expect(before).toMatchObject([['Jakarta', expect.any(Number), true]]);
    expect([...kept.keys()]).toEqual([revisionOf(OLD)]);
    await client.close('a.txt');
    await client.open('a.txt');
    expect(await places()).toEqual(before);
  });

  it('is kept when an article is edited whose tags somebody else made', async () => {
    await start({ 'a.txt': OLD, [SIDECAR]: serializeSidecar([tagged(OLD, 'Bandung')]) });
    client.host.keptTexts = keptIn(kept);
    await client.open('a.txt');
    await places();
    expect(kept.size).toBe(0);
    await client.type('a.txt', 'Menteri tiba', 'Tiba');
    await places();
    expect(kept.get(revisionOf(OLD))).toBe(OLD);
  });

  it('is not kept where git has it', async () => {
    await start({ 'a.txt': OLD });
    client.host.keptTexts = keptIn(kept);
    client.host.history = historyOf({ blob: async () => new TextEncoder().encode(OLD) });
    await client.open('a.txt');
    await client.pick('a.txt', client.rangeOf('a.txt', 'Bandung'), 'Tag as GPE');
    await places();
    expect(kept.size).toBe(0);
  });
});

describe('a tag in doubt', () => {
  const gone = tagged(OLD, 'Bandung', 0, 'bbbbbb');
  const unsure = tagged(OLD, 'Jakarta', 1);
  const now = NEW.replace(' di Bandung', '');

  it('is kept here, and its line says the present place and text', async () => {
    await start({ 'a.txt': now, [SIDECAR]: serializeSidecar([unsure]) });
    await client.open('a.txt');
    const at = now.lastIndexOf('Jakarta');
    const range = client.rangeOf('a.txt', 'Jakarta', 1);
    await client.pick('a.txt', range, 'Keep here: GPE on “Jakarta”');
    expect(spansIn()).toMatchObject([{ id: unsure.id, start: at, end: at + 7, rev: revisionOf(now) }]);
    expect(await codes()).toEqual([]);
  });

  it('moves to what is selected, or goes; the gone one is told near its surroundings', async () => {
    await start({ 'a.txt': now, [SIDECAR]: serializeSidecar([unsure, gone]) });
    await client.open('a.txt');
    const [orphan] = (await client.pull('a.txt')).filter((d) => d.code === 'annotation/orphan');
    expect(orphan?.message).toContain('Your tag GPE on “Bandung”');
    expect(orphan?.range.start.line).toBe(4);
    await client.pick('a.txt', client.rangeOf('a.txt', 'hujan'), 'Move here: GPE from “Bandung”');
    expect(spansIn().find((s) => s.id === gone.id)).toMatchObject({
      text: 'hujan',
      start: now.indexOf('hujan'),
    });
    await client.pick('a.txt', client.rangeOf('a.txt', 'Jakarta', 1), 'Delete the tag GPE on “Jakarta”');
    expect(spansIn().map((s) => s.id)).toEqual([gone.id]);
  });

  it('is kept with all others of its person that moved', async () => {
    const all = ['Menteri', 'Jakarta', 'pulang'].map((words, i) => tagged(OLD, words, 0, `cccccc${i}`));
    await start({
      'a.txt': NEW,
      [SIDECAR]: serializeSidecar([...all].sort((a, b) => (a.id < b.id ? -1 : 1))),
    });
    client.host.history = historyOf({ blob: async () => new TextEncoder().encode(OLD) });
    await client.open('a.txt');
    await client.pick('a.txt', client.rangeOf('a.txt', 'pulang'), 'Keep all 3 tags of yours that moved');
    expect(new Set(spansIn().map((s) => s.rev))).toEqual(new Set([revisionOf(NEW)]));
    for (const { text, start, end } of spansIn()) expect(NEW.slice(start, end)).toBe(text);
  });

  it('is its owner’s to place', async () => {
    const project = '{ "annotators": ["ana", "budi"] }';
    client = await TestClient.start(
      VSCODE,
      { 'a.txt': now, 'pressmark.json': project, 'a.txt.budi.ann.json': serializeSidecar([unsure, gone]) },
      { annotator: 'ana' },
    );
    await client.open('a.txt');
    const messages = (await client.pull('a.txt')).map((d) => d.message);
    expect(messages.join('\n')).toContain('The tag is budi’s to place.');
    expect(messages.join('\n')).toContain('It is budi’s to place or to delete.');
    const titles = (await client.codeActions('a.txt', client.rangeOf('a.txt', 'Jakarta', 1))).map(
      (a) => a.title,
    );
    expect(titles.filter((t) => /^(Keep|Move|Delete)/.test(t))).toEqual([]);
  });
});
