import { type Message, msg } from '../../message.ts';
import type { FileProblem, OffsetUnit } from '../readArticle.ts';
import { unescapeText } from './escaping.ts';
import type { Header } from './header.ts';

/** A line of a token or of a part of one. */
export interface Unit {
  /** `1-2`, or `1-2.1` for a part. */
  readonly id: string;
  readonly start: number;
  readonly end: number;
  /** The words that the file says stand there. */
  readonly form: string;
  readonly cells: readonly string[];
  /** 1-based. */
  readonly line: number;
  /** A token as a whole, and the place of its sentence among all. */
  readonly isToken: boolean;
  readonly sentence: number;
}

/** A sentence: its words and what the comments before it say. */
export interface SentenceRead {
  readonly text: readonly string[];
  readonly id?: string;
  /** Lines that begin with `#` and are none of the format's. */
  readonly comments: readonly { readonly text: string; readonly line: number }[];
  readonly line: number;
}

export interface UnitsRead {
  readonly sentences: readonly SentenceRead[];
  readonly units: readonly Unit[];
}

const TOKEN_ID = /^\d{1,9}-\d{1,9}(\.\d{1,9})?$/;
const OFFSETS = /^(\d{1,15})-(\d{1,15})$/;
const TEXT = '#Text=';
const SENTENCE_ID = '#Sentence.id=';

/** Reads what follows the head: sentences and their tokens. A line that cannot be read ends it with a problem. */
export function readUnits(lines: readonly string[], header: Header): UnitsRead | FileProblem {
  const sentences: SentenceRead[] = [];
  const units: Unit[] = [];
  let open:
    | { text: string[]; id?: string; comments: SentenceRead['comments'][number][]; line: number }
    | undefined;
  let tokens = 0;
  let last: Unit | undefined;
  const state = { closed: true };
  for (let at = header.next; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const number = at + 1;
    if (line === '') {
      if (open && tokens === 0) return failed('webanno-tsv/no-tokens', open.line, NO_TOKENS);
      state.closed = true;
      continue;
    }
    if (line.startsWith('#') && (state.closed || tokens === 0)) {
      if (state.closed) {
        open = { text: [], comments: [], line: number };
        sentences.push(open);
        tokens = 0;
        state.closed = false;
      }
      if (!open) continue;
      if (line.startsWith(TEXT)) open.text.push(unescapeText(line.slice(TEXT.length), header.javaEscapes));
      else if (line.startsWith(SENTENCE_ID))
        open.id = unescapeText(line.slice(SENTENCE_ID.length), header.javaEscapes);
      else open.comments.push({ text: line, line: number });
      continue;
    }
    if (state.closed || !open || open.text.length === 0)
      return failed('webanno-tsv/no-text', number, NO_TEXT);
    const unit = unitOf(line, number, sentences.length - 1, header);
    if ('code' in unit) return unit;
    const backwards = unit.isToken
      ? last && unit.start < last.end
      : !last || unit.start < last.start || unit.end > last.end;
    if (unit.end < unit.start || backwards) return failed('webanno-tsv/offsets', number, BACKWARDS);
    if (!unit.isToken && tokens === 0) return failed('webanno-tsv/offsets', number, BACKWARDS);
    if (unit.isToken) {
      last = unit;
      tokens++;
    }
    units.push(unit);
  }
  if (open && tokens === 0) return failed('webanno-tsv/no-tokens', open.line, NO_TOKENS);
  if (units.length === 0) return failed('webanno-tsv/no-sentences', Math.max(1, lines.length), NO_SENTENCES);
  return { sentences, units };
}

const NO_TOKENS = msg(
  'This sentence has no lines of tokens below it: the file was cut off, or lines are missing. Export it again.',
);
const NO_SENTENCES = msg(
  'No sentences follow the head of the file: it was cut off, or the document is empty. Export it again.',
);
const NO_TEXT = msg(
  'Tokens stand here without a “#Text=” line above them that says the sentence. Export the file again, or put the line back.',
);
const BACKWARDS = msg(
  'The offsets of this line go back behind those of the line before it. Export the file again; lines must stay in their order.',
);

function unitOf(line: string, number: number, sentence: number, header: Header): Unit | FileProblem {
  const fields = line.split('\t');
  const wanted = header.columns.length + 3;
  // INCEpTION ends each line with a tab.
  const found = fields.at(-1) === '' && fields.length > wanted ? fields.length - 1 : fields.length;
  if (found !== wanted) {
    const message = msg(
      'This line has {0} columns where the head of the file declares {1}: its columns are shifted, or it was cut off. Put the tabs right, or export the file again.',
      found,
      wanted,
    );
    return failed('webanno-tsv/columns', number, message);
  }
  const [id = '', offsets = '', form = ''] = fields;
  const named = TOKEN_ID.exec(id);
  const range = OFFSETS.exec(offsets);
  if (!named || !range) {
    const message = msg(
      'A line of a token begins with its number and its offsets, as in “1-2” and “5-7”; here stand “{0}” and “{1}”. Export the file again.',
      id.slice(0, 40),
      offsets.slice(0, 40),
    );
    return failed('webanno-tsv/token', number, message);
  }
  return {
    id,
    start: Number(range[1]),
    end: Number(range[2]),
    form,
    cells: fields.slice(3, wanted),
    line: number,
    isToken: named[1] === undefined,
    sentence,
  };
}

/** Between two sentences no file has so much. */
const MAX_GAP = 1_000_000;

/**
 * The article's text: sentences at the places that their first tokens say, in units of `unit`. What stood between them
 * is not in the file: a line end and blanks are put there, as INCEpTION does. A line where it does not fit instead.
 */
export function textOf(
  { sentences, units }: UnitsRead,
  unit: OffsetUnit,
): string | { readonly line: number } {
  const first = new Map<number, Unit>();
  for (const u of units) if (!first.has(u.sentence)) first.set(u.sentence, u);
  const pieces: string[] = [];
  let length = 0;
  for (const [i, sentence] of sentences.entries()) {
    const begin = first.get(i);
    if (!begin) continue;
    const gap = begin.start - length;
    if (gap < 0 || gap > MAX_GAP) return { line: begin.line };
    if (gap > 0) pieces.push(i === 0 ? ' '.repeat(gap) : `\n${' '.repeat(gap - 1)}`);
    const text = sentence.text.join('\n');
    pieces.push(text);
    length = begin.start + lengthIn(text, unit);
  }
  const end = units.at(-1)?.end ?? 0;
  if (end > length) return { line: units.at(-1)?.line ?? 1 };
  return pieces.join('');
}

/** How long a text is in a unit. */
export function lengthIn(text: string, unit: OffsetUnit): number {
  if (unit === 'utf16') return text.length;
  let length = 0;
  for (const _ of text) length++;
  return length;
}

function failed(code: string, line: number, message: Message): FileProblem {
  return { code, severity: 'error', message, line };
}
