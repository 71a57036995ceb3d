import { msg } from '../message.ts';
import type { Entity, EntitySource } from './entity.ts';
import { LONGEST_NAME } from './nameForm.ts';
import {
  goodAddress,
  goodDescription,
  goodName,
  goodText,
  isGoodLanguage,
  LONGEST_ID,
  MOST_NAMES_OF_ONE,
  type Report,
  reportTooManyNames,
} from './sources/fieldValues.ts';

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
  const id = goodText(fields.get('id'), LONGEST_ID);
  const type = goodText(fields.get('type'), LONGEST_NAME);
  const name = goodText(fields.get('name'), LONGEST_NAME);
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
  const url = fields.has('url') ? goodAddress(fields.get('url'), report) : undefined;
  const entity = {
    id,
    type,
    name,
    names: names(id, fields.get('names'), report),
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

function names(id: string, value: unknown, report: Report): ReadonlyMap<string, readonly string[]> {
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
  let room = MOST_NAMES_OF_ONE;
  for (const [language, list] of fields) {
    if (!isGoodLanguage(language, report)) continue;
    if (!Array.isArray(list)) {
      report('warning', 'entities/names', msg('The names of "{0}" must be a list of texts.', language));
      continue;
    }
    const good = new Set<string>();
    for (const entry of list) {
      if (room === good.size) {
        reportTooManyNames(id, report);
        break;
      }
      const name = goodName(entry, report);
      if (name !== undefined) good.add(name);
    }
    room -= good.size;
    if (good.size > 0) byLanguage.set(language, [...good]);
  }
  return byLanguage;
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
    if (!isGoodLanguage(language, report)) continue;
    const good = goodDescription(sentence, language, report);
    if (good !== undefined) byLanguage.set(language, good);
  }
  return byLanguage;
}
