import { strict as assert } from 'node:assert';
import { commands, type TextDocument, ViewColumn, window, workspace } from 'vscode';
import { eventually, file, newArticle, type SidecarLine } from './workbench.ts';

const TEXT = 'Delegasi Taliban tiba di Moskow. Wartawan New York Times bertemu utusan Vietnam.\n';
const PROJECT = 'adjudication/pressmark.json';

interface Group {
  readonly key: string;
  readonly kind: string;
  readonly state: string;
  readonly versions: readonly { readonly label: string; readonly annotators: readonly number[] }[];
}
interface State {
  readonly view: { readonly annotators: readonly string[]; readonly groups: readonly Group[] };
  readonly current?: string;
  readonly anonymous: boolean;
}

const state = () => Promise.resolve(commands.executeCommand<State | undefined>('pressmark.adjudicate.state'));
const tell = (message: object) => commands.executeCommand('pressmark.adjudicate.tell', message);
const press = (key: string) => tell({ type: 'press', key });
const current = async () => {
  const now = await state();
  return now?.view.groups.find((g) => g.key === now.current);
};

/** A line as an annotator's own tool writes it; `rev` is that of TEXT. */
function line(words: string, label: string, suffix: string): string {
  const start = TEXT.indexOf(words);
  const end = start + words.length;
  const before = TEXT.slice(Math.max(0, start - 32), start);
  const after = TEXT.slice(end, end + 32);
  const id = `${String(start).padStart(8, '0')}-${suffix}`;
  return JSON.stringify({ id, start, end, label, text: words, before, after, rev: '0123456789ab' });
}

async function write(name: string, content: string): Promise<void> {
  await workspace.fs.writeFile(file(name), new TextEncoder().encode(content));
}

const sidecar = (lines: readonly string[]) =>
  `{\n"pressmark":1,\n"annotations":[\n${[...lines, DONE].map((l) => `${l},\n`).join('')}null\n]}\n`;
const DONE = '{"id":"status","status":"done","rev":"0123456789ab"}';

async function goldOf(document: TextDocument): Promise<(SidecarLine & { ref?: string; note?: string })[]> {
  const uri = document.uri.with({ path: `${document.uri.path}.gold.ann.json` });
  try {
    const content = JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(uri)));
    return content.annotations.filter(Boolean);
  } catch {
    return []; // created empty, and written a moment later
  }
}

const goldWhere = (
  document: TextDocument,
  what: string,
  holds: (lines: Awaited<ReturnType<typeof goldOf>>) => boolean,
) =>
  eventually(`${what}, on the disk`, async () => {
    const lines = await goldOf(document);
    return holds(lines) ? lines : undefined;
  });

suite('adjudication', () => {
  suiteSetup(async () => {
    await write(PROJECT, JSON.stringify({ annotators: ['ana', 'binh'], blind: true }));
  });

  suiteTeardown(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    await workspace.fs.delete(file('adjudication'), { recursive: true });
  });

  test('one key decides, the cursor goes on, and gold is on the disk', async () => {
    const name = 'adjudication/keys.txt';
    await write(
      `${name}.ana.ann.json`,
      sidecar(
        [
          line('Moskow', 'GPE', 'aaaaa2'),
          line('New York', 'GPE', 'aaaaa3'),
          line('Taliban', 'ORG', 'aaaaa1'),
        ].sort(),
      ),
    );
    await write(
      `${name}.binh.ann.json`,
      sidecar(
        [
          line('Moskow', 'GPE', 'bbbbb2'),
          line('New York Times', 'ORG', 'bbbbb3'),
          line('Taliban', 'NORP', 'bbbbb1'),
        ].sort(),
      ),
    );
    const { document } = await newArticle(name, TEXT);
    await commands.executeCommand('pressmark.adjudicate', document.uri);
    const first = await eventually('the layers', async () => {
      const now = await state();
      return now?.view.annotators.length === 2 ? now : undefined;
    });
    assert.deepEqual(
      first.view.groups.map((g) => g.kind),
      ['label', 'agreed', 'overlap'],
    );
    assert.equal((await current())?.kind, 'label');
    const shown = window.visibleTextEditors.find(
      (e) => e.document.uri.toString() === document.uri.toString(),
    );
    assert.equal(shown && document.getText(shown.selection), 'Taliban');

    await tell({ type: 'reason', text: 'it acts as one' });
    await press('1');
    const [line1] = await goldWhere(document, 'a gold tag', (lines) => lines.length === 2).then((lines) =>
      lines.filter((l) => l.label !== undefined),
    );
    assert.deepEqual([line1?.label, line1?.text, line1?.note], ['ORG', 'Taliban', 'it acts as one']);
    assert.equal((await current())?.kind, 'overlap', 'the cursor is on the next open disagreement');

    await press('n');
    await goldWhere(
      document,
      'both refused',
      (lines) => lines.filter((l) => l.ref !== undefined).length === 3,
    );
    await press('u');
    await goldWhere(
      document,
      'the decision taken back',
      (lines) => lines.filter((l) => l.ref !== undefined).length === 1,
    );
    assert.equal((await current())?.kind, 'overlap');
    await press('b');
    await goldWhere(
      document,
      'both taken',
      (lines) => lines.filter((l) => l.label !== undefined).length === 3,
    );

    await tell({ type: 'rule', rule: 'unanimous' });
    await goldWhere(document, 'what all agree on', (lines) => lines.some((l) => l.text === 'Moskow'));
    assert.ok((await state())?.view.groups.every((g) => g.state === 'settled'));
    assert.equal(document.getText(), TEXT);
    assert.equal(document.isDirty, false);
  });

  test('letters stand for people, and say nothing of who they are', async () => {
    await press('a');
    const now = await eventually('letters', async () => {
      const shown = await state();
      return shown?.anonymous ? shown : undefined;
    });
    assert.deepEqual(now.view.annotators, ['A', 'B']);
    assert.doesNotMatch(JSON.stringify(now), /\b(ana|binh)\b/);
    await press('a');
  });

  test('the panel stands beside the article, once', async () => {
    const tabs = () =>
      window.tabGroups.all.flatMap((g) => g.tabs).filter((t) => t.label.includes('keys.txt'));
    const panels = () => tabs().filter((t) => t.label !== 'keys.txt');
    assert.equal(panels().length, 1);
    assert.notEqual(panels()[0]?.group.viewColumn, ViewColumn.One);
    await commands.executeCommand('pressmark.adjudicate', file('adjudication/keys.txt'));
    assert.equal(panels().length, 1);
  });
});
