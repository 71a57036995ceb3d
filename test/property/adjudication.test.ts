import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Adjudication, adjudicate } from '../../server/src/core/adjudication/adjudicate.ts';
import { isLost } from '../../server/src/core/adjudication/group.ts';
import type { AnnotatorLayer } from '../../server/src/core/adjudication/member.ts';
import { type Outcome, outcomeOperations } from '../../server/src/core/adjudication/outcome.ts';
import { ADJUDICATION_RULES } from '../../server/src/core/adjudication/rules.ts';
import { settleByRule } from '../../server/src/core/adjudication/settle.ts';
import { newId, newReview, newSpan } from '../../server/src/core/annotations/create.ts';
import type { Annotation, SpanAnnotation } from '../../server/src/core/annotations/model.ts';
import { inverse } from '../../server/src/core/annotations/operations.ts';
import { lineHash, serializeSidecar } from '../../server/src/core/annotations/serialize.ts';
import { ARTICLE, deciding, goldAfter, placed, suffix, TEXT } from '../support/adjudication.ts';

const WORDS = [...TEXT.matchAll(/[\p{L}😀]+/gu)].map((m) => ({ start: m.index, end: m.index + m[0].length }));

const place = fc.tuple(fc.nat(WORDS.length - 1), fc.nat(3)).map(([first, more]) => ({
  start: WORDS[first]?.start ?? 0,
  end: WORDS[Math.min(first + more, WORDS.length - 1)]?.end ?? TEXT.length,
}));
const label = fc.constantFrom('PER', 'ORG', 'GPE');
const spanLine = fc
  .record({ range: place, label, entity: fc.constantFrom(undefined, undefined, 'Q1', 'Q2') })
  .map(({ range, label, entity }): SpanAnnotation => {
    const made = newSpan({ article: TEXT, range, label, suffix: suffix() });
    return entity === undefined ? made : { ...made, entity };
  });
const otherLine = fc.oneof(
  fc.constantFrom('war', 'peace').map(
    (said): Annotation => ({
      kind: 'documentLabel',
      id: newId(0, suffix()),
      label: 'topic',
      value: said,
      extra: [],
    }),
  ),
  fc
    .record({ range: place, verdict: fc.constantFrom('dismissed' as const, 'confirmed' as const) })
    .map(
      ({ range, verdict }): Annotation =>
        newReview({ article: TEXT, range, rule: 'a/b', verdict, suffix: suffix() }),
    ),
);

/** An annotator's lines, some links between them, and here and there a word on another one's. */
const layer = fc
  .record({
    spans: fc.array(spanLine, { maxLength: 6 }),
    others: fc.array(otherLine, { maxLength: 2 }),
    links: fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 2 }),
  })
  .map(({ spans, others, links }): Annotation[] => {
    const relations = links.flatMap(([i, j]): Annotation[] => {
      const [from, to] = [spans[i], spans[j]];
      if (!from || !to) return [];
      return [{ kind: 'relation', id: newId(0, suffix()), from: from.id, to: to.id, label: 'at', extra: [] }];
    });
    return [...spans, ...others, ...relations];
  });
const NAMES = ['ana', 'binh', 'chi', ''];
const layers = fc.array(layer, { minLength: 2, maxLength: 4 }).map((all): AnnotatorLayer[] =>
  all.map((lines, i) => {
    const [first] = all[(i + 1) % all.length] ?? [];
    const ref = first && `${NAMES[(i + 1) % all.length]}:${first.id}`;
    const record: Annotation[] =
      first && ref !== undefined && lines.length % 3 === 0
        ? [{ kind: 'record', id: newId(0, suffix()), ref, accept: true, was: lineHash(first), extra: [] }]
        : [];
    return { annotator: NAMES[i] ?? '', lines: [...lines, ...record].map(placed) };
  }),
);
const rule = fc.constantFrom(...ADJUDICATION_RULES);

const settle = (
  said: readonly AnnotatorLayer[],
  gold: readonly Annotation[],
  by: (typeof ADJUDICATION_RULES)[number],
) => goldAfter(gold, settleByRule(said, gold.map(placed), by, deciding()).operations);
const members = ({ groups }: Adjudication) => groups.flatMap((g) => g.versions.flatMap((v) => v.members));
/** What gold says, without the ids and the sources. */
const contents = (gold: readonly Annotation[]) =>
  adjudicate([], gold.map(placed))
    .gold.lines.map((l) => l.content)
    .sort();

describe('adjudication', () => {
  it('loses no line: each is in one group, and is settled or open there', () => {
    fc.assert(
      fc.property(layers, rule, (said, by) => {
        const gold = settle(said, [], by);
        const result = adjudicate(said, gold.map(placed));
        const refs = new Set(members(result).map((m) => m.ref));
        for (const { annotator, lines } of said)
          for (const { annotation } of lines)
            if (annotation.kind !== 'record') expect(refs).toContain(`${annotator}:${annotation.id}`);
        const groupsOf = new Map<string, Set<string>>();
        for (const g of result.groups)
          for (const v of g.versions)
            for (const m of v.members) groupsOf.set(m.ref, (groupsOf.get(m.ref) ?? new Set()).add(g.key));
        for (const keys of groupsOf.values()) expect(keys.size).toBe(1);
        for (const g of result.groups) {
          const standings = g.versions.flatMap((v) => v.members.map((m) => result.gold.standing(m)));
          const isSettled = standings.every((s) => s === 'accepted' || s === 'refused');
          expect(g.state === 'settled').toBe(isSettled);
        }
      }),
    );
  });

  it('does not care for the order of the layers and of their lines', () => {
    fc.assert(
      fc.property(layers, rule, fc.nat(), (said, by, turn) => {
        const other = said
          .map((l) => ({ ...l, lines: [...l.lines].reverse() }))
          .sort((a, b) => ((a.annotator.length * turn) % 7) - ((b.annotator.length * turn) % 5));
        expect(adjudicate(other, []).groups).toEqual(adjudicate(said, []).groups);
        expect(contents(settle(other, [], by))).toEqual(contents(settle(said, [], by)));
      }),
    );
  });

  it('rules change nothing when run again, and unanimity is part of every majority', () => {
    fc.assert(
      fc.property(layers, rule, (said, by) => {
        const gold = settle(said, [], by);
        expect(settle(said, gold, by)).toEqual(gold);
        const all = contents(settle(said, [], 'majority'));
        for (const content of contents(settle(said, [], 'unanimous'))) expect(all).toContain(content);
      }),
    );
  });

  it('after any decisions of people everything is settled, and each can be undone to the letter', () => {
    fc.assert(
      fc.property(
        layers,
        fc.infiniteStream(fc.nat(3)),
        fc.option(rule, { nil: undefined }),
        (said, choices, by) => {
          let gold = by ? settle(said, [], by) : [];
          const decided = new Set<string>();
          for (;;) {
            const now = adjudicate(said, gold.map(placed));
            const group = now.groups.find((g) => g.state !== 'settled' && !decided.has(g.key));
            if (!group) break;
            decided.add(group.key);
            const take = group.versions.filter((v) => !isLost(v) && choices.next().value !== 0);
            const refuse = group.versions.filter((v) => !take.includes(v));
            const own = { label: 'LOC', range: WORDS[choices.next().value ?? 0] ?? { start: 0, end: 1 } };
            const outcome: Outcome =
              choices.next().value === 3 ? { take: [], refuse: [], own } : { take, refuse };
            let made = outcomeOperations(now, group, outcome, deciding());
            if ('refused' in made)
              made = outcomeOperations(now, group, { take: [], refuse: group.versions }, deciding());
            if ('refused' in made) throw new Error('refusing all is always possible');
            const before = gold;
            gold = goldAfter(before, made);
            const undo = made.flatMap((o) => inverse(o, before) ?? []).reverse();
            expect(serializeSidecar(goldAfter(gold, undo))).toBe(serializeSidecar(before));
            expect(adjudicate(said, gold.map(placed)).groups.find((g) => g.key === group.key)?.state).toBe(
              'settled',
            );
          }
          const open = adjudicate(said, gold.map(placed)).groups.filter((g) => g.state !== 'settled');
          expect(open.map((g) => g.key).filter((key) => !decided.has(key))).toEqual([]);
          for (const any of ADJUDICATION_RULES) expect(settle(said, gold, any)).toEqual(gold);
        },
      ),
    );
  });

  it('gold speaks of lines as they are: a changed one is open again unless gold says the same', () => {
    fc.assert(
      fc.property(layers, (said) => {
        const gold = settle(said, [], 'majority');
        const changed = said.map((l) => ({
          ...l,
          lines: l.lines.map((p) =>
            p.annotation.kind === 'span' ? { ...p, annotation: { ...p.annotation, label: 'EVENT' } } : p,
          ),
        }));
        const result = adjudicate(changed, gold.map(placed));
        const says = new Set(contents(gold));
        for (const m of members(result).filter((m) => m.annotation.kind === 'span'))
          expect(says.has(m.content) || ['open', 'changed'].includes(result.gold.standing(m))).toBe(true);
      }),
    );
  });

  it('keeps offsets of the present article in every gold span', () => {
    fc.assert(
      fc.property(layers, (said) => {
        for (const line of settle(said, [], 'majority')) {
          if (line.kind !== 'span') continue;
          const range = [line.start, line.end].map((at) => ARTICLE.offsets.toUtf16(at));
          expect(TEXT.slice(range[0], range[1])).toBe(line.text);
          expect(line.rev).toBe(ARTICLE.revision);
        }
      }),
    );
  });
});
