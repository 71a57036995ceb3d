import { msg } from '../../../message.ts';
import type { Paragraph } from '../../../text/paragraph.ts';
import type { ArticleRule } from '../../rule.ts';

/** A shorter line (a byline, a heading, “Yes.”) may well come twice. */
const FEWEST_WORDS = 5;
/** Short sentences are repeated by the people who are quoted; headlines have no full stop. */
const FEWEST_WORDS_OF_SENTENCE = 9;
/** In scripts without blanks between words. */
const FEWEST_LETTERS = 16;
const WORD = /[\p{L}\p{M}\p{Nd}]+/gu;

export const repeatedLine: ArticleRule = {
  code: 'repeated/line',
  title: 'Repeated line',
  description: 'A line that stands in the article already, such as a headline that the page shows twice.',
  group: 'page',
  severity: 'warning',
  examples: {
    bad: [
      {
        language: 'id',
        text: 'Gubernur Resmikan Jembatan Baru di Pinggir Kota\n[[Gubernur resmikan jembatan baru di pinggir kota]]\nWarga sudah lama menunggu.',
        fixed: 'Gubernur Resmikan Jembatan Baru di Pinggir Kota\n\nWarga sudah lama menunggu.',
      },
      {
        language: 'vi',
        text: 'Nông dân được mùa lúa sớm nhờ mưa thuận\nGiá lúa tăng.\n[[Nông dân được mùa lúa sớm nhờ mưa thuận]]',
        fixed: 'Nông dân được mùa lúa sớm nhờ mưa thuận\nGiá lúa tăng.\n',
      },
    ],
    good: [
      { language: 'en', text: 'World news\nA storm hit the coast.\nWorld news', note: 'a short heading' },
      { language: 'en', text: 'The bridge opened at last on Monday.\nThe bridge opened at last on Tuesday.' },
    ],
  },
  scope: 'article',
  *check({ paragraphs }) {
    const seen = new Map<string, number>();
    for (const { paragraph, start, index } of paragraphs) {
      const key = lineKey(paragraph);
      if (key === '') continue;
      const first = seen.get(key);
      if (first === undefined) {
        seen.set(key, index);
        continue;
      }
      const { text } = paragraph;
      const from = start + text.length - text.trimStart().length;
      const to = start + text.trimEnd().length;
      yield {
        start: from,
        end: to,
        message: msg('This line stands in the article already. Delete it if the page only showed it twice.'),
        why: msg('It has the same words as paragraph {0}.', first + 1),
        fixes: [{ title: msg('Delete the line'), edits: [{ start: from, end: to, newText: '' }] }],
      };
    }
  },
};

/** The words of a paragraph without case and marks; empty where it is too short to tell. */
function lineKey(paragraph: Paragraph): string {
  return paragraph.memo('repeated/line key', () => {
    const { text } = paragraph;
    const words = text.match(WORD) ?? [];
    const key = words.join(' ').toLowerCase();
    const isUnspaced = key.length >= FEWEST_LETTERS * Math.max(1, words.length);
    const fewest = /[.!?…]["”’»]?$/.test(text) ? FEWEST_WORDS_OF_SENTENCE : FEWEST_WORDS;
    return words.length >= fewest || isUnspaced ? key : '';
  });
}
