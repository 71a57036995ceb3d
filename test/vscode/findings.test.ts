import { strict as assert } from 'node:assert';
import { type CompletionList, commands, Range, type TextEditor, type Uri, workspace } from 'vscode';
import {
  actions,
  eventually,
  file,
  findings,
  newArticle,
  perform,
  rangeOf,
  sidecarWhere,
} from './workbench.ts';

const TEXT =
  'Warga BaruAnda datang ke pasar pagi itu , kata mereka .\n' +
  'Para pedagang mengatakan bahwa panen tahun ini lebih baik daripada BaruAnda tahun lalu.\n';
const MENDED = TEXT.replaceAll('BaruAnda', 'Baru Anda').replace(' ,', ',').replace(' .', '.');

/** An article of which all four findings are known. */
async function checked(name: string): Promise<TextEditor> {
  const editor = await newArticle(name, TEXT);
  await eventually('four findings', () => findings(editor.document).length === 4);
  return editor;
}

suite('findings', () => {
  test('a rule is dismissed in the article, and taken back', async () => {
    const editor = await checked('dismissed-all.txt');
    const { document } = editor;
    await perform(editor, rangeOf(document, ' ,'), 'Dismiss spacing/punct in this whole article');
    const [line] = await sidecarWhere(document, 'the dismissal', (lines) => lines.length === 1);
    assert.deepEqual([line?.rule, line?.verdict, line?.start], ['spacing/punct', 'dismissed', undefined]);
    await eventually('only the others', () => findings(document).length === 2);
    await commands.executeCommand('pressmark.undoLast');
    await sidecarWhere(document, 'no line', (lines) => lines.length === 0);
    await eventually('all findings again', () => findings(document).length === 4);
  });

  test('a finding is confirmed: the sentence is tagged, and the message says so', async () => {
    const editor = await checked('confirmed.txt');
    const { document } = editor;
    await perform(editor, rangeOf(document, 'BaruAnda'), 'Confirm: tag sentence GARBLED');
    const lines = await sidecarWhere(document, 'tag and verdict', (all) => all.length === 2);
    assert.deepEqual(
      lines.map(({ label, verdict }) => label ?? verdict),
      ['GARBLED', 'confirmed'],
    );
    await eventually('a confirmed finding', () =>
      findings(document, 'fused/case').some(({ message }) => message.startsWith('Confirmed.')),
    );
  });

  test('all certain findings are repaired at once, and a tag between them keeps its words', async () => {
    const editor = await checked('fix-all.txt');
    const { document } = editor;
    await perform(editor, rangeOf(document, 'pedagang'), 'Tag as ORG');
    await sidecarWhere(document, 'the tag', (lines) => lines.length === 1);
    await perform(editor, rangeOf(document, 'BaruAnda'), 'Fix all 4 certain findings');
    await eventually('mended text', () => document.getText() === MENDED);
    await eventually('no finding', () => findings(document).length === 0);
    const at = rangeOf(document, 'pedagang');
    const titles = (await actions(editor, at)).map(({ title }) => title);
    assert.ok(titles.includes('Remove ORG: pedagang'), titles.join(' | '));
    await document.save();
  });

  test('saving repairs nothing, unless the settings name our kind', async () => {
    const editor = await checked('saving.txt');
    const { document } = editor;
    const settings = () => workspace.getConfiguration('editor', document);
    const end = new Range(document.positionAt(TEXT.length), document.positionAt(TEXT.length));
    const touch = () => editor.edit((edit) => edit.insert(end.end, ' '));
    try {
      await settings().update('codeActionsOnSave', { 'source.fixAll': 'explicit' });
      await touch();
      await document.save();
      assert.equal(document.getText(), `${TEXT} `);
      await settings().update('codeActionsOnSave', { 'source.fixAll.pressmark': 'explicit' });
      await touch();
      await document.save();
      await eventually('repaired text', () => document.getText().startsWith(MENDED));
    } finally {
      await settings().update('codeActionsOnSave', undefined);
    }
  });

  test('a rule is turned off in the project, and taken back', async () => {
    const editor = await checked('rule-off.txt');
    const { document } = editor;
    const project = file('pressmark.json');
    const before = await textOf(project);
    await perform(editor, rangeOf(document, ' ,'), 'Turn spacing/punct off in this project');
    await eventually('the project file on the disk', async () =>
      /"spacing\/punct":\s*"off"/.test((await textOf(project)) ?? ''),
    );
    await eventually('only the others', () => findings(document).length === 2);
    await commands.executeCommand('pressmark.undoLast');
    await eventually(
      'the project file as before',
      async () => (await textOf(project)) === (before ?? '{}\n'),
    );
    await eventually('all findings again', () => findings(document).length === 4);
    if (before === undefined) await workspace.fs.delete(project);
  });
});

suite('repairing the corpus', () => {
  test('changes nothing before somebody has seen it', async () => {
    const { document } = await checked('fix-corpus.txt');
    const asked = commands.executeCommand<{ done: boolean }>('pressmark.server.fixCorpus', {
      rule: 'spacing/punct',
    });
    let answer: { done: boolean } | undefined;
    void asked.then((result) => {
      answer = result;
    });
    // The preview waits for a person, who does not want it.
    await eventually('the end of the preview', async () => {
      await commands.executeCommand('refactorPreview.discard');
      return answer;
    });
    assert.equal(answer?.done, false);
    assert.equal(document.getText(), TEXT);
  });
});

suite('the project file', () => {
  test('completes the options of a rule', async () => {
    const uri = file('options/pressmark.json');
    const text = '{ "rules": { "repeated/char": { "options": {  } } } }';
    await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    const document = await workspace.openTextDocument(uri);
    const inside = document.positionAt(text.indexOf('{  }') + 2);
    await eventually('“least” among the proposals', async () => {
      const { items } = await commands.executeCommand<CompletionList>(
        'vscode.executeCompletionItemProvider',
        uri,
        inside,
      );
      return items.some(({ label }) => (typeof label === 'string' ? label : label.label).includes('least'));
    });
    await workspace.fs.delete(file('options'), { recursive: true });
  });
});

async function textOf(uri: Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}
