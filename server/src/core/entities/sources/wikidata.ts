import { type Message, msg } from '../../message.ts';
import type { ProblemSeverity } from '../../problem.ts';
import type { Entity } from '../entity.ts';
import { LONGEST_NAME } from '../nameForm.ts';
import { EntityDraft } from './entityDraft.ts';
import { goodDescription, goodName, goodText, type Report } from './fieldValues.ts';
import { brokenJson } from './jsonLinesSource.ts';
import { languageOf } from './languageCodes.ts';
import {
  type EntitySink,
  type LinePlace,
  type ReaderOptions,
  type SourceReader,
  wantsLanguage,
  wantsType,
} from './source.ts';
import { WIKIDATA_CLASSES } from './wikidataClasses.ts';

const ITEM = /^Q[1-9]\d{0,14}$/;
/** How Wikidata's dumps begin each statement that says what an item is an instance of. */
const INSTANCE_OF = '"mainsnak":{"snaktype":"value","property":"P31"';
const CLASS = /"id":"(Q\d{1,15})"/y;
/** So far behind the beginning of a statement its value stands, at the most. */
const FAR = 400;

/**
 * A JSON dump of Wikidata: one large array, an item on each line; or the same as JSON Lines. An item's label comes from
 * what it is an instance of; items of other classes are passed over before their JSON is read. Labels and aliases are
 * its names, the first label that there is in English, or in a language wanted, its canonical one.
 */
export function wikidataReader(sink: EntitySink, options: ReaderOptions): SourceReader {
  return {
    line(text: string, place: LinePlace) {
      const content = text.trim().replace(/,$/, '');
      if (content === '' || content === '[' || content === ']') return;
      const hinted = classesHinted(content);
      if (hinted !== undefined && labelOf(hinted, options) === undefined) {
        sink.passOver('class', place, `${idHinted(content)} ${hinted[0] ?? ''}`);
        return;
      }
      const item = record(parsed(content));
      if (item === undefined) {
        sink.report('warning', 'entities/broken-line', brokenJson(), place);
        return;
      }
      const report = (severity: ProblemSeverity, code: string, message: Message) =>
        sink.report(severity, code, message, place);
      readItem(item, place, sink, options, report);
    },
    pause: () => true,
    end() {},
  };
}

type Json = ReadonlyMap<string, unknown>;

function parsed(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

/** The members of an object, safe from keys that objects have by nature. */
function record(value: unknown): Json | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return new Map(Object.entries(value));
}

/** The classes that a line names, found without reading its JSON; undefined where it is laid out otherwise. */
function classesHinted(line: string): string[] | undefined {
  const classes: string[] = [];
  for (let at = line.indexOf(INSTANCE_OF); at >= 0; at = line.indexOf(INSTANCE_OF, at + 1)) {
    const from = line.indexOf('"id":"Q', at);
    if (from < 0 || from - at > FAR) return undefined;
    CLASS.lastIndex = from;
    const [, found] = CLASS.exec(line) ?? [];
    if (found === undefined) return undefined;
    classes.push(found);
  }
  return classes.length > 0 ? classes : undefined;
}

function idHinted(line: string): string {
  return /"id":"(Q\d{1,15})"/.exec(line.slice(0, 100))?.[1] ?? '';
}

/** The label of the first class that has one. */
function labelOf(classes: readonly string[], { typeMap }: ReaderOptions): string | undefined {
  for (const one of classes) {
    const label = typeMap?.get(one) ?? WIKIDATA_CLASSES.get(one);
    if (label !== undefined) return typeMap?.get(label) ?? label;
  }
  return undefined;
}

/** What an item is an instance of, statements that are preferred first, and without those that were withdrawn. */
function classesOf(item: Json): string[] {
  const statements = record(item.get('claims') ?? item.get('statements'))?.get('P31');
  if (!Array.isArray(statements)) return [];
  const preferred: string[] = [];
  const normal: string[] = [];
  for (const statement of statements) {
    const members = record(statement);
    const rank = members?.get('rank');
    const value = record(record(record(members?.get('mainsnak'))?.get('datavalue'))?.get('value'));
    const id = value?.get('id') ?? `Q${String(value?.get('numeric-id'))}`;
    if (rank === 'deprecated' || typeof id !== 'string' || !ITEM.test(id)) continue;
    (rank === 'preferred' ? preferred : normal).push(id);
  }
  return [...preferred, ...normal];
}

function readItem(
  item: Json,
  place: LinePlace,
  sink: EntitySink,
  options: ReaderOptions,
  report: Report,
): void {
  const id = goodText(item.get('id'), 20);
  if (id === undefined || !ITEM.test(id)) {
    sink.passOver('kind', place, id ?? String(item.get('type') ?? ''));
    return;
  }
  const classes = classesOf(item);
  const type = labelOf(classes, options);
  if (type === undefined) {
    sink.passOver('class', place, `${id} ${classes[0] ?? ''}`);
    return;
  }
  if (!wantsType(options, type)) {
    sink.passOver('type', place, `${id} ${type}`);
    return;
  }
  const labels = record(item.get('labels'));
  const draft = new EntityDraft(id, type, canonical(labels, options), options.source(place.line));
  draft.url = `https://www.wikidata.org/wiki/${id}`;
  eachTerm(labels, options, report, (language, value) => addName(draft, language, value, report));
  eachTerm(record(item.get('aliases')), options, report, (language, value) =>
    addName(draft, language, value, report),
  );
  eachTerm(record(item.get('descriptions')), options, report, (language, value) => {
    const good = draft.hasDescription(language) ? undefined : goodDescription(value, language, report);
    if (good !== undefined) draft.describe(language, good);
  });
  const entity: Entity | undefined = draft.entity();
  if (entity === undefined || entity.names.size === 0) {
    sink.passOver('nameless', place, id);
    return;
  }
  sink.entity(entity);
}

function addName(draft: EntityDraft, language: string, value: unknown, report: Report): void {
  const name = goodName(value, report);
  if (name !== undefined) draft.addName(language, name, report);
}

/** The label in English, or for all languages; empty where there is none. */
function canonical(labels: Json | undefined, options: ReaderOptions): string {
  for (const language of ['en', 'mul', ...(options.languages ?? [])]) {
    const label = goodText(record(labels?.get(language))?.get('value'), LONGEST_NAME);
    if (label !== undefined) return label;
  }
  return '';
}

/** Each text of labels, aliases or descriptions in a language that is wanted. */
function eachTerm(
  terms: Json | undefined,
  options: ReaderOptions,
  report: Report,
  use: (language: string, value: unknown) => void,
): void {
  for (const [code, found] of terms ?? []) {
    const language = languageOf(code);
    if (language === undefined || !wantsLanguage(options, language)) continue;
    const list: readonly unknown[] = Array.isArray(found) ? found : [found];
    for (const one of list) {
      const value = record(one)?.get('value');
      if (typeof value === 'string') use(language, value);
      else
        report(
          'warning',
          'entities/names',
          msg('The texts in "{0}" are not as Wikidata writes them, so they are left out.', language),
        );
    }
  }
}
