import { describe, expect, it } from 'vitest';
import { packCommonWords } from '../../../../scripts/data/pack-common-words.mjs';
import { noCommonWords, readCommonWords } from '../../../../server/src/core/text/commonWords.ts';
import { languageData } from './language/data.ts';

describe('readCommonWords', () => {
  it('reads what the build packs', () => {
    const words = readCommonWords(
      new TextEncoder().encode(
        packCommonWords({ id: ['yang', 'DAN', 'ke mana', '12'], vi: ['của', 'tie\u0302\u0301ng'] }),
      ),
    );
    expect([...(words.of('id') ?? [])]).toEqual(['yang', 'dan']);
    expect(words.has('id', 'Yang')).toBe(true);
    expect(words.has('vi', 'TIẾNG')).toBe(true);
    expect(words.has('vi', 'yang')).toBe(false);
  });

  it('knows many languages, and says so of those it does not', async () => {
    const words = readCommonWords((await languageData()).words);
    for (const [language, word] of [
      ['id', 'yang'],
      ['vi', 'của'],
      ['en', 'the'],
      ['de', 'und'],
      ['ru', 'что'],
      ['zh', '的'],
    ] as const) {
      expect(words.has(language, word), language).toBe(true);
    }
    for (const language of ['xx', '', '__proto__', 'constructor']) {
      expect(words.of(language)).toBeUndefined();
      expect(words.has(language, 'the')).toBe(false);
    }
  });

  it('takes any bytes', () => {
    for (const bytes of [[], [10, 10], [255, 32, 255, 240], [105, 100], [32, 97]]) {
      expect(() => readCommonWords(new Uint8Array(bytes)).of('id')).not.toThrow();
    }
    expect(noCommonWords.has('en', 'the')).toBe(false);
    expect(noCommonWords.of('en')).toBeUndefined();
  });
});
