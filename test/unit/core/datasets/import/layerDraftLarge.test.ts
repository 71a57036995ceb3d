import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../../../server/src/core/annotations/model.ts';
import { LayerDraft } from '../../../../../server/src/core/datasets/import/layerDraft.ts';
import { endsFirst, hangingOn } from '../../../../../server/src/core/datasets/import/linkOrder.ts';
import type { DatasetArticle, DatasetRelation } from '../../../../../server/src/core/formats/dataset.ts';
import { msg } from '../../../../../server/src/core/message.ts';
import { TextOffsets } from '../../../../../server/src/core/text/offsets.ts';
import { revisionOf } from '../../../../../server/src/core/text/revision.ts';

// Each of these takes minutes, or for ever, where the work grows faster than the file.

const TEXT = 'Ani dan Budi.';
const target = { text: TEXT, offsets: new TextOffsets(TEXT), revision: revisionOf(TEXT) };

function article(more: Partial<DatasetArticle>): DatasetArticle {
  return { path: 'a.txt', text: TEXT, language: 'id', spans: [], relations: [], documentLabels: [], ...more };
}
const add = (draft: LayerDraft, own: DatasetArticle, base = TEXT) =>
  draft.add(target, { article: own, unsure: new Map(), base });
const added = (draft: LayerDraft): Annotation[] =>
  draft.operations.flatMap((o) => (o.kind === 'add' ? [o.annotation] : []));

const ENDS = [
  { id: 's1', start: 0, end: 3, label: 'PER', attributes: new Map() },
  { id: 's2', start: 8, end: 12, label: 'PER', attributes: new Map() },
];
const relation = (id: string, from: string, to: string): DatasetRelation => ({
  id,
  label: 'knows',
  from,
  to,
  attributes: new Map(),
});
/** Each but the first links the one before it; the last comes first. */
const chain = (length: number) =>
  Array.from({ length }, (_, i) =>
    i === 0 ? relation('r0', 's1', 's2') : relation(`r${i}`, `r${i - 1}`, 's1'),
  ).reverse();

describe('a layer of many relations', () => {
  it('takes those that link relations that link relations, and knows them again', () => {
    const own = article({ spans: ENDS, relations: chain(5000) });
    const draft = new LayerDraft([], new Map());
    expect(add(draft, own).unlinked).toEqual([]);
    expect(added(draft)).toHaveLength(5002);
    const places = added(draft)
      .slice(0, 2)
      .map((a, i) => [a.id, [{ start: ENDS[i]?.start ?? 0, end: ENDS[i]?.end ?? 0 }]] as const);
    const again = add(new LayerDraft(added(draft), new Map(places)), own);
    expect([again.added.length, again.there.length]).toEqual([0, 5002]);
  });

  it('takes many that say the same, and many of one place with other notes', () => {
    const spans = Array.from({ length: 5000 }, (_, i) => ({
      id: `s${i}`,
      start: 0,
      end: 3,
      label: 'PER',
      attributes: new Map(),
      ...(i % 2 ? { note: String(i) } : {}),
    }));
    const draft = new LayerDraft([], new Map());
    add(draft, article({ spans }));
    expect(new Set(added(draft).map((a) => a.id)).size).toBe(5000);
    const again = add(new LayerDraft(added(draft), new Map()), article({ spans: spans.toReversed() }));
    expect([again.added.length, again.there.length, again.differing]).toEqual([0, 5000, []]);
  });

  it('computes what it needs of another text once', () => {
    const base = 'Ani dan Budi. '.repeat(50_000);
    const doubt = { code: 'changed', message: msg('Look at it.') } as const;
    const spans = Array.from({ length: 1000 }, (_, i) => ({ ...ENDS[0], id: `s${i}`, start: 0, end: 3 }));
    const own = article({ spans: spans.map((s) => ({ label: 'PER', attributes: new Map(), ...s })) });
    const unsure = new Map(
      spans.map(({ id }, i) => [
        id,
        { id, label: 'PER', kind: 'span', line: 1, doubt, claimed: [{ start: i, end: i + 3 }] } as const,
      ]),
    );
    const draft = new LayerDraft([], new Map());
    expect(draft.add(target, { article: own, unsure, base }).added).toHaveLength(1000);
    expect([...draft.texts.keys()]).toEqual([revisionOf(base)]);
  });
});

describe('links', () => {
  it('come behind what they link; those in rings, and to nothing, are left', () => {
    const all = [
      relation('c', 'b', 's1'),
      relation('b', 'a', 'a'),
      relation('a', 's1', 's2'),
      relation('x', 'y', 's1'),
      relation('y', 'x', 's1'),
      relation('z', 'gone', 's1'),
    ];
    const { ready, left } = endsFirst(all, (id) => id.startsWith('s'));
    expect([ready.map((r) => r.id), left.map((r) => r.id)]).toEqual([
      ['a', 'b', 'c'],
      ['x', 'y', 'z'],
    ]);
    expect([...hangingOn(all, ['a'])]).toEqual(['b', 'c']);
    expect([...hangingOn(all, ['x'])].sort()).toEqual(['x', 'y']);
  });
});
