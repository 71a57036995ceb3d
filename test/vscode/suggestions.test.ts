import { strict as assert } from 'node:assert';
import { commands, type TextEditor } from 'vscode';
import { eventually, newArticle, select, sidecarOnDisk, sidecarWhere } from './workbench.ts';

const TEXT = `Rusia dan Vietnam membahas harga beras

Pemerintah Rusia mengirim utusan ke ibu kota Vietnam pada hari Senin, kata seorang juru bicara di sana.
`;

/** Goes to the next suggestion until one with these words is selected. */
async function goTo(editor: TextEditor, words: string): Promise<void> {
  await eventually(`the suggestion “${words}”`, async () => {
    await commands.executeCommand('pressmark.nextSuggestion');
    return selected(editor) === words;
  });
}

function selected(editor: TextEditor): string {
  return editor.document.getText(editor.selection);
}

suite('suggestions', () => {
  test('known names are gone to, and accepting one writes it and goes on', async () => {
    const editor = await newArticle('suggested.txt', TEXT);
    await goTo(editor, 'Rusia');
    assert.equal(editor.selection.start.line, 0);
    await commands.executeCommand('pressmark.acceptSuggestion');
    const [line] = await sidecarWhere(editor.document, 'the tag', (lines) => lines.length === 1);
    assert.deepEqual(
      { start: line?.start, label: line?.label, text: line?.text, entity: line?.entity },
      { start: 0, label: 'GPE', text: 'Rusia', entity: 'Q159' },
    );
    await eventually('the next one', () => selected(editor) === 'Vietnam');
    assert.equal(editor.document.getText(), TEXT);
  });

  test('all like one are accepted together, and taken back together', async () => {
    const editor = await newArticle('suggested-like.txt', TEXT);
    await goTo(editor, 'Vietnam');
    await commands.executeCommand('pressmark.acceptAllLike');
    const lines = await sidecarWhere(editor.document, 'both tags', (all) => all.length === 2);
    assert.deepEqual(
      lines.map(({ text }) => text),
      ['Vietnam', 'Vietnam'],
    );
    await commands.executeCommand('pressmark.undoLast');
    await sidecarWhere(editor.document, 'none', (all) => all.length === 0);
  });

  test('a refused one is remembered in the sidecar and not suggested again', async () => {
    const editor = await newArticle('suggested-refused.txt', TEXT);
    await goTo(editor, 'Rusia');
    const place = editor.selection.start;
    await commands.executeCommand('pressmark.refuseSuggestion');
    const [line] = await sidecarWhere(editor.document, 'the refusal', (lines) => lines.length === 1);
    assert.deepEqual(
      { rule: line?.rule, verdict: line?.verdict, text: line?.text, label: line?.label },
      { rule: 'suggestion/GPE', verdict: 'dismissed', text: 'Rusia', label: undefined },
    );
    await eventually('the next one', () => selected(editor) === 'Vietnam');
    const seen: string[] = [];
    for (let i = 0; i < 4; i++) {
      await commands.executeCommand('pressmark.nextSuggestion');
      seen.push(`${editor.selection.start.line}:${editor.selection.start.character}`);
    }
    assert.ok(!seen.includes(`${place.line}:${place.character}`), seen.join(' '));
  });

  test('all like one are refused together', async () => {
    const editor = await newArticle('suggested-refused-like.txt', TEXT);
    await goTo(editor, 'Rusia');
    await commands.executeCommand('pressmark.refuseAllLike');
    const [line] = await sidecarWhere(editor.document, 'the refusal', (lines) => lines.length === 1);
    assert.deepEqual([line?.rule, line?.verdict], ['suggestion/GPE', 'dismissed']);
    const seen = new Set<string>();
    for (let i = 0; i < 4; i++) {
      await commands.executeCommand('pressmark.nextSuggestion');
      seen.add(selected(editor));
    }
    assert.deepEqual([...seen].sort(), ['Senin', 'Vietnam']);
  });

  test('where the cursor is in no suggestion, nothing is accepted', async () => {
    const editor = await newArticle('suggested-nothing.txt', TEXT);
    await goTo(editor, 'Rusia');
    select(editor, 'harga');
    await commands.executeCommand('pressmark.acceptSuggestion');
    await eventually('the next one', () => selected(editor) === 'Rusia');
    assert.equal(await sidecarOnDisk(editor.document), undefined);
  });
});
