import type { AttributeValue } from '../../../../server/src/core/annotations/model.ts';
import {
  type DatasetArticle,
  type DatasetDocumentLabel,
  type DatasetRelation,
  type DatasetSpan,
  partsOf,
} from '../../../../server/src/core/formats/dataset.ts';
import type {
  ArticleLoss,
  DatasetSchema,
  Format,
  Piece,
} from '../../../../server/src/core/formats/format.ts';
import { placeRead } from '../../../../server/src/core/formats/offsets/placeRead.ts';
import type { FileProblem, ReadArticle } from '../../../../server/src/core/formats/readArticle.ts';

const NO_SCHEMA: DatasetSchema = { labels: [], relations: [], documentLabels: [], attributes: [] };

/** The options of a format with their defaults, and some others. */
export function optionsOf(
  format: Format,
  chosen: Readonly<Record<string, string>> = {},
): ReadonlyMap<string, string> {
  return new Map([
    ...format.options.map((o): [string, string] => [o.name, o.byDefault]),
    ...Object.entries(chosen),
  ]);
}

export interface WrittenDataset {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly losses: readonly ArticleLoss[];
}

/** The files and losses of a dataset, as an export puts them together. */
export function writeDataset(
  format: Format,
  articles: readonly DatasetArticle[],
  {
    align = 'expand',
    schema = NO_SCHEMA,
    ...chosen
  }: {
    align?: 'strict' | 'expand' | 'contract';
    schema?: DatasetSchema;
    options?: Record<string, string>;
  } = {},
): WrittenDataset {
  if (!format.open) throw new Error(`${format.name} cannot be written`);
  const writer = format.open({ name: 'data', align, schema, options: optionsOf(format, chosen.options) });
  const written = [...articles.map((article) => writer.add(article)), writer.end()];
  return { files: joined(written.flatMap((w) => w.pieces)), losses: written.flatMap((w) => w.losses) };
}

function joined(pieces: readonly Piece[]): Map<string, Uint8Array> {
  const files = new Map<string, Buffer[]>();
  for (const { file, content } of pieces) {
    if (file.startsWith('/') || file.split('/').includes('..')) throw new Error(`${file} leaves the folder`);
    files.set(file, [...(files.get(file) ?? []), Buffer.from(content)]);
  }
  return new Map([...files].map(([file, parts]) => [file, new Uint8Array(Buffer.concat(parts))]));
}

/** Everything that reading the files of a dataset gives. Files are those with the format's first ending. */
export async function readDataset(
  format: Format,
  files: ReadonlyMap<string, Uint8Array>,
  options: Readonly<Record<string, string>> = {},
): Promise<{ articles: ReadArticle[]; problems: FileProblem[] }> {
  const articles: ReadArticle[] = [];
  const problems: FileProblem[] = [];
  for (const [path, bytes] of files) {
    if (!path.endsWith(format.endings[0] ?? '')) continue;
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const beside = new Map<string, Uint8Array>();
    for (const name of format.companions?.(path) ?? []) {
      const companion = files.get(folder + name);
      if (companion) beside.set(name, companion);
    }
    for await (const item of format.read?.(
      { path, bytes, beside },
      { options: optionsOf(format, options) },
    ) ?? []) {
      if (item.kind === 'article') articles.push(item.article);
      else problems.push(item.problem);
    }
  }
  return { articles, problems };
}

/** What the law compares of an article: its content, with ends of relations named by what they are. */
export interface Comparable {
  readonly text: string;
  readonly path?: string;
  readonly language?: string;
  readonly annotator?: string | undefined;
  readonly spans: readonly string[];
  readonly relations: readonly string[];
  readonly documentLabels: readonly string[];
}

/** What a dataset must read back as, by the losses that its writer told. */
export function expectedOf(
  format: Format,
  articles: readonly DatasetArticle[],
  losses: readonly ArticleLoss[],
): Comparable[] {
  return articles.map((article) => comparable(format, afterLosses(article, losses))).sort(byContent);
}

/** What was read back, at its places. Where a format leaves the text elsewhere or builds it, the article's own is given. */
export function foundIn(
  format: Format,
  read: readonly ReadArticle[],
  articles: readonly DatasetArticle[],
): Comparable[] {
  return read
    .flatMap((one, i) => {
      const known = articles.find((a) => one.name !== undefined && isNamed(one.name, a.path)) ?? articles[i];
      const own = one.textIs === 'given' && one.text !== undefined;
      return placeRead(one, own ? undefined : known?.text).articles.map(
        (placed): DatasetArticle => ({
          ...placed,
          path: one.name ?? '',
        }),
      );
    })
    .map((article) => comparable(format, article))
    .sort(byContent);
}

/** A file may name an article with or without its ending. */
function isNamed(name: string, path: string): boolean {
  return name === path || name === path.replace(/\.txt$/, '');
}

function afterLosses(article: DatasetArticle, losses: readonly ArticleLoss[]): DatasetArticle {
  const own = losses.filter((l) => l.article === article).map((l) => l.loss);
  const apply = <T extends { id: string }>(
    kind: 'span' | 'relation' | 'documentLabel',
    items: readonly T[],
  ) =>
    items.flatMap((item): T[] => {
      const loss = own.filter((l) => l.kind === kind && l.item.id === item.id);
      if (loss.length > 1) throw new Error(`${item.id} is told ${loss.length} times`);
      const [only] = loss;
      if (!only) return [item];
      if (new Set(only.reasons.map((r) => r.code)).size !== only.reasons.length || only.reasons.length === 0)
        throw new Error(`${item.id} has odd reasons`);
      return only.now ? [only.now as unknown as T] : [];
    });
  return {
    ...article,
    text: own.find((l) => l.kind === 'article')?.now.text ?? article.text,
    spans: apply<DatasetSpan>('span', article.spans),
    relations: apply<DatasetRelation>('relation', article.relations),
    documentLabels: apply<DatasetDocumentLabel>('documentLabel', article.documentLabels),
  };
}

function comparable(format: Format, article: DatasetArticle): Comparable {
  const keys = new Map(article.spans.map((s) => [s.id, spanKey(s)]));
  for (const r of article.relations) keys.set(r.id, relationKey(r, keys));
  const { holds } = format;
  return {
    text: article.text,
    ...(holds.paths === 'kept' ? { path: article.path } : {}),
    ...(holds.languages === 'kept' ? { language: article.language } : {}),
    ...(holds.annotators === 'kept' ? { annotator: article.annotator } : {}),
    spans: article.spans.map(spanKey).sort(),
    relations: article.relations.map((r) => relationKey(r, keys)).sort(),
    documentLabels: article.documentLabels
      .map(({ label, value, note }) => JSON.stringify({ label, value, note }))
      .sort(),
  };
}

function spanKey(span: DatasetSpan): string {
  const { label, attributes, note, entity } = span;
  return JSON.stringify({ label, places: partsOf(span), attributes: sorted(attributes), note, entity });
}

function relationKey(
  { label, from, to, attributes, note }: DatasetRelation,
  keys: ReadonlyMap<string, string>,
): string {
  return JSON.stringify({
    label,
    from: keys.get(from),
    to: keys.get(to),
    attributes: sorted(attributes),
    note,
  });
}

function sorted(attributes: ReadonlyMap<string, AttributeValue>): [string, AttributeValue][] {
  return [...attributes].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

function byContent(a: Comparable, b: Comparable): number {
  const [x, y] = [JSON.stringify(a), JSON.stringify(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}
