import type { ArticleOperator } from '../damage.ts';
import { bodyLine, withLine, withNewLine } from './fragments.ts';
import { misspelt } from './names.ts';
import { bare } from './vietnameseCodes.ts';

/** What news pages put between the lines of an article; `{}` is the headline of another article. */
const BOILERPLATE: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'id',
    [
      'Baca juga: {}',
      'Baca Juga: {}',
      'BACA JUGA: {}',
      'Simak juga video: {}',
      'SCROLL TO CONTINUE WITH CONTENT',
      'ADVERTISEMENT',
      'Klik di sini untuk membaca berita lainnya',
      'Ikuti berita terbaru kami di Google News',
      'Dapatkan update berita pilihan setiap hari',
      'Lihat juga: {}',
      'Tag: politik, ekonomi',
      'Bagikan artikel ini',
      'Tinggalkan Balasan',
      'Berita Terkait',
    ],
  ],
  [
    'vi',
    [
      'Bình luận',
      'Xem thêm: {}',
      'Đọc thêm: {}',
      'Tin liên quan',
      'Mời quý độc giả theo dõi chúng tôi trên Facebook',
      'Chia sẻ bài viết này',
      'Ý kiến bạn đọc',
      'Bài viết cùng chủ đề',
      'Quảng cáo',
      'Từ khóa: kinh tế, xã hội',
      'Gửi bình luận',
      '>> {}',
    ],
  ],
  [
    'en',
    [
      'Read more: {}',
      'READ MORE: {}',
      'Leave a Comment',
      'Leave a Reply',
      'Advertisement',
      'Sign up for our newsletter',
      'Share this article',
      'Related articles',
      'Click here to subscribe',
      'Continue reading below',
      'Follow us on Twitter and Facebook',
      'Your email address will not be published.',
      'Story continues below advertisement',
    ],
  ],
]);
const BYLINE: ReadonlyMap<string, string> = new Map([
  ['id', 'Penulis: Rina Wulandari'],
  ['vi', 'Nguyễn Minh Hà'],
  ['en', 'By Anna Reed'],
]);
const PICTURE: ReadonlyMap<string, string> = new Map([
  ['id', 'gambar'],
  ['vi', 'hinh'],
  ['en', 'image'],
]);

/** The words that a name occurs in more than once in an article. */
function recurringNames(lines: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const line of lines)
    for (const [name] of line.matchAll(/(?<=[\p{Ll},] )\p{Lu}\p{Ll}{7,}(?![\p{L}-])/gu))
      counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].flatMap(([name, count]) => (count >= 3 ? [name] : []));
}

const page = (
  name: string,
  family: string,
  codes: readonly string[],
  apply: ArticleOperator['apply'],
  more: Partial<ArticleOperator> = {},
): ArticleOperator => ({ name, family, scope: 'article', codes, apply, ...more });

export const PAGES: readonly ArticleOperator[] = [
  page('boilerplate', 'page', ['page/boilerplate', 'repeated/line'], (article, random) => {
    const phrase = random.pick(BOILERPLATE.get(article.language) ?? []);
    const line = bodyLine(article, random, () => true);
    if (phrase === undefined || line === undefined) return undefined;
    return withNewLine(article, line + 1, phrase.replace('{}', article.otherTitle));
  }),
  page('dup_line', 'repeated', ['repeated/line', 'fused/headline'], (article, random) => {
    const line = bodyLine(article, random, (text) => text.split(' ').length >= 5);
    const text = article.lines[line ?? -1];
    if (line === undefined || text === undefined) return undefined;
    return withNewLine(article, line + 1 + random.below(article.lines.length - line), text);
  }),
  page('alt_text', 'page', ['page/alt-text', 'vietnamese/no-diacritics'], (article, random) => {
    const [title] = article.lines;
    const line = bodyLine(article, random, () => true);
    const picture = PICTURE.get(article.language);
    if (!article.hasTitle || title === undefined || line === undefined || picture === undefined)
      return undefined;
    const plain = bare(title)
      .toLowerCase()
      .replace(/[^a-z0-9 ]/g, '')
      .replace(/ +/g, ' ')
      .trim();
    const slug = `${plain} ${picture} ${1 + random.below(5)}`;
    return withNewLine(article, line + 1, random.below(2) === 0 ? slug : slug.replaceAll(' ', '-'));
  }),
  page(
    'teaser',
    'page',
    ['page/other-article', 'page/boilerplate'],
    (article) => {
      const byline = BYLINE.get(article.language);
      const last = article.lines.at(-1);
      if (byline === undefined || last === undefined) return undefined;
      const lines = [
        ...article.lines,
        byline,
        article.otherTitle,
        `(CLO) ${article.otherTitle}`,
        article.otherTitle,
      ];
      return { lines, line: article.lines.length + 1, start: 0, end: article.otherTitle.length };
    },
    { quiet: true },
  ),
  page('near_miss_recurring', 'names', ['name/near-miss'], (article, random) => {
    const name = random.pick(recurringNames(article.lines));
    if (name === undefined) return undefined;
    const line = random.pick(article.lines.flatMap((text, i) => (text.split(name).length === 2 ? [i] : [])));
    const text = article.lines[line ?? -1];
    if (line === undefined || text === undefined) return undefined;
    const at = text.indexOf(name);
    const wrong = misspelt(name, random);
    return withLine(
      article,
      line,
      text.slice(0, at) + wrong + text.slice(at + name.length),
      at,
      at + wrong.length,
    );
  }),
];
