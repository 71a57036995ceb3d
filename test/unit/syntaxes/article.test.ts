import { describe, expect, it } from 'vitest';
import { scopedPieces } from './tokenize.ts';

const pieces = (text: string, scope: string) => scopedPieces('text.news', text, scope);

describe('news text', () => {
  it('takes the first line for the headline, and no other', async () => {
    const text = 'Harga beras naik\n\nHarga beras naik lagi.';
    expect(await pieces(text, 'markup.heading')).toEqual(['Harga beras naik']);
  });

  it.each([
    ['JAKARTA, Pressmark – Menteri tiba.', 'JAKARTA, Pressmark'],
    ['Jakarta (ANTARA) - Menteri tiba.', 'Jakarta (ANTARA)'],
    ['HÀ NỘI (TTXVN) - Bộ trưởng đã đến.', 'HÀ NỘI (TTXVN)'],
    ['(TTXVN) - Bộ trưởng đã đến.', '(TTXVN)'],
    ['TP.HCM — Bộ trưởng đã đến.', 'TP.HCM'],
    ['NEW YORK -- The minister came.', 'NEW YORK'],
  ])('finds the dateline of %s', async (line, dateline) => {
    expect(await pieces(`Judul\n${line}`, 'keyword.control.dateline')).toEqual([dateline]);
  });

  it.each(['Menteri tiba di Jakarta - kota itu macet.', 'Harga 5 - 6 ribu rupiah.', 'Duta-duta tiba.'])(
    'sees no dateline in %s',
    async (line) => {
      expect(await pieces(`Judul\n${line}`, 'keyword.control.dateline')).toEqual([]);
    },
  );

  it.each([
    ['Oleh: Siti Rahma', 'Siti Rahma'],
    ['By Ann Lee', 'Ann Lee'],
    ['Theo Minh Anh', 'Minh Anh'],
    ['Editor: Budi', 'Budi'],
  ])('finds the author in %s', async (line, author) => {
    expect(await pieces(`Judul\n${line}`, 'entity.name.author')).toEqual([author]);
  });

  it('takes no sentence that begins like a byline for one', async () => {
    expect(await pieces('Title\nBy the end of the week they had left.', 'entity.name.author')).toEqual([]);
  });

  it('ends a quotation at its mark, or with its paragraph', async () => {
    const text = 'Judul\nDia berkata “kami siap” dan pergi.\n“Tanpa penutup\nTeks biasa.';
    expect(await pieces(text, 'string.quoted')).toEqual(['“kami siap”', '“Tanpa penutup']);
  });

  it('takes no apostrophe or inch mark for a quotation', async () => {
    expect(await pieces("Title\nThe minister's men don't sleep; a 5\" rule.", 'string.quoted')).toEqual([]);
  });

  it('finds amounts and addresses', async () => {
    expect(await pieces('T\nBantuan Rp 12,5 miliar dan 30% lagi.', 'constant.numeric')).toEqual([
      'Rp 12,5 miliar',
      '30%',
    ]);
    expect(
      await pieces('T\nLihat https://example.org/a?b=1 atau tulis ke a@example.org.', 'markup.underline'),
    ).toEqual(['https://example.org/a?b=1', 'a@example.org']);
  });

  it('finds lines that send the reader elsewhere', async () => {
    expect(await pieces('T\nBaca juga: Beras naik\nXem thêm: Giá gạo', 'comment.line.boilerplate')).toEqual([
      'Baca juga: Beras naik',
      'Xem thêm: Giá gạo',
    ]);
  });
});
