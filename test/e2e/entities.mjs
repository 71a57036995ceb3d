/** Suggestions, tagging all and adding to entities by keyboard, as a person does. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../../scripts/processes.mjs';

const FOLDER = 'articles/id';
const FIRST = 'pelabuhan.txt';
const SECOND = 'gubernur-datang.txt';
const TEXTS = {
  [FIRST]: `Pelabuhan baru di Teluk Sembilang

Gubernur Ratna Wulandari membuka pelabuhan di Teluk Sembilang pada hari Senin. Vietnam mengirim sebuah kapal, dan kapal kedua dari Vietnam tiba sore itu.
`,
  [SECOND]: `Kapal kembali ke Teluk Sembilang

Menurut kantor gubernur, Ratna Wulandari akan datang lagi ke Teluk Sembilang bulan depan.
`,
};

/** Puts the articles of these steps into a corpus that no window has open yet. */
export function writeArticles(corpus) {
  for (const [name, text] of Object.entries(TEXTS)) writeFileSync(join(corpus, FOLDER, name), text);
}

/** The steps, in a window that has a corpus open; `picture` takes a screenshot of that name. */
export async function knownEntities(step, w, { corpus, titles, picture }) {
  const folder = join(corpus, FOLDER);
  const tags = (name) =>
    linesOf(join(folder, `${name}.ann.json`)).map((line) => `${line.text} ${line.label ?? line.rule}`);

  await step('names that are known are suggested faintly', async () => {
    await w.open(FIRST);
    await until('a suggestion', async () => /Vietnam ?GPE\? \d+ %/.test(await w.text(FIRST)));
    await picture('suggestions');
  });
  await step('in annotation mode the space bar goes to a suggestion, and accepts it', async () => {
    await w.clickOn(FIRST, 'Pelabuhan');
    await w.page.keyboard.press('Alt+KeyM');
    await w.page.locator('.statusbar-item', { hasText: 'Annotating' }).first().waitFor();
    // The first goes to a suggestion, the others accept one each, however quickly they follow.
    const wanted = [
      'Ratna Wulandari PER',
      'Senin DATE',
      'Teluk Sembilang LOC',
      'Teluk Sembilang LOC',
      'Vietnam GPE',
    ];
    for (let i = 0; i <= wanted.length; i++) await w.page.keyboard.press('Space');
    await until('the tags', () => tags(FIRST).toSorted().join() === wanted.join());
    assert.equal(readFileSync(join(folder, FIRST), 'utf8'), TEXTS[FIRST]);
    await w.page.keyboard.press('Escape');
  });
  await step('all mentions in the corpus are tagged after a look at them', async () => {
    // The last answer goes on to the next suggestion in its own time.
    await until('the words are selected', async () => {
      await w.selectWords(FIRST, 'Ratna', 2);
      return w.page.locator('.statusbar-item', { hasText: '(15 selected)' }).first().isVisible();
    });
    await w.begin('F1', titles['command.tagAllInCorpus']);
    await w.page
      .locator('.quick-input-list .monaco-list-row', { hasText: 'Menurut kantor' })
      .first()
      .waitFor();
    await picture('tag-all');
    await w.page.keyboard.press('Enter');
    await until('tags in both articles', () =>
      [FIRST, SECOND].every((name) => tags(name).includes('Ratna Wulandari PER')),
    );
    // What says how far it is takes the focus with it when it goes.
    await until('no message of progress', async () => (await w.notifications()).length === 0);
  });
  await step('a name is added to the entities with its spellings', async () => {
    await w.selectWords(FIRST, 'Teluk', 2);
    await w.begin('F1', titles['command.addEntity']);
    await w.chooseAfter('Somebody or something new', 'LOC');
    await w.answer('Teluk Sembilang');
    await w.answer('Teluk dalam artikel contoh.');
    await w.answer('loc:teluk-sembilang');
    await w.choose('entities/places.jsonl');
    const line = await until('the entry', () =>
      entries(corpus).find((entry) => entry.includes('loc:teluk-sembilang')),
    );
    assert.match(line, /"type":"LOC","name":"Teluk Sembilang"/);
  });
  await step('and is known from then on', async () => {
    await until('its card', async () =>
      (await w.hoverOver(FIRST, 'Teluk')).includes('Teluk dalam artikel contoh.'),
    );
    await w.page.keyboard.press('Escape');
  });
}

function linesOf(file) {
  if (!existsSync(file)) return [];
  try {
    return JSON.parse(readFileSync(file, 'utf8')).annotations.filter(Boolean);
  } catch {
    return []; // created and not written yet
  }
}

function entries(corpus) {
  const folder = join(corpus, 'entities');
  return readdirSync(folder).flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'));
}
