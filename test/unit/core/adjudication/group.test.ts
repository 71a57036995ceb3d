import { describe, expect, it } from 'vitest';
import { adjudicate } from '../../../../server/src/core/adjudication/adjudicate.ts';
import { lineHash } from '../../../../server/src/core/annotations/serialize.ts';
import { groupAt, judge, placed, span, value } from '../../../support/adjudication.ts';

const kinds = (said: Parameters<typeof judge>[0]) => judge(said).groups.map((g) => g.kind);

describe('groups of what several annotators say', () => {
  it('sees exact agreement, in whatever order the layers come', () => {
    const [a, b] = [span('Hanoi', 'GPE', { entity: 'Q1858' }), span('Hanoi', 'GPE', { entity: 'Q1858' })];
    const { groups } = judge({ ana: [a], binh: [b] });
    expect(groups).toMatchObject([{ kind: 'agreed', having: 2, of: 2, state: 'open' }]);
    expect(judge({ binh: [b], ana: [a] }).groups).toEqual(groups);
  });

  it('names the kind of each disagreement', () => {
    expect(kinds({ ana: [span('Hanoi', 'GPE')], binh: [span('Hanoi', 'LOC')] })).toEqual(['label']);
    expect(kinds({ ana: [span('New York', 'ORG')], binh: [span('New York Times', 'ORG')] })).toEqual([
      'boundaries',
    ]);
    expect(kinds({ ana: [span('New York', 'GPE')], binh: [span('New York Times', 'ORG')] })).toEqual([
      'overlap',
    ]);
    expect(kinds({ ana: [span('Hanoi', 'GPE', { entity: 'Q1' })], binh: [span('Hanoi', 'GPE')] })).toEqual([
      'details',
    ]);
    expect(kinds({ ana: [span('Hanoi', 'GPE')], binh: [] })).toEqual(['missing']);
    expect(kinds({ ana: [value('topic', 'war')], binh: [value('topic', 'peace')] })).toEqual(['value']);
    expect(kinds({ ana: [value('topic', 'war')], binh: [value('topic', 'war')] })).toEqual(['agreed']);
  });

  it('takes nested spans with other labels for two things, not for one disagreement', () => {
    const said = {
      ana: [span('Universitas Hanoi', 'ORG'), span('Hanoi', 'GPE')],
      binh: [span('Universitas Hanoi', 'ORG')],
    };
    expect(kinds(said)).toEqual(['agreed', 'missing']);
    expect(kinds({ ana: [span('Universitas Hanoi', 'ORG')], binh: [span('Hanoi', 'GPE')] })).toEqual([
      'missing',
      'missing',
    ]);
  });

  it('keeps apart two labels of one place that one annotator gave both', () => {
    const said = {
      ana: [span('Hanoi', 'GPE'), span('Hanoi', 'LOC')],
      binh: [span('Hanoi', 'GPE')],
      chi: [span('Hanoi', 'GPE')],
    };
    expect(kinds(said)).toEqual(['agreed', 'missing']);
  });

  it('compares the pieces of a discontinuous span, gaps left out', () => {
    const hull = span('Nguyen Van An', 'PER');
    const parts = [
      { start: hull.start, end: hull.start + 6 },
      { start: hull.end - 2, end: hull.end },
    ];
    expect(kinds({ ana: [{ ...hull, parts }], binh: [{ ...hull, parts }] })).toEqual(['agreed']);
    expect(kinds({ ana: [{ ...hull, parts }], binh: [hull] })).toEqual(['boundaries']);
    expect(kinds({ ana: [{ ...hull, parts }], binh: [span('Van', 'PER')] })).toEqual(['missing', 'missing']);
  });

  it('compares relations by what they link in the text, since ids differ', () => {
    const link = (from: string, to: string, label: string) =>
      ({ kind: 'relation', id: `00000001-${label}`, from, to, label, extra: [] }) as const;
    const [p, o] = [span('Nguyen Van An', 'PER'), span('Universitas Hanoi', 'ORG')];
    const [p2, o2] = [span('Nguyen Van An', 'PER'), span('Universitas Hanoi', 'ORG')];
    const same = { ana: [p, o, link(p.id, o.id, 'at')], binh: [p2, o2, link(p2.id, o2.id, 'at')] };
    expect(kinds(same)).toEqual(['agreed', 'agreed', 'agreed']);
    const other = { ana: [p, o, link(p.id, o.id, 'at')], binh: [p2, o2, link(p2.id, o2.id, 'of')] };
    expect(kinds(other)).toEqual(['agreed', 'agreed', 'label']);
  });

  it('counts whoever accepted a line by a record as having it, as long as it is the same line', () => {
    const tag = span('Hanoi', 'GPE');
    const record = (was: string) =>
      ({ kind: 'record', id: '00000009-r', ref: `ana:${tag.id}`, accept: true, was, extra: [] }) as const;
    expect(kinds({ ana: [tag], binh: [record(lineHash(tag))] })).toEqual(['agreed']);
    expect(kinds({ ana: [tag], binh: [record('0123456789ab')] })).toEqual(['missing']);
  });

  it('keeps what has no place any more, at the end', () => {
    const lost = { annotation: span('Hanoi', 'GPE'), certain: false };
    const layers = [
      { annotator: 'ana', lines: [lost, placed(span('kemarin', 'DATE'))] },
      { annotator: 'binh', lines: [] },
    ];
    expect(adjudicate(layers, []).groups).toMatchObject([
      { kind: 'missing' },
      { kind: 'lost', state: 'open' },
    ]);
  });

  it('has keys that tell no names and change with the lines', () => {
    const [a, b] = [span('Hanoi', 'GPE'), span('Hanoi', 'LOC')];
    const key = groupAt(judge({ ana: [a], binh: [b] }), 'Hanoi').key;
    expect(key).toMatch(/^[0-9a-f]{12}$/);
    expect(groupAt(judge({ ana: [a], binh: [{ ...b, label: 'ORG' }] }), 'Hanoi').key).not.toBe(key);
  });
});
