import { beforeAll, describe, expect, it } from 'vitest';
import { noCommonWords, readCommonWords } from '../../../../../server/src/core/text/commonWords.ts';
import { createIdentifier } from '../../../../../server/src/core/text/language/identifier.ts';
import { PlainTest } from '../../../../../server/src/core/text/language/plainly.ts';
import { languageData } from './data.ts';
import { SENTENCES } from './samples.ts';

describe('PlainTest', () => {
  let plain: PlainTest;
  beforeAll(async () => {
    plain = new PlainTest(readCommonWords((await languageData()).words));
  });

  it('knows plain sentences of the language', () => {
    expect(plain.isPlainlyIn('id', 'Mereka tidak akan pergi karena hujan yang turun sejak pagi.')).toBe(true);
    expect(plain.isPlainlyIn('vi', 'Họ sẽ không đi vì trời đã mưa từ sáng, nhưng chúng tôi vẫn đi.')).toBe(
      true,
    );
    expect(plain.isPlainlyIn('en', 'They would not have gone there because of what she had told them.')).toBe(
      true,
    );
  });

  it('takes no sentence for one of another language', () => {
    for (const own of ['id', 'vi', 'en', 'es', 'fr', 'de', 'pt', 'tr', 'ru']) {
      for (const [language, sentence] of SENTENCES) {
        if (language !== own) expect(plain.isPlainlyIn(own, sentence), `${own}: ${sentence}`).toBe(false);
      }
    }
  });

  it('knows nothing of languages without a list', () => {
    for (const language of ['xx', 'und', '', '__proto__']) {
      expect(plain.isPlainlyIn(language, 'They would not have gone there.')).toBe(false);
    }
    expect(new PlainTest(noCommonWords).isPlainlyIn('en', 'They would not have gone there.')).toBe(false);
  });

  it('saves a detector the question where the caller names the language', async () => {
    const data = await languageData();
    const both = createIdentifier(data, readCommonWords(data.words));
    const text = 'Mereka tidak akan pergi karena hujan yang turun sejak pagi.';
    expect(both.identify(text, 'id')).toEqual({ language: 'id', confidence: 1 });
    expect(both.identify(text, 'vi')?.language).toBe('id');
    expect(both.identify(text, 'und')?.language).toBe('id');
  });

  it('changes no answer about the samples, but finds one in a language that one detector lacks', async () => {
    const data = await languageData();
    const skipping = createIdentifier(data, readCommonWords(data.words));
    const asking = createIdentifier(data);
    for (const article of ['id', 'vi', 'en', 'ms']) {
      for (const [language, sentence] of SENTENCES) {
        const found = skipping.foreign(sentence, article);
        if (language === 'sw' && found) expect(found.language).toBe('sw');
        else expect(found).toEqual(asking.foreign(sentence, article));
      }
    }
  });
});
