import { beforeAll, describe, expect, it } from 'vitest';
import { ParagraphCache, splitArticle } from '../../../../../server/src/core/text/article.ts';
import {
  articleLanguage,
  isSureLanguage,
} from '../../../../../server/src/core/text/language/articleLanguage.ts';
import type { SentenceIdentifier } from '../../../../../server/src/core/text/language/identifier.ts';
import { identifier } from './data.ts';
import { SENTENCES } from './samples.ts';

const of = (language: string): string[] => SENTENCES.filter(([l]) => l === language).map(([, s]) => s);
const paragraphs = (text: string) => splitArticle(text, new ParagraphCache());

describe('articleLanguage', () => {
  let both: SentenceIdentifier;
  beforeAll(async () => {
    both = await identifier();
  });

  it('is the language of most sentences, however long the others are', () => {
    const text = [...of('id'), of('en').join(' ').replaceAll('. ', ', ')].join('\n');
    expect(articleLanguage(paragraphs(text), both, undefined)).toEqual({
      language: 'id',
      confidence: 0.8,
      margin: 0.6,
      sentences: 5,
      declared: false,
    });
  });

  it('is the declared one where there is one', () => {
    const text = of('en').join('\n');
    expect(articleLanguage(paragraphs(text), both, 'vi-VN').language).toBe('vi');
    expect(articleLanguage(paragraphs(text), undefined, 'ms').language).toBe('ms');
    expect(articleLanguage(paragraphs(text), both, 'und').language).toBe('en');
  });

  it('calls Malay Indonesian', () => {
    const text =
      'Kerajaan akan membaiki jalan raya itu selepas musim hujan.\nMereka berjaya menyelamatkan tiga orang.';
    expect(articleLanguage(paragraphs(text), both, undefined).language).toBe('id');
  });

  it('is unknown for an empty article, for names alone, and without an identifier', () => {
    const unknown = { language: 'und', confidence: 0, margin: 0, sentences: 0, declared: false };
    expect(articleLanguage([], both, undefined)).toEqual(unknown);
    expect(articleLanguage(paragraphs('Manchester United\n12.5'), both, undefined)).toEqual(unknown);
    expect(articleLanguage(paragraphs(of('id').join('\n')), undefined, undefined)).toEqual(unknown);
  });

  it('looks at few sentences where they agree, and asks for none of them again', () => {
    let asked = 0;
    const counting: SentenceIdentifier = {
      identify: (text, likely) => {
        asked++;
        return both.identify(text, likely);
      },
      foreign: (sentence, language) => both.foreign(sentence, language),
    };
    const cache = new ParagraphCache();
    const text = Array.from({ length: 200 }, (_, i) => `${of('vi')[i % 3]} ${i}`).join('\n');
    const first = articleLanguage(splitArticle(text, cache), counting, undefined);
    expect(first.language).toBe('vi');
    expect(asked).toBeLessThan(10);
    const before = asked;
    expect(articleLanguage(splitArticle(text, cache), counting, undefined)).toEqual(first);
    expect(asked).toBe(before);
  });

  it('is sure where it was declared, or is well ahead', () => {
    const even = articleLanguage(
      paragraphs([...of('id').slice(0, 2), ...of('en').slice(0, 2)].join('\n')),
      both,
      undefined,
    );
    expect(even).toMatchObject({ confidence: 0.5, margin: 0 });
    expect(isSureLanguage(even)).toBe(false);
    expect(isSureLanguage({ ...even, margin: 0.2 })).toBe(true);
    expect(isSureLanguage(articleLanguage([], undefined, 'id-ID'))).toBe(true);
    expect(isSureLanguage(articleLanguage([], undefined, undefined))).toBe(false);
  });
});
