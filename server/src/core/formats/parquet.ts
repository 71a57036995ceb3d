import type { Format } from './format.ts';
import { ROW_OPTIONS } from './huggingFace/options.ts';
import { readParquet } from './huggingFace/parquetRead.ts';
import { openParquet } from './huggingFace/parquetWrite.ts';
import { TOKEN_ROWS_HOLD } from './tokens/holds.ts';

/** Token classification as Parquet, with the features that the Hugging Face library `datasets` reads from its metadata. */
export const parquet: Format = {
  name: 'parquet',
  title: 'Hugging Face token classification (Parquet)',
  layout: 'dataset',
  endings: ['.parquet'],
  holds: TOKEN_ROWS_HOLD,
  numbersLabels: true,
  options: ROW_OPTIONS,
  recognise: (_, head) => (head.startsWith('PAR1') ? 1 : 0),
  open: openParquet,
  read: readParquet,
};
