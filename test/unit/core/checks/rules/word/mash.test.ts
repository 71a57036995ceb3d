import { describe, expect, test } from 'vitest';
import { mash } from '../../../../../../server/src/core/checks/rules/word/mash.ts';
import { typo } from '../../../../../../server/src/core/checks/rules/word/typo.ts';
import { unknownWords } from '../../../../../../server/src/core/checks/unknownWords.ts';
import { noLexicon } from '../../../../../../server/src/core/text/lexicon/lexicon.ts';
import { Paragraph } from '../../../../../../server/src/core/text/paragraph.ts';
import { findingsOf } from '../../../../../support/examples.ts';
import { ruleContext } from '../../../../../support/ruleContext.ts';

const id = ruleContext('id');

describe('word/mash', () => {
  test.each([
    ['Kapal tbamnjea itu.', 'warning'],
    ['Kapal qwertyui itu.', 'warning'],
    ['Kapal kjdhfgk itu.', 'warning'],
    ['Kapal Sdfkjhwq itu.', undefined],
    ['Kapal sdfkjhwq itu. Lalu sdfkjhwq lagi.', undefined],
    ['Kapal sdfkjhwq itu.\nLalu sdfkjhwq lagi.', undefined],
    ['Lihat https://sdfkjhwq.example/qxzvbn dan @sdfkjhwq, #qzxwvk, sdfkjhwq99.', undefined],
    ['Berkas sdfkjhwq.pdf dan a/qzxwvk.', undefined],
  ])('%s: %s', (text, severity) => {
    expect(findingsOf(mash, text, id)[0]?.severity).toBe(severity);
  });

  test('says nothing of words that the project accepts, and nothing without lists', () => {
    expect(findingsOf(mash, 'Kapal sdfkjhwq itu.', ruleContext('id', ['sdfkjhwq']))).toEqual([]);
    expect(findingsOf(mash, 'Kapal sdfkjhwq itu.', { ...id, lexicon: noLexicon })).toEqual([]);
    expect(findingsOf(mash, 'Das Schiff sdfkjhwq hier.', ruleContext('de'))).toEqual([]);
  });

  test('leaves to word/typo what can still be read', () => {
    expect(findingsOf(mash, 'Menurut pemreintah, itu benar.', id)).toEqual([]);
    expect(findingsOf(typo, 'Menurut pemreintah, itu benar.', id)).toHaveLength(1);
  });
});

describe('unknownWords', () => {
  test('passes over runs of letters that are no single word, however long', () => {
    expect(unknownWords(new Paragraph(`${'qx'.repeat(10_000)} ${'mem'.repeat(20)}`), id)).toEqual([]);
  });

  test('names each with its place, once for all rules', () => {
    const paragraph = new Paragraph('Ia mmbawa buku-bukku, lalu zzqx dan Mmbawa.');
    const found = unknownWords(paragraph, id);
    expect(found).toEqual([
      { start: 3, end: 9, word: 'mmbawa' },
      { start: 27, end: 31, word: 'zzqx' },
    ]);
    expect(unknownWords(paragraph, id)).toBe(found);
  });
});
