import { msg } from '../../message.ts';
import type { InputFile, ReadItem } from '../format.ts';
import { jsonRecords } from '../jsonLines.ts';
import type { FileProblem, OffsetUnit, ReadArticle } from '../readArticle.ts';
import { given, type RecordArticle } from './recordArticle.ts';
import { textOf } from './values.ts';

/** Reads each record of a file; `read` gives what is in one, or undefined where the format has no such record. */
export function* readRecords(
  file: InputFile,
  read: (value: unknown, line: number) => Iterable<ReadItem> | undefined,
  remedy: FileProblem['message'],
): Generator<ReadItem> {
  for (const record of jsonRecords(file)) {
    if ('problem' in record) {
      yield { kind: 'problem', problem: record.problem };
      continue;
    }
    const items = read(record.value, record.line);
    if (items) yield* items;
    else {
      const problem: FileProblem = {
        code: 'record/shape',
        severity: 'error',
        message: remedy,
        line: record.line,
      };
      yield { kind: 'problem', problem };
    }
  }
}

/** The problems of an article of a record, and the article. */
export function* itemsOf(
  article: RecordArticle,
  about: Omit<ReadArticle, 'spans' | 'relations' | 'documentLabels'>,
): Generator<ReadItem> {
  const annotations = article.finish();
  for (const problem of article.problems) yield { kind: 'problem', problem };
  yield { kind: 'article', article: { ...about, ...annotations } };
}

/** What `meta` of a record says of the article as a whole, where a text was given. */
export function aboutOf(
  meta: ReadonlyMap<string, unknown> | undefined,
  text: string,
  unit: OffsetUnit,
  line: number,
): Omit<ReadArticle, 'spans' | 'relations' | 'documentLabels'> {
  return {
    text,
    textIs: 'given',
    unit,
    line,
    ...(unit === 'codePoint' && meta?.get('offsets') === 'codePoints' ? { unitIs: 'stated' } : {}),
    ...given({
      name: textOf(meta?.get('path')),
      language: textOf(meta?.get('language')),
      annotator: textOf(meta?.get('annotator')),
    }),
  };
}

/** A record whose text is missing says nothing. */
export function noText(line: number): ReadItem[] {
  const message = msg('This record has no text. Add its “text”; its annotations were left out.');
  return [{ kind: 'problem', problem: { code: 'record/no-text', severity: 'warning', message, line } }];
}
