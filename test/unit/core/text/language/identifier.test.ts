import { beforeAll, describe, expect, it } from 'vitest';
import type { SentenceIdentifier } from '../../../../../server/src/core/text/language/identifier.ts';
import { identifier } from './data.ts';
import { SENTENCES } from './samples.ts';

describe('SentenceIdentifier', () => {
  let both: SentenceIdentifier;
  beforeAll(async () => {
    both = await identifier();
  });

  it.each(SENTENCES)('identifies %s: %s', (language, sentence) => {
    expect(both.identify(sentence)?.language).toBe(language);
  });

  it.each(SENTENCES.filter(([language]) => language !== 'sw'))(
    'reports %s only in articles of other languages: %s',
    (language, sentence) => {
      for (const article of ['id', 'vi', 'en', 'de', 'ru', 'zh', 'th', 'km']) {
        if (article === language || (language === 'uk' && article === 'ru')) {
          expect(both.foreign(sentence, article)).toBeUndefined();
        } else {
          expect(both.foreign(sentence, article), article).toMatchObject({ language });
        }
      }
    },
  );

  it('reports languages that eld lacks, and in articles of such languages, where fastText is sure', () => {
    const swahili = SENTENCES.find(([language]) => language === 'sw')?.[1] ?? '';
    const english = SENTENCES.find(([language]) => language === 'en')?.[1] ?? '';
    expect(both.foreign(swahili, 'sw')).toBeUndefined();
    expect(both.foreign(swahili, 'vi')?.language).toBe('sw');
    expect(both.foreign(english, 'sw')?.language).toBe('en');
  });

  it('takes other tags of a language', () => {
    const [, english] = SENTENCES.find(([language]) => language === 'en') ?? ['', ''];
    expect(both.foreign(english, 'en-GB')).toBeUndefined();
    expect(both.foreign(english, 'EN')).toBeUndefined();
    expect(both.foreign(english, 'fil')?.language).toBe('en');
  });

  it('never reports a language that is not told from the article’s', () => {
    expect(both.foreign('Kerajaan akan membaiki jalan raya itu selepas musim hujan.', 'id')).toBeUndefined();
    expect(both.foreign('Gradska uprava će popraviti oštećeni put kad prestanu kiše.', 'bs')).toBeUndefined();
  });

  it('says nothing about names, exclamations, numbers and articles of unknown language', () => {
    for (const item of ['', '7', 'A', 'Oh.', '12.000 – 15.000', '😀', 'Manchester United', 'BBC']) {
      expect(both.foreign(item, 'id'), item).toBeUndefined();
    }
    expect(both.identify('7.')).toBeUndefined();
    for (const article of ['und', '', 'xx', '__proto__']) {
      expect(both.foreign('The council will repair the road next year.', article)).toBeUndefined();
    }
  });

  it('gives both margins', () => {
    const found = both.foreign('The council will repair the road next year.', 'id');
    expect(found?.eldMargin).toBeGreaterThan(0.08);
    expect(found?.fasttextMargin).toBeGreaterThan(2);
    expect(both.foreign('The council will repair the road next year.', 'sw')?.eldMargin).toBeUndefined();
  });

  it('takes any text', () => {
    for (const text of ['\ud800', '\0\0\0', 'x'.repeat(100_000), '. '.repeat(5_000), 'ก'.repeat(20_000)]) {
      expect(() => [both.identify(text), both.foreign(text, 'id')]).not.toThrow();
    }
  });
});
