import { describe, expect, it } from 'vitest';
import { conll } from '../../../../../server/src/core/formats/conll.ts';
import type { DatasetArticle } from '../../../../../server/src/core/formats/dataset.ts';
import { writeDataset } from '../../../../property/core/formats/roundTrip.ts';

/**
 * An article from a text in which `[` and `]` stand around each span, tagged as CoNLL does it: tokens with a tag are
 * followed by it, and what was lost stands at the end. Cases that converters of other tools got wrong.
 */
function tagged(marked: string, align: 'strict' | 'expand' | 'contract' = 'expand'): string {
  const spans: DatasetArticle['spans'][number][] = [];
  const open: number[] = [];
  let text = '';
  for (const char of marked) {
    if (char === '[') open.push(text.length);
    else if (char === ']')
      spans.push({
        id: `${spans.length}`,
        start: open.pop() ?? 0,
        end: text.length,
        label: 'X',
        attributes: new Map(),
      });
    else text += char;
  }
  const article = { path: 'a.txt', text, language: 'id', spans, relations: [], documentLabels: [] };
  const { files, losses } = writeDataset(conll, [article], { align, options: { columns: 'form,tag' } });
  const lines = Buffer.from(files.get('data.conll') ?? [])
    .toString()
    .split('\n')
    .slice(2);
  const tokens = lines.filter((line) => line !== '').map((line) => line.replace(/ O$/, '').replace(' ', '/'));
  const told = losses.map(({ loss }) => `${'now' in loss ? 'changed' : 'dropped'} ${loss.reasons[0]?.code}`);
  return [...tokens, ...(told.length > 0 ? ['|', ...told] : [])].join(' ');
}

describe('spans at the borders of tokens', () => {
  it.each([
    ['before a line end', 'Kami butuh [jeda]\nsebentar', 'Kami butuh jeda/B-X sebentar'],
    [
      'with the line end in it',
      'Kami butuh [jeda\n]sebentar',
      'Kami butuh jeda/B-X sebentar | changed outer-blanks',
    ],
    ['before a tab', 'satu [tab]\tlagi', 'satu tab/B-X lagi'],
    ['with a tab in it', 'satu [dua\ttiga]', 'satu dua/B-X tiga/I-X'],
    ['with a blank before', 'oleh[ Rina Sari] itu', 'oleh Rina/B-X Sari/I-X itu | changed outer-blanks'],
    ['with a blank behind', 'oleh [Rina Sari ]itu', 'oleh Rina/B-X Sari/I-X itu | changed outer-blanks'],
    ['inside a token', 'oleh R[in]a itu', 'oleh Rina/B-X itu | changed cuts-token'],
    [
      'over the end of one token into the next',
      'oleh Ri[na Sa]ri',
      'oleh Rina/B-X Sari/I-X | changed cuts-token',
    ],
    ['of a sign and a number', 'makan [$3,99] saja', 'makan $/B-X 3,99/I-X saja'],
    ['on both sides of a slash', 'dari [Bank]/[Toko]ku', 'dari Bank/B-X / Tokoku/B-X | changed cuts-token'],
    ['next to each other', '[Rina][,] [Sari]', 'Rina/B-X ,/B-X Sari/B-X'],
    ['on two parts of one token', '[Ri][na]', 'Rina/B-X | changed cuts-token dropped same-place'],
    ['on a full stop at the end', 'Dia tiba[.]', 'Dia tiba ./B-X'],
    ['over the end of a sentence', 'Di [Yahoo! Inc.] ada.', 'Di Yahoo/B-X !/I-X Inc/I-X ./I-X ada .'],
    ['on an emoji of several characters', 'ya [👩‍👩‍👧] ya', 'ya 👩‍👩‍👧/B-X ya'],
    ['on nothing', 'ya[] ya', 'ya ya | dropped empty'],
    ['on a blank', 'ya[ ]ya', 'ya ya | dropped no-token'],
  ])('a span %s', (_, marked, expected) => {
    expect(tagged(marked)).toBe(expected);
  });

  it('is dropped or narrowed where that is chosen', () => {
    expect(tagged('oleh Ri[na Sari] itu', 'strict')).toBe('oleh Rina Sari itu | dropped cuts-token');
    expect(tagged('oleh Ri[na Sari] itu', 'contract')).toBe('oleh Rina Sari/B-X itu | changed cuts-token');
  });
});
