import { msg } from '../../message.ts';
import { decodeTags, isTag, type Scheme } from '../conll/schemes.ts';
import type { ReadItem } from '../format.ts';
import type { FileProblem, ReadSpan } from '../readArticle.ts';
import { listOf, nameOf, offsetOf, textOf } from '../records/values.ts';
import { tagColumn } from './rows.ts';

/** A row by its columns, and its 1-based line or number. */
export interface RawRow {
  readonly members: ReadonlyMap<string, unknown>;
  readonly line: number;
}

/** Names that data sets have for the column of tags. */
export const TAG_COLUMNS = ['ner_tags', 'tags', 'labels', 'ner', 'ner_labels'];
/** Names that they have for the column of tokens. */
export const TOKEN_COLUMNS = ['tokens', 'words'];

/** After so many rows that cannot be read the file is given up. */
const MOST_BAD_ROWS = 20;

/** An article whose rows are being read. */
interface Open {
  readonly key: string | undefined;
  readonly line: number;
  readonly name: string | undefined;
  readonly language: string | undefined;
  readonly annotator: string | undefined;
  text: string;
  /** Whether every row so far brought its text. */
  given: boolean;
  readonly spans: ReadSpan[];
}

/** What is needed to read rows: the column of tags, and how a file says the names of its numbers. */
export interface RowReading {
  readonly column: string;
  namesOf(column: string): readonly string[] | undefined;
}

/** Puts rows together to articles: those of one article, as we write them, or each row for itself. */
export class RowReader {
  badRows = 0;
  private readonly reading: RowReading;
  private readonly names = new Map<string, readonly string[] | undefined>();
  private article: Open | undefined;
  private repaired = 0;
  private firstRepaired = 0;

  constructor(reading: RowReading) {
    this.reading = reading;
  }

  /** True once so much was wrong that the rest would be too. */
  get givenUp(): boolean {
    return this.badRows >= MOST_BAD_ROWS;
  }

  /** Takes in a row; gives the article before it once that is whole. */
  *row(row: RawRow): Generator<ReadItem> {
    const read = this.layersOf(row);
    if ('problem' in read) {
      this.badRows++;
      yield { kind: 'problem', problem: read.problem };
      return;
    }
    const { members, line } = row;
    const article = textOf(members.get('article'));
    const annotator = textOf(members.get('annotator'));
    const key = article === undefined ? undefined : JSON.stringify([article, annotator ?? '']);
    const first = offsetOf(plain(members.get('sentence'))) === 0;
    if (!this.article || key === undefined || this.article.key !== key || first) {
      yield* this.finish();
      this.article = {
        key,
        line,
        name: article ?? nameOf(members.get('id')),
        language: textOf(members.get('language')),
        annotator,
        text: '',
        given: true,
        spans: [],
      };
    }
    this.add(this.article, read, line);
  }

  /** What is left once all rows are in. */
  *end(): Generator<ReadItem> {
    yield* this.finish();
    if (this.repaired === 0) return;
    const message = msg(
      '{0} tags begin a name without B-. They were read as the scorer conlleval reads them.',
      this.repaired,
    );
    const problem: FileProblem = { code: 'huggingface/repaired', severity: 'information', message };
    yield { kind: 'problem', problem: { ...problem, line: this.firstRepaired } };
  }

  private add(article: Open, { tokens, places, text, layers }: Layers, line: number): void {
    article.given &&= text !== undefined;
    if (text === undefined && article.text !== '') article.text += '\n';
    const base = article.text.length;
    const own = text ?? tokens.join(' ');
    article.text += own;
    for (const tags of layers) {
      const { spans, repaired } = decodeTags(tags, schemeOf(tags));
      if (this.repaired === 0 && repaired.length > 0) this.firstRepaired = line;
      this.repaired += repaired.length;
      for (const { first, last, label } of spans) {
        const start = places[first]?.start ?? 0;
        const end = places[last]?.end ?? 0;
        article.spans.push({
          id: `s${article.spans.length + 1}`,
          label,
          // Of the row: to cut from a text that still grows, engines copy all of it each time.
          parts: [{ start: base + start, end: base + end, quote: own.slice(start, end) }],
          attributes: new Map(),
          line,
        });
      }
    }
  }

  private *finish(): Generator<ReadItem> {
    const { article } = this;
    this.article = undefined;
    if (!article) return;
    const { name, language, annotator, text, given, spans, line } = article;
    yield {
      kind: 'article',
      article: {
        ...(name === undefined ? {} : { name }),
        text,
        textIs: given ? 'given' : 'built',
        unit: 'utf16',
        ...(language === undefined ? {} : { language }),
        ...(annotator === undefined ? {} : { annotator }),
        spans,
        relations: [],
        documentLabels: [],
        line,
      },
    };
  }

  private layersOf({ members, line }: RawRow): Layers | { readonly problem: FileProblem } {
    const tokenColumn = TOKEN_COLUMNS.find((c) => Array.isArray(members.get(c)));
    const first = [this.reading.column, ...TAG_COLUMNS].find((c) => Array.isArray(members.get(c)));
    if (tokenColumn === undefined || first === undefined)
      return { problem: noColumns([...members.keys()], line) };
    const tokens = listOf(members.get(tokenColumn)).map((token) => (typeof token === 'string' ? token : ''));
    const layers: string[][] = [];
    for (let layer = 0; ; layer++) {
      const column = tagColumn(first, layer);
      const values = members.get(column);
      if (!Array.isArray(values)) break;
      if (values.length !== tokens.length)
        return { problem: unlike(column, values.length, tokens.length, line) };
      const tags = this.tags(column, values);
      if (typeof tags === 'string') return { problem: badTag(column, tags, line) };
      if (!tags) return { problem: noNames(column, line) };
      layers.push(tags);
    }
    const text = members.get('text');
    const places = typeof text === 'string' ? placesOf(text, tokens, members) : undefined;
    if (places) return { tokens, layers, text: String(text), places };
    let at = 0;
    const built = tokens.map((token) => {
      const start = at;
      at += token.length + 1;
      return { start, end: start + token.length };
    });
    return { tokens, layers, text: undefined, places: built };
  }

  /** The names of tags; a tag that is none; undefined where numbers have no names. */
  private tags(column: string, values: readonly unknown[]): string[] | string | undefined {
    const tags: string[] = [];
    for (const value of values) {
      const number = plain(value);
      if (typeof number === 'string') tags.push(number);
      else {
        if (!this.names.has(column)) this.names.set(column, this.reading.namesOf(column));
        const names = this.names.get(column);
        if (!names) return undefined;
        // -100 is what trainers put where there is nothing to learn.
        const name = number === -100 ? 'O' : typeof number === 'number' ? names[number] : undefined;
        if (name === undefined) return String(number);
        tags.push(name);
      }
    }
    return tags;
  }
}

/** What a row holds. Places are UTF-16 units of its text, or of the tokens with a blank between two. */
interface Layers {
  readonly tokens: readonly string[];
  readonly layers: readonly (readonly string[])[];
  readonly text: string | undefined;
  readonly places: readonly { readonly start: number; readonly end: number }[];
}

/** Where tokens stand in a text: where the row says (code points), if that fits; else one behind the other. */
function placesOf(
  text: string,
  tokens: readonly string[],
  members: ReadonlyMap<string, unknown>,
): { start: number; end: number }[] | undefined {
  const starts = listOf(members.get('starts')).map(plain);
  if (starts.length === tokens.length) {
    let unit = 0;
    let count = 0;
    const places: { start: number; end: number }[] = [];
    for (const [i, token] of tokens.entries()) {
      const wanted = starts[i];
      if (typeof wanted !== 'number' || wanted < count) break;
      for (; count < wanted && unit < text.length; count++)
        unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
      if (!text.startsWith(token, unit)) break;
      places.push({ start: unit, end: unit + token.length });
    }
    if (places.length === tokens.length) return places;
  }
  let at = 0;
  const places: { start: number; end: number }[] = [];
  for (const token of tokens) {
    const start = text.indexOf(token, at);
    if (start < 0 || text.slice(at, start).trim() !== '') return undefined;
    at = start + token.length;
    places.push({ start, end: at });
  }
  return text.slice(at).trim() === '' ? places : undefined;
}

/** Numbers of Parquet may be big integers. */
function plain(value: unknown): unknown {
  return typeof value === 'bigint' ? Number(value) : value;
}

/** Whose repairs are told: IOB2, but for tags that only other schemes have, and labels without prefixes. */
function schemeOf(tags: readonly string[]): Scheme | undefined {
  let scheme: Scheme | undefined;
  for (const tag of tags) {
    if (tag === 'O' || !isTag(tag)) continue;
    if ('LU'.includes(tag.charAt(0))) return 'bilou';
    if ('ES'.includes(tag.charAt(0))) return 'bioes';
    if (tag.startsWith('B')) scheme = 'iob2';
  }
  return scheme;
}

/** Why rows of these columns cannot be read. `line`: 1-based number of the row. */
export function noColumns(columns: readonly string[], line: number): FileProblem {
  const message = msg(
    'This row has no lists “tokens” and “ner_tags”, but: {0}. Say with the option “column” which column has the tags.',
    columns.slice(0, 12).join(', ').slice(0, 200),
  );
  return { code: 'huggingface/columns', severity: 'error', message, line };
}

function unlike(column: string, tags: number, tokens: number, line: number): FileProblem {
  const message = msg(
    'This row has {0} tokens, but {1} values in “{2}”. Correct the row, or take it out.',
    tokens,
    tags,
    column,
  );
  return { code: 'huggingface/lengths', severity: 'error', message, line };
}

function badTag(column: string, tag: string, line: number): FileProblem {
  const message = msg(
    '“{0}” in “{1}” is no number of a declared name. Correct it, or the names beside the file.',
    tag.slice(0, 40),
    column,
  );
  return { code: 'huggingface/tag', severity: 'error', message, line };
}

function noNames(column: string, line: number): FileProblem {
  const message = msg(
    'The tags in “{0}” are numbers, and nothing says their names. Put the dataset’s README.md or dataset_info.json beside the file, or name them in order with the option “names”, e.g. O,B-PER,I-PER.',
    column,
  );
  return { code: 'huggingface/names', severity: 'error', message, line };
}
