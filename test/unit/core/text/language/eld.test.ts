import oracle from 'eld/extrasmall';
import { beforeAll, describe, expect, it } from 'vitest';
import { type EldDetector, readEld } from '../../../../../server/src/core/text/language/eld.ts';
import { languageData } from './data.ts';
import { SENTENCES } from './samples.ts';

const ODD = [
  '',
  'a',
  '1.5 + 😀',
  "don't 'tis it's `a` l’été",
  'ǧİstanbul ΣΑΣ ﷲ ｆｕｌｌ Ǎb',
  'é'.repeat(71),
  `${'x'.repeat(71)} ${'x'.repeat(72)} ${'abc '.repeat(300)}`,
  `${'y'.repeat(90)} ${'y'.repeat(90)}`,
  'ก'.repeat(200),
  '. '.repeat(600),
];

describe('readEld', () => {
  let detector: EldDetector;
  beforeAll(async () => {
    detector = readEld((await languageData()).eld);
  });

  it('gives the scores that eld gives', () => {
    for (const text of [...SENTENCES.map(([, sentence]) => sentence), ...ODD]) {
      const own = new Float64Array(detector.languages.length);
      detector.score(text, own);
      const expected = oracle.detect(text).getScores();
      detector.languages.forEach((language, place) => {
        expect(own[place], `${language}: ${text}`).toBeCloseTo(expected[language] ?? 0, 12);
      });
    }
  });

  it('says that other bytes are no table', async () => {
    const { eld } = await languageData();
    expect(() => readEld(new Uint8Array(3))).toThrow(RangeError);
    expect(() => readEld(eld.slice(0, -1))).toThrow(RangeError);
  });
});
