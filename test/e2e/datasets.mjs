/** Exporting and importing by the command palette, dialogs and messages, as a person does. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { until } from '../../scripts/processes.mjs';

/** The steps, in a window that has a corpus open; `picture` takes a screenshot of that name. */
export async function exportAndImport(step, w, { corpus, titles, picture }) {
  const outside = dirname(corpus);
  await step('an export shows first what its format cannot hold', async () => {
    await w.begin('F1', titles['command.exportDataset']);
    await w.choose('CoNLL-2003');
    await w.choose('shared');
    await w.choose('Widen them');
    await w.choose('One dataset');
    await w.choose('Go on');
    await w.answerPath(`${outside}/`);
    await w.page.locator('.quick-input-message', { hasText: 'name of the dataset' }).waitFor();
    await w.answer('names');
    assert.match(await w.dialog(), /Annotations kept: \d+/);
    await w.press('Read Report');
    await w.page.locator('.monaco-editor .view-line', { hasText: 'What the format cannot hold' }).waitFor();
    assert.ok(!existsSync(join(outside, 'names')));
    await picture('export');
  });
  await step('a place in the report opens the article', async () => {
    const place = w.page.locator('.monaco-editor .view-line .detected-link').first();
    await place.waitFor();
    assert.match((await place.textContent()) ?? '', /^[\w./-]+\.txt:\d+$/);
  });
  await step('the dataset is written where it was asked for', async () => {
    await w.press('Export');
    await until('the dataset', () => existsSync(join(outside, 'names', 'data.conll')));
    assert.match(readFileSync(join(outside, 'names', 'data.conll'), 'utf8'), /^Kabul .*B-GPE$/m);
    assert.ok(existsSync(join(outside, 'names', 'losses.jsonl')));
  });
  await step('an import says what is new before it writes anything', async () => {
    mkdirSync(join(outside, 'in'));
    const file = join(outside, 'in', 'kapal.jsonl');
    writeFileSync(file, '{"text":"Anna Kern tiba di Hanoi.","label":[[0,9,"PER"],[18,23,"KOTA"]]}\n');
    await w.begin('F1', titles['command.importDataset']);
    await w.choose('Files…');
    await w.answerPath(file);
    await w.choose('Find out');
    await w.choose('Add them to the project');
    assert.match(await w.dialog(), /New annotations: 2/);
    assert.deepEqual(imported(corpus), []);
  });
  await step('and writes articles, tags and labels together', async () => {
    await w.press('Import');
    await until('the article', () => imported(corpus).length === 2);
    const [article, sidecar] = imported(corpus).map((name) =>
      readFileSync(join(corpus, FOLDER, name), 'utf8'),
    );
    assert.equal(article, 'Anna Kern tiba di Hanoi.');
    assert.match(sidecar, /"start":18,"end":23,"label":"KOTA","text":"Hanoi"/);
    assert.match(readFileSync(join(corpus, 'pressmark.json'), 'utf8'), /"KOTA"/);
  });
}

const FOLDER = 'articles/en';

function imported(corpus) {
  return readdirSync(join(corpus, FOLDER))
    .filter((name) => name.startsWith('kapal'))
    .sort();
}
