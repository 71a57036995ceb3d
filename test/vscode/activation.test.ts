import { strict as assert } from 'node:assert';
import { extensions } from 'vscode';

suite('activation', () => {
  test('the extension is there', () => {
    assert.ok(extensions.getExtension('pressmark.pressmark'));
  });
});
