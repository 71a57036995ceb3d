import { describe, expect, it } from 'vitest';
import { LanguageVotes } from '../../../../server/src/core/corpus/languageVotes.ts';
import { LearnedCorpus } from '../../../../server/src/core/corpus/learnedCorpus.ts';
import { type ArticleSketch, sketchArticle } from '../../../../server/src/core/corpus/sketch.ts';
import { finish } from '../../../../server/src/core/steps.ts';
import { ruleContext } from '../../../support/ruleContext.ts';

const votes = finish(LanguageVotes.of(ruleContext('id').commonWords));

function sketch(text: string, declared?: string): ArticleSketch {
  return finish(sketchArticle(text, { votes, declared, otherwise: () => 'id' }));
}

function learned(...texts: string[]): LearnedCorpus {
  const corpus = new LearnedCorpus();
  for (const [i, text] of texts.entries()) corpus.put(`${i}.txt`, '', sketch(text));
  return corpus;
}

const BRIDGE = 'Jembatan itu akan dibuka untuk umum pada akhir bulan ini, kata seorang pejabat di kota.';
const SCHOOL = 'Murid-murid sekolah itu akan pulang lebih awal karena hujan yang turun sejak pagi hari.';
const MARKET = 'Pedagang di pasar itu mengatakan bahwa harga cabai sudah naik dua kali dalam sepekan.';

describe('what a corpus learns', () => {
  it('counts a word once for each article, in any letter case', () => {
    const corpus = learned(`NusaKabar. ${BRIDGE} NusaKabar.`, `NUSAKABAR: ${SCHOOL}`, MARKET);
    expect(corpus.articlesWithWord('id', 'nusakabar')).toBe(2);
    expect(corpus.articlesWithWord('vi', 'nusakabar')).toBe(0);
    expect(corpus.articlesWithWord('id', 'nusa')).toBe(0);
  });

  it('counts a line whatever its blanks and letter case, but as a whole', () => {
    const corpus = learned(
      `${BRIDGE}\nBaca juga berita lain di sini`,
      `${SCHOOL}\r\n  baca juga  berita lain di sini\r\n`,
      `${MARKET} Baca juga berita lain di sini`,
    );
    expect(corpus.articlesWithLine('Baca juga berita lain di sini')).toBe(2);
    expect(corpus.articlesWithLine('Baca juga')).toBe(0);
  });

  it('takes articles with the same two longest lines for one, and their notices for none of it', () => {
    const notice =
      'Seluruh isi halaman ini dilindungi undang-undang dan tidak boleh disalin tanpa izin tertulis dari redaksi kami.';
    const copies = learned(
      `${BRIDGE}\n${SCHOOL}\nKelapa`,
      `Reporter: Ani\n${BRIDGE}\n${SCHOOL}`,
      `${BRIDGE}\n${SCHOOL}`,
    );
    expect(copies.articles).toBe(1);
    expect(copies.size).toBe(3);
    expect(copies.articlesWithWord('id', 'jembatan')).toBe(1);
    const others = learned(`${BRIDGE}\n${notice}`, `${SCHOOL}\n${notice}`, `${MARKET}\n${notice}`);
    expect(others.articles).toBe(3);
    expect(others.articlesWithLine(notice)).toBe(3);
  });

  it('learns no words from lines that are plainly in another language', () => {
    const english = 'The minister said that they would have been there with all of the other people.';
    const corpus = learned(`${BRIDGE}\n${SCHOOL}\n${english}`);
    expect(corpus.articlesWithWord('id', 'would')).toBe(0);
    expect(corpus.articlesWithWord('id', 'hujan')).toBe(1);
    expect(corpus.articlesWithLine(english)).toBe(1);
  });

  it('does not take clauses of scripts without blanks for words', () => {
    expect(sketch('今天天气很好，我们去公园吧。\nวันนี้อากาศดีมาก').words).toHaveLength(0);
  });

  it('knows nothing of an empty article', () => {
    expect(sketch('\n \r\n')).toMatchObject({ words: new Uint32Array(), lines: new Uint32Array() });
  });

  it('counts words up to 255, and stays there, and lines further', () => {
    const corpus = new LearnedCorpus();
    for (let i = 0; i < 300; i++)
      corpus.put(
        `${i}`,
        '',
        sketch(`Kelapa nomor ${'x'.repeat(1 + (i % 30))}${'y'.repeat(1 + Math.floor(i / 30))}\nIklan`),
      );
    expect(corpus.articlesWithWord('id', 'kelapa')).toBe(255);
    expect(corpus.articlesWithLine('Iklan')).toBe(300);
    for (let i = 0; i < 200; i++) corpus.delete(`${i}`);
    expect(corpus.articlesWithWord('id', 'kelapa')).toBe(255);
    expect(corpus.articlesWithLine('Iklan')).toBe(100);
    expect(corpus.size).toBe(100);
  });

  it('says whether an answer may be another one', () => {
    const corpus = learned(BRIDGE);
    expect(corpus.put('0.txt', 'later', sketch(BRIDGE))).toBe(false);
    expect(corpus.stampOf('0.txt')).toBe('later');
    expect(corpus.put('0.txt', 'later', sketch(SCHOOL))).toBe(true);
    expect(corpus.articlesWithWord('id', 'jembatan')).toBe(0);
    expect(corpus.delete('0.txt')).toBe(true);
    expect(corpus.delete('0.txt')).toBe(false);
  });
});
