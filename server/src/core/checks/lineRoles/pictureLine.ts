import { lazyByKey } from '../../lazy.ts';
import type { Paragraph } from '../../text/paragraph.ts';

/** A longer line is no description of a picture. */
const LONGEST_LINE = 200;
const FEWEST_WORDS = 4;
/** Small letters without accents, figures and hyphens: how a slug is written. */
const SLUG = /^[a-z0-9]+(?:[ _-]+[a-z0-9]+){3,40}(?:\.(?:jpe?g|png|gif|webp))?$/;
/** The name of a picture file, with or without its folder. */
const PICTURE_FILE =
  /^[\p{L}\p{M}\p{Nd}_.,()-]+(?: [\p{L}\p{M}\p{Nd}_.,()-]+){0,12}\.(?:jpe?g|png|gif|webp|svg)$/iu;

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

export interface PictureLine {
  /** The words of the line, as a title without its accents has them. */
  readonly slug: string;
  /** A picture file, or a numbered description: no need to find the title. */
  readonly certain: boolean;
}

/** The look of a line that describes a picture; undefined for other lines. */
export function pictureLine(paragraph: Paragraph, language: string): PictureLine | undefined {
  return paragraph.memo(`picture line ${language}`, () => {
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
