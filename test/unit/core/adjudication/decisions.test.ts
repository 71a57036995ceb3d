import { describe, expect, it } from 'vitest';
import type { JudgedGroup } from '../../../../server/src/core/adjudication/adjudicate.ts';
import { type Outcome, outcomeOperations } from '../../../../server/src/core/adjudication/outcome.ts';
import type { Annotation } from '../../../../server/src/core/annotations/model.ts';
import { inverse, type Operation } from '../../../../server/src/core/annotations/operations.ts';
import { annotationLine, lineHash } from '../../../../server/src/core/annotations/serialize.ts';
import { TextOffsets } from '../../../../server/src/core/text/offsets.ts';
import {
  deciding,
  goldAfter,
  groupAt,
  judge,
  type Said,
  span,
  TEXT,
  value,
} from '../../../support/adjudication.ts';

/** Decides about the group at some words, and gives the gold layer after it. */
function decide(
  said: Said,
  words: string,
  choose: (group: JudgedGroup) => Outcome,
  gold: readonly Annotation[] = [],
  more = {},
): readonly Annotation[] {
  return goldAfter(gold, operations(said, words, choose, gold, more));
}

function operations(
  said: Said,
  words: string,
  choose: (group: JudgedGroup) => Outcome,
  gold: readonly Annotation[] = [],
  more = {},
): readonly Operation[] {
  const adjudication = judge(said, gold);
  const group = groupAt(adjudication, words);
  const made = outcomeOperations(adjudication, group, choose(group), deciding(more));
  if ('refused' in made) throw new Error(made.refused.template);
  return made;
}

const takeOnly = (label: string) => (group: JudgedGroup) => {
  const is = (v: JudgedGroup['versions'][number]) => 'label' in v.annotation && v.annotation.label === label;
  return { take: group.versions.filter(is), refuse: group.versions.filter((v) => !is(v)) };
};
const both = ({ versions }: JudgedGroup) => ({ take: versions, refuse: [] });
const neither = ({ versions }: JudgedGroup) => ({ take: [], refuse: versions });

const [a, b] = [span('Hanoi', 'GPE'), span('Hanoi', 'LOC')];
const said = { ana: [a], binh: [b] };

describe('decisions on two branches', () => {
  it('that are alike are one line, whoever made them', () => {
    const by = (name: string) => decide(said, 'Hanoi', takeOnly('GPE'), [], { by: name });
    expect(by('chi').map(({ id }) => id)).toEqual(by('dian').map(({ id }) => id));
  });

  it('that contradict each other, or stand twice, are to be decided anew', () => {
    const [one, other] = ['GPE', 'LOC'].map((label) => decide(said, 'Hanoi', takeOnly(label)));
    const merged = [...(one ?? []), ...(other ?? [])];
    expect(groupAt(judge(said, merged), 'Hanoi').state).toBe('changed');
    expect(decide(said, 'Hanoi', takeOnly('GPE'), merged)).toHaveLength(2);
    const twice = (one ?? []).flatMap((line) => [line, { ...line, id: `${line.id}x` }]);
    expect(groupAt(judge(said, twice), 'Hanoi').state).toBe('changed');
    const once = decide(said, 'Hanoi', takeOnly('GPE'), twice);
    expect(once.filter(({ kind }) => kind === 'span')).toHaveLength(1);
    expect(groupAt(judge(said, once), 'Hanoi').state).toBe('settled');
  });
});

describe('decisions', () => {
  it('takes one version, refuses the other, and says where both came from and why', () => {
    const gold = decide(said, 'Hanoi', takeOnly('GPE'), [], { by: 'chi', note: 'a city' });
    const start = new TextOffsets(TEXT).toCodePoint(TEXT.indexOf('Hanoi'));
    expect(gold).toMatchObject([
      {
        kind: 'span',
        start,
        end: start + 5,
        label: 'GPE',
        text: 'Hanoi',
        sources: [`ana:${a.id}@${lineHash(a)}`],
        decision: 'decided',
        by: 'chi',
        note: 'a city',
      },
      { kind: 'record', ref: `binh:${b.id}`, delete: true, was: lineHash(b), by: 'chi' },
    ]);
    expect(groupAt(judge(said, gold), 'Hanoi').state).toBe('settled');
  });

  it('takes both, or none with the reason on what was refused', () => {
    const two = decide(said, 'Hanoi', both);
    expect(two.map((l) => l.kind)).toEqual(['span', 'span']);
    const none = decide(said, 'Hanoi', neither, [], { note: 'not a place here' });
    expect(none).toMatchObject([
      { kind: 'record', delete: true, note: 'not a place here' },
      { kind: 'record', delete: true },
    ]);
    for (const gold of [two, none]) expect(groupAt(judge(said, gold), 'Hanoi').state).toBe('settled');
  });

  it('takes what nobody said, and remembers whose words it replaced', () => {
    const start = TEXT.indexOf('Universitas Hanoi');
    const range = { start, end: start + 'Universitas Hanoi'.length };
    const gold = decide(said, 'Hanoi', () => ({ take: [], refuse: [], own: { label: 'ORG', range } }));
    expect(gold).toMatchObject([{ label: 'ORG', text: 'Universitas Hanoi', decision: 'decided' }]);
    expect(gold[0]).toHaveProperty('sources.length', 2);
    expect(judge(said, gold).groups.map((g) => g.state)).toEqual(['settled']);
  });

  it('keeps entity and attributes that all agree on when only the boundaries change', () => {
    const own = { label: 'GPE', range: { start: TEXT.indexOf('Hanoi'), end: TEXT.indexOf('Hanoi') + 4 } };
    const same = { ana: [span('Hanoi', 'GPE', { entity: 'Q1858' })], binh: [] };
    expect(decide(same, 'Hanoi', () => ({ take: [], refuse: [], own }))).toMatchObject([{ entity: 'Q1858' }]);
    const differ = { ana: [span('Hanoi', 'GPE', { entity: 'Q1858' })], binh: [span('Hanoi', 'GPE')] };
    const [line] = decide(differ, 'Hanoi', () => ({ take: [], refuse: [], own }));
    expect(line).not.toHaveProperty('entity');
  });

  it('changes its mind in the same line, so that what refers to it holds', () => {
    const first = decide(said, 'Hanoi', takeOnly('GPE'));
    const second = decide(said, 'Hanoi', takeOnly('LOC'), first);
    const id = (gold: readonly Annotation[]) => gold.find((l) => l.kind === 'span')?.id;
    expect(id(second)).toBe(id(first));
    expect(second).toHaveLength(2);
    expect(second).toMatchObject([{ label: 'LOC' }, { ref: `ana:${a.id}` }]);
    expect(decide(said, 'Hanoi', neither, second).map((l) => l.kind)).toEqual(['record', 'record']);
  });

  it('can be undone to the letter', () => {
    const gold = decide(said, 'Hanoi', takeOnly('GPE'));
    const change = operations(said, 'Hanoi', takeOnly('LOC'), gold);
    const back = change.flatMap((o) => inverse(o, gold) ?? []).reverse();
    expect(goldAfter(goldAfter(gold, change), back).map(annotationLine)).toEqual(gold.map(annotationLine));
  });

  it('opens a group again where a source has changed since, taken or refused', () => {
    const gold = decide(said, 'Hanoi', takeOnly('GPE'));
    const moved = { ...said, ana: [{ ...a, label: 'ORG' }] };
    expect(groupAt(judge(moved, gold), 'Hanoi').state).toBe('changed');
    const other = { ...said, binh: [{ ...b, label: 'ORG' }] };
    expect(groupAt(judge(other, gold), 'Hanoi').state).toBe('changed');
  });

  it('does not ask again where a source only says now what gold says, or was re-anchored', () => {
    const gold = decide(said, 'Hanoi', takeOnly('GPE'));
    expect(groupAt(judge({ ...said, ana: [{ ...a, before: 'other' }] }, gold), 'Hanoi').state).toBe(
      'settled',
    );
    const agrees = { ...said, binh: [{ ...b, label: 'GPE' }] };
    expect(judge(agrees, gold).groups).toMatchObject([{ kind: 'agreed', state: 'settled' }]);
  });

  it('opens a group again where somebody new says something else', () => {
    const gold = decide(said, 'Hanoi', takeOnly('GPE'));
    expect(groupAt(judge({ ...said, chi: [span('Hanoi', 'ORG')] }, gold), 'Hanoi').state).toBe('open');
    expect(groupAt(judge({ ...said, chi: [span('Hanoi', 'GPE')] }, gold), 'Hanoi').state).toBe('settled');
  });

  it('reads gold that tells no hash: settled where it says the same, open where not', () => {
    const line = { ...span('Hanoi', 'GPE'), sources: [`ana:${a.id}`, `binh:${b.id}`] };
    expect(groupAt(judge({ ana: [a], binh: [] }, [line]), 'Hanoi').state).toBe('settled');
    expect(groupAt(judge(said, [line]), 'Hanoi').state).toBe('changed');
  });

  it('settles labels of the article by value', () => {
    const values = { ana: [value('topic', 'war')], binh: [value('topic', 'peace')] };
    const adjudication = judge(values);
    const [group] = adjudication.groups;
    if (!group) throw new Error('no group');
    const [take, refuse] = group.versions;
    const made = outcomeOperations(
      adjudication,
      group,
      { take: take ? [take] : [], refuse: refuse ? [refuse] : [] },
      deciding(),
    );
    const gold = goldAfter([], 'refused' in made ? [] : made);
    expect(gold).toMatchObject([
      { kind: 'documentLabel', label: 'topic', decision: 'decided' },
      { kind: 'record' },
    ]);
    expect(judge(values, gold).groups[0]?.state).toBe('settled');
  });

  it('links in gold what is gold, and says what comes first', () => {
    const link = (from: string, to: string) =>
      ({ kind: 'relation', id: '00000001-link', from, to, label: 'at', extra: [] }) as const;
    const [p, o] = [span('Nguyen Van An', 'PER'), span('Universitas Hanoi', 'ORG')];
    const linked = { ana: [p, o, link(p.id, o.id)], binh: [] };
    const takeLink = (gold: readonly Annotation[]) => {
      const adjudication = judge(linked, gold);
      const group = adjudication.groups.find((g) => g.versions[0]?.annotation.kind === 'relation');
      return group && outcomeOperations(adjudication, group, both(group), deciding());
    };
    expect(takeLink([])).toMatchObject({ refused: { template: expect.stringContaining('First decide') } });
    const spans = decide(linked, 'Hanoi', both, decide(linked, 'Nguyen Van An', both));
    const made = takeLink(spans);
    if (!made || 'refused' in made) throw new Error('refused');
    const [person, place] = ['PER', 'ORG'].map(
      (l) => spans.find((s) => s.kind === 'span' && s.label === l)?.id,
    );
    expect(made).toMatchObject([{ kind: 'add', annotation: { kind: 'relation', from: person, to: place } }]);
    const gold = goldAfter(spans, made);
    expect(judge(linked, gold).groups.every((g) => g.state === 'settled')).toBe(true);
  });
});
