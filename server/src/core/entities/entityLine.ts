import { type Message, msg } from '../message.ts';
import type { ProblemSeverity } from '../problem.ts';
import type { Entity, EntitySource } from './entity.ts';
import { countLetters, LONGEST_NAME } from './nameForm.ts';

/** Told what is wrong with a line. */
export type Report = (severity: ProblemSeverity, code: string, message: Message) => void;

const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
const MARKUP = /<\/?[a-z!][^<>]{0,200}>|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/i;
const HIDDEN = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
/** None of these: nothing to look at closely. Most texts have none. */
const SUSPECT = /[\u0000-\u001f\u007f-\u009f<&\u200b-\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff]/;
const LANGUAGE = /^[a-z]{2,3}$/;
const LONGEST_ID = 200;
/** Longer names are not counted letter by letter; one letter among so many marks is no matter of this check. */
const SHORT = 8;
const LONGEST_DESCRIPTION = 1000;

type Fields = ReadonlyMap<string, unknown>;

/** The entity of a line, or undefined where there is none; what is wrong is reported, and the rest of the line kept. */
export function readEntityLine(
  content: string,
  source: EntitySource,
  report: Report,
  mayBeHeader: boolean,
): Entity | undefined {
  const fields = parseObject(content);
  if (fields === undefined) {
    report(
      'error',
      'entities/broken-line',
      msg(
        'This line is not a JSON object, so it is left out. Write one entity as {0}.',
        '{"id":…,"type":…,"name":…}',
      ),
    );
    return undefined;
  }
  if (mayBeHeader && fields.has('pressmark-entities')) return header(fields, report);
  const id = text(fields.get('id'), LONGEST_ID);
  const type = text(fields.get('type'), LONGEST_NAME);
  const name = text(fields.get('name'), LONGEST_NAME);
  if (id === undefined || type === undefined || name === undefined) {
    const missing = id === undefined ? 'id' : type === undefined ? 'type' : 'name';
    const message = msg(
      'An entity needs "{0}": a text of at most {1} characters without control characters or markup. This line is left out.',
      missing,
      LONGEST_NAME,
    );
    report('error', 'entities/missing-key', message);
    return undefined;
  }
  const url = address(fields.get('url'), report);
  const entity = {
    id,
    type,
    name,
    names: names(fields.get('names'), report),
    description: description(fields.get('description'), report),
    source,
  };
  return url === undefined ? entity : { ...entity, url };
}

function header(fields: Fields, report: Report): undefined {
  if (fields.get('pressmark-entities') !== 1) {
    report(
      'warning',
      'entities/newer',
      msg(
        'This entity file was written for another version of Pressmark. Check that its entities are all read.',
      ),
    );
  }
  return undefined;
}

/** The members of a JSON object, safe from keys that objects have by nature. */
function parseObject(content: string): Fields | undefined {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    return undefined;
  }
  return members(value);
}

function members(value: unknown): Fields | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return new Map(Object.entries(value));
}

function text(value: unknown, longest: number): string | undefined {
  if (typeof value !== 'string') return undefined;
  const trimmed = value.trim();
  if (trimmed === '' || trimmed.length > longest) return undefined;
  if (!SUSPECT.test(trimmed)) return trimmed;
  const bad = CONTROL.test(trimmed) || MARKUP.test(trimmed);
  return bad || !trimmed.isWellFormed() ? undefined : trimmed;
}

function names(value: unknown, report: Report): ReadonlyMap<string, readonly string[]> {
  const byLanguage = new Map<string, readonly string[]>();
  if (value === undefined) return byLanguage;
  const fields = members(value);
  if (fields === undefined) {
    report(
      'warning',
      'entities/names',
      msg('"names" must be lists of names by language, as {0}.', '{"en":["Russia"]}'),
    );
    return byLanguage;
  }
  for (const [language, list] of fields) {
    if (!isLanguage(language, report)) continue;
    if (!Array.isArray(list)) {
      report('warning', 'entities/names', msg('The names of "{0}" must be a list of texts.', language));
      continue;
    }
    const good = new Set<string>();
    for (const entry of list) {
      const name = goodName(entry, report);
      if (name !== undefined) good.add(name);
    }
    if (good.size > 0) byLanguage.set(language, [...good]);
  }
  return byLanguage;
}

function goodName(value: unknown, report: Report): string | undefined {
  if (typeof value === 'string' && isPlainlyGood(value)) return value;
  const name = text(value, LONGEST_NAME);
  const shown = typeof value === 'string' ? value.slice(0, 40) : typeof value;
  if (name === undefined || HIDDEN.test(name)) {
    const message = msg(
      'The name "{0}" is left out: a name is a text of at most {1} characters without control characters or markup.',
      shown.replace(CONTROL, ' '),
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

/** True for the many names at which nothing need be looked at twice. */
function isPlainlyGood(name: string): boolean {
  return (
    name.length > SHORT &&
    name.length <= LONGEST_NAME &&
    !SUSPECT.test(name) &&
    name.trim().length === name.length
  );
}

function description(value: unknown, report: Report): ReadonlyMap<string, string> {
  const byLanguage = new Map<string, string>();
  if (value === undefined) return byLanguage;
  const fields = members(value);
  if (fields === undefined) {
    report(
      'warning',
      'entities/description',
      msg('"description" must be texts by language, as {0}.', '{"en":"…"}'),
    );
    return byLanguage;
  }
  for (const [language, sentence] of fields) {
    if (!isLanguage(language, report)) continue;
    const good = text(sentence, LONGEST_DESCRIPTION);
    if (good !== undefined) byLanguage.set(language, good);
    else {
      const message = msg(
        'The description in "{0}" is left out: it must be a text of at most {1} characters without line breaks or markup.',
        language,
        LONGEST_DESCRIPTION,
      );
      report('warning', 'entities/description', message);
    }
  }
  return byLanguage;
}

function isLanguage(code: string, report: Report): boolean {
  if (LANGUAGE.test(code)) return true;
  const message = msg(
    '"{0}" is no language code. Use two or three small letters, as "en", or "und" for all.',
    code.slice(0, 40),
  );
  report('warning', 'entities/language', message);
  return false;
}

function address(value: unknown, report: Report): string | undefined {
  if (value === undefined) return undefined;
  const url = text(value, 2000);
  if (url !== undefined && /^https:\/\/[^\s<>"'`\\]+$/i.test(url)) return url;
  report('warning', 'entities/url', msg('"url" is left out: it must begin with https:// and hold no blank.'));
  return undefined;
}
