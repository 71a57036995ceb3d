import { msg } from '../message.ts';
import type {
  Format,
  FormatWriter,
  InputFile,
  ReadItem,
  ReadOptions,
  WriteOptions,
  Written,
} from './format.ts';
import { declaredNames, featureFiles, featuresFile, featuresOf } from './huggingFace/features.ts';
import { chosenNames, ROW_OPTIONS } from './huggingFace/options.ts';
import { RowReader } from './huggingFace/readRows.ts';
import { rowChoices, rowsOf, type TokenRow } from './huggingFace/rows.ts';
import { TagNames } from './huggingFace/tagNames.ts';
import { jsonLine, jsonRecords, membersOf } from './jsonLines.ts';
import { TOKEN_ROWS_HOLD } from './tokens/holds.ts';

/** Token classification as the Hugging Face libraries take it: JSON Lines of tokens and tags. */
export const huggingFace: Format = {
  name: 'huggingface',
  title: 'Hugging Face token classification (JSON Lines)',
  layout: 'dataset',
  endings: ['.jsonl', '.json', '.ndjson'],
  holds: TOKEN_ROWS_HOLD,
  numbersLabels: true,
  options: [
    ...ROW_OPTIONS,
    {
      name: 'tags',
      description: msg('Tags as names, or as ids: numbers, with their names in a file of features beside'),
      values: ['names', 'ids'],
      byDefault: 'names',
      uses: 'write',
    },
  ],
  companions: featureFiles,
  recognise(_, head) {
    const tokens = /"(?:tokens|words)"\s*:\s*\[\s*(?:"|\])/.test(head);
    const tags = /"(?:ner_tags|tags|labels|ner|ner_labels)"\s*:\s*\[\s*(?:["\d\]-])/.test(head);
    if (!tokens || !/^\s*[[{]/.test(head)) return 0;
    return tags ? 0.9 : /"starts"\s*:\s*\[/.test(head) ? 0.9 : 0.2;
  },
  open,
  read,
};

function open(options: WriteOptions): FormatWriter {
  const choices = rowChoices(options);
  const withIds = options.options.get('tags') === 'ids';
  const names = new TagNames(choices.scheme, options.schema.labels);
  const file = `${options.name}.jsonl`;
  return {
    add(article): Written {
      const { rows, losses } = rowsOf(article, options, choices);
      const record = ({ id, tokens, tags, ...rest }: TokenRow) => ({
        id,
        tokens,
        ...Object.fromEntries(
          choices.tagColumns.map((column, i) => [
            column,
            withIds ? tags[i]?.map((tag) => names.idOf(tag)) : tags[i],
          ]),
        ),
        ...rest,
      });
      const content = rows.map((row) => jsonLine(record(row))).join('');
      return { pieces: [{ file, content }], losses: losses.map((loss) => ({ article, loss })) };
    },
    end(): Written {
      if (!withIds) return { pieces: [], losses: [] };
      const features = featuresOf({ tagColumns: choices.tagColumns, withIds }, names.names);
      const content = `${JSON.stringify({ features }, undefined, 2)}\n`;
      return { pieces: [{ file: featuresFile(file), content }], losses: [] };
    },
  };
}

function* read(file: InputFile, { options }: ReadOptions): Generator<ReadItem> {
  const chosen = chosenNames(options);
  const reader = new RowReader({
    column: options.get('column') || 'ner_tags',
    namesOf: (column) => chosen ?? declaredNames(file.beside, column),
  });
  for (const record of jsonRecords(file)) {
    if ('problem' in record) yield { kind: 'problem', problem: record.problem };
    else yield* reader.row({ members: membersOf(record.value) ?? new Map(), line: record.line });
    if (reader.givenUp) return;
  }
  yield* reader.end();
}
