import type { ArticleSource, Sentence } from '../../../../bench/rules/damage.ts';

/** Sentences of our own, the same one in each language, for operators to damage. */
const OWN: Readonly<Record<string, readonly string[]>> = {
  en: [
    'The “new” harbour bridge, which cost 4.5 million, was opened by Maria Santos on Monday.',
    'Fishermen from Argentina and local traders had waited for the well-known opening for many years.',
    '“We never believed that this would happen,” said Peter Hill, who lives near the river.',
    'The council of Northport (the largest town of the coast) wants to build more roads before the winter.',
    'People in Northport and the villages around Northport, however, are worried about the noise.',
    'A spokesman of the company told reporters that the tests would continue until the end of the month.',
    'Teachers, parents and pupils had asked for a safer way to school since the accident last spring.',
  ],
  id: [
    'Jembatan pelabuhan “baru” yang menelan biaya 4,5 juta diresmikan oleh Maria Santos pada hari Senin.',
    'Nelayan dari Argentina dan anak-anak pedagang setempat, yang tinggal di sini, sudah lama menunggu peresmian itu.',
    '“Kami tidak pernah percaya bahwa hal ini akan terjadi,” kata warga lama Peter Hill yang tinggal dekat sungai.',
    'Dewan kota Pelabuhanraya (kota terbesar di pesisir) ingin membangun lebih banyak jalan sebelum musim hujan.',
    'Warga di Pelabuhanraya dan desa sekitar Pelabuhanraya, bagaimanapun, cemas karena kebisingan.',
    'Juru bicara perusahaan mengatakan kepada wartawan bahwa pengujian akan berlanjut sampai akhir bulan.',
    'Guru, orang tua dan murid telah meminta jalan yang lebih aman menuju sekolah sejak kecelakaan lalu.',
  ],
  vi: [
    'Cây cầu cảng “mới” trị giá 4,5 triệu được bà Maria Santos khánh thành hôm thứ Hai tuần này.',
    'Ngư dân từ Argentina và các thương nhân-bạn hàng địa phương, những người sống ở đây, đã chờ đợi từ lâu.',
    '“Chúng tôi chưa bao giờ tin rằng điều này sẽ xảy ra,” ông Peter Hill sống gần con sông nói.',
    'Hội đồng thành phố Northport (thành phố lớn nhất vùng biển) muốn xây thêm đường trước mùa đông.',
    'Người dân ở Northport và các làng quanh Northport, tuy nhiên, lo lắng về tiếng ồn quá lớn.',
    'Người phát ngôn của công ty nói với phóng viên rằng các thử nghiệm sẽ tiếp tục đến cuối tháng.',
    'Giáo viên, phụ huynh và học sinh đã yêu cầu một con đường an toàn hơn tới trường từ mùa xuân.',
  ],
  ru: Array(7).fill('Новый мост через гавань открыли в понедельник.'),
  th: Array(7).fill('สะพานท่าเรือแห่งใหม่เปิดในวันจันทร์'),
  zh: Array(7).fill('新的港口大桥于星期一开放。'),
  ja: Array(7).fill('新しい港の橋が月曜日に開通した。'),
  ko: Array(7).fill('새로운 항구 다리가 월요일에 개통되었다.'),
  ar: Array(7).fill('افتتح جسر الميناء الجديد يوم الاثنين.'),
  hi: Array(7).fill('बंदरगाह का नया पुल सोमवार को खुला।'),
};

export const LANGUAGES = ['id', 'vi', 'en'] as const;

export function ownSentences(language: string): Sentence[] {
  const all = OWN[language] ?? [];
  return all.map((text, i) => ({
    text,
    language,
    next: all[i + 1],
    elsewhere: () => all[(i + 3) % all.length] ?? '',
    translation: (other) => OWN[other]?.[i],
  }));
}

export function ownArticle(language: string): ArticleSource {
  const titles: Readonly<Record<string, string>> = {
    en: 'New harbour bridge opened after many years',
    id: 'Jembatan pelabuhan baru dibuka setelah bertahun-tahun',
    vi: 'Cây cầu cảng mới được mở sau nhiều năm chờ đợi',
  };
  return {
    language,
    lines: [titles[language] ?? '', ...(OWN[language] ?? [])],
    hasTitle: true,
    otherTitle: titles[language]?.toUpperCase() ?? '',
  };
}
