import { describe, expect, it } from 'vitest';
import type { SpanAnnotation } from '../../../../../server/src/core/annotations/model.ts';
import { UNKNOWN_REVISION } from '../../../../../server/src/core/datasets/import/anchored.ts';
import { LayerDraft } from '../../../../../server/src/core/datasets/import/layerDraft.ts';
import {
  type DatasetArticle,
  type DatasetSpan,
  partsOf,
} from '../../../../../server/src/core/formats/dataset.ts';
import { TextOffsets } from '../../../../../server/src/core/text/offsets.ts';
import { revisionOf } from '../../../../../server/src/core/text/revision.ts';

const TEXT = '😀 Ani dan Budi dan Ani.';
const target = { text: TEXT, offsets: new TextOffsets(TEXT), revision: revisionOf(TEXT) };

function span(id: string, start: number, end: number, more: Partial<DatasetSpan> = {}): DatasetSpan {
  return { id, start, end, label: 'PER', attributes: new Map(), ...more };
}

function article(spans: readonly DatasetSpan[], more: Partial<DatasetArticle> = {}): DatasetArticle {
  return { path: 'a.txt', text: TEXT, language: 'id', spans, relations: [], documentLabels: [], ...more };
}

function added(draft: LayerDraft) {
  return draft.operations.map((o) => (o.kind === 'add' ? o.annotation : undefined));
}

/** A draft over what another one has added. */
function reopened(draft: LayerDraft, spans: readonly DatasetSpan[]): LayerDraft {
  const annotations = added(draft).filter((a) => a !== undefined);
  const places = new Map(
    annotations
      .filter((a): a is SpanAnnotation => a.kind === 'span')
      .map((a, i) => [a.id, partsOf(spans[i] ?? span('', 0, 0))]),
  );
  return new LayerDraft(annotations, places);
}

const add = (draft: LayerDraft, own: DatasetArticle) =>
  draft.add(target, { article: own, unsure: new Map(), base: TEXT });

describe('what a sidecar does not have', () => {
  it('is added with its place in code points, quote, surroundings and revision', () => {
    const draft = new LayerDraft([], new Map());
    add(draft, article([span('T1', 3, 6, { note: 'sure?', entity: 'Q1', attributes: new Map([['x', 1]]) })]));
    expect(added(draft)).toMatchObject([
      {
        kind: 'span',
        start: 2,
        end: 5,
        text: 'Ani',
        before: '😀 ',
        rev: target.revision,
        note: 'sure?',
        entity: 'Q1',
      },
    ]);
  });

  it('has the same id wherever it is imported, and keeps one of Pressmark’s own', () => {
    const ids = [1, 2].map(() => {
      const draft = new LayerDraft([], new Map());
      add(draft, article([span('T1', 3, 6), span('00000007-abc123', 11, 15)]));
      return added(draft).map((a) => a?.id);
    });
    expect(ids[0]).toEqual(ids[1]);
    expect(ids[0]?.[0]).toMatch(/^00000002-[0-9a-z]{6}$/);
    expect(ids[0]?.[1]).toBe('00000007-abc123');
  });

  it('keeps its gaps', () => {
    const draft = new LayerDraft([], new Map());
    const parts = [
      { start: 3, end: 6 },
      { start: 11, end: 15 },
    ];
    add(draft, article([span('T1', 3, 15, { parts })]));
    expect(added(draft)).toMatchObject([
      {
        start: 2,
        end: 14,
        parts: [
          { start: 2, end: 5 },
          { start: 10, end: 14 },
        ],
      },
    ]);
  });

  it('links relations to the sidecar’s own ids, also relations to relations', () => {
    const draft = new LayerDraft([], new Map());
    const relations = [
      { id: 'r2', label: 'why', from: 'r1', to: 'a', attributes: new Map() },
      { id: 'r1', label: 'knows', from: 'a', to: 'b', attributes: new Map() },
    ];
    const outcome = add(draft, article([span('a', 3, 6), span('b', 11, 15)], { relations }));
    expect(outcome).toMatchObject({ added: ['a', 'b', 'r1', 'r2'], unlinked: [] });
    const [a, b, first, second] = added(draft);
    expect(first).toMatchObject({ from: a?.id, to: b?.id });
    expect(second).toMatchObject({ from: first?.id, to: a?.id });
  });

  it('does not hold relations that link only each other', () => {
    const draft = new LayerDraft([], new Map());
    const ring = [
      { id: 'r1', label: 'x', from: 'r2', to: 'r2', attributes: new Map() },
      { id: 'r2', label: 'x', from: 'r1', to: 'r1', attributes: new Map() },
    ];
    expect(add(draft, article([], { relations: ring }))).toMatchObject({ added: [], unlinked: ['r1', 'r2'] });
  });
});

describe('what a sidecar has', () => {
  it('is not doubled, and not changed where the file says something else of it', () => {
    const spans = [span('a', 3, 6), span('b', 11, 15, { note: 'mine' })];
    const first = new LayerDraft([], new Map());
    add(first, article(spans));
    const draft = reopened(first, spans);
    const outcome = add(
      draft,
      article([span('x', 3, 6), span('y', 11, 15, { note: 'theirs' }), span('z', 20, 23)]),
    );
    expect(outcome).toMatchObject({ added: ['z'], there: ['x', 'y'], differing: ['y'] });
  });

  it('may be there twice, and is then there twice', () => {
    const spans = [span('a', 3, 6, { note: '1' }), span('b', 3, 6, { note: '2' })];
    const first = new LayerDraft([], new Map());
    expect(add(first, article(spans)).added).toEqual(['a', 'b']);
    expect(add(first, article(spans))).toMatchObject({ added: [], there: ['a', 'b'], differing: [] });
    const third = [...spans, span('c', 3, 6, { note: '3' })];
    expect(add(reopened(first, spans), article(third))).toMatchObject({ added: ['c'], differing: [] });
  });

  it('is one where two articles of a file have it', () => {
    const draft = new LayerDraft([], new Map());
    add(draft, article([span('a', 3, 6)]));
    expect(add(draft, article([span('b', 3, 6)]))).toMatchObject({ added: [], there: ['b'] });
  });
});

describe('a place that somebody should look at', () => {
  const doubt = (code: 'requoted' | 'changed', claimed: readonly { start: number; end: number }[]) => ({
    id: 'a',
    label: 'PER',
    kind: 'span' as const,
    line: 1,
    doubt: { code, message: { template: '', args: [] } },
    claimed,
  });

  it('is written as the file claims it, with a revision that nobody knows', () => {
    const draft = new LayerDraft([], new Map());
    const unsure = new Map([['a', doubt('requoted', [{ start: 7, end: 10 }])]]);
    draft.add(target, { article: article([span('a', 3, 6)]), unsure, base: TEXT });
    expect(added(draft)).toMatchObject([
      { start: 6, end: 9, text: 'Ani', before: '', after: '', rev: UNKNOWN_REVISION },
    ]);
  });

  it('is written as it stood in the file’s own text, which is kept', () => {
    const base = 'Ani dan Budi.';
    const draft = new LayerDraft([], new Map());
    const unsure = new Map([['a', doubt('changed', [{ start: 8, end: 12 }])]]);
    draft.add(target, { article: article([span('a', 11, 15)]), unsure, base });
    expect(added(draft)).toMatchObject([
      { start: 8, end: 12, text: 'Budi', before: 'Ani dan ', rev: revisionOf(base) },
    ]);
    expect([...draft.texts]).toEqual([[revisionOf(base), base]]);
  });
});
