import { msg } from '../../message.ts';
import { articleOf } from '../fileNames.ts';
import type { InputFile, ReadItem, ReadOptions } from '../format.ts';
import { inputText } from '../inputText.ts';
import type { FileProblem, OffsetUnit } from '../readArticle.ts';
import { unescapeText } from './escaping.ts';
import { readHeader } from './header.ts';
import { annotationsOf } from './readArticle.ts';
import { lengthIn, readUnits, textOf, type Unit, type UnitsRead } from './readUnits.ts';

/** The ending of the files, with its dot. */
export const ENDING = '.tsv';

/** Reads a file as one article; a file that cannot be read as a whole gives a problem and none. */
export function* readWebannoTsv(file: InputFile, { options }: ReadOptions): Generator<ReadItem> {
  const input = inputText(file.bytes);
  const read = input.ok
    ? readText(input.text, file.path, chosenLayers(options.get('only')))
    : [problem(input.problem)];
  yield* read;
}

/** The layers that the option `only` names; undefined where it names none, so that all are read. */
function chosenLayers(only = ''): ReadonlySet<string> | undefined {
  const names = only
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return names.length === 0 ? undefined : new Set(names);
}

function* readText(
  content: string,
  path: string,
  only: ReadonlySet<string> | undefined,
): Generator<ReadItem> {
  const lines = content.split(/\r\n|\r|\n/);
  if (lines.at(-1) === '') lines.pop();
  else if (isCutOff(lines)) {
    yield problem({ ...CUT_OFF, line: lines.length });
    return;
  }
  const head = readHeader(lines);
  if (!head.ok) {
    yield problem(head.problem);
    return;
  }
  const units = readUnits(lines, head.header);
  if ('code' in units) {
    yield problem(units);
    return;
  }
  const fitted = fittingText(units);
  if ('misplaced' in fitted) {
    yield problem({ ...MISPLACED, line: fitted.misplaced });
    return;
  }
  const { text, unit, read, other } = fitted;
  if (other) yield problem(otherWords(other));
  const { article, problems } = annotationsOf(head.header, read, only);
  for (const one of problems) yield problem(one);
  const named = articleOf(path, ENDING);
  yield {
    kind: 'article',
    article: { ...named, ...article, text, textIs: 'given', unit, unitIs: 'stated', line: 1 },
  };
}

function problem(problem: FileProblem): ReadItem {
  return { kind: 'problem', problem };
}

type Fitted =
  | { readonly text: string; readonly unit: OffsetUnit; readonly read: UnitsRead; readonly other?: Unit }
  | { readonly misplaced: number };

/**
 * The text, the tokens with their words, and what the offsets count: UTF-16 units by definition, code points where scripts wrote them and only these
 * fit. `other`: the first token whose words are not those of the text.
 */
function fittingText(read: UnitsRead): Fitted {
  const counted = (unit: 'utf16' | 'codePoint'): Fitted => {
    const text = textOf(read, unit);
    if (typeof text !== 'string') return { misplaced: text.line };
    const characters = unit === 'utf16' ? text : [...text];
    const says = (form: string, { start, end }: Unit): boolean => {
      if (lengthIn(form, unit) !== end - start) return false;
      const words = characters.slice(start, end);
      return form === (typeof words === 'string' ? words : words.join(''));
    };
    let other: Unit | undefined;
    const units = read.units.map((u): Unit => {
      if (says(u.form, u)) return u;
      // Line ends and tabs in a token would end its cell.
      const form = unescapeText(u.form, false);
      if (says(form, u)) return { ...u, form };
      other ??= u;
      return u;
    });
    return { text, unit, read: { ...read, units }, ...(other ? { other } : {}) };
  };
  const first = counted('utf16');
  if (!('misplaced' in first) && (!first.other || !/[\ud800-\udfff]/.test(first.text))) return first;
  const second = counted('codePoint');
  return 'misplaced' in second || (second.other && !('misplaced' in first)) ? first : second;
}

/** INCEpTION ends every line of a token with a tab and a line end: where both are missing a value may be half. */
function isCutOff(lines: readonly string[]): boolean {
  const before = lines.findLast((line, i) => i < lines.length - 1 && /^\d+-/.test(line));
  return before?.endsWith('\t') === true && lines.at(-1)?.endsWith('\t') === false;
}

function otherWords({ line, form, start, end }: Unit): FileProblem {
  const message = msg(
    'The token “{0}” is not what the sentence says at its offsets {1}-{2}: the offsets or the text were changed. Look where the annotations are, or export the file again.',
    form.slice(0, 60),
    start,
    end,
  );
  return { code: 'webanno-tsv/other-words', severity: 'warning', message, line };
}

const CUT_OFF: FileProblem = {
  code: 'webanno-tsv/cut-off',
  severity: 'error',
  message: msg('The file ends in the middle of this line: it was cut off. Export or copy it again.'),
};
const MISPLACED: FileProblem = {
  code: 'webanno-tsv/offsets',
  severity: 'error',
  message: msg(
    'The offsets of this line do not fit the text of the sentences before it: a “#Text=” line was changed or is missing. Export the file again.',
  ),
};
