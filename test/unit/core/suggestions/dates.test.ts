import { describe, expect, it } from 'vitest';
import { findDates } from '../../../../server/src/core/suggestions/dates/dates.ts';

const dates = (language: string, text: string) =>
  findDates(text, language).map(({ start, end }) => text.slice(start, end));

/** A sentence in each language, and the dates in it. */
const SENTENCES: readonly (readonly [language: string, text: string, dates: readonly string[]])[] = [
  [
    'en',
    'On Thursday, October 21, 2021 it rained; by mid-August it was dry.',
    ['Thursday, October 21, 2021', 'mid-August'],
  ],
  [
    'en',
    'Since 2001 the 21st of May 2020 was best, then Oct. 3 and 5 June.',
    ['2001', '21st of May 2020', 'Oct. 3', '5 June'],
  ],
  [
    'en',
    'He came last Tuesday, two weeks ago, not last month.',
    ['last Tuesday', 'two weeks ago', 'last month'],
  ],
  ['id', 'Pada Rabu (20/10/2021) dan Kamis (21/10) hujan.', ['Rabu (20/10/2021)', 'Kamis (21/10)']],
  [
    'id',
    'Sejak 12 Maret 2024, bulan lalu, dan akhir Agustus.',
    ['12 Maret 2024', 'bulan lalu', 'akhir Agustus'],
  ],
  ['id', 'Hari Selasa, tahun 2021, Jumat tanggal 3 Mei.', ['Selasa', '2021', 'Jumat tanggal 3 Mei']],
  [
    'vi',
    'Hôm qua, ngày 12 tháng 3 năm 2024, và tháng 10/2021.',
    ['Hôm qua', 'ngày 12 tháng 3 năm 2024', 'tháng 10/2021'],
  ],
  [
    'vi',
    'Sáng thứ Ba tuần trước, đầu tháng 8 và ngày 12/3.',
    ['thứ Ba tuần trước', 'đầu tháng 8', 'ngày 12/3'],
  ],
  [
    'ru',
    'В среду, 12 марта 2024 года, и в 2021 году, и в мае.',
    ['среду, 12 марта 2024 года', '2021 году', 'мае'],
  ],
  ['uk', 'У середу, 12 березня 2024 року.', ['середу, 12 березня 2024 року']],
  ['es', 'Llegó el martes 12 de marzo de 2024, no en 2021.', ['martes 12 de marzo de 2024', '2021']],
  ['pt', 'Chegou em 12 de março de 2024, na terça-feira.', ['12 de março de 2024', 'terça-feira']],
  ['fr', 'Le mardi 12 mars 2024 et le 1er mai, sur Mars.', ['mardi 12 mars 2024', '1er mai']],
  [
    'de',
    'Am Dienstag, 12. März 2024, seit 2015 und im Jänner.',
    ['Dienstag, 12. März 2024', '2015', 'Jänner'],
  ],
  ['it', 'Arrivato martedì 12 marzo 2024, nel 2021.', ['martedì 12 marzo 2024', '2021']],
  ['tr', "12 Mart 2024 Salı günü ve 3 Mayıs'ta.", ['12 Mart 2024 Salı', '3 Mayıs']],
  ['fi', 'Hän tuli maanantaina 12. maaliskuuta 2024.', ['maanantaina 12. maaliskuuta 2024']],
  ['hu', 'Ez volt: 2024. március 12.', ['2024. március 12']],
  ['pl', 'Przyjechał w środę, 12 marca 2024 roku.', ['środę, 12 marca 2024 roku']],
  [
    'ar',
    'يوم الثلاثاء 12 مارس 2024 ثم عام 2021 ثم ١٢ كانون الثاني ٢٠٢٤',
    ['الثلاثاء 12 مارس 2024', '2021', '١٢ كانون الثاني ٢٠٢٤'],
  ],
  ['fa', 'روز سه‌شنبه ۱۲ مارس ۲۰۲۴ بود', ['سه‌شنبه ۱۲ مارس ۲۰۲۴']],
  ['he', 'ביום שלישי, 12 במרץ 2024', ['ביום שלישי, 12 במרץ 2024']],
  ['hi', 'मंगलवार को 12 मार्च 2024 और 2021 में', ['मंगलवार', '12 मार्च 2024', '2021']],
  ['zh', '他于2024年3月12日星期二来，住了3个月，2021年走。', ['2024年3月12日星期二', '2021年']],
  ['ja', '2024年3月12日（火）と令和6年、土曜日。', ['2024年3月12日（火）', '令和6年', '土曜日']],
  ['ko', '2024년 3월 12일 화요일에 왔고 2021년에 갔다.', ['2024년 3월 12일', '화요일', '2021년']],
  ['th', 'เมื่อวันอังคารที่ 12 มีนาคม 2567 ฝนตก', ['วันอังคารที่ 12 มีนาคม 2567']],
];

describe('dates', () => {
  it.each(SENTENCES)('are found in %s: %s', (language, text, expected) => {
    expect(dates(language, text)).toEqual(expected);
  });

  it('are no words and numbers that only look so', () => {
    expect(
      dates('en', 'Theresa May may march on; 2000 people, page 12/3, version 1.2.2024.5, 20/10 vision.'),
    ).toEqual([]);
    expect(dates('en', 'A 2021-model car, G20, 50 May be, 2019% and 10.2020')).toEqual([]);
    expect(dates('vi', 'Thứ ba là ba tháng, thứ năm và năm người.')).toEqual([]);
    expect(dates('id', 'Dalam seminggu ada 12 orang di jalan 17.')).toEqual([]);
    expect(dates('xx', 'Maret 12, but 2024-03-12')).toEqual(['2024-03-12']);
    expect(dates('__proto__', 'on 3/4/2024')).toEqual(['3/4/2024']);
  });

  it('are surer the more they say', () => {
    const scores = (text: string) => findDates(text, 'en').map(({ score }) => score);
    expect(scores('12 March 2024. Friday. In 2001. June.')).toEqual([0.95, 0.85, 0.75, 0.65]);
  });

  it('take as long as the text is', () => {
    const text = '12 12 12 pada 2001 : Maret , '.repeat(4000);
    expect(findDates(text, 'id').length).toBe(8000);
    expect(findDates('1/'.repeat(100_000), 'en')).toEqual([]);
    expect(findDates(' '.repeat(100_000), 'th')).toEqual([]);
  });
});
