import { lazy } from '../../lazy.ts';
import { type Message, msg } from '../../message.ts';
import type { ProblemSeverity } from '../../problem.ts';
import { countLetters, LONGEST_NAME } from '../nameForm.ts';
import { isLanguageCode } from './languageCodes.ts';

/** Told what is wrong with a line. */
export type Report = (severity: ProblemSeverity, code: string, message: Message) => void;

const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
const MARKUP = /<\/?[a-z!][^<>]{0,200}>|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/i;
const HIDDEN = /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
const JOINER = /[\u200c\u200d]/;
/** Letters of scripts that join them, where a joiner belongs to the spelling (`حزب‌الله`), and their marks. */
const JOINED =
  '[\\p{sc=Arab}\\p{sc=Syrc}\\p{sc=Nkoo}\\p{sc=Mong}\\p{sc=Deva}\\p{sc=Beng}\\p{sc=Guru}\\p{sc=Gujr}\\p{sc=Orya}\\p{sc=Taml}\\p{sc=Telu}\\p{sc=Knda}\\p{sc=Mlym}\\p{sc=Sinh}\\p{sc=Khmr}\\p{sc=Mymr}\\p{M}]';
/** A joiner anywhere else: nothing to see, and nothing that would be found. Old Malayalam ends words with one. */
const strayJoiner = lazy(
  () =>
    new RegExp(`(?<!${JOINED})[\\u200c\\u200d]|\\u200c(?!${JOINED})|(?<!\\p{M})\\u200d(?!${JOINED})`, 'u'),
);
/** None of these: nothing to look at closely. Most texts have none. */
const SUSPECT =
  /[\u0000-\u001f\u007f-\u009f<&\u200b-\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufffd]/;
export const LONGEST_ID = 200;
/** Longer names are not counted letter by letter; one letter among so many marks is no matter of this check. */
const SHORT = 8;
export const LONGEST_DESCRIPTION = 1000;
/** Names of one entity beyond these are left out: nobody is called by so many, and a card could not show them. */
export const MOST_NAMES_OF_ONE = 10_000;

/** A text without control characters and markup, trimmed; undefined for anything else. */
export function goodText(value: unknown, longest: number): string | undefined {
  if (typeof value !== 'string') return undefined;
  const trimmed = value.trim();
  if (trimmed === '' || trimmed.length > longest) return undefined;
  if (!SUSPECT.test(trimmed)) return trimmed;
  const bad = CONTROL.test(trimmed) || MARKUP.test(trimmed);
  return bad || !trimmed.isWellFormed() ? undefined : trimmed;
}

/** A text that a message may quote: short, on one line. */
export function quotable(value: string): string {
  const shown = value.slice(0, 60).replace(CONTROLS, ' ').toWellFormed();
  return shown.length < value.length ? `${shown}…` : shown;
}

/** A name under which a thing can be found; undefined, and told, for anything else. */
export function goodName(value: unknown, report: Report): string | undefined {
  if (typeof value === 'string' && isPlainlyGood(value)) return value;
  const name = goodText(value, LONGEST_NAME);
  const shown = typeof value === 'string' ? quotable(value) : typeof value;
  if (name?.includes('\ufffd')) {
    const message = msg(
      'The name "{0}" is left out: � stands where a letter was lost. Save the file again from its source as UTF-8.',
      shown,
    );
    report('warning', 'entities/bad-name', message);
    return undefined;
  }
  if (name === undefined || isHiding(name)) {
    const message = msg(
      'The name "{0}" is left out: a name is a text of at most {1} characters without control characters or markup.',
      shown,
      LONGEST_NAME,
    );
    report('warning', 'entities/bad-name', message);
    return undefined;
  }
  if (name.length <= SHORT && countLetters(name) < 2 && name.normalize('NFC') !== 'Ý') {
    const message = msg(
      'The name "{0}" is left out: one letter would be found everywhere. Write a longer name.',
      shown,
    );
    report('warning', 'entities/short-name', message);
    return undefined;
  }
  return name;
}

/** True where the name holds what nobody sees. */
function isHiding(name: string): boolean {
  return HIDDEN.test(name) || (JOINER.test(name) && strayJoiner().test(name));
}

/** True for the many names at which nothing need be looked at twice. */
function isPlainlyGood(name: string): boolean {
  return (
    name.length > SHORT &&
    name.length <= LONGEST_NAME &&
    !SUSPECT.test(name) &&
    name.trim().length === name.length
  );
}

/** A description of plain text; undefined, and told, for anything else. */
export function goodDescription(value: unknown, language: string, report: Report): string | undefined {
  const good = goodText(value, LONGEST_DESCRIPTION);
  if (good !== undefined) return good;
  const message = msg(
    'The description in "{0}" is left out: it must be a text of at most {1} characters without line breaks or markup.',
    language,
    LONGEST_DESCRIPTION,
  );
  report('warning', 'entities/description', message);
  return undefined;
}

/** True for a language code; anything else is told. */
export function isGoodLanguage(code: string, report: Report): boolean {
  if (isLanguageCode(code)) return true;
  const message = msg(
    '"{0}" is no language code. Use two or three small letters, as "en", or "und" for all.',
    quotable(code),
  );
  report('warning', 'entities/language', message);
  return false;
}

/** An https address; undefined, and told, for anything else: so no `javascript:` and no `command:` gets in. */
export function goodAddress(value: unknown, report: Report): string | undefined {
  const url = goodText(value, 2000);
  if (url !== undefined && /^https:\/\/[^\s<>"'`\\]+$/i.test(url)) return url;
  report('warning', 'entities/url', msg('"url" is left out: it must begin with https:// and hold no blank.'));
  return undefined;
}

/** Tells that an entity has more names than are taken. */
export function reportTooManyNames(id: string, report: Report): void {
  const message = msg(
    'The entity {0} has more than {1} names; those after them are left out. Delete names that no article uses.',
    quotable(id),
    MOST_NAMES_OF_ONE,
  );
  report('warning', 'entities/too-many-names', message);
}
