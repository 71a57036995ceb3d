import { msg } from '../message.ts';
import { columnsProblem } from './conll/columns.ts';
import { layoutOf } from './conll/detect.ts';
import { DOCSTART } from './conll/document.ts';
import { readConll } from './conll/read.ts';
import { SCHEMES } from './conll/schemes.ts';
import { DOCUMENTS, openConll } from './conll/write.ts';
import type { Format } from './format.ts';
import { TOKEN_ROWS_HOLD } from './tokens/holds.ts';

/**
 * CoNLL-2003 and its kin: a line per token, with a tag of IOB1, IOB2, BIOES or BILOU in one column or several.
 * Tjong Kim Sang and De Meulder 2003; tags that follow no scheme are read as conlleval does.
 */
export const conll: Format = {
  name: 'conll',
  title: 'CoNLL-2003 (IOB, BIOES)',
  layout: 'dataset',
  independent: true,
  endings: ['.conll', '.iob', '.iob2', '.bio', '.bioes', '.bilou', '.txt', '.tsv'],
  holds: { ...TOKEN_ROWS_HOLD, text: 'changed' },
  options: [
    {
      name: 'columns',
      description: msg(
        'The columns, in order: form (the token), tag (several, to write nested spans), id, and _ for any other; auto: form,_,_,tag, or what a file has',
      ),
      byDefault: 'auto',
      uses: 'both',
      problem: columnsProblem,
    },
    {
      name: 'scheme',
      description: msg('How tags mark where a span begins and ends; auto: iob2, or what a file has'),
      values: ['auto', ...SCHEMES],
      byDefault: 'auto',
      uses: 'both',
    },
    {
      name: 'separator',
      description: msg('What stands between columns; auto: a blank, or what a file has'),
      values: ['auto', 'blank', 'tab'],
      byDefault: 'auto',
      uses: 'both',
    },
    {
      name: 'documents',
      description: msg(
        'How an article begins: -DOCSTART- with its name in a column, comment (# newdoc id = …); plain: -DOCSTART- alone',
      ),
      values: DOCUMENTS,
      byDefault: 'docstart',
      uses: 'write',
    },
    {
      name: 'articles',
      description: msg('What an article is: a document of the file, or every sentence of it'),
      values: ['document', 'sentence'],
      byDefault: 'document',
      uses: 'read',
    },
  ],
  recognise(path, head) {
    if (path.endsWith('.conllu')) return 0;
    const lines = head.split(/\r?\n/);
    // The last line may be cut.
    if (head.length >= 1_000) lines.pop();
    if (lines.some((line) => line.startsWith(DOCSTART))) return 1;
    const layout = layoutOf(
      lines.map((text, i) => ({ number: i + 1, text })),
      {},
    );
    if (!layout) return 0;
    return layout.scheme === 'io' ? 0.4 : /\.(?:conll|io?b2?|bio(?:es)?|bilou)$/.test(path) ? 0.9 : 0.7;
  },
  open: openConll,
  read: readConll,
};
