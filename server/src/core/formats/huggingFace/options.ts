import { msg } from '../../message.ts';
import { SCHEMES } from '../conll/schemes.ts';
import type { FormatOption } from '../format.ts';

/** Options of JSON Lines and Parquet alike. */
export const ROW_OPTIONS: readonly FormatOption[] = [
  {
    name: 'rows',
    description: msg('What a row is'),
    values: ['sentence', 'article'],
    byDefault: 'sentence',
    uses: 'write',
  },
  {
    name: 'scheme',
    description: msg('How tags mark where a span begins and ends'),
    values: SCHEMES,
    byDefault: 'iob2',
    uses: 'write',
  },
  {
    name: 'layers',
    description: msg('How many columns of tags: nested spans go into ner_tags_2 and so on'),
    values: ['1', '2', '3', '4'],
    byDefault: '1',
    uses: 'write',
  },
  {
    name: 'column',
    description: msg('The name of the column of tags'),
    byDefault: 'ner_tags',
    uses: 'both',
    problem: (value) =>
      /^[A-Za-z]\w{0,60}$/.test(value)
        ? undefined
        : msg('“{0}” is no name of a column. Use letters, digits and underscores.', value),
  },
  {
    name: 'names',
    description: msg(
      'Names of the tags in the order of their numbers, with commas; for files that do not say them',
    ),
    byDefault: '',
    uses: 'read',
    problem: () => undefined,
  },
];

/** The names that the option `names` lists; undefined where it lists none. */
export function chosenNames(options: ReadonlyMap<string, string>): readonly string[] | undefined {
  const names = (options.get('names') ?? '').split(',').map((name) => name.trim());
  return names[0] ? names : undefined;
}
