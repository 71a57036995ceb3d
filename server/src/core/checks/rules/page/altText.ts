import { lazyByKey } from '../../../lazy.ts';
import { msg } from '../../../message.ts';
import type { Paragraph } from '../../../text/paragraph.ts';
import type { ArticleRule } from '../../rule.ts';

/** A longer line is no description of a picture. */
const LONGEST_LINE = 200;
const FEWEST_WORDS = 4;
/** Small letters without accents, figures and hyphens: how a slug is written. */
const SLUG = /^[a-z0-9]+(?:[ _-]+[a-z0-9]+){3,40}(?:\.(?:jpe?g|png|gif|webp))?$/;
/** The name of a picture file, with or without its folder. */
const PICTURE_FILE =
  /^[\p{L}\p{M}\p{Nd}_.,()-]+(?: [\p{L}\p{M}\p{Nd}_.,()-]+){0,12}\.(?:jpe?g|png|gif|webp|svg)$/iu;
/** Kebab case or underscores throughout. */
const KEBAB = /^[a-z0-9]+(?:[-_][a-z0-9]+){3,40}$/;

/** What pages add behind the description of a picture, with its number: `hinh 1`, `photo 2`. */
const COUNTED: Readonly<Record<string, string>> = {
  vi: 'hinh(?: anh)?|anh',
  id: 'gambar|foto',
  ms: 'gambar|foto',
  en: 'image|photo|picture|figure',
  fr: 'image|photo',
  de: 'bild|foto',
  es: 'imagen|foto',
  pt: 'imagem|foto',
};
const countedOf = lazyByKey((language: string): RegExp | undefined =>
  Object.hasOwn(COUNTED, language)
    ? new RegExp(`[ _-](?:${COUNTED[language] ?? ''})[ _-]?[0-9]{1,3}$`)
    : undefined,
);

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
  *check({ paragraphs }, { language }) {
    let titles: ReadonlySet<string> | undefined;
    for (const { paragraph, start } of paragraphs) {
      const shape = shapeOf(paragraph, language);
      if (shape === undefined) continue;
      titles ??= new Set(paragraphs.flatMap((p) => titleOf(p.paragraph) ?? []));
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

interface Shape {
  /** The words of the line, as a title without its accents has them. */
  readonly slug: string;
  /** A picture file, or a numbered description: no need to find the title. */
  readonly certain: boolean;
}

function shapeOf(paragraph: Paragraph, language: string): Shape | undefined {
  return paragraph.memo(`page/alt-text shape ${language}`, () => {
    const line = paragraph.text.length <= LONGEST_LINE ? paragraph.text.trim() : '';
    // Most paragraphs end here: they are long, or end in a mark.
    if (!/[a-z0-9]$/i.test(line)) return undefined;
    if (PICTURE_FILE.test(line)) return { slug: '', certain: true };
    if (!SLUG.test(line)) return undefined;
    const counted = countedOf(language)?.exec(line);
    const words = counted ? line.slice(0, counted.index) : line;
    // A line of plain small words counts only where it is a title, or is numbered.
    return {
      slug: words.replace(/[ _-]+/g, ' '),
      certain: counted != null && words.split(/[ _-]+/).length >= FEWEST_WORDS,
    };
  });
}

/** A line with capitals or accents, as its slug would be; undefined for long ones. */
function titleOf(paragraph: Paragraph): string | undefined {
  return paragraph.memo('page/alt-text title', () => {
    const { text } = paragraph;
    if (text.length > LONGEST_LINE || KEBAB.test(text.trim())) return undefined;
    const plain = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd');
    if (plain === text.trim() && !/[A-Z]/.test(text)) return undefined;
    const slug = plain.toLowerCase().match(/[a-z0-9]+/g) ?? [];
    return slug.length >= FEWEST_WORDS ? slug.join(' ') : undefined;
  });
}
