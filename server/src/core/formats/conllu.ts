import { msg } from '../message.ts';
import { readConllu } from './conllu/read.ts';
import { openConllu } from './conllu/write.ts';
import type { Format } from './format.ts';

/**
 * CoNLL-U, version 2 (universaldependencies.org/format.html): names as `Entity` in MISC, as CorefUD 1.0 has them; the
 * text to the letter by UDPipe's `SpacesAfter`; the rest as JSON in a comment, which Udapi reads.
 */
export const conllu: Format = {
  name: 'conllu',
  title: 'CoNLL-U',
  layout: 'dataset',
  endings: ['.conllu', '.conllup', '.conll'],
  holds: {
    text: 'kept',
    overlapping: 'kept',
    nested: 'kept',
    samePlace: 'kept',
    discontinuous: 'kept',
    empty: 'dropped',
    insideTokens: 'changed',
    overLines: 'kept',
    attributes: 'kept',
    notes: 'kept',
    entities: 'kept',
    relations: 'kept',
    documentLabels: 'kept',
    ids: 'dropped',
    paths: 'kept',
    languages: 'kept',
    annotators: 'kept',
  },
  options: [
    {
      name: 'articles',
      description: msg('What an article is: a document of the file, or every sentence of it'),
      values: ['document', 'sentence'],
      byDefault: 'document',
      uses: 'read',
    },
  ],
  recognise(path, head) {
    const lines = head.split(/\r?\n/);
    // The last line may be cut.
    if (head.length >= 1_000) lines.pop();
    const rows = lines.filter((line) => line !== '' && !line.startsWith('#'));
    const fits = rows.filter((line) => /^\d+(?:[-.]\d+)?\t[^\t]+(?:\t[^\t]*){8}$/.test(line));
    if (rows.length === 0) return path.endsWith('.conllu') ? 0.8 : 0;
    if (fits.length === rows.length) return 1;
    return path.endsWith('.conllu') ? 0.9 : fits.length > rows.length / 2 ? 0.6 : 0;
  },
  open: openConllu,
  read: readConllu,
};
