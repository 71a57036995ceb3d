import { strict as assert } from 'node:assert';
import { commands, type TextEditor } from 'vscode';
import {
  actions,
  eventually,
  findings,
  newArticle,
  perform,
  rangeOf,
  select,
  sidecarWhere,
  tag,
} from './workbench.ts';

const TEXT = `Kabar dari ibu kota

Pemerintah Rusia mengirim utusan ke Vietnam pada hari Senin, kata seorang juru bicara di Hanoi.
`;

async function replace(editor: TextEditor, words: string, by: string): Promise<void> {
  await editor.edit((edit) => edit.replace(rangeOf(editor.document, words), by));
}

/** An article with one tag, on Rusia. */
async function tagged(name: string): Promise<TextEditor> {
  const editor = await newArticle(name, TEXT);
  await tag(editor, 'Rusia');
  await sidecarWhere(editor.document, 'the tag', (lines) => lines.length === 1);
  return editor;
}

suite('tags whose words change', () => {
  test('stay on a word that is mended, without a question', async () => {
    const editor = await tagged('words-mended.txt');
    await replace(editor, 'Kabar', 'Berita pagi');
    await replace(editor, 'Rusia', 'Russia');
    const found = await eventually('the tag on the mended word', async () =>
      (await actions(editor, rangeOf(editor.document, 'Russia'))).find((a) =>
        a.title.startsWith('Remove GPE'),
      ),
    );
    assert.ok(found);
    assert.deepEqual(findings(editor.document, 'annotation/review'), []);
  });

  test('are kept where other words stand, and their line says so', async () => {
    const editor = await tagged('words-kept.txt');
    await replace(editor, 'Rusia', 'negara itu');
    await eventually('the question', () => findings(editor.document, 'annotation/review').length === 1);
    await perform(editor, rangeOf(editor.document, 'negara itu'), 'Keep here: GPE');
    await sidecarWhere(editor.document, 'the new words', ([line]) => line?.text === 'negara itu');
    await eventually('no question', () => findings(editor.document, 'annotation/review').length === 0);
  });

  test('move to what is selected once their words are gone, and come back', async () => {
    const editor = await tagged('words-moved.txt');
    await replace(editor, 'Rusia ', '');
    await eventually('the lost tag', () => findings(editor.document, 'annotation/orphan').length === 1);
    select(editor, 'Hanoi');
    await perform(editor, rangeOf(editor.document, 'Hanoi'), 'Move here: GPE from “Rusia”');
    await sidecarWhere(editor.document, 'the other words', ([line]) => line?.text === 'Hanoi');
    await commands.executeCommand('pressmark.undoLast');
    await sidecarWhere(editor.document, 'the words before', ([line]) => line?.text === 'Rusia');
  });

  test('are deleted', async () => {
    const editor = await tagged('words-deleted.txt');
    await replace(editor, 'Rusia', 'negara itu');
    await eventually('the question', () => findings(editor.document, 'annotation/review').length === 1);
    await perform(editor, rangeOf(editor.document, 'negara itu'), 'Delete the tag GPE on “Rusia”');
    await sidecarWhere(editor.document, 'no tag', (lines) => lines.length === 0);
  });
});
