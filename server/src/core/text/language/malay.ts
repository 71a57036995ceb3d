import type { PlacedParagraph } from '../paragraph.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/**
 * Common words of news that only one of the two languages writes so: conjunctions, days and months, countries, offices
 * and numbers. Detectors take each language for the other; these words do not.
 */
const MALAY = words(`
  bahawa kerana ialah manakala semasa selepas berikutan menerusi sahaja cuba tiada apabila sekiranya bagaimanapun seramai
  jurucakap polis syarikat universiti wang mesyuarat pejabat kereta pengerusi setiausaha timbalan kementerian pilihanraya
  isnin khamis jumaat ahad ogos jun julai mac disember peratus bilion british perancis jepun sepanyol itali ireland
  encik puan hospital tular`);
const INDONESIAN = words(`
  bahwa karena sedangkan setelah saat uang rapat kantor mobil bisa coba saja perusahaan universitas polisi warga
  senin kamis jumat minggu agustus juni juli maret desember persen miliar prancis jepang spanyol italia inggris
  sekretaris kepolisian presiden gubernur bupati walikota kabupaten direktur soal tewas melansir dilansir`);
/** One word more may be a quotation's or a name's. */
const FEWEST = 2;
/** Of the words of either kind. */
const SHARE = 0.7;
/** No more paragraphs are looked at. */
const MOST_PARAGRAPHS = 80;

interface Signs {
  readonly malay: number;
  readonly indonesian: number;
}

/** True where an article in one of the two languages has the words of Malay rather than those of Indonesian. */
export function isMalay(paragraphs: readonly PlacedParagraph[]): boolean {
  let malay = 0;
  let indonesian = 0;
  for (const { paragraph } of paragraphs.slice(0, MOST_PARAGRAPHS)) {
    const signs = paragraph.memo('words of Malay', () => signsOf(paragraph.tokens));
    malay += signs.malay;
    indonesian += signs.indonesian;
  }
  return malay >= FEWEST && malay >= SHARE * (malay + indonesian);
}

function signsOf(tokens: PlacedParagraph['paragraph']['tokens']): Signs {
  let malay = 0;
  let indonesian = 0;
  for (const { kind, text } of tokens) {
    if (kind !== 'word') continue;
    const word = text.toLowerCase();
    if (MALAY.has(word)) malay++;
    else if (INDONESIAN.has(word)) indonesian++;
  }
  return { malay, indonesian };
}
