import type { TextRange } from '../../text/range.ts';
import type { DatasetArticle } from '../dataset.ts';
import type { FormatWriter, WriteOptions, Written } from '../format.ts';
import { byRow } from '../tokens/byRow.ts';
import { tokenLayers } from '../tokens/tokenLayers.ts';
import { CONLL_2003, type Columns, parseColumns } from './columns.ts';
import { DOCSTART, type DocumentHead, headCell, headComments } from './document.ts';
import { escapeOdd, IN_CELLS } from './escapes.ts';
import { SCHEMES, type Scheme, tagsOf } from './schemes.ts';

/** How a document begins: a line that readers of CoNLL-2003 skip, with its name in it or without, or comments. */
export const DOCUMENTS = ['docstart', 'comment', 'plain'] as const;

/** Stands where a column is not ours to fill. */
const FILLER = '_';

/** Writes one file of all articles: a line per token, a blank line behind every sentence. */
export function openConll({ name, align, options }: WriteOptions): FormatWriter {
  const columns = parseColumns(options.get('columns') ?? '') ?? CONLL_2003;
  const separator = options.get('separator') === 'tab' ? '\t' : ' ';
  const scheme: Scheme = SCHEMES.find((s) => s === options.get('scheme')) ?? 'iob2';
  const documents = DOCUMENTS.find((d) => d === options.get('documents')) ?? 'docstart';
  const layerCount = columns.filter((c) => c === 'tag').length;
  const file = `${name}.conll`;
  return {
    add(article): Written {
      const { tokenizer, rows, layers, losses } = tokenLayers(article, align, layerCount);
      let content = headLines(headOf(article, tokenizer.name), columns, separator, documents);
      const byLayer = layers.map((layer) => byRow(rows, layer));
      for (const [at, row] of rows.entries()) {
        const tags = byLayer.map((layer) => {
          const { from = 0, items = [] } = layer[at] ?? {};
          const spans = items.map(({ first, last, span }) => ({
            first: first - from,
            last: last - from,
            label: escapeOdd(span.label, IN_CELLS),
          }));
          return tagsOf(spans, row.length, scheme);
        });
        content += `${sentenceLines(article.text, row, tags, columns, separator)}\n`;
      }
      // The comments of a document without tokens would else be taken for those of the next.
      if (rows.length === 0 && documents === 'comment') content += '\n';
      return {
        pieces: [{ file, content }],
        losses: losses.map((loss) => ({ article, loss })),
      };
    },
    end: () => ({ pieces: [], losses: [] }),
  };
}

function headOf({ path, language, annotator }: DatasetArticle, tokens: string): DocumentHead {
  return { name: path, language, ...(annotator === undefined ? {} : { annotator }), tokens };
}

function headLines(
  head: DocumentHead,
  columns: Columns,
  separator: string,
  documents: (typeof DOCUMENTS)[number],
): string {
  if (documents === 'comment') return `${headComments(head).join('\n')}\n`;
  let named = documents === 'plain';
  const cells = columns.map((column) => {
    if (column === 'form') return DOCSTART;
    if (column === 'tag') return 'O';
    if (column === 'id') return '1';
    if (named) return '-X-';
    named = true;
    return headCell(head);
  });
  // Without a column that is free for it the name gets one of its own, before the last.
  if (!named) cells.splice(-1, 0, headCell(head));
  return `${cells.join(separator)}\n\n`;
}

function sentenceLines(
  text: string,
  row: readonly TextRange[],
  tags: readonly (readonly string[])[],
  columns: Columns,
  separator: string,
): string {
  let lines = '';
  for (const [at, { start, end }] of row.entries()) {
    let layer = 0;
    for (const [i, column] of columns.entries()) {
      if (i > 0) lines += separator;
      if (column === 'form') lines += text.slice(start, end);
      else if (column === 'tag') lines += tags[layer++]?.[at] ?? 'O';
      else lines += column === 'id' ? String(at + 1) : FILLER;
    }
    lines += '\n';
  }
  return lines;
}
