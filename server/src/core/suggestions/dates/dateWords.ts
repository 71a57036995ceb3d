import { lazyByKey } from '../../lazy.ts';
import { DATE_TABLES, type DateTable, FURTHER_LOCALES, PREFIXES, SHORT_NAMES } from './dateTables.ts';

/**
 * What a word is to a date: `W` a weekday, `M` a month, `w` and `m` those only beside a day or year, and what the
 * tables say: `d` between, `p` before, `y` with the year, `f` behind a year, `n` before the day, `o` only between
 * weekday and day, `t` before the number of a month, `i` before a doubtful month, `a` part of a month, `r` and `l` which of
 * them, before and behind, `s` an ordinal's end.
 */
export type DateCode =
  | 'W'
  | 'w'
  | 'M'
  | 'm'
  | 'd'
  | 'p'
  | 'f'
  | 'y'
  | 'n'
  | 'o'
  | 't'
  | 'i'
  | 'a'
  | 'r'
  | 'l'
  | 's';

export interface DatePhrase {
  /** Its words in small letters, NFC. */
  readonly words: readonly string[];
  readonly code: DateCode;
  /** True where it is written with a capital, so that without one it counts only beside a day or year. */
  readonly hasCapital: boolean;
}

const WORD = /[\p{L}\p{M}]+|\p{Nd}+/gu;

/** The phrases of a language (BCP 47 primary subtag) by their first word, longer ones first; none for unknown languages. */
export const dateWords: (language: string) => ReadonlyMap<string, readonly DatePhrase[]> = lazyByKey(
  (language) => {
    const byFirst = new Map<string, DatePhrase[]>();
    const add = (written: string, code: DateCode, isCapital = false) => {
      const words = written.normalize('NFC').toLowerCase().match(WORD);
      const first = words?.[0];
      if (!words || first === undefined) return;
      const own = byFirst.get(first) ?? [];
      if (own.some((p) => p.code === code && p.words.join(' ') === words.join(' '))) return;
      own.push({ words, code, hasCapital: isCapital });
      byFirst.set(first, own);
    };
    const table = DATE_TABLES.get(language) ?? {};
    const doubtful = new Set(list(table.doubtful));
    for (const { name, code, isShort } of calendarNames(language, table)) {
      const isDoubtful = isShort || doubtful.has(name.toLowerCase());
      add(name, isDoubtful ? (code === 'M' ? 'm' : 'w') : code, /^\p{Lu}/u.test(name));
    }
    for (const name of doubtful) if (/\d/.test(name)) add(name, 'w');
    const small: readonly (readonly [string | undefined, DateCode])[] = [
      [table.between, 'd'],
      [table.yearWords, 'y'],
      [table.dayWords, 'n'],
      [table.dayNouns, 'o'],
      [table.monthWords, 't'],
      [table.parts, 'a'],
      [table.which, 'r'],
      [table.whichBehind, 'l'],
      [table.beforeMonth, 'i'],
      [table.behind, 'f'],
      [table.ordinals, 's'],
      [table.before, 'p'],
    ];
    for (const [words, code] of small) for (const word of list(words)) add(word, code);
    for (const prefix of PREFIXES.get(language) ?? [])
      for (const { name, code } of calendarNames(language, table)) add(`${prefix}${name}`, code);
    for (const phrases of byFirst.values()) phrases.sort((a, b) => b.words.length - a.words.length);
    return byFirst;
  },
);

function list(words: string | undefined): string[] {
  return words === undefined ? [] : words.split(/,\s*/).map((word) => word.normalize('NFC'));
}

interface CalendarName {
  readonly name: string;
  readonly code: 'W' | 'M';
  readonly isShort: boolean;
}

/** Months and weekdays as the platform writes them, alone and in a date; without those that are numbers. */
function* calendarNames(language: string, table: DateTable): Generator<CalendarName> {
  const capital = firstIsCapital(language);
  const written = (name: string) => (capital ? name.charAt(0).toUpperCase() + name.slice(1) : name);
  for (const name of list(table.months)) yield { name: written(name), code: 'M', isShort: false };
  for (const name of list(table.weekdays)) yield { name: written(name), code: 'W', isShort: false };
  for (const locale of [language, ...(FURTHER_LOCALES.get(language) ?? [])]) {
    for (const style of SHORT_NAMES.has(language) ? (['long', 'short'] as const) : (['long'] as const)) {
      const isShort = style === 'short';
      for (const day of DAYS) {
        for (const name of partNames(locale, { weekday: style }, day, 'weekday'))
          yield { name, code: 'W', isShort };
      }
      for (const month of MONTHS) {
        for (const options of [{ month: style }, { day: 'numeric', month: style, year: 'numeric' }] as const)
          for (const name of partNames(locale, options, month, 'month')) {
            if (!/\p{Nd}/u.test(name)) yield { name, code: 'M', isShort };
          }
      }
    }
  }
}

function firstIsCapital(language: string): boolean {
  return partNames(language, { weekday: 'long' }, DAYS[0] ?? 0, 'weekday').some((n) => /^\p{Lu}/u.test(n));
}

const DAY = 86_400_000;
/** Monday to Sunday of a week, and a day of every month, in milliseconds since 1970: 1 January 2024 was a Monday. */
const FIRST = 19_723 * DAY;
const DAYS: readonly number[] = [0, 1, 2, 3, 4, 5, 6].map((day) => FIRST + day * DAY);
const MONTHS: readonly number[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map(
  (month) => FIRST + (month * 30.5 + 14) * DAY,
);

function partNames(
  locale: string,
  options: Intl.DateTimeFormatOptions,
  time: number,
  part: 'month' | 'weekday',
): string[] {
  try {
    if (Intl.DateTimeFormat.supportedLocalesOf(locale).length === 0) return [];
    const format = new Intl.DateTimeFormat(`${locale}-u-ca-gregory`, { timeZone: 'UTC', ...options });
    return format
      .formatToParts(time)
      .filter(({ type }) => type === part)
      .map(({ value }) => value.replace(/\.$/, ''));
  } catch {
    return []; // no language tag at all
  }
}
