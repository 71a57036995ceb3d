import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sentencesOf, tokenRows } from '../../../../../server/src/core/formats/tokens/sentencesOf.ts';
import { tokenizer } from '../../../../../server/src/core/formats/tokens/tokenizer.ts';
import { anyArticle, anyArticleText } from '../datasetArbitraries.ts';

const anyText = fc.oneof(anyArticleText, fc.string({ unit: 'binary', maxLength: 20 }));

it('gives every character that is no blank to one token and one sentence', () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom('id', 'vi', 'th', 'zh-Hant', 'und'), (text, language) => {
      for (const ranges of [tokenizer(language).split(text), sentencesOf(text, language)]) {
        let at = 0;
        for (const { start, end } of ranges) {
          expect(text.slice(at, start).trim()).toBe('');
          expect(end).toBeGreaterThan(start);
          expect(/^\s|\s$/.test(text.slice(start, end))).toBe(false);
          at = end;
        }
        expect(text.slice(at).trim()).toBe('');
      }
    }),
  );
});

it('has no blank in a token and cuts no surrogate pair', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const { start, end } of tokenizer('und').split(text)) {
        expect(/\s/.test(text.slice(start, end))).toBe(false);
        expect(
          /^[\udc00-\udfff]/.test(text.slice(start)) && /[\ud800-\udbff]$/.test(text.slice(0, start)),
        ).toBe(false);
      }
    }),
  );
});

it('puts all tokens into rows that no span leaves', () => {
  fc.assert(
    fc.property(anyArticle(), ({ text, language, spans }) => {
      const rows = tokenRows(text, language, tokenizer(language).split(text), spans);
      expect(rows.flat()).toEqual(tokenizer(language).split(text));
      for (const [i, row] of rows.entries()) {
        const next = rows[i + 1]?.[0];
        expect(row.length).toBeGreaterThan(0);
        for (const s of spans) {
          const before = s.start < (row.at(-1)?.end ?? 0);
          expect(next !== undefined && before && s.end > next.start).toBe(false);
        }
      }
    }),
  );
});
