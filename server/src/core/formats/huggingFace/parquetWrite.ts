import { ByteWriter, type KeyValue, ParquetWriter } from 'hyparquet-writer/src/index.js';
import type { FormatWriter, Piece, WriteOptions, Written } from '../format.ts';
import { featuresOf } from './features.ts';
import { columnData, columnsOf, schemaOf } from './parquetSchema.ts';
import { rowChoices, rowsOf, type TokenRow } from './rows.ts';
import { TagNames } from './tagNames.ts';

/** UTF-16 units of text after which rows are written: what is held until then takes some 5 MB. */
const GROUP_TEXT = 150_000;
const GROUP_ROWS = 20_000;

/** Bytes after which a file is full: what the library `datasets` fills a file up to. */
const FULL = 500_000_000;

/** A file that is being written. Its end, with the names of all tags, can be written only when all articles are in. */
interface Shard {
  readonly file: string;
  readonly bytes: ByteWriter;
  readonly metadata: KeyValue[];
  readonly writer: ParquetWriter;
}

/** Writes row groups as they fill up, into files `train-00000.parquet` and so on. */
export function openParquet(options: WriteOptions): FormatWriter {
  const choices = rowChoices(options);
  const names = new TagNames(choices.scheme, options.schema.labels);
  const columns = columnsOf(choices.tagColumns, names);
  const shards: Shard[] = [];
  let rows: TokenRow[] = [];
  let units = 0;

  const newShard = (): Shard => {
    const bytes = new ByteWriter();
    const metadata: KeyValue[] = [];
    const writer = new ParquetWriter({
      writer: bytes,
      schema: schemaOf(columns),
      statistics: false,
      kvMetadata: metadata,
      createdBy: 'pressmark',
    });
    const shard = {
      file: `${options.name}-${String(shards.length).padStart(5, '0')}.parquet`,
      bytes,
      metadata,
      writer,
    };
    shards.push(shard);
    return shard;
  };
  const flush = (): Piece[] => {
    const full = (shards.at(-1)?.bytes.offset ?? FULL) >= FULL;
    const shard = full ? newShard() : shards.at(-1);
    if (!shard || rows.length === 0) return [];
    // Without `flush` of the bytes this is done at once.
    void shard.writer.write({ columnData: columnData(columns, rows), rowGroupSize: rows.length });
    rows = [];
    units = 0;
    return [drain(shard)];
  };

  return {
    add(article): Written {
      const written = rowsOf(article, options, choices);
      const pieces: Piece[] = [];
      for (const row of written.rows) {
        rows.push(row);
        units += row.text.length;
        if (units >= GROUP_TEXT || rows.length >= GROUP_ROWS) pieces.push(...flush());
      }
      return { pieces, losses: written.losses.map((loss) => ({ article, loss })) };
    },
    end(): Written {
      const pieces = flush();
      const features = featuresOf({ tagColumns: choices.tagColumns, withIds: true }, names.names);
      for (const shard of shards) {
        shard.metadata.push({ key: 'huggingface', value: JSON.stringify({ info: { features } }) });
        void shard.writer.finish();
        pieces.push(drain(shard));
      }
      return { pieces, losses: [] };
    },
  };
}

/** What was written since the last time; the writer goes on counting from where it is. */
function drain({ file, bytes }: Shard): Piece {
  const content = bytes.getBytes().slice();
  bytes.index = 0;
  return { file, content };
}
