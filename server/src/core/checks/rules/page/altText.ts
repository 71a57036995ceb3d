import { msg } from '../../../message.ts';
import type { Paragraph } from '../../../text/paragraph.ts';
import { pictureLine } from '../../lineRoles/pictureLine.ts';
import type { ArticleRule } from '../../rule.ts';

/** A longer line is no description of a picture. */
const LONGEST_LINE = 200;
const FEWEST_WORDS = 4;
/** Kebab case or underscores throughout. */
const KEBAB = /^[a-z0-9]+(?:[-_][a-z0-9]+){3,40}$/;

export const altText: ArticleRule = {
  code: 'page/alt-text',
  title: 'Description of a picture',
  description: 'The hidden description or the file name of a picture, left in the text.',
  group: 'page',
  severity: 'warning',
  examples: {
    bad: [
      {
        language: 'vi',
        text: 'Nông dân được mùa lúa sớm\nGiá lúa tăng.\n[[nong dan duoc mua lua som hinh 1]]\nẢnh: Lan',
        fixed: 'Nông dân được mùa lúa sớm\nGiá lúa tăng.\n\nẢnh: Lan',
      },
      {
        language: 'id',
        text: 'Jembatan Baru Dibuka di Pinggir Kota\nWarga senang.\n[[jembatan-baru-dibuka-di-pinggir-kota]]',
        fixed: 'Jembatan Baru Dibuka di Pinggir Kota\nWarga senang.\n',
      },
      {
        language: 'en',
        text: 'The bridge is open.\n[[new-bridge_opening-day.jpg]]',
        fixed: 'The bridge is open.\n',
      },
    ],
    good: [
      { language: 'en', text: 'The bridge is open\nthe bridge is open to all who want to cross it' },
      { language: 'en', text: 'state-of-the-art', note: 'a word with hyphens' },
      { language: 'vi', text: 'Ảnh: Lan' },
    ],
  },
  scope: 'article',
  *check(article, { language }) {
    const pictures = article.collect(`picture line ${language}`, (paragraph) => {
      const shape = pictureLine(paragraph, language);
      return shape === undefined ? [] : [shape];
    });
    if (pictures.length === 0) return;
    const lines = article.collect('page/alt-text title', (paragraph) => titleOf(paragraph) ?? []);
    const titles = new Set(lines.flatMap(({ items }) => items));
    for (const { index, items } of pictures) {
      const placed = article.paragraphs[index];
      const shape = items[0];
      if (placed === undefined || shape === undefined) continue;
      const { paragraph, start } = placed;
      const isTitle = titles.has(shape.slug);
      if (!isTitle && !shape.certain) continue;
      const range = { start, end: start + paragraph.text.length };
      yield {
        ...range,
        message: msg('This line describes a picture of the page. Delete it.'),
        why: isTitle
          ? msg('It is another line of the article, without capitals, accents and marks.')
          : msg('It is written as the name or the hidden description of a picture is.'),
        fixes: [{ title: msg('Delete the line'), edits: [{ ...range, newText: '' }] }],
      };
    }
  },
};

/** A line with capitals or accents, as its slug would be; undefined for long ones. */
function titleOf(paragraph: Paragraph): readonly [string] | undefined {
  return paragraph.memo('page/alt-text title', () => {
    const { text } = paragraph;
    if (text.length > LONGEST_LINE || KEBAB.test(text.trim())) return undefined;
    const plain = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd');
    if (plain === text.trim() && !/[A-Z]/.test(text)) return undefined;
    const slug = plain.toLowerCase().match(/[a-z0-9]+/g) ?? [];
    return slug.length >= FEWEST_WORDS ? [slug.join(' ')] : undefined;
  });
}
