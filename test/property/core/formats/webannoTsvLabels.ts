import fc from 'fast-check';
import { anyLabel } from './datasetArbitraries.ts';

/** Labels, some of which look like the marks of WebAnno TSV. */
export const anyTsvLabel = fc.oneof(
  anyLabel,
  fc.constantFrom(
    'a\\',
    'x]',
    'y[1]',
    'z\\[1]',
    'a->1-1',
    '->',
    ';',
    '\\n',
    '\\',
    '[',
    'NamedEntity',
    'Relation',
  ),
);
