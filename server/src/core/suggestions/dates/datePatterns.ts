import { MONTH_FIRST } from './dateTables.ts';

/** A way to write a date, in the codes of `DateTokens`. */
export interface DatePattern {
  /** Codes that it may begin with. */
  readonly starts: string;
  /** Sticky; linear: nothing in it repeats. */
  readonly pattern: RegExp;
  /** 0–1: how sure it is. */
  readonly score: number;
  /** Words at its beginning that are no part of the date: the preposition before a year. */
  readonly skip?: number;
  /** Words at its end that are none: what stands behind a year. */
  readonly drop?: number;
  /** It must be followed by a closing bracket, which belongs to it. */
  readonly closes?: boolean;
}

const NUMBER = '[DE]';
/** A day, or from one to another: `12`, `21st`, `10–12`. */
const DAY = `${NUMBER}(?:\\+s)?(?:-${NUMBER})?`;
const MONTH = '[Mm]';
const YEAR = '(?:y )?Y(?:[ +-]y)?';
const WEEKDAY = '(?:[Ww][ ,.](?:[no] )?|n )?';
const NUMERIC =
  '(?:[DE]\\/E\\/Y|E\\/D\\/Y|[DE]:E:Y|[DE]-E-Y|E-D-Y|Y-E-[DE]|Y\\/E\\/[DE]|Y:E:[DE]|[DE]\\.E\\.Y)';
const SHORT_NUMERIC = `${NUMBER}\\/E(?:\\/[DEq])?`;

const EVERYWHERE: readonly DatePattern[] = [
  way('WwnDE', `${WEEKDAY}${DAY}[ .:,-](?:d )?${MONTH}(?:[ ,.-](?:d )?${YEAR})?(?: W)?`, 0.95),
  way('Y', `Y(?:[ -]y)?[ .,]${DAY}[ -]${MONTH}`, 0.9),
  way('aMm', `(?:a[ -])?${MONTH}[ ,-](?:d )?${YEAR}`, 0.9),
  way('Wwn', `(?:[Ww][ ,](?:n )?|n )${DAY} t E(?:[ ,]y Y|\\/Y)?`, 0.95),
  way('DE', `${DAY} t E[ ,]y Y`, 0.95),
  way('at', '(?:a )?t E(?:[ ,]y Y|\\/Y| l)?', 0.85),
  way('WwnDEY', `${WEEKDAY}${NUMERIC}`, 0.9),
  { ...way('Ww', `[Ww]\\((?:${NUMERIC}|${SHORT_NUMERIC})`, 0.9), closes: true },
  way('Ww', `[Ww][ ,](?:[no] )?${SHORT_NUMERIC}`, 0.9),
  way('n', `n (?:${SHORT_NUMERIC}|${NUMBER}-E)`, 0.9),
  way('ar', `[ar][ -]${MONTH}`, 0.8),
  way('rW', '(?:r )?W(?: l)?', 0.85),
  way('M', 'M(?: l)?', 0.65),
  { ...way('i', 'i m', 0.65), skip: 1 },
  { ...way('piay', '[piay] Y(?:-Y)?(?: y)?', 0.75), skip: 1 },
  { ...way('Y', 'Y f', 0.75), drop: 1 },
  way('Y', 'Y[ +-]y', 0.75),
];

const WITH_MONTH_FIRST: readonly DatePattern[] = [
  ...EVERYWHERE,
  way('WwnMm', `${WEEKDAY}${MONTH}[ .]${DAY}(?:[, ](?:y )?Y)?`, 0.95),
  way('Y', `Y[. ]${MONTH} ${DAY}`, 0.95),
];

/** In Vietnamese the word for the year is part of it. */
const VIETNAMESE: readonly DatePattern[] = [
  ...EVERYWHERE.filter(({ skip }) => skip === undefined),
  way('ay', '(?:a )?y Y(?:-Y)?', 0.75),
];

/** The ways to write dates in a language (BCP 47 primary subtag). */
export function datePatterns(language: string): readonly DatePattern[] {
  if (language === 'vi') return VIETNAMESE;
  return MONTH_FIRST.has(language) ? WITH_MONTH_FIRST : EVERYWHERE;
}

function way(starts: string, source: string, score: number): DatePattern {
  return { starts, pattern: new RegExp(source, 'y'), score };
}
