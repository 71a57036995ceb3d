/** Driving the workbench as a person does: through roles and class names that have been stable for years. */
import { until } from '../../scripts/processes.mjs';

const MENU = '.action-widget:not(.action-list-submenu-panel)';

export class Workbench {
  /** @param {import('playwright-core').Page} page */
  constructor(page) {
    this.page = page;
  }

  /** Opens the window and waits until it has been restored. */
  async goto(url) {
    await this.page.goto(url, { waitUntil: 'commit' });
    await this.page.locator('.monaco-workbench').waitFor({ timeout: 60_000 });
    await this.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });
  }

  async pick(start, choice) {
    await this.begin(start, choice);
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** Picks something that goes on to ask. */
  async begin(start, choice) {
    await this.page.keyboard.press(start);
    const input = this.page.locator('.quick-input-widget:visible input');
    await input.waitFor();
    await input.fill(start === 'F1' ? `>${choice}` : choice);
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: choice }).first().waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** @param {string} name of a file, without its folders */
  async open(name) {
    await this.pick('Control+KeyP', name);
    await this.editor(name).waitFor();
  }

  /** @param {string} title as the command palette shows it */
  command(title) {
    return this.pick('F1', title);
  }

  editor(name) {
    return this.page.locator(`.monaco-editor[data-uri$="/${name}"]`);
  }

  squiggle(name) {
    return this.editor(name).locator('.squiggly-warning, .squiggly-error').first();
  }

  /** What the editor shows, inline tags included, for the lines in view. */
  text(name) {
    return this.editor(name)
      .locator('.view-lines')
      .evaluate((lines) =>
        [...lines.querySelectorAll('.view-line')]
          .sort((a, b) => Number.parseInt(a.style.top, 10) - Number.parseInt(b.style.top, 10))
          .map((line) => line.textContent.replaceAll('\u00a0', ' '))
          .join('\n'),
      );
  }

  /** The middle of the first word of a phrase in view; a line is drawn in many pieces, which may move. */
  placeOf(name, phrase) {
    return until(`“${phrase}” in view`, () =>
      this.editor(name).locator('.view-lines').evaluate(findPhrase, phrase),
    );
  }

  async clickOn(name, word) {
    const { x, y } = await this.placeOf(name, word);
    await this.page.mouse.click(x, y);
  }

  /** @returns {Promise<string>} text of the card that appears over a word */
  async hoverOver(name, word) {
    const card = this.page
      .locator(
        '.monaco-editor .monaco-hover:not(.hidden) .monaco-hover-content, .monaco-resizable-hover .monaco-hover-content',
      )
      .first();
    // A card that is about to open goes away when the text is drawn anew: as a person would, point again.
    for (let attempt = 0; ; attempt++) {
      const { x, y } = await this.placeOf(name, word);
      // A hover needs a real move that starts elsewhere.
      await this.page.mouse.move(x + 150, y + 250);
      await this.page.mouse.move(x, y, { steps: 5 });
      try {
        await card.waitFor({ timeout: 6000 });
        break;
      } catch (error) {
        if (attempt === 4) throw error;
      }
    }
    return until('the text of the card', async () => {
      const text = await card.textContent();
      return text !== null && text !== 'Loading...' && text;
    });
  }

  /** Selects so many words, from the first place of a word in view. */
  async selectWords(name, word, count) {
    await this.clickOn(name, word);
    await this.page.keyboard.press('Control+ArrowLeft');
    for (let i = 0; i < count; i++) await this.page.keyboard.press('Control+Shift+ArrowRight');
  }

  /** Opens the list of code actions. A first Ctrl+. can be lost while decorations are drawn, so it is pressed again. */
  async codeActions() {
    const rows = this.page.locator(`${MENU} .monaco-list-row`);
    await this.page
      .locator('.monaco-editor .lightBulbWidget:visible, .monaco-editor .codicon-gutter-lightbulb:visible')
      .first()
      .waitFor({ timeout: 3000 })
      .catch(() => {});
    for (let attempt = 0; ; attempt++) {
      await this.page.keyboard.press('Control+Period');
      try {
        await rows.first().waitFor({ timeout: 5000 });
        return (await rows.allInnerTexts()).map((title) => title.trim());
      } catch (error) {
        if (attempt === 4) throw error;
        await this.page.keyboard.press('Escape');
      }
    }
  }

  async pickAction(title) {
    const row = this.page.locator(`${MENU} .monaco-list-row`, {
      has: this.page.getByText(title, { exact: true }),
    });
    for (let attempt = 0; ; attempt++) {
      try {
        await row.click({ timeout: 2500 });
        break;
      } catch (error) {
        if (attempt === 3) throw error;
        await this.codeActions();
      }
    }
    await this.page.locator(MENU).waitFor({ state: 'hidden' });
  }

  /** Picks the item with these words from the list of choices that is open, or will be. */
  async choose(words) {
    const input = this.page.locator('.quick-input-widget:visible input');
    await input.waitFor();
    const row = this.page.locator('.quick-input-list .monaco-list-row', { hasText: words }).first();
    await row.click();
  }

  /** Picks the item with these words, and, where another question comes before, first the item that goes on to it. */
  async chooseAfter(before, words) {
    const rows = this.page.locator('.quick-input-list .monaco-list-row');
    const first = rows.filter({ hasText: before }).first();
    const wanted = rows.filter({ hasText: words }).first();
    await first.or(wanted).first().waitFor();
    if (await first.isVisible()) await first.click();
    await wanted.click();
  }

  /** Writes into the box that asks for something, and confirms it. */
  async answer(text) {
    const input = this.page.locator('.quick-input-widget:visible input[type="text"]');
    await input.waitFor();
    await input.fill(text);
    await this.page.keyboard.press('Enter');
  }

  /** Chooses a file or folder in the dialog that is open, or will be, by its path. */
  async answerPath(path) {
    const input = this.page.locator('.quick-input-widget:visible input[type="text"]');
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: '..' }).first().waitFor();
    // While the dialog still reads its folder, it takes back what is typed.
    await until('the path', async () => {
      if ((await input.inputValue()) === path) return true;
      await input.fill(path);
      await this.page.waitForTimeout(700);
      return false;
    });
    await this.page.keyboard.press('Enter');
  }

  /** @returns {Promise<string>} what the dialog in the middle of the window says */
  dialog() {
    return this.page.locator('.monaco-dialog-box').textContent();
  }

  /** Presses a button of the dialog, or of a message at the edge of the window. */
  async press(button) {
    await this.page
      .locator('.monaco-dialog-box .monaco-button, .notification-list-item .monaco-button')
      .filter({ hasText: button })
      .first()
      .click();
  }

  /** @returns {Promise<string[]>} names of tabs with unsaved changes */
  dirtyTabs() {
    return this.page
      .locator('.tabs-container .tab.dirty')
      .evaluateAll((tabs) => tabs.map((tab) => tab.getAttribute('data-resource-name')));
  }

  /** Rows of the tree in the side bar, each with its description. */
  treeRows() {
    return this.page.locator('.sidebar .pane-body .monaco-list-row').allInnerTexts();
  }

  /** @returns {Promise<string[]>} what the window says in toasts */
  notifications() {
    return this.page.locator('.notification-toast .notification-list-item-message').allInnerTexts();
  }
}

/** Runs in the page. */
function findPhrase(lines, phrase) {
  for (const line of lines.querySelectorAll('.view-line')) {
    const at = line.textContent.replaceAll('\u00a0', ' ').indexOf(phrase);
    if (at < 0) continue;
    const middle = at + Math.floor(phrase.split(' ')[0].length / 2);
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    let before = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = node.textContent.length;
      if (middle < before + length) {
        const range = document.createRange();
        range.setStart(node, middle - before);
        range.setEnd(node, middle - before + 1);
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      }
      before += length;
    }
  }
  return undefined;
}
