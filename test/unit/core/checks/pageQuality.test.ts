import { expect, test } from 'vitest';
import { ArticleView } from '../../../../server/src/core/checks/articleView.ts';
import { pageQuality, type Signal } from '../../../../server/src/core/checks/pageQuality/pageQuality.ts';
import { ParagraphCache, splitArticle } from '../../../../server/src/core/text/article.ts';
import { ruleContext } from '../../../support/ruleContext.ts';

function signalsOf(text: string, language = 'en'): readonly Signal[] {
  const view = new ArticleView(text, splitArticle(text, new ParagraphCache()));
  return pageQuality(view, ruleContext(language)).signals;
}

const unusual = (text: string, language?: string) =>
  signalsOf(text, language)
    .filter((signal) => signal.unusual)
    .map(({ name }) => name);

const NEWS = `Ferry returns to the island
The ferry to the island sails again, and the whole village came to the harbour in the morning to see it.
It will sail twice a day, and more often in the summer when there are many guests in the houses by the sea.
The old ferry was sold ten years ago, and since then the people had to fly or to stay at home all winter.`;

test('news has nothing unusual', () => {
  expect(unusual(NEWS)).toEqual([]);
  expect(signalsOf(NEWS)).toHaveLength(12);
});

test('lines that come again, lines without an end, numbers', () => {
  const again = `${NEWS}\n${NEWS}`;
  expect(unusual(again)).toEqual(['repeatedLines']);
  const table = Array.from({ length: 60 }, (_, i) => `${i} 34 11 2:${i % 7}`).join('\n');
  expect(unusual(table)).toEqual(expect.arrayContaining(['linesWithEnd', 'shortLines', 'wordsWithLetter']));
});

test('what the page printed around the article', () => {
  const page = `${NEWS}\nLeave a Comment\nShare this article\nSubscribe now\nPrivacy policy`;
  expect(unusual(page)).toEqual(['pageLines']);
});

test('dots and bullets', () => {
  const dots = NEWS.replace(/\.$/gm, ' ...');
  expect(unusual(dots)).toEqual(['ellipsisLines']);
  const bullets = Array.from({ length: 12 }, () => '• the ferry to the island sails again').join('\n');
  expect(unusual(bullets)).toContain('bulletLines');
});

test('another language than the one it should be in has none of its common words', () => {
  expect(unusual(NEWS, 'vi')).toContain('commonWords');
});

test('says nothing of a few words, of nothing, and of a script without blanks', () => {
  expect(signalsOf('Ferry returns to the island')).toEqual([]);
  expect(signalsOf('')).toEqual([]);
  expect(signalsOf(NEWS, 'zh')).toEqual([]);
});

test('gives the numbers of the language and whose they are', () => {
  const of = (language: string) => signalsOf(NEWS, language).find(({ name }) => name === 'linesWithEnd');
  expect(of('id')).toMatchObject({ least: 0.111, source: 'FineWeb-2' });
  expect(of('en')).toMatchObject({ least: 0.12, source: 'FineWeb, Gopher' });
});
