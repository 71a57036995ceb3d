import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  hashLine,
  LONGEST_WORD,
  languageSeed,
  wordHash,
  wordKey,
} from '../../../../server/src/core/corpus/hashes.ts';
import { LanguageVotes } from '../../../../server/src/core/corpus/languageVotes.ts';
import { type ArticleSketch, sketchArticle } from '../../../../server/src/core/corpus/sketch.ts';
import { finish } from '../../../../server/src/core/steps.ts';
import { noCommonWords } from '../../../../server/src/core/text/commonWords.ts';
import { splitTokens } from '../../../../server/src/core/text/tokens.ts';

const votes = finish(LanguageVotes.of(noCommonWords));
const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/u;
/** All that is hard about words: letters in parts, of two units, with odd lower cases, inner marks, joiners. */
const units = fc.constantFrom(
  ..."aZéĐếặẶİıßΣςσЖжéữ e\u0301o\u031bI\u0307Å\u212bΩ\u2126ﬁकि한글각ㅏ文字จาน𝐀𐐀𐐨😀’'·-_0123١.,\u037e\u00ad\u200d\u200c\u3000\u00a0\t".split(
    '',
  ),
  '𐐀',
  '😀',
  '한',
  'ﬁ',
);
const line = fc.oneof(
  fc.array(units, { maxLength: 60 }).map((all) => all.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }).map((text) => text.replace(/[\r\n]/g, '')),
);
const text = fc.array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r', '\n\n')), { maxLength: 12 });

const sketch = (whole: string): ArticleSketch =>
  finish(sketchArticle(whole, { votes, declared: 'id', otherwise: () => 'und' }));

describe('the sketch of an article', () => {
  it('has the words that rules see, as a caller looks them up', () => {
    fc.assert(
      fc.property(text, (lines) => {
        const whole = lines.map((pair) => pair.join('')).join('');
        const words = splitTokens(whole)
          .filter((t) => t.kind === 'word' && t.text.length <= LONGEST_WORD && !UNSPACED.test(t.text))
          .map((t) => wordKey(wordHash(t.text.toLowerCase().normalize('NFC')), languageSeed('id')));
        expect([...sketch(whole).words]).toEqual([...new Set(words)].sort((a, b) => a - b));
      }),
      { numRuns: 500 },
    );
  });

  it('has its lines, whatever their blanks and letter case', () => {
    fc.assert(
      fc.property(text, (lines) => {
        const filled = lines.map(([content]) => content).filter((content) => content.trim() !== '');
        const hashes = new Set(filled.map((content) => hashLine(content).hash));
        const whole = lines.map((pair) => pair.join('')).join('');
        expect([...sketch(whole).lines]).toEqual([...hashes].sort((a, b) => a - b));
      }),
      { numRuns: 500 },
    );
  });

  it('is that of the normalised and of the indented text', () => {
    fc.assert(
      fc.property(text, (lines) => {
        const whole = lines.map((pair) => pair.join('')).join('');
        const indented = lines.map(([content, end]) => `  ${content} \t${end}`).join('');
        expect(sketch(indented)).toEqual(sketch(whole));
      }),
    );
  });
});
