import { describe, expect, test } from 'vitest';
import { rootOf } from '../../../../../server/src/core/text/indonesian/affixes.ts';

const ROOTS = new Set(
  (
    'ajar alih ambil antar baca baik bawa beri berita besar bicara buku bom cek cetak cinta dapat datang duduk ganti gambar ' +
    'guna hasil hitung jalan jual kait kata kena kerja khawatir kirim kritik laku lanjut lari latih lepas mampu minum ' +
    'muat negara nilai nyanyi olah pasti pimpin pikir produksi pukul putus raja rumah sadar sapu sebab selenggara seluruh ' +
    'serang sosialisasi syarat tahu tanya tangan tidak tinggal tolong transfer tulis turut ubah undang usaha wakil yakin'
  ).split(' '),
);
const root = (word: string): string | undefined => rootOf(word, (candidate) => ROOTS.has(candidate));

describe('rootOf', () => {
  test.each([
    ['membaca', 'baca'],
    ['memukul', 'pukul'],
    ['memproduksi', 'produksi'],
    ['menulis', 'tulis'],
    ['mendatangkan', 'datang'],
    ['mentransfer', 'transfer'],
    ['mensosialisasikan', 'sosialisasi'],
    ['menyapu', 'sapu'],
    ['menyanyi', 'nyanyi'],
    ['mengambil', 'ambil'],
    ['mengirimkan', 'kirim'],
    ['mengkritik', 'kritik'],
    ['mengkhawatirkan', 'khawatir'],
    ['mengecek', 'cek'],
    ['pengeboman', 'bom'],
    ['melanjutkan', 'lanjut'],
    ['mewakili', 'wakil'],
    ['meyakinkan', 'yakin'],
  ])('gives a nasal prefix back its sound: %s', (word, expected) => {
    expect(root(word)).toBe(expected);
  });

  test.each([
    ['dibaca', 'baca'],
    ['terbesar', 'besar'],
    ['bekerja', 'kerja'],
    ['belajar', 'ajar'],
    ['pelajar', 'ajar'],
    ['pemimpin', 'pimpin'],
    ['penjual', 'jual'],
    ['penyerang', 'serang'],
    ['pekerja', 'kerja'],
    ['kebaikan', 'baik'],
    ['ketidakpastian', 'pasti'],
    ['ketidakmampuannya', 'mampu'],
    ['seluruhnya', 'seluruh'],
    ['kubaca', 'baca'],
    ['kaubawa', 'bawa'],
    ['tinggallah', 'tinggal'],
    ['apalagi', undefined],
    ['bukunyalah', 'buku'],
    ['bacakan', 'baca'],
    ['datangi', 'datang'],
    ['antarnegara', 'negara'],
    ['pascaproduksi', 'produksi'],
    ['nonproduksi', 'produksi'],
  ])('takes affixes, possessives and particles off: %s', (word, expected) => {
    expect(root(word)).toBe(expected);
  });

  test.each([
    ['memperbesar', 'besar'],
    ['mempertanyakannya', 'tanya'],
    ['dipertanyakan', 'tanya'],
    ['memberlakukan', 'laku'],
    ['diberlakukan', 'laku'],
    ['pemberlakuan', 'laku'],
    ['keberlanjutan', 'lanjut'],
    ['keterkaitan', 'kait'],
    ['kepemimpinan', 'pimpin'],
    ['berkelanjutan', 'lanjut'],
    ['berpendapat', 'dapat'],
    ['dikesampingkan', undefined],
    ['mengetahui', 'tahu'],
    ['diketahui', 'tahu'],
    ['menyeluruh', 'seluruh'],
    ['terselenggaranya', 'selenggara'],
    ['sepengetahuan', 'tahu'],
  ])('takes two prefixes off where the grammar has both: %s', (word, expected) => {
    expect(root(word)).toBe(expected);
  });

  test.each([
    ['buku-buku', 'buku'],
    ['buku-bukunya', 'buku'],
    ['berlari-lari', 'lari'],
    ['tolong-menolong', 'tolong'],
    ['buku-meja', undefined],
    ['buku-', undefined],
    ['-buku', undefined],
    ['buku-buku-buku', undefined],
  ])('knows doubled words: %s', (word, expected) => {
    expect(root(word)).toBe(expected);
  });

  test.each(['baca', 'mekbaca', 'dimembaca', 'terbersar', 'kebaik', 'menbaca', 'x', '', 'memberi tahu'])(
    'finds none in what the grammar does not make: “%s”',
    (word) => {
      expect(root(word)).toBeUndefined();
    },
  );
});
