import { describe, expect, it } from 'vitest';
import { type AdjudicationRule, ruleOutcomes } from '../../../../server/src/core/adjudication/rules.ts';
import { settleByRule } from '../../../../server/src/core/adjudication/settle.ts';
import type { Annotation } from '../../../../server/src/core/annotations/model.ts';
import {
  deciding,
  goldAfter,
  judge,
  layersOf,
  placed,
  type Said,
  span,
  value,
} from '../../../support/adjudication.ts';

function run(said: Said, rule: AdjudicationRule, gold: readonly Annotation[] = []): readonly Annotation[] {
  return goldAfter(gold, settleByRule(layersOf(said), gold.map(placed), rule, deciding()).operations);
}

const states = (said: Said, gold: readonly Annotation[]) => judge(said, gold).groups.map((g) => g.state);
const per = () => span('Nguyen Van An', 'PER');

describe('rules', () => {
  it('unanimous takes what all have and leaves the rest', () => {
    const said = { ana: [span('Hanoi', 'GPE'), per()], binh: [span('Hanoi', 'LOC'), per()] };
    const gold = run(said, 'unanimous');
    expect(gold).toMatchObject([{ label: 'PER', decision: 'unanimous' }]);
    expect(states(said, gold)).toEqual(['open', 'settled']);
  });

  it('majority takes what more than half have, and refuses what stands against it', () => {
    const said = { ana: [span('Hanoi', 'GPE')], binh: [span('Hanoi', 'GPE')], chi: [span('Hanoi', 'LOC')] };
    const gold = run(said, 'majority');
    expect(gold).toMatchObject([
      { label: 'GPE', decision: 'majority' },
      { kind: 'record', delete: true, ref: expect.stringMatching(/^chi:/) },
    ]);
    expect(states(said, gold)).toEqual(['settled']);
    expect(run(said, 'unanimous')).toEqual([]);
  });

  it('leaves ties, and what only a minority has, to people', () => {
    expect(run({ ana: [per()], binh: [] }, 'majority')).toEqual([]);
    const tie = { ana: [per()], binh: [per()], chi: [span('Nguyen', 'PER')], dian: [span('Nguyen', 'PER')] };
    expect(run(tie, 'majority')).toEqual([]);
    expect(run({ ana: [per()], binh: [], chi: [] }, 'majority')).toEqual([]);
  });

  it('leaves majorities that overlap with the same label to people', () => {
    const [short, long] = [() => span('New York', 'ORG'), () => span('New York Times', 'ORG')];
    const said = { ana: [short()], binh: [short(), long()], chi: [long()] };
    expect(run(said, 'majority')).toEqual([]);
    const nested = { ana: [short(), long()], binh: [short(), long()] };
    expect(run(nested, 'majority')).toHaveLength(2);
  });

  it('leaves details that differ, and places that are a guess, to people', () => {
    const details = { ana: [span('Hanoi', 'GPE', { entity: 'Q1858' })], binh: [span('Hanoi', 'GPE')] };
    expect(run(details, 'majority')).toEqual([]);
    const adjudication = judge({ ana: [per()], binh: [per()] });
    const guessed = {
      ...adjudication,
      groups: adjudication.groups.map((g) => ({
        ...g,
        versions: g.versions.map((v) => ({ ...v, certain: false })),
      })),
    };
    expect(ruleOutcomes(guessed, 'unanimous')).toEqual([]);
  });

  it('does not decide again what a person decided', () => {
    const said = { ana: [span('Hanoi', 'GPE')], binh: [span('Hanoi', 'GPE')], chi: [span('Hanoi', 'LOC')] };
    const gold = run(said, 'majority').map((l) =>
      l.kind === 'span' ? { ...l, label: 'ORG', decision: 'decided' as const } : l,
    );
    const changed = { ...said, chi: [] };
    expect(run(changed, 'majority', gold)).toEqual(gold);
  });

  it('follows when those who made the majority change their minds', () => {
    const said = { ana: [span('Hanoi', 'GPE')], binh: [span('Hanoi', 'GPE')], chi: [span('Hanoi', 'LOC')] };
    const gold = run(said, 'majority');
    const binh = said.binh.map((s) => ({ ...s, label: 'LOC' }));
    const next = run({ ...said, binh }, 'majority', gold);
    expect(next).toMatchObject(
      [
        { label: 'LOC', id: gold[0]?.id },
        { kind: 'record', ref: /^ana:/ },
      ].map((x) => expect.objectContaining(x.ref ? { ref: expect.stringMatching(x.ref) } : x)),
    );
    expect(states({ ...said, binh }, next)).toEqual(['settled']);
  });

  it('needs two annotators', () => {
    expect(run({ ana: [per()] }, 'unanimous')).toEqual([]);
  });

  it('takes labels of the article and links between what it took', () => {
    const link = (from: string, to: string) =>
      ({ kind: 'relation', id: '00000001-link', from, to, label: 'at', extra: [] }) as const;
    const layer = () => {
      const [p, o] = [per(), span('Universitas Hanoi', 'ORG')];
      return [p, o, link(p.id, o.id), value('topic', ['a', 'b'])];
    };
    const said = { ana: layer(), binh: layer() };
    const gold = run(said, 'unanimous');
    expect(gold.map((l) => l.kind).sort()).toEqual(['documentLabel', 'relation', 'span', 'span']);
    expect(run(said, 'unanimous', gold)).toEqual(gold);
  });
});
