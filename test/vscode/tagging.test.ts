import { strict as assert } from 'node:assert';
import { commands, workspace } from 'vscode';
import {
  cursorIn,
  dirtyTabs,
  eventually,
  newArticle,
  perform,
  rangeOf,
  select,
  sidecarOnDisk,
  sidecarWhere,
  tag,
} from './workbench.ts';

const TEXT = `Rusia dan Vietnam membahas harga beras

Pemerintah Rusia mengirim utusan ke ibu kota Vietnam pada hari Senin, kata seorang juru bicara di Hanoi.
`;

suite('tagging', () => {
  test('a first tag is on the disk, with the article untouched and no tab left dirty', async () => {
    const editor = await newArticle('first.txt', TEXT);
    await tag(editor, 'Rusia');
    const [line] = await sidecarWhere(editor.document, 'the tag', (lines) => lines.length === 1);
    assert.ok(line);
    assert.deepEqual(
      { start: line.start, end: line.end, label: line.label, text: line.text, entity: line.entity },
      { start: 0, end: 5, label: 'GPE', text: 'Rusia', entity: 'Q159' },
    );
    await eventually('no dirty tab', () => dirtyTabs().length === 0);
    assert.equal(editor.document.getText(), TEXT);
    assert.equal(editor.document.isDirty, false);
  });

  test('a second tag is on the disk, and no tab is left dirty', async () => {
    const editor = await newArticle('second.txt', TEXT);
    await tag(editor, 'Rusia');
    await sidecarWhere(editor.document, 'the first tag', (lines) => lines.length === 1);
    await tag(editor, 'Vietnam');
    const lines = await sidecarWhere(editor.document, 'the second tag', (all) => all.length === 2);
    assert.deepEqual(
      lines.map(({ text }) => text),
      ['Rusia', 'Vietnam'],
    );
    await eventually('no dirty tab', () => dirtyTabs().length === 0);
  });

  test('a tag does not save what is being typed in the article', async () => {
    const editor = await newArticle('typing.txt', TEXT);
    await editor.edit((edit) => edit.insert(editor.document.positionAt(TEXT.length), 'Belum selesai'));
    await tag(editor, 'Rusia');
    await sidecarWhere(editor.document, 'the tag', (lines) => lines.length === 1);
    assert.equal(editor.document.isDirty, true);
    const disk = new TextDecoder().decode(await workspace.fs.readFile(editor.document.uri));
    assert.equal(disk, TEXT);
    await editor.document.save();
  });

  test('offsets in the file are code points', async () => {
    const editor = await newArticle(
      'astral.txt',
      '😀 Pemerintah Rusia mengirim utusan ke Jakarta pada hari Senin.\n',
    );
    await tag(editor, 'Rusia');
    const [line] = await sidecarWhere(editor.document, 'the tag', (lines) => lines.length === 1);
    assert.deepEqual([line?.start, line?.end], [13, 18]);
  });

  test('all mentions at once', async () => {
    const editor = await newArticle('all.txt', TEXT);
    await perform(editor, rangeOf(editor.document, 'Rusia'), 'Tag all 2 mentions');
    const lines = await sidecarWhere(editor.document, 'both tags', (all) => all.length === 2);
    assert.ok(lines.every(({ text, label }) => text === 'Rusia' && label === 'GPE'));
  });

  test('a tag can be changed and removed', async () => {
    const editor = await newArticle('changed.txt', TEXT);
    await tag(editor, 'Rusia');
    const [before] = await sidecarWhere(editor.document, 'the tag', (lines) => lines.length === 1);
    await perform(editor, rangeOf(editor.document, 'Rusia'), 'Change label GPE to ORG');
    const [after] = await sidecarWhere(editor.document, 'the other label', ([line]) => line?.label === 'ORG');
    assert.equal(after?.id, before?.id);
    await perform(editor, rangeOf(editor.document, 'Rusia'), 'Remove ORG');
    await sidecarWhere(editor.document, 'no tag', (lines) => lines.length === 0);
    await eventually('no dirty tab', () => dirtyTabs().length === 0);
  });

  test('the last annotation can be taken back, and only that', async () => {
    const editor = await newArticle('undo.txt', TEXT);
    await tag(editor, 'Rusia');
    await sidecarWhere(editor.document, 'the first tag', (lines) => lines.length === 1);
    await tag(editor, 'Vietnam');
    await sidecarWhere(editor.document, 'the second tag', (lines) => lines.length === 2);
    await commands.executeCommand('pressmark.undoLast');
    const [line] = await sidecarWhere(editor.document, 'one tag', (lines) => lines.length === 1);
    assert.equal(line?.text, 'Rusia');
    assert.equal(editor.document.getText(), TEXT);
  });

  test('a tag for a text that has changed since is refused', async () => {
    const editor = await newArticle('stale.txt', TEXT);
    select(editor, 'Rusia');
    const { version } = editor.document;
    await editor.edit((edit) => edit.insert(editor.document.positionAt(0), 'Kabar: '));
    const result = await eventually('an answer', async () =>
      commands.executeCommand<{ done: boolean; message: string } | undefined>('pressmark.server.tag', {
        uri: editor.document.uri.toString(),
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 5 } },
        label: 'GPE',
        version,
      }),
    );
    assert.equal(result.done, false);
    assert.match(result.message, /changed/);
    assert.equal(await sidecarOnDisk(editor.document), undefined);
    await editor.document.save();
  });

  test('in annotation mode a key tags and types nothing', async () => {
    const editor = await newArticle('keys.txt', TEXT);
    cursorIn(editor, 'Rusia');
    await commands.executeCommand('pressmark.annotate.toggle');
    try {
      await commands.executeCommand('pressmark.annotate.key', { key: 'o' });
      const [line] = await sidecarWhere(editor.document, 'the tag', (lines) => lines.length === 1);
      assert.deepEqual([line?.label, line?.text], ['ORG', 'Rusia']);
      await commands.executeCommand('type', { text: 'x' });
      assert.equal(editor.document.getText(), TEXT);
    } finally {
      await commands.executeCommand('pressmark.annotate.leave');
    }
    await commands.executeCommand('type', { text: 'x' });
    await eventually('the article can be written again', () => editor.document.getText() !== TEXT);
    await editor.document.save();
  });
});
