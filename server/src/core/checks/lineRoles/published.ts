import { lazyByKey } from '../../lazy.ts';
import type { Paragraph } from '../../text/paragraph.ts';

/** A longer line holds more than the date and time. */
const LONGEST = 90;
/** Words besides those of the date: “Last updated”, “0 replies”, the zone. */
const MOST_OTHER_WORDS = 4;
const NUMERIC_DATE = /(?<!\d)(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|\d{4}[./-]\d{1,2}[./-]\d{1,2})(?!\d)/;
const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/;
const TIME = /(?<!\d)\d{1,2}[:.h]\d{2}(?!\d)/;
/** 2021年10月21日 and its like. */
const CJK_DATE = /\d{4}\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]/;
/** Words of dates that the platform's names do not hold. */
const ALSO =
  'am pm utc gmt wib wita wit edt est pst pdt bst ist updated published posted diperbarui diterbitkan tayang dipublikasi cập nhật đăng lúc ngày giờ tanggal pukul jam ngày gmt+7';

/** The words of months and days of the week in a language and in English, in lower case. */
const dateWords = lazyByKey(
  (language: string): { months: ReadonlySet<string>; others: ReadonlySet<string> } => {
    const months = new Set<string>();
    const others = new Set(ALSO.split(' '));
    for (const tag of [language, 'en'])
      for (const style of ['long', 'short'] as const) {
        for (const name of names(tag, { month: style }, 32)) months.add(name);
        for (const name of names(tag, { weekday: style }, 1)) others.add(name);
      }
    return { months, others };
  },
);

/** The words of twelve dates that lie some days apart; none for a tag that is none. */
function names(tag: string, options: Intl.DateTimeFormatOptions, days: number): string[] {
  try {
    const format = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' });
    const words: string[] = [];
    for (let i = 0; i < 12; i++) {
      const name = format.format(new Date(Date.UTC(2021, 0, 1 + Math.min(i * days, 340)))).toLowerCase();
      words.push(...(name.match(/[\p{L}\p{M}]+/gu) ?? []));
    }
    return words;
  } catch {
    return [];
  }
}

/** True for a line that says when the article was published, and nothing more. */
export function isPublicationDate({ text, tokens }: Paragraph, language: string): boolean {
  if (text.length > LONGEST || !/\d/.test(text)) return false;
  if (CJK_DATE.test(text)) return text.length <= 40;
  const numeric = NUMERIC_DATE.test(text);
  if (!numeric && !YEAR.test(text)) return false;
  const { months, others } = dateWords(language);
  let month = false;
  let dated = TIME.test(text);
  let rest = 0;
  for (const { kind, text: token } of tokens) {
    if (kind !== 'word') continue;
    const word = token.toLowerCase();
    if (months.has(word)) month = true;
    else if (others.has(word)) dated = true;
    else rest++;
  }
  if (!numeric && !month) return false;
  // “Election 14 February 2024” may be a heading: other words count only beside a time or a day of the week.
  return rest === 0 || ((numeric || dated) && rest <= MOST_OTHER_WORDS);
}
