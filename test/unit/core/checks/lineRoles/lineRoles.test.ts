import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ArticleView } from '../../../../../server/src/core/checks/articleView.ts';
import {
  type CorpusKnowledge,
  noCorpusKnowledge,
} from '../../../../../server/src/core/checks/corpusKnowledge.ts';
import type { LineRole } from '../../../../../server/src/core/checks/lineRoles/lineRole.ts';
import { ParagraphCache, splitArticle } from '../../../../../server/src/core/text/article.ts';
import { sharedPath } from '../../../../support/shared.ts';

function rolesOf(
  text: string,
  language: string,
  corpus: CorpusKnowledge = noCorpusKnowledge,
): readonly LineRole[] {
  return new ArticleView(text, splitArticle(text, new ParagraphCache())).lines({ language, corpus }).roles;
}

/** An article with the role of each line before it: `role| line`. */
function expectRoles(language: string, marked: string, corpus?: CorpusKnowledge): void {
  const lines = marked
    .trim()
    .split('\n')
    .map((line) => line.trim().split('| '));
  const text = lines.map(([, line]) => line).join('\n');
  const roles = rolesOf(text, language, corpus);
  expect(lines.map(([, line], i) => `${roles[i]?.role}| ${line}`)).toEqual(
    lines.map(([role, line]) => `${role}| ${line}`),
  );
}

/** A corpus that has some lines in a number of articles. */
function corpusWith(articles: number, lines: Readonly<Record<string, number>>): CorpusKnowledge {
  return {
    ...noCorpusKnowledge,
    key: 'some',
    articles,
    articlesWithLine: (line) => (Object.hasOwn(lines, line) ? (lines[line] ?? 0) : 0),
  };
}

test('an Indonesian article as its site prints it', () => {
  expectRoles(
    'id',
    `section| Beranda > Daerah > Banten
     headline| Wali Kota Resmikan Jembatan Gantung di Serang
     date| Senin, 14 Maret 2022 10:15 WIB
     byline| Penulis: Sari Wulandari
     caption| Warga menyeberangi jembatan gantung yang baru. (Foto: Dok. Pemkot)
     body| SERANG, Harian Kita - Wali kota meresmikan jembatan gantung di Serang, Senin.
     boilerplate| Baca juga: Jalan Rusak Segera Diperbaiki
     body| "Jembatan ini milik warga," kata wali kota.
     heading| Warga gotong royong
     body| Warga membantu mengangkut pasir sejak pagi.
     boilerplate| Bagikan artikel ini
     comments| Komentar
     boilerplate| Berita Terkait
     teaser| Panen raya dimulai di tiga kecamatan
     teaser| Harga cabai turun setelah hujan reda`,
  );
});

test('a Vietnamese article with the teasers of others', () => {
  expectRoles(
    'vi',
    `headline| Bà con xã Hòa Bình được mùa lúa sớm
     date| Thứ hai, 14/03/2022 10:15 GMT+7
     body| (BTN) Bà con ở xã Hòa Bình vui mừng vì lúa chín sớm hơn mọi năm.
     caption| Bà con gặt lúa trên cánh đồng. Ảnh: Thu Hà
     body| Giá lúa năm nay cao hơn năm ngoái khoảng mười phần trăm.
     byline| Theo Báo Nông Thôn
     byline| Minh Đức
     comments| Bình luận (0)
     boilerplate| Tin cùng chuyên mục
     teaser| Đoàn tàu mới về ga đúng giờ
     teaser| (BTN) Hành khách xuống tàu lúc sáng sớm.
     teaser| Trời trở lạnh trên vùng núi cao
     teaser| (BTN) Học sinh được nghỉ học một ngày.`,
  );
});

test('an English article with what readers wrote', () => {
  expectRoles(
    'en',
    `headline| Ferry returns to the island after ten years
     byline| By Anna Berg
     date| Published 14 March 2022, 10:15 am
     heading| Islanders had to fly or stay at home
     body| OSLO (NTB) - The ferry to the island sails again, and the whole village came to see it.
     caption| The ferry leaves the harbour. (Jon Dahl/AP via Getty Images)
     body| "We have waited for this," said the teacher.
     body| It will sail twice a day.
     boilerplate| Read more: Who paid for the ferry
     body| The old one was sold abroad.
     comments| Leave a Comment
     comments| Peter
     comments| 2 hours ago
     comments| My father built it.
     comments| Reply
     boilerplate| Related articles
     teaser| Harbour gets a new crane at last`,
  );
});

test('the headline that the page shows again, and where the first report begins', () => {
  const roles = rolesOf(
    'Ferry returns to the island\nOSLO (NTB) - The ferry sails again.\nFERRY RETURNS TO THE ISLAND\nIt is blue.',
    'en',
  );
  expect(roles.map(({ role, evidence }) => `${role} ${evidence}`)).toEqual([
    'headline position',
    'body shape',
    'headline repeated',
    'body shape',
  ]);
  expect(roles[1]?.dateline).toEqual({ start: 0, end: 'OSLO (NTB) -'.length });
});

test('an article in a language without phrases is read by shape', () => {
  expectRoles(
    'is',
    `headline| Ferjan siglir aftur til eyjarinnar
     date| 14.03.2022 10:15
     body| Ferjan siglir aftur til eyjarinnar og allt þorpið kom að sjá hana.
     heading| Beðið í tíu ár
     body| Hún siglir tvisvar á dag.
     byline| Anna Jónsdóttir`,
  );
});

test('an article without a headline has none', () => {
  expectRoles('en', 'body| The ferry sails again.\nbody| It is blue.');
  expect(rolesOf('', 'en')).toEqual([]);
});

describe('what the corpus repeats', () => {
  const article = `headline| Ferry returns to the island
     body| The ferry to the island sails again, and the village came.
     body| It will sail twice a day from now on, they say.`;

  test('is boilerplate where enough articles have it', () => {
    const corpus = corpusWith(500, { 'Stories from the north that matter': 3, 'The islands': 2 });
    expectRoles(
      'en',
      `${article}\nboilerplate| Stories from the north that matter\nsection| The islands`,
      corpus,
    );
    expect(
      rolesOf('Ferry returns home\nIt sails.\nStories from the north that matter', 'en', corpus).at(-1),
    ).toEqual({
      role: 'boilerplate',
      evidence: 'corpus',
      detail: '3',
    });
  });

  test('is not where three are few, or where a whole sentence is background of agencies', () => {
    const line = 'Stories from the north that matter';
    expectRoles('en', `${article}\nheading| ${line}`, corpusWith(100_000, { [line]: 3 }));
    const sentence = 'The ferry stopped in 2012 after the storm broke its rudder.';
    expectRoles('en', `${article}\nbody| ${sentence}`, corpusWith(500, { [sentence]: 4 }));
    expectRoles('en', `${article}\nboilerplate| ${sentence}`, corpusWith(500, { [sentence]: 40 }));
  });

  test('is not where the whole article stands in the corpus more than once', () => {
    const lines = article.split('\n').map((line) => line.split('| ')[1] ?? '');
    expectRoles('en', article, corpusWith(500, Object.fromEntries(lines.map((line) => [line, 9]))));
  });
});

const seeds = sharedPath('seeds');
const LANGUAGES = ['id', 'id', 'vi', 'en'];
describe.skipIf(seeds === undefined)(
  `real articles${seeds === undefined ? ' (skipped: no shared/seeds above the project)' : ''}`,
  () => {
    /** How many lines of each role they have, as people read them. */
    const COUNTS: readonly Readonly<Record<string, number>>[] = [
      { headline: 1, boilerplate: 2, body: 14, caption: 3 },
      { headline: 2, body: 9, boilerplate: 2 },
      {
        headline: 1,
        date: 1,
        body: 21,
        caption: 2,
        boilerplate: 2,
        heading: 1,
        byline: 1,
        comments: 1,
        teaser: 20,
      },
      { headline: 1, date: 1, body: 14, comments: 1 },
    ];
    const files = seeds === undefined ? [] : readdirSync(seeds).sort();
    test.each(files.map((file, i) => [file, i] as const))('%s', (file, i) => {
      const counts: Record<string, number> = {};
      for (const { role } of rolesOf(readFileSync(join(seeds ?? '', file), 'utf8'), LANGUAGES[i] ?? 'und'))
        counts[role] = (counts[role] ?? 0) + 1;
      expect(counts).toEqual(COUNTS[i]);
    });
  },
);
