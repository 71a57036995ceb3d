import { describe, expect, it } from 'vitest';
import { KeySample } from '../../../../server/src/core/datasets/keySample.ts';
import { commonSentences, LeakCheck } from '../../../../server/src/core/datasets/leaks.ts';
import { profileOf } from '../../../../server/src/core/datasets/profile.ts';
import { wordsKey } from '../../../../server/src/core/datasets/shingles.ts';
import type { DatasetArticle } from '../../../../server/src/core/formats/dataset.ts';
import { finish } from '../../../../server/src/core/steps.ts';

/** An article with the words in brackets tagged PER. */
function article(path: string, marked: string): DatasetArticle {
  const spans: DatasetArticle['spans'][number][] = [];
  let text = '';
  for (const [i, piece] of marked.split(/[[\]]/).entries()) {
    const start = text.length;
    text += piece;
    if (i % 2 === 1)
      spans.push({ id: `s${i}`, label: 'PER', start, end: text.length, attributes: new Map() });
  }
  return { path, text, language: 'id', spans, relations: [], documentLabels: [] };
}

function check(articles: readonly [DatasetArticle, number][], most?: number) {
  const leaks = new LeakCheck(most);
  for (const [one, part] of articles) leaks.add(one, part, new Set(['UNTRANSLATED']));
  const profiles = articles.map(([one]) => profileOf(one));
  return finish(leaks.result(profiles, new Map(articles.map(([{ path }, part]) => [path, part]))));
}

const SHARED = 'Hujan deras turun di kota itu sejak pagi hari.';

describe('leaks between parts', () => {
  it('counts sentences that stand in train, too, whatever their capitals and marks', () => {
    const a = article('a.txt', `Berita pertama bercerita tentang pasar lama. ${SHARED}`);
    const b = article('b.txt', `Berita kedua menyangkut pelabuhan baru saja.\n${SHARED.toUpperCase()}`);
    const { parts, examples } = check([
      [a, 0],
      [b, 1],
    ]);
    expect(parts[0]).toMatchObject({ part: 1, sentences: 2, sharedSentences: 1, boilerplate: 0 });
    expect(examples).toEqual([['a.txt', 'b.txt']]);
    expect(commonSentences(a, b)).toEqual([SHARED]);
  });

  it('tells boilerplate apart, and passes over short sentences', () => {
    const notice = 'Baca juga berita lain di halaman kami.';
    const articles = Array.from({ length: 6 }, (_, i): [DatasetArticle, number] => [
      article(`${i}.txt`, `Kabar nomor ${i} datang dari kota ${i * 7}. Ya, benar. ${notice}`),
      i % 2,
    ]);
    expect(check(articles).parts[0]).toMatchObject({ sentences: 3, sharedSentences: 0, boilerplate: 3 });
  });

  it('counts names of test that train has not, by mentions and by names', () => {
    const { parts } = check([
      [article('a.txt', '[Ani] bertemu [Budi].'), 0],
      [article('b.txt', '[ANI] melihat [Citra], lalu [Citra] pergi.'), 1],
    ]);
    expect(parts[0]).toMatchObject({ mentions: 3, unseenMentions: 2, names: 2, unseenNames: 1 });
    expect(parts[0]?.labels).toEqual([{ label: 'PER', mentions: 3, unseenMentions: 2 }]);
  });

  it('takes no label for sentences for a name', () => {
    const one = article('b.txt', '[Saya tidak tahu]');
    const spans = one.spans.map((span) => ({ ...span, label: 'UNTRANSLATED' }));
    expect(
      check([
        [article('a.txt', '[Ani]'), 0],
        [{ ...one, spans }, 1],
      ]).parts[0],
    ).toMatchObject({ mentions: 0 });
  });

  it('names near-duplicates that stand on two sides', () => {
    const text = 'Enam kata ini ada di dua berita yang sama sekali sama';
    const articles: [DatasetArticle, number][] = [
      [article('a.txt', text), 0],
      [article('b.txt', `${text}!`), 1],
    ];
    expect(check(articles).nearDuplicates).toEqual([['a.txt', 'b.txt']]);
    expect(check(articles.map(([one]) => [one, 0])).nearDuplicates).toEqual([]);
  });

  it('looks at a sample where there are too many, and says how large it is', () => {
    const articles = Array.from({ length: 200 }, (_, i): [DatasetArticle, number] => [
      article(`${i}.txt`, `Kabar yang berikut datang dari kota nomor ${Math.floor(i / 2)} kemarin.`),
      i % 2,
    ]);
    const whole = check(articles);
    expect(whole.parts[0]).toMatchObject({ sentences: 100, sharedSentences: 100 });
    const sampled = check(articles, 100);
    expect(sampled.sentenceShare).toBeLessThan(1);
    const { sentences = 0, sharedSentences } = sampled.parts[0] ?? {};
    expect(sharedSentences).toBe(sentences);
    expect(sentences / sampled.sentenceShare).toBeGreaterThan(50);
    expect(sentences / sampled.sentenceShare).toBeLessThan(200);
  });

  it('holds one text that occurs more often than keys are held', () => {
    const sample = new KeySample(10);
    for (let i = 0; i < 50; i++) sample.add(wordsKey('Ani'), i);
    const kept = [...sample.groups()].map(({ carried }) => carried.length);
    expect([[], [50]]).toContainEqual(kept);
  });
});
