import type { Entity, EntitySource } from '../entity.ts';
import { RecordReader, type RecordWriter } from './records.ts';
import type { Segment, SharedWords } from './segmentData.ts';
import type { Words } from './words.ts';

/*
 * A record: the id; how many bytes its body has; the body; the forms (formRecord.ts).
 * A body: how many texts, and these; the name; by language the names; by language the description; the address; the
 * type; the source. Names are numbers of texts, so that a name that fifty languages share stands there once.
 */

/** Wikidata's pages follow from the id. */
const WIKIDATA = 'https://www.wikidata.org/wiki/';
const NO_URL = 0;
const WIKIDATA_URL = 1;
const OTHER_URL = 2;
/** What the keys of sources begin with. */
const FILE = 'file ';
const IMPORTED = 'imported ';

/** The texts of one record, and where each stands, counted from the start of the body. */
export class RecordTexts {
  readonly list: string[] = [];
  private readonly numbers = new Map<string, number>();

  /** The number of a text, given to it when it first comes. */
  numberOf(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    this.numbers.set(text, this.list.length);
    this.list.push(text);
    return this.list.length - 1;
  }
}

/** Writes the texts; gives where each stands in the body. */
export function writeTexts(texts: RecordTexts, body: RecordWriter): Uint32Array {
  body.number(texts.list.length);
  const places = new Uint32Array(texts.list.length);
  for (const [i, text] of texts.list.entries()) {
    places[i] = body.length;
    body.text(text);
  }
  return places;
}

/** Writes what the body says of the entity after its texts. */
export function writeEntity(
  entity: Entity,
  texts: RecordTexts,
  body: RecordWriter,
  languages: Words,
  types: Words,
  sources: Words,
): void {
  body.number(texts.numberOf(entity.name));
  body.number(entity.names.size);
  for (const [language, names] of entity.names) {
    body.number(languages.numberOf(language));
    body.number(names.length);
    for (const name of names) body.number(texts.numberOf(name));
  }
  body.number(entity.description.size);
  for (const [language, description] of entity.description) {
    body.number(languages.numberOf(language));
    body.text(description);
  }
  writeUrl(entity, body);
  body.number(types.numberOf(entity.type));
  body.number(sources.numberOf(sourceKey(entity.source)));
  if (entity.source.kind === 'file') body.number(entity.source.line);
}

function writeUrl({ id, url }: Entity, body: RecordWriter): void {
  if (url === undefined) body.byte(NO_URL);
  else if (url === WIKIDATA + id) body.byte(WIKIDATA_URL);
  else {
    body.byte(OTHER_URL);
    body.text(url);
  }
}

/** A source without its line, as one string. */
export function sourceKey(source: EntitySource): string {
  if (source.kind === 'built-in') return source.kind;
  return source.kind === 'file' ? FILE + source.uri : IMPORTED + source.name;
}

/** True for a segment that has entities of an imported cache. */
export function holdsImported({ shared }: Segment): boolean {
  return shared.sources.some((key) => key.startsWith(IMPORTED));
}

/** Every name of an entity, in the order in which its record has them. */
export function textsOf(entity: Entity): RecordTexts {
  const texts = new RecordTexts();
  texts.numberOf(entity.name);
  for (const names of entity.names.values()) for (const name of names) texts.numberOf(name);
  return texts;
}

/** The id of the entity at an index; '' where there is none. */
export function idAt(segment: Segment, index: number): string {
  return new RecordReader(segment.blob, segment.records[index] ?? segment.blob.length).text();
}

/** The entity at an index. What a damaged record does not say is empty. */
export function entityAt(segment: Segment, index: number): Entity {
  const reader = new RecordReader(segment.blob, segment.records[index] ?? segment.blob.length);
  const { shared } = segment;
  const id = reader.text();
  reader.number();
  const texts = readTexts(reader);
  const name = texts[reader.number()] ?? '';
  const names = readNames(reader, texts, shared);
  const description = new Map<string, string>();
  for (let left = reader.number(); left > 0 && reader.ok; left--) {
    description.set(shared.languages[reader.number()] ?? 'und', reader.text());
  }
  const kind = reader.byte();
  const url = kind === WIKIDATA_URL ? WIKIDATA + id : kind === OTHER_URL ? reader.text() : undefined;
  const type = shared.types[reader.number()] ?? '';
  const source = readSource(reader, shared.sources[reader.number()] ?? '');
  const entity = { id, type, name, names, description, source };
  return url === undefined ? entity : { ...entity, url };
}

function readTexts(reader: RecordReader): string[] {
  const texts: string[] = [];
  for (let left = reader.number(); left > 0 && reader.ok; left--) texts.push(reader.text());
  return texts;
}

function readNames(
  reader: RecordReader,
  texts: readonly string[],
  shared: SharedWords,
): Map<string, readonly string[]> {
  const byLanguage = new Map<string, readonly string[]>();
  for (let left = reader.number(); left > 0 && reader.ok; left--) {
    const language = shared.languages[reader.number()] ?? 'und';
    const names: string[] = [];
    for (let more = reader.number(); more > 0 && reader.ok; more--) {
      const name = texts[reader.number()];
      if (name !== undefined) names.push(name);
    }
    byLanguage.set(language, names);
  }
  return byLanguage;
}

function readSource(reader: RecordReader, key: string): EntitySource {
  if (key.startsWith(FILE)) return { kind: 'file', uri: key.slice(FILE.length), line: reader.number() };
  if (key.startsWith(IMPORTED)) return { kind: 'imported', name: key.slice(IMPORTED.length) };
  return { kind: 'built-in' };
}
