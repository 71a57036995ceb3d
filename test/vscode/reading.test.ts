import { strict as assert } from 'node:assert';
import { commands, DiagnosticSeverity, type InlayHint, Range, window, workspace } from 'vscode';
import {
  eventually,
  file,
  findings,
  hoverText,
  newArticle,
  rangeOf,
  sidecarOf,
  sidecarWhere,
  tag,
} from './workbench.ts';

suite('reading', () => {
  test('damage is underlined, with its rule and a severity', async () => {
    const { document } = await window.showTextDocument(file('pasar.txt'));
    const [found] = await eventually('spacing/punct', () => {
      const some = findings(document, 'spacing/punct');
      return some.length > 0 && some;
    });
    assert.ok(found);
    assert.equal(found.severity, DiagnosticSeverity.Warning);
    assert.equal(found.range.start.line, 4);
  });

  test('a sentence in another language is underlined whole', async () => {
    const { document } = await window.showTextDocument(file('pasar.txt'));
    const [found] = await eventually('untranslated/sentence', () => {
      const some = findings(document, 'untranslated/sentence');
      return some.length > 0 && some;
    });
    assert.ok(found);
    assert.match(document.getText(found.range), /^The two ministers .*provinces\.$/);
  });

  test('only what is damaged is underlined', async () => {
    const { document } = await window.showTextDocument(file('pasar.txt'));
    await eventually('findings', () => findings(document).length > 0);
    const lines = new Set(findings(document).map(({ range }) => range.start.line));
    assert.deepEqual([...lines].sort(), [4, 6]);
  });

  test('an edit that mends the text clears the finding', async () => {
    const text =
      'Harga beras naik lagi .\nPara pedagang mengatakan bahwa panen tahun ini lebih baik daripada tahun lalu.\n';
    const editor = await newArticle('mended.txt', text);
    await eventually('spacing/punct', () => findings(editor.document, 'spacing/punct').length === 1);
    await editor.edit((edit) => edit.replace(rangeOf(editor.document, 'lagi .'), 'lagi.'));
    await eventually('no finding', () => findings(editor.document, 'spacing/punct').length === 0);
    await editor.document.save();
  });

  test('a known name has a card with its id', async () => {
    const editor = await window.showTextDocument(file('pasar.txt'));
    const card = await eventually('a card', async () => {
      const text = await hoverText(editor, 'Rusia');
      return text !== '' && text;
    });
    assert.match(card, /Russia/);
    assert.match(card, /Q159\b/);
  });

  test('a finding says why', async () => {
    const editor = await window.showTextDocument(file('pasar.txt'));
    const why = await eventually('a reason', async () => {
      const text = await hoverText(editor, 'The two ministers');
      return text !== '' && text;
    });
    assert.match(why, /untranslated\/sentence/);
  });

  test('a tag is drawn beside its words', async () => {
    const editor = await newArticle(
      'inline.txt',
      'Pemerintah Rusia mengirim utusan ke Jakarta pada hari Senin.\n',
    );
    await tag(editor, 'Rusia');
    await sidecarWhere(editor.document, 'a tag', (lines) => lines.length === 1);
    const whole = new Range(0, 0, 1, 0);
    const hints = await eventually('an inlay hint', async () => {
      const some = await commands.executeCommand<InlayHint[]>(
        'vscode.executeInlayHintProvider',
        editor.document.uri,
        whole,
      );
      return some.length > 0 && some;
    });
    const labels = hints.map(({ label }) =>
      typeof label === 'string' ? label : label.map((p) => p.value).join(''),
    );
    assert.ok(
      labels.some((label) => label.includes('GPE')),
      labels.join(),
    );
  });

  test('a broken sidecar is told of and not written to', async () => {
    const editor = await newArticle(
      'broken.txt',
      'Pemerintah Rusia mengirim utusan ke Jakarta pada hari Senin.\n',
    );
    const { fs } = workspace;
    const broken = new TextEncoder().encode('{"pressmark":1,"annotations":[{"id":');
    await fs.writeFile(sidecarOf(editor.document), broken);
    await eventually('a problem', () =>
      findings(editor.document).some(({ code }) => String(code).includes('sidecar')),
    );
    await commands.executeCommand('pressmark.server.tag', {
      uri: editor.document.uri.toString(),
      range: { start: { line: 0, character: 11 }, end: { line: 0, character: 16 } },
      label: 'GPE',
    });
    const now = await fs.readFile(sidecarOf(editor.document));
    assert.deepEqual([...now], [...broken]);
  });
});
