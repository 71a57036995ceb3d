import { msg } from '../../message.ts';
import type { InputFile, ReadItem, ReadOptions } from '../format.ts';
import { inputLines } from '../inputText.ts';
import type { FileProblem, ReadSpan } from '../readArticle.ts';
import { type Columns, parseColumns } from './columns.ts';
import { cellsOf, detectLayout, type Layout } from './detect.ts';
import { DOCSTART, type DocumentHead, headOfCells, headOfComment } from './document.ts';
import { IN_CELLS, unescapeOdd } from './escapes.ts';
import { decodeTags, isTag, SCHEMES } from './schemes.ts';

/** After so many lines that cannot be read the file is given up: it is laid out otherwise. */
const MOST_BAD_LINES = 20;

/** Reads a CoNLL file: its text is built of tokens, with a blank between two and a line for each sentence. */
export function* readConll(file: InputFile, { options }: ReadOptions): Generator<ReadItem> {
  const columns = parseColumns(options.get('columns') ?? '');
  const separator = (['tab', 'blank'] as const).find((s) => s === options.get('separator'));
  const scheme = SCHEMES.find((s) => s === options.get('scheme'));
  const layout = detectLayout(file.bytes, {
    ...(columns ? { columns } : {}),
    ...(separator ? { separator } : {}),
    ...(scheme ? { scheme } : {}),
  });
  const reader = new ConllReader(layout, options.get('articles') === 'sentence');
  for (const line of inputLines(file.bytes)) {
    if ('problem' in line) yield { kind: 'problem', problem: line.problem };
    else yield* reader.line(line.text, line.number);
    if (reader.badLines >= MOST_BAD_LINES) return;
  }
  yield* reader.end();
}

/** A document that is being read. */
interface Open {
  head: DocumentHead;
  line: number;
  text: string;
  spans: ReadSpan[];
}

class ConllReader {
  badLines = 0;
  private readonly layout: Layout | undefined;
  private readonly bySentence: boolean;
  private document: Open | undefined;
  private rows: { readonly cells: readonly string[]; readonly line: number }[] = [];
  private tokens = 0;
  private repaired = 0;
  private firstRepaired = 0;

  constructor(layout: Layout | undefined, bySentence: boolean) {
    this.layout = layout;
    this.bySentence = bySentence;
  }

  *line(text: string, line: number): Generator<ReadItem> {
    if (text.trim() === '') {
      yield* this.sentence();
      return;
    }
    const comment = headOfComment(text);
    if (comment) {
      yield* this.sentence();
      if (comment.key === 'name' || !this.document || this.document.text !== '')
        yield* this.begin({ [comment.key]: comment.value }, line);
      else this.document.head = { ...this.document.head, [comment.key]: comment.value };
      return;
    }
    const layout = this.layout;
    const cells = cellsOf(text, layout?.separator ?? 'blank');
    if (cells.includes(DOCSTART)) {
      yield* this.sentence();
      yield* this.begin(headOfCells(cells), line);
    } else if (!layout) {
      this.badLines++;
      if (this.badLines === 1) yield noColumns(line);
    } else if (fits(cells, layout)) {
      this.rows.push({ cells, line });
    } else if (!text.startsWith('#')) {
      this.badLines++;
      yield { kind: 'problem', problem: badLine(cells, layout, line) };
    }
  }

  *end(): Generator<ReadItem> {
    yield* this.sentence();
    yield* this.finish();
    if (!this.layout || this.tokens === 0) return;
    yield { kind: 'problem', problem: laidOut(this.layout) };
    if (this.repaired === 0) return;
    const message = msg(
      '{0} tags do not follow the scheme {1} (names that begin or end without their sign). They were read as the scorer conlleval reads them.',
      this.repaired,
      this.layout.scheme.toUpperCase(),
    );
    const problem: FileProblem = { code: 'conll/repaired', severity: 'information', message };
    yield { kind: 'problem', problem: { ...problem, line: this.firstRepaired } };
  }

  private *begin(head: DocumentHead, line: number): Generator<ReadItem> {
    yield* this.finish();
    this.document = { head, line, text: '', spans: [] };
  }

  private *finish(): Generator<ReadItem> {
    const done = this.document;
    this.document = undefined;
    if (!done) return;
    const { name, language, annotator } = done.head;
    yield {
      kind: 'article',
      article: {
        ...(name === undefined || name === '' ? {} : { name }),
        text: done.text,
        textIs: 'built',
        unit: 'utf16',
        ...(language === undefined ? {} : { language }),
        ...(annotator === undefined ? {} : { annotator }),
        spans: done.spans,
        relations: [],
        documentLabels: [],
        line: done.line,
      },
    };
  }

  /** Adds the tokens since the last blank line to the document. */
  private *sentence(): Generator<ReadItem> {
    const { rows, layout } = this;
    this.rows = [];
    const first = rows[0];
    if (!first || !layout) return;
    this.document ??= { head: {}, line: first.line, text: '', spans: [] };
    const document = this.document;
    const form = layout.columns.indexOf('form');
    this.tokens += rows.length;
    const base = document.text.length;
    let text = base === 0 ? '' : '\n';
    const ranges = rows.map(({ cells }) => {
      const start = base + text.length;
      const word = cells[form] ?? '';
      text += `${word} `;
      return { start, end: start + word.length };
    });
    document.text += text.slice(0, -1);
    for (const [column, kind] of layout.columns.entries()) {
      if (kind !== 'tag') continue;
      const tags = rows.map(({ cells }) => cells[column] ?? 'O');
      const { spans, repaired } = decodeTags(tags, layout.scheme === 'io' ? undefined : layout.scheme);
      if (this.repaired === 0) this.firstRepaired = rows[repaired[0] ?? 0]?.line ?? 0;
      this.repaired += repaired.length;
      for (const { first, last, label } of spans) {
        const start = ranges[first]?.start ?? 0;
        const end = ranges[last]?.end ?? 0;
        document.spans.push({
          id: `s${document.spans.length + 1}`,
          label: unescapeOdd(label, IN_CELLS),
          // Of the sentence: to cut from a text that still grows, engines copy all of it each time.
          parts: [{ start, end, quote: text.slice(start - base, end - base) }],
          attributes: new Map(),
          line: rows[first]?.line ?? 0,
        });
      }
    }
    if (this.bySentence) yield* this.finish();
  }
}

function fits(cells: readonly string[], { columns, scheme }: Layout): boolean {
  return (
    cells.length === columns.length &&
    columns.every((c, i) =>
      c === 'tag' ? scheme === 'io' || isTag(cells[i] ?? '') : c !== 'form' || cells[i] !== '',
    )
  );
}

function noColumns(line: number): ReadItem {
  const message = msg(
    'No column of tags (O, B-PER, I-PER …) is in this file. If it is a CoNLL file, say what its columns hold with the option “columns”, e.g. form,_,_,tag.',
  );
  return { kind: 'problem', problem: { code: 'conll/columns', severity: 'error', message, line } };
}

function badLine(cells: readonly string[], { columns, scheme }: Layout, line: number): FileProblem {
  if (cells.length !== columns.length) {
    const message = msg(
      'This line has {0} columns, where {1} were expected ({2}). Correct the line, or say what the columns hold with the option “columns”.',
      cells.length,
      columns.length,
      namesOf(columns),
    );
    return { code: 'conll/columns', severity: 'error', message, line };
  }
  const tag = cells.find((cell, i) => columns[i] === 'tag' && !isTag(cell));
  const message =
    tag === undefined
      ? msg('This line has no token. Correct the line, or take it out.')
      : msg(
          '“{0}” is no tag of the scheme {1}: tags are O, or a letter such as B or I, a hyphen and a label. Correct the line.',
          tag.slice(0, 40),
          scheme.toUpperCase(),
        );
  return { code: 'conll/tag', severity: 'error', message, line };
}

function laidOut({ columns, scheme }: Layout): FileProblem {
  const message = columns.includes('_')
    ? msg(
        'Read as columns {0} with tags of the scheme {1}; what stands in the columns “_” was left out.',
        namesOf(columns),
        scheme.toUpperCase(),
      )
    : msg('Read as columns {0} with tags of the scheme {1}.', namesOf(columns), scheme.toUpperCase());
  return { code: 'conll/layout', severity: 'information', message };
}

function namesOf(columns: Columns): string {
  return columns.join(',');
}
