import { strict as assert } from 'node:assert';
import { commands, env, extensions, UIKind, workspace } from 'vscode';
import { eventually, file, newArticle, sidecarOf } from './workbench.ts';

suite('activation', () => {
  test('an article starts the extension', async () => {
    await newArticle('activation.txt', 'Harga beras di pasar Hanoi turun untuk kedua kalinya bulan ini.\n');
    const extension = extensions.getExtension('pressmark.pressmark');
    assert.ok(extension, 'the extension is not installed');
    await eventually('the extension is active', () => extension.isActive);
    assert.equal(env.uiKind, UIKind.Web);
  });

  test('every command of the manifest exists', async () => {
    const manifest = extensions.getExtension('pressmark.pressmark')?.packageJSON as {
      contributes: { commands: { command: string }[] };
    };
    const known = new Set(await commands.getCommands(true));
    const absent = manifest.contributes.commands
      .map(({ command }) => command)
      .filter((name) => !known.has(name));
    assert.deepEqual(absent, []);
  });

  test('articles and sidecars have their languages', async () => {
    const article = await workspace.openTextDocument(file('activation.txt'));
    await eventually('the language of an article', () =>
      ['pressmark-article', 'plaintext'].includes(article.languageId),
    );
    await workspace.fs.writeFile(sidecarOf(article), new Uint8Array());
    const sidecar = await workspace.openTextDocument(sidecarOf(article));
    assert.equal(sidecar.languageId, 'pressmark-sidecar');
  });

  test('the long lines of articles are wrapped, in a folder without a project file too', () => {
    for (const languageId of ['plaintext', 'pressmark-article']) {
      const editor = workspace.getConfiguration('editor', { languageId });
      assert.equal(editor.get('wordWrap'), 'on', languageId);
    }
  });

  test('nothing saves itself but sidecars', () => {
    assert.equal(workspace.getConfiguration('files').get('autoSave'), 'off');
    const forSidecars = workspace.getConfiguration('files', { languageId: 'pressmark-sidecar' });
    assert.equal(forSidecars.get('autoSave'), 'afterDelay');
  });
});
