/** Annotations exported and imported by the real commands, in whatever file system the workspace is. */
import assert from 'node:assert';
import { commands, window, workspace } from 'vscode';
import {
  dirtyTabs,
  eventually,
  file,
  findings,
  newArticle,
  sidecarOf,
  sidecarWhere,
  tag,
} from './workbench.ts';

interface View {
  readonly sentence: string;
  readonly losses?: number;
  readonly added?: number;
}

/** A place that no project takes for articles. */
const out = (name: string) => `.datasets/${name}`;
const read = async (name: string) => new TextDecoder().decode(await workspace.fs.readFile(file(name)));
const write = (name: string, text: string) =>
  workspace.fs.writeFile(file(name), new TextEncoder().encode(text));
const run = (command: string, said: object) => commands.executeCommand<View | undefined>(command, said);
const isThere = async (name: string) => {
  try {
    await workspace.fs.stat(file(name));
    return true;
  } catch {
    return false;
  }
};

/** Takes the first choice of each question until the work is done. */
async function acceptingAll<Answer>(work: Thenable<Answer>): Promise<Answer> {
  let isDone = false;
  const done = Promise.resolve(work).finally(() => {
    isDone = true;
  });
  void done.catch(() => undefined);
  for (let i = 0; i < 120 && !isDone; i++) {
    await new Promise((next) => setTimeout(next, 250));
    if (!isDone) await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  }
  return done;
}

suite('datasets', () => {
  suiteSetup(async () => {
    const editor = await newArticle(
      'dataset/kunjungan.txt',
      'Anna Kern tiba di Afganistan dari Indonesia.\n',
    );
    await tag(editor, 'Afganistan');
    await sidecarWhere(editor.document, 'a tag', (lines) => lines.length === 1);
  });

  suiteTeardown(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    for (const name of ['dataset', '.datasets', 'dataset-in'])
      if (await isThere(name)) await workspace.fs.delete(file(name), { recursive: true });
  });

  const said = { format: 'conll', layer: 'shared', within: ['dataset'], confirm: false };

  test('are exported without a question where a key or a task says everything', async () => {
    const view = await run('pressmark.exportDataset', { ...said, folder: out('conll') });
    assert.match(view?.sentence ?? '', /^Exported\. Articles: 1\. Annotations kept: 0, changed: 1,/);
    assert.match(await read(out('conll/data.conll')), /^Afganistan\b.*B-/m);
    assert.match(await read(out('conll/README.md')), /^---\n/);
    assert.ok(!(await isThere(out('conll.partial'))));
    assert.deepEqual(dirtyTabs(), []);
  });

  test('take options, and replace an older export only where that is said', async () => {
    const again = { ...said, folder: out('conll'), options: { scheme: 'bioes' } };
    assert.equal(await run('pressmark.exportDataset', again), undefined);
    assert.doesNotMatch(await read(out('conll/data.conll')), /\bS-/);
    await run('pressmark.exportDataset', { ...again, force: true });
    assert.match(await read(out('conll/data.conll')), /^Afganistan\b.*S-/m);
  });

  test('are asked about, question by question', async () => {
    const asked = run('pressmark.exportDataset', {
      folder: out('asked'),
      within: ['dataset'],
      confirm: false,
    });
    const view = await acceptingAll(asked);
    assert.match(view?.sentence ?? '', /^Exported\./);
    assert.ok(await isThere(out('asked/export.json')));
  });

  test('are not written where somebody changes their mind', async () => {
    const asked = run('pressmark.exportDataset', { folder: out('none'), confirm: false });
    let isDone = false;
    void asked.then(() => {
      isDone = true;
    });
    await eventually('the questions to end', async () => {
      await commands.executeCommand('workbench.action.closeQuickOpen');
      return isDone;
    });
    assert.equal(await asked, undefined);
    assert.ok(!(await isThere(out('none'))));
  });

  test('come in: an open sidecar shows what is new and is in no conflict', async () => {
    const article = await workspace.openTextDocument(file('dataset/kunjungan.txt'));
    const sidecar = await workspace.openTextDocument(sidecarOf(article));
    await window.showTextDocument(sidecar);
    await write(
      'dataset-in/b.jsonl',
      '{"text":"Anna Kern tiba di Afganistan dari Indonesia.\\n","label":[[0,9,"PER"]]}\n',
    );
    const view = await run('pressmark.importDataset', {
      sources: ['dataset-in/b.jsonl'],
      into: 'dataset',
      confirm: false,
    });
    assert.equal(view?.added, 1);
    await eventually('the tag in the open sidecar', () => sidecar.getText().includes('"text":"Anna Kern"'));
    assert.deepEqual(dirtyTabs(), []);
    assert.match(await read('dataset/kunjungan.txt.ann.json'), /"text":"Anna Kern"/);
    assert.match(await read('dataset/kunjungan.txt.ann.json'), /"text":"Afganistan"/);
    // Whoever goes on tagging writes behind what came in.
    const editor = await window.showTextDocument(article);
    await tag(editor, 'Indonesia');
    await sidecarWhere(article, 'three tags', (lines) => lines.length === 3);
    assert.deepEqual(findings(article, 'sidecar'), []);
    assert.deepEqual(dirtyTabs(), []);
  });

  test('go out and come back the same', async () => {
    await run('pressmark.exportDataset', { ...said, format: 'prodigy', folder: out('prodigy') });
    const before = await read('dataset/kunjungan.txt.ann.json');
    const view = await run('pressmark.importDataset', {
      sources: [out('prodigy/data.jsonl')],
      into: 'dataset',
      confirm: false,
    });
    assert.equal(view?.added, 0);
    assert.equal(await read('dataset/kunjungan.txt.ann.json'), before);
  });

  test('open highlighted where they are tagged text', async () => {
    await write(out('x.tagged'), 'tiba di [Hanoi](GPE)\n');
    const document = await workspace.openTextDocument(file(out('x.tagged')));
    assert.equal(document.languageId, 'pressmark-tagged');
  });
});
