import { strict as assert } from 'node:assert';
import { eventually, findings, newArticle, perform, sidecarWhere } from './workbench.ts';

const TEXT =
  'Harga beras naik lagi .\nPara pedagang mengatakan bahwa panen tahun ini lebih baik daripada tahun lalu.\n';

suite('dismissing', () => {
  test('a dismissed finding is gone and stays in the sidecar', async () => {
    const editor = await newArticle('dismissed.txt', TEXT);
    const { document } = editor;
    const [found] = await eventually('spacing/punct', () => {
      const some = findings(document, 'spacing/punct');
      return some.length > 0 && some;
    });
    assert.ok(found);
    await perform(editor, found.range, 'Dismiss here (spacing/punct)');
    const [line] = await sidecarWhere(document, 'the review', (lines) => lines.length === 1);
    assert.deepEqual([line?.rule, line?.verdict], ['spacing/punct', 'dismissed']);
    await eventually('no finding', () => findings(document, 'spacing/punct').length === 0);
  });

  test('a fix that a rule offers mends the text', async () => {
    const editor = await newArticle('fixed.txt', TEXT);
    const [found] = await eventually('spacing/punct', () => {
      const some = findings(editor.document, 'spacing/punct');
      return some.length > 0 && some;
    });
    assert.ok(found);
    await perform(editor, found.range, 'Remove');
    await eventually('mended text', () => editor.document.getText().startsWith('Harga beras naik lagi.\n'));
    await editor.document.save();
  });
});
