import { describe, expect, it } from 'vitest';
import { newSpan } from '../../../server/src/core/annotations/create.ts';
import type { Annotation } from '../../../server/src/core/annotations/model.ts';
import type { Operation } from '../../../server/src/core/annotations/operations.ts';
import { parseSidecar } from '../../../server/src/core/annotations/parse.ts';
import { serializeSidecar } from '../../../server/src/core/annotations/serialize.ts';
import { Journal, sidecarEntry } from '../../../server/src/service/annotating/journal.ts';

const TEXT = 'Taliban dan Taliban.';
const tag = (start: number, suffix: string) =>
  newSpan({ article: TEXT, range: { start, end: start + 7 }, label: 'ORG', suffix });
const adding = (...annotations: Annotation[]): Operation[] =>
  annotations.map((annotation) => ({ kind: 'add', annotation }));

/** Sidecars as they are now, by name. */
function files(now: Readonly<Record<string, readonly Annotation[]>>) {
  return {
    sidecar: async (uri: string) => ({
      uri,
      annotator: undefined,
      file: undefined,
      unreadable: undefined,
      sidecar: parseSidecar(serializeSidecar([...(now[uri] ?? [])])),
    }),
    text: async () => undefined,
  };
}

function noted(): Journal {
  const journal = new Journal();
  journal.note('a', adding(tag(12, 'before')), []);
  journal.noteGroup([
    sidecarEntry('a', adding(tag(0, 'aaaaaa')), []),
    sidecarEntry('b', adding(tag(0, 'bbbbbb'), tag(12, 'bbbbbb')), []),
  ]);
  return journal;
}

const ids = (undo: Awaited<ReturnType<Journal['takeLast']>>) =>
  undo && 'group' in undo
    ? undo.group.map((u) => [u.sidecar, ...u.operations.map((o) => (o.kind === 'remove' ? o.id : o.kind))])
    : undo;

describe('taking back what was done to several sidecars at once', () => {
  it('takes all of it back', async () => {
    const now = { a: [tag(0, 'aaaaaa')], b: [tag(0, 'bbbbbb'), tag(12, 'bbbbbb')] };
    expect(ids(await noted().takeLast(files(now)))).toEqual([
      ['a', '00000000-aaaaaa'],
      ['b', '00000012-bbbbbb', '00000000-bbbbbb'],
    ]);
  });

  it('takes back what stands: not what was left out in a preview, or changed since', async () => {
    const now = { b: [{ ...tag(0, 'bbbbbb'), label: 'PER' }, tag(12, 'bbbbbb')] };
    expect(ids(await noted().takeLast(files(now)))).toEqual([['b', '00000012-bbbbbb']]);
  });

  it('goes on to what was done before where nothing of it stands', async () => {
    const undo = await noted().takeLast(files({ a: [tag(12, 'before')] }));
    expect(undo).toEqual({ sidecar: 'a', operations: [{ kind: 'remove', id: '00000012-before' }] });
  });

  it('follows lines that were given another place', async () => {
    const journal = noted();
    const moved = { ...tag(0, 'aaaaaa'), rev: '0123456789ab', start: 3, end: 10 };
    journal.rebase('a', [{ kind: 'replace', annotation: moved }]);
    expect(ids(await journal.takeLast(files({ a: [moved] })))).toEqual([['a', '00000000-aaaaaa']]);
  });
});
