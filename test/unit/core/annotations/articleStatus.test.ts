import { describe, expect, test } from 'vitest';
import {
  progressOf,
  stateOf,
  statusOperation,
} from '../../../../server/src/core/annotations/articleStatus.ts';
import type {
  Annotation,
  ArticleState,
  ArticleStatus,
} from '../../../../server/src/core/annotations/model.ts';
import { applyOperation } from '../../../../server/src/core/annotations/operations.ts';
import { annotationsOf, parseSidecar } from '../../../../server/src/core/annotations/parse.ts';
import { serializeSidecar } from '../../../../server/src/core/annotations/serialize.ts';

const REV = '0123456789ab';
const status = (state: ArticleState, more: Partial<ArticleStatus> = {}): ArticleStatus => ({
  kind: 'status',
  id: 'status',
  status: state,
  rev: REV,
  extra: [],
  ...more,
});

/** The sidecar after its person said so, through the file and back. */
function saying(annotations: readonly Annotation[], state: ArticleState, rev = REV): Annotation[] {
  const operation = statusOperation(annotations, state, rev);
  const text = serializeSidecar(operation ? applyOperation(annotations, operation) : annotations);
  return annotationsOf(parseSidecar(text));
}

describe('how far somebody is', () => {
  test('is open where nobody says anything', () => {
    expect(stateOf([])).toBe('open');
    expect(progressOf([], REV)).toEqual({ state: 'open', changed: false });
    expect(statusOperation([], 'open', REV)).toBeUndefined();
  });

  test.each<[ArticleState, ArticleState]>([
    ['open', 'done'],
    ['done', 'reviewed'],
    ['reviewed', 'done'],
    ['done', 'open'],
    ['open', 'reviewed'],
  ])('goes from %s to %s', (from, to) => {
    expect(stateOf(saying(saying([], from), to))).toBe(to);
  });

  test('is said of a text: another one makes it out of date, and saying it again mends that', () => {
    const done = saying([], 'done');
    expect(statusOperation(done, 'done', REV)).toBeUndefined();
    expect(progressOf(done, 'fedcba987654')).toEqual({ state: 'done', changed: true });
    expect(progressOf(saying(done, 'done', 'fedcba987654'), 'fedcba987654')).toEqual({
      state: 'done',
      changed: false,
    });
    expect(progressOf([status('open')], 'fedcba987654').changed).toBe(false);
  });

  test('keeps keys that others have put into the line, and settles a conflict', () => {
    const extra = [{ key: 'minutes', json: '25' }];
    const conflict = { base: null, ours: '{"status":"done"}', theirs: '{"status":"open"}' };
    const [line] = saying([status('done', { extra, conflict })], 'done');
    expect(line).toEqual(status('done', { extra }));
  });

  test('of two lines, as a merge may leave them, the one that claims least counts', () => {
    expect(stateOf([status('reviewed'), status('done')])).toBe('done');
    expect(stateOf([status('done'), status('open')])).toBe('open');
  });
});
