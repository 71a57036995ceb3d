import { lazyByKey } from '../../lazy.ts';
import { dateWords } from './dateWords.ts';
import type { FoundDate } from './foundDate.ts';

/** Dates of scripts that put no blank between words: what to find, and how sure it is. */
type Finder = readonly (readonly [RegExp, number])[];

const CHINESE_DAY = '(?:星期|周|週|礼拜|禮拜)[一二三四五六日天]';
const HAN_NUMBER = '[一二三四五六七八九十]{1,3}';
const CHINESE: Finder = [
  [
    new RegExp(
      `(?:(?:19|20)\\d\\d年)?(?:(?:1[0-2]|0?[1-9])月(?:3[01]|[12]\\d|0?[1-9])|${HAN_NUMBER}月${HAN_NUMBER})[日号號](?:[（(]?${CHINESE_DAY}[）)]?)?`,
      'gu',
    ),
    0.95,
  ],
  [/(?:19|20)\d\d年(?:(?:1[0-2]|0?[1-9])月)?(?:底|初)?/gu, 0.85],
  [/(?<![\d.])(?:1[0-2]|[1-9])月(?:底|初|中旬|上旬|下旬)?/gu, 0.65],
  [new RegExp(CHINESE_DAY, 'gu'), 0.85],
];

const JAPANESE: Finder = [
  [
    /(?:(?:19|20)\d\d年|(?:令和|平成|昭和)(?:\d{1,2}|元)年)?(?:1[0-2]|0?[1-9])月(?:3[01]|[12]\d|0?[1-9])日(?:[（(][月火水木金土日](?:曜日?)?[）)]|[月火水木金土日]曜日)?/gu,
    0.95,
  ],
  [/(?:(?:19|20)\d\d年|(?:令和|平成|昭和)(?:\d{1,2}|元)年)(?:(?:1[0-2]|0?[1-9])月)?/gu, 0.85],
  [/(?<![\d.])(?:1[0-2]|[1-9])月(?:末|上旬|中旬|下旬)?/gu, 0.65],
  [/[月火水木金土日]曜日?/gu, 0.85],
];

const KOREAN: Finder = [
  [/(?:(?:19|20)\d\d년 ?)?(?:1[0-2]|0?[1-9])월 ?(?:3[01]|[12]\d|0?[1-9])일(?:\([월화수목금토일]\))?/gu, 0.95],
  [/(?:19|20)\d\d년(?: ?(?:1[0-2]|0?[1-9])월)?/gu, 0.85],
  [/(?<![\d.])(?:1[0-2]|[1-9])월(?=[ ,.에의부까]|$)/gu, 0.65],
  [/[월화수목금토일]요일/gu, 0.85],
];

/** Thai months and weekdays are found inside runs of letters: none of them is part of another word. */
function thai(): Finder {
  const months: string[] = [];
  const days: string[] = [];
  for (const phrases of dateWords('th').values())
    for (const { code, words } of phrases) {
      if (code === 'M') months.push(words.join(''));
      if (code === 'W') days.push(words.join(''));
    }
  if (months.length === 0) return [];
  const month = `(?:${months.join('|')})`;
  const day = `(?:${days.join('|')})`;
  const digits = '[0-9๐-๙]';
  const year = `(?: ?(?:พ\\.ศ\\. ?|ค\\.ศ\\. ?|ปี ?)?${digits}{4}(?!${digits}))`;
  return [
    [new RegExp(`(?:${day}(?:ที่)? ?|วันที่ ?)?${digits}{1,2} ?${month}${year}?`, 'gu'), 0.95],
    [new RegExp(`${month}${year}`, 'gu'), 0.9],
    [new RegExp(day, 'gu'), 0.85],
    [new RegExp(month, 'gu'), 0.65],
    [new RegExp(`(?<=ปี ?|พ\\.ศ\\. ?|ค\\.ศ\\. ?)(?:19|20|24|25)${digits}{2}(?!${digits})`, 'gu'), 0.75],
  ];
}

const finders = lazyByKey((language: string): Finder | undefined => {
  switch (language) {
    case 'zh':
    case 'yue':
      return CHINESE;
    case 'ja':
      return JAPANESE;
    case 'ko':
      return KOREAN;
    case 'th':
      return thai();
    default:
      return undefined;
  }
});

/** Dates in Chinese, Japanese, Korean and Thai; undefined for other languages. They may overlap. Linear. */
export function wordlessDates(text: string, language: string): FoundDate[] | undefined {
  return finders(language)?.flatMap(([pattern, score]) =>
    [...text.matchAll(pattern)].map(({ 0: { length }, index }) => ({
      start: index,
      end: index + length,
      score,
    })),
  );
}
