import { parquetHeader } from 'hyparquet/src/column.js';
import type { ColumnChunk, FileMetaData, SchemaTree } from 'hyparquet/src/index.js';
import { type Message, msg } from '../../message.ts';
import { expands, type Levels, runsFit } from './parquetPages.ts';

/** Values of a column in one row group: more than a group of any real file has. */
const MOST_VALUES = 20_000_000;

/**
 * What keeps the columns `wanted` of a file from being read, by what the file claims of itself: the library believes
 * every count, and would reserve memory for it. Throws where a page's header cannot be read.
 */
export function problemOf(
  { row_groups }: FileMetaData,
  bytes: Uint8Array,
  wanted: readonly SchemaTree[],
): Message | undefined {
  for (const { columns, num_rows } of row_groups) {
    for (const column of columns) {
      const tree = wanted.find((t) => t.element.name === column.meta_data?.path_in_schema[0]);
      const problem = tree && columnProblem(column, levelsOf(tree), Number(num_rows), bytes);
      if (problem) return problem;
    }
    if (Number(num_rows) < 0) return CONTRADICTS;
  }
  return undefined;
}

/** Why a file is refused that claims what its bytes cannot hold. */
export const CONTRADICTS = msg(
  'This Parquet file says of itself what cannot be, and may have been damaged. Download or export it again.',
);

/** The levels of the one column in a tree: of a list, or of plain values. */
function levelsOf(tree: SchemaTree): Levels {
  let repetition = 0;
  let definition = 0;
  for (let node: SchemaTree | undefined = tree; node; node = node.children[0]) {
    const kind = node.element.repetition_type;
    if (kind === 'REPEATED') repetition++;
    if (kind === 'REPEATED' || kind === 'OPTIONAL') definition++;
  }
  return { repetition, definition };
}

function columnProblem(
  { meta_data }: ColumnChunk,
  levels: Levels,
  rows: number,
  bytes: Uint8Array,
): Message | undefined {
  if (!meta_data) return CONTRADICTS;
  const { codec, num_values, data_page_offset, dictionary_page_offset, total_compressed_size } = meta_data;
  if (codec !== 'UNCOMPRESSED' && codec !== 'SNAPPY')
    return msg('This file is compressed by {0}. Write it again with Snappy or without compression.', codec);
  const values = Number(num_values);
  if (values > MOST_VALUES)
    return msg(
      'A row group of this file has more values than can be read. Write it again in smaller row groups.',
    );
  if (rows > values) return CONTRADICTS;
  const start = Number(dictionary_page_offset || data_page_offset);
  const end = start + Number(total_compressed_size);
  if (!(start >= 0 && start <= end && end <= bytes.length)) return CONTRADICTS;
  const reader = { view: new DataView(bytes.buffer, bytes.byteOffset + start, end - start), offset: 0 };
  let claimed = 0;
  while (reader.offset < reader.view.byteLength - 1) {
    const header = parquetHeader(reader);
    const { compressed_page_size: size, uncompressed_page_size: full } = header;
    const page = header.data_page_header ?? header.data_page_header_v2;
    const count = page?.num_values ?? header.dictionary_page_header?.num_values ?? 0;
    if (page) claimed += count;
    const fits = size >= 0 && size <= reader.view.byteLength - reader.offset && expands(size, full);
    if (!fits || count < 0 || count > MOST_VALUES || claimed > values) return CONTRADICTS;
    const content = new Uint8Array(reader.view.buffer, reader.view.byteOffset + reader.offset, size);
    if (page && !runsFit(header, content, codec === 'SNAPPY', levels)) return CONTRADICTS;
    reader.offset += size;
  }
  return undefined;
}
