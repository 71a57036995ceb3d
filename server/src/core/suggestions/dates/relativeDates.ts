import type { FoundDate } from './foundDate.ts';

const ENGLISH_NUMBER =
  '\\d{1,3}|few|several|couple of|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty';
const ENGLISH_TIME = 'days?|weeks?|weekends?|months?|years?|decades?|centur(?:y|ies)|quarters?';
const INDONESIAN_TIME = 'hari|pekan|minggu|bulan|tahun|dekade|dasawarsa|abad|kuartal';
const VIETNAMESE_TIME = 'tuần|tháng|năm|quý|thập kỷ|thập niên|thế kỷ';
const VIETNAMESE_NUMBER = '\\d{1,3}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|vài|nhiều';

/** Phrases that tell a time by the day of the article; only in the languages of these tables, in any letter case. */
const PHRASES: Readonly<Record<string, RegExp>> = {
  en: words(
    `(?:(?:earlier|later|late|early) )?(?:last|this|next) (?:week|weekend|month|year|decade|century|quarter|spring|summer|autumn|winter)`,
    `(?:the )?(?:last|past|next) (?:${ENGLISH_NUMBER}) (?:${ENGLISH_TIME})`,
    `(?:${ENGLISH_NUMBER}) (?:${ENGLISH_TIME}) ago`,
    `an? (?:week|month|year|decade|century) ago`,
    'yesterday|tomorrow',
  ),
  id: words(
    `(?:(?:awal|akhir|pertengahan) )?(?:pekan|minggu|bulan|tahun|dekade|dasawarsa|abad|kuartal) (?:yang )?(?:lalu|silam|ini|depan|mendatang|kemarin)`,
    `(?:\\d{1,3}|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|beberapa|puluhan) (?:${INDONESIAN_TIME}) (?:(?:yang )?(?:lalu|silam)|terakhir|ke depan|mendatang)`,
    `se(?:hari|pekan|minggu|bulan|tahun|abad|dekade) (?:yang )?(?:lalu|silam)`,
    'kemarin|besok|lusa',
  ),
  vi: words(
    `(?:(?:đầu|giữa|cuối) )?(?:${VIETNAMESE_TIME}) (?:trước|này|sau|tới|ngoái|vừa qua)`,
    `(?:${VIETNAMESE_NUMBER}) (?:ngày|${VIETNAMESE_TIME}) (?:trước|qua|tới)`,
    'hôm qua|ngày mai|hôm kia',
  ),
};

const SCORE = 0.7;

function words(...choices: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}_])(?:${choices.join('|')})(?![\\p{L}\\p{N}_])`, 'giu');
}

/** Phrases such as `last month`, `bulan lalu`, `tuần trước`. Linear. */
export function relativeDates(text: string, language: string): FoundDate[] {
  const pattern = Object.hasOwn(PHRASES, language) ? PHRASES[language] : undefined;
  if (!pattern) return [];
  return [...text.matchAll(pattern)].map(({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
    score: SCORE,
  }));
}
