import { msg } from '../message.ts';
import { canonicalText } from '../text/offsets.ts';
import { articleOf } from './fileNames.ts';
import type { Format, InputFile, ReadItem } from './format.ts';
import { inputText } from './inputText.ts';
import { HOLDS_ALL } from './loss.ts';
import type { FileProblem, ReadSpan } from './readArticle.ts';

const ENDING = '.ann';

/** YEDDA's marks in the text: `[@words#Label*]`, and `[$words#Label*]` for what it only suggests. */
export const yedda: Format = {
  name: 'yedda',
  title: 'YEDDA',
  layout: 'article',
  endings: [ENDING],
  holds: {
    ...HOLDS_ALL,
    overlapping: 'dropped',
    discontinuous: 'dropped',
    empty: 'dropped',
    overLines: 'dropped',
    attributes: 'dropped',
    notes: 'dropped',
    entities: 'dropped',
    relations: 'dropped',
    documentLabels: 'dropped',
    ids: 'dropped',
    paths: 'changed',
    languages: 'dropped',
    annotators: 'dropped',
  },
  options: [],
  recognise: (path, head) => {
    const hasMarks = /\[[@$]/.test(head) && /#[^#*[\]\n]+\*\]/.test(head);
    return hasMarks ? (path.toLowerCase().endsWith(ENDING) ? 0.95 : 0.6) : 0;
  },
  read,
};

/** Where a mark begins, or where one ends: the label may not have what marks are made of. */
const MARK = /\[[@$]|#([^#*[\]\n]+)\*\]/g;

function* read({ path, bytes }: InputFile): Generator<ReadItem> {
  const file = inputText(bytes);
  if (!file.ok) {
    yield { kind: 'problem', problem: file.problem };
    return;
  }
  const marked = canonicalText(file.text);
  const spans: (Omit<ReadSpan, 'parts'> & { start: number; end: number })[] = [];
  const problems: FileProblem[] = [];
  const open: { start: number; line: number; suggested: boolean }[] = [];
  let [text, kept, line, suggestions] = ['', 0, 1, 0];
  const unclosed = (line: number) => {
    const message = msg(
      'A mark of YEDDA that begins here, [@ or [$, is never closed. Close it with #Label*].',
    );
    problems.push({ code: 'yedda/no-close', severity: 'error', message, line });
  };
  for (const mark of marked.matchAll(MARK)) {
    for (let i = kept; i < mark.index; i++) if (marked.charCodeAt(i) === LF) line++;
    text += marked.slice(kept, mark.index);
    kept = mark.index + mark[0].length;
    const [whole, label] = mark;
    const last = label === undefined ? undefined : open.pop();
    if (label === undefined) open.push({ start: text.length, line, suggested: whole === '[$' });
    // Words that look like an end and end nothing are the article's.
    else if (!last) text += whole;
    else if (last.suggested) suggestions++;
    else
      spans.push({
        id: `s${spans.length + 1}`,
        label,
        start: last.start,
        end: text.length,
        attributes: new Map(),
        line: last.line,
      });
  }
  for (const { line } of open) unclosed(line);
  if (suggestions > 0) {
    const message = msg(
      '{0} suggestions of YEDDA, [$words#Label*], were left out: nobody has confirmed them.',
      suggestions,
    );
    problems.push({ code: 'yedda/suggestions', severity: 'information', message });
  }
  for (const problem of problems) yield { kind: 'problem', problem };
  text += marked.slice(kept);
  const { name, ...by } = articleOf(path, ENDING);
  yield {
    kind: 'article',
    article: {
      // YEDDA adds its ending to the article's.
      name: name.replace(/\.txt\.txt$/, '.txt'),
      ...by,
      text,
      textIs: 'given',
      unit: 'utf16',
      unitIs: 'stated',
      // Only now: a text that grows is not to be looked into.
      spans: spans.map(({ start, end, ...span }) => ({
        ...span,
        parts: [{ start, end, quote: text.slice(start, end) }],
      })),
      relations: [],
      documentLabels: [],
      line: 1,
    },
  };
}

const LF = 10;
