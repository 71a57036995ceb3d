/**
 * The packaged extension in a real VS Code, by mouse and keyboard: `node test/e2e/annotate.mjs [--pictures]`.
 * With `--pictures` the screenshots of docs/images are taken anew.
 */
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeServerCli, prepareCodeServer, startCodeServer } from '../../scripts/code-server.mjs';
import { packageExtension } from '../../scripts/package.mjs';
import { temporaryFolder, until } from '../../scripts/processes.mjs';
import { ROOT } from '../../scripts/project.mjs';
import { startChromium } from '../vscode/harness/chromium.mjs';
import { finish } from '../vscode/harness/outcome.mjs';
import { Stopped, steps } from './checks.mjs';
import { exportAndImport } from './datasets.mjs';
import { knownEntities, writeArticles } from './entities.mjs';
import { Workbench } from './workbench.mjs';

const ARTICLE = 'kremlin-envoy.txt';
const titles = JSON.parse(readFileSync(join(ROOT, 'package.nls.json'), 'utf8'));

async function scenario(step, page, origin, picture) {
  const corpus = join(temporaryFolder('ws'), 'sample-corpus');
  cpSync(join(ROOT, 'seeds'), corpus, { recursive: true });
  writeArticles(corpus);
  const article = join(corpus, 'articles/en', ARTICLE);
  const before = readFileSync(article, 'utf8');
  /** The words that are tagged on the disk, with their labels. */
  const tagged = () => {
    try {
      const { annotations } = JSON.parse(readFileSync(`${article}.ann.json`, 'utf8'));
      return annotations.filter(Boolean).map(({ label, text }) => `${text} ${label}`);
    } catch {
      return []; // not there, or created and not written yet
    }
  };
  const w = new Workbench(page);

  await step('the folder opens', () => w.goto(`${origin}/?folder=${encodeURIComponent(corpus)}`));
  await step('damage is underlined', async () => {
    await w.open(ARTICLE);
    await w.squiggle(ARTICLE).waitFor({ timeout: 30_000 });
    // They move the words to which a person would point.
    await until('suggestions', async () => /\? \d+ %/.test(await w.text(ARTICLE)));
  });
  await step('a name has a card', async () => {
    const card = await w.hoverOver(ARTICLE, 'Uzbekistan');
    assert.match(card, /Uzbekistan/);
    assert.match(card, /Q265/);
    await page.keyboard.press('Escape');
  });
  await step('Ctrl+. offers tags, the likely one first', async () => {
    await w.clickOn(ARTICLE, 'Kabul');
    await page.keyboard.press('ArrowLeft');
    await selectWord(page);
    const offered = await w.codeActions();
    assert.ok(offered.includes('Tag as GPE: Kabul'), offered.join('\n'));
    await picture('tagging');
  });
  await step('the tag is in the sidecar on the disk', async () => {
    await w.pickAction('Tag as GPE: Kabul');
    await until('the tag', () => tagged().includes('Kabul GPE'));
  });
  await step('the tag is drawn beside its word', () =>
    until('an inline tag', async () => /Kabul ?\W?GPE(?!\?)/.test(await w.text(ARTICLE))),
  );
  await step('nothing is left unsaved, and the article is as it was', async () => {
    await until('no dirty tab', async () => (await w.dirtyTabs()).length === 0);
    assert.equal(readFileSync(article, 'utf8'), before);
  });
  await step('in annotation mode one key tags', async () => {
    await page.keyboard.press('Alt+KeyM');
    await page.locator('.statusbar-item', { hasText: 'Annotating' }).first().waitFor();
    await w.clickOn(ARTICLE, 'London');
    await page.keyboard.press('Home');
    await w.clickOn(ARTICLE, 'Uzbekistan');
    await page.keyboard.press('KeyG');
    await until('the tag', () => tagged().includes('Uzbekistan GPE'));
    await picture('annotation-mode');
  });
  await step('no key types into the article', async () => {
    for (const key of ['KeyK', 'KeyZ', 'Digit1']) await page.keyboard.press(key);
    await page.keyboard.press('Escape');
    await page.locator('.statusbar-item', { hasText: 'Annotating' }).first().waitFor({ state: 'hidden' });
    assert.deepEqual(await w.dirtyTabs(), []);
    assert.equal(readFileSync(article, 'utf8'), before);
  });
  await step('the last annotation is taken back', async () => {
    await page.keyboard.press('Alt+KeyU');
    await until('one tag less', () => !tagged().includes('Uzbekistan GPE'));
    assert.deepEqual(tagged(), ['Kabul GPE']);
  });
  await step('the corpus tree lists the articles with their counts', async () => {
    await w.command(titles['command.showCorpus']);
    const row = await until('the article in the tree', async () =>
      (await w.treeRows()).find((text) => text.includes(ARTICLE) && /\d/.test(text)),
    );
    assert.match(row, /\d/);
    await until('another article', async () =>
      (await w.treeRows()).some((text) => text.includes('sidang-gedung')),
    );
  });
  await step('a tag has a card too', async () => {
    await w.clickOn(ARTICLE, 'Officials');
    assert.match(await w.hoverOver(ARTICLE, 'Kabul'), /GPE/);
    await picture('editor');
  });
  await step('no message complains', async () => assert.deepEqual(await w.notifications(), []));
  await knownEntities(step, w, { corpus, titles, picture });
  await exportAndImport(step, w, { corpus, titles, picture });
}

async function selectWord(page) {
  await page.keyboard.press('Control+ArrowLeft');
  await page.keyboard.press('Control+Shift+ArrowRight');
}

/** The package of the step before, or a new one where this script runs alone. */
async function vsixPath() {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const made = join(ROOT, `pressmark-${version}.vsix`);
  return process.env.PRESSMARK_VSIX_MADE && existsSync(made) ? made : packageExtension();
}

await finish(240_000, async () => {
  const { step, counts } = steps();
  const prepared = prepareCodeServer();
  const images = join(ROOT, process.argv.includes('--pictures') ? 'docs/images' : '.cache/test/images');
  mkdirSync(images, { recursive: true });
  let page;
  const picture = async (name) => {
    await page.waitForTimeout(400); // what has just opened fades in
    await page.screenshot({ path: join(images, `${name}.png`) });
  };
  try {
    await step('the package installs', async () => {
      const { code, output } = await codeServerCli(prepared, [
        '--install-extension',
        await vsixPath(),
        '--force',
      ]);
      assert.equal(code, 0, output);
    });
    const { origin } = await startCodeServer(prepared);
    page = await startChromium();
    await scenario(step, page, origin, picture);
  } catch (error) {
    if (page) await page.screenshot({ path: join(ROOT, '.cache/test/images/failed.png') }).catch(() => {});
    if (!(error instanceof Stopped)) throw error;
  }
  return counts();
});
