import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Version } from '../../server/src/core/annotations/merge/version.ts';
import { mergeAnnotations, mergeSidecars } from '../../server/src/core/annotations/merge3.ts';
import type { Annotation } from '../../server/src/core/annotations/model.ts';
import { annotationsOf, parseSidecar } from '../../server/src/core/annotations/parse.ts';
import { annotationLine, serializeSidecar } from '../../server/src/core/annotations/serialize.ts';
import { afterEdits, anyEdit, anyEdits, anySorted, type Edit } from './mergeArbitraries.ts';

const RUNS = { numRuns: 600 };
const threeSides = fc.tuple(anySorted, anyEdits, anyEdits).map(([base, mine, other]) => ({
  base,
  ours: afterEdits(base, mine),
  theirs: afterEdits(base, other),
}));

function linesOf(annotations: readonly Annotation[]): string[] {
  return annotations.map(annotationLine);
}

/** What a merge says, whichever side is called ours. */
function content({ annotations, conflicts, unmerged, combined }: ReturnType<typeof mergeAnnotations>) {
  const open = new Map(conflicts.map(({ id, conflict }) => [id, conflict]));
  return {
    lines: annotations.map((annotation) => {
      const conflict = open.get(annotation.id);
      if (!conflict) return annotationLine(annotation);
      return JSON.stringify([annotation.id, conflict.base, [conflict.ours, conflict.theirs].sort()]);
    }),
    unmerged: [...unmerged].sort(),
    combined: [...combined].sort(),
  };
}

describe('a merge', () => {
  it('of equal or of unchanged sides is the changed one', () => {
    fc.assert(
      fc.property(threeSides, ({ base, ours }) => {
        for (const merged of [
          mergeAnnotations(base, ours, ours),
          mergeAnnotations(base, base, ours),
          mergeAnnotations(base, ours, base),
        ]) {
          expect(linesOf(merged.annotations)).toEqual(linesOf(ours));
          expect([merged.conflicts, merged.combined, merged.unmerged]).toEqual([[], [], []]);
        }
        const [b, o] = [serializeSidecar(base), serializeSidecar(ours)];
        for (const sides of [
          [b, o, o],
          [b, b, o],
          [b, o, b],
        ] as const) {
          expect(mergeSidecars(...sides)).toMatchObject({ ok: true, text: o, conflicts: [] });
        }
      }),
      RUNS,
    );
  });

  it('says the same whichever side is called ours', () => {
    fc.assert(
      fc.property(threeSides, ({ base, ours, theirs }) => {
        const [there, back] = [mergeAnnotations(base, ours, theirs), mergeAnnotations(base, theirs, ours)];
        expect(content(there)).toEqual(content(back));
      }),
      RUNS,
    );
  });

  it('neither loses nor doubles an id: only what a side removed and the other left alone is gone', () => {
    fc.assert(
      fc.property(threeSides, ({ base, ours, theirs }) => {
        const { annotations, unmerged } = mergeAnnotations(base, ours, theirs);
        const ids = annotations.map((a) => a.id);
        expect(new Set(ids).size).toBe(ids.length);
        const line = (side: readonly Annotation[], id: string) => {
          const found = side.find((a) => a.id === id);
          return found && annotationLine(found);
        };
        for (const id of new Set([...base, ...ours, ...theirs].map((a) => a.id))) {
          const [b, o, t] = [line(base, id), line(ours, id), line(theirs, id)];
          const isRemoved = (o === undefined && (t === b || t === undefined)) || (t === undefined && o === b);
          expect(ids.includes(id) || unmerged.includes(id)).toBe(!isRemoved);
        }
      }),
      RUNS,
    );
  });

  it('keeps what each side says in the line, or records both sides in full', () => {
    fc.assert(
      fc.property(threeSides, ({ base, ours, theirs }) => {
        const { annotations, conflicts, unmerged } = mergeAnnotations(base, ours, theirs);
        const open = new Map(conflicts.map(({ id, conflict }) => [id, conflict]));
        for (const side of [ours, theirs]) {
          for (const annotation of side) {
            const { id } = annotation;
            const was = base.find((a) => a.id === id);
            const line = annotationLine(annotation);
            if (unmerged.includes(id) || (was && annotationLine(was) === line)) continue;
            const said = new Version(line).line;
            const { ours: mine, theirs: other } = open.get(id) ?? { ours: null, theirs: null };
            const merged = annotations.find((a) => a.id === id);
            const kept = merged && holds(annotationLine(merged), said, was);
            expect(mine === said || other === said || kept).toBe(true);
          }
        }
      }),
      RUNS,
    );
  });

  it('writes exactly what the merged annotations are, readable and sorted', () => {
    fc.assert(
      fc.property(threeSides, fc.constantFrom('\n', '\r\n'), ({ base, ours, theirs }, eol) => {
        const [b, o, t] = [base, ours, theirs].map((side) => serializeSidecar(side).replaceAll('\n', eol));
        const lists = mergeAnnotations(base, ours, theirs);
        const merged = mergeSidecars(b ?? '', o ?? '', t ?? '');
        expect(merged.ok).toBe(lists.unmerged.length === 0);
        if (!merged.ok) return;
        expect(merged.text).toBe(serializeSidecar(lists.annotations).replaceAll('\n', eol));
        const sidecar = parseSidecar(merged.text);
        expect(sidecar.writable).toBe(true);
        expect(linesOf(annotationsOf(sidecar))).toEqual(linesOf(lists.annotations));
      }),
      RUNS,
    );
  });

  it('is one side’s edits after the other’s, where they are independent', () => {
    fc.assert(
      fc.property(anySorted, anyEdits, fc.array(anyEdit, { maxLength: 6 }), (base, mine, others) => {
        const other = others.filter((edit) => mine.every((m) => areIndependent(base, m, edit)));
        const merged = mergeAnnotations(base, afterEdits(base, mine), afterEdits(base, other));
        expect(merged.conflicts).toEqual([]);
        expect(merged.unmerged).toEqual([]);
        const inTurn = afterEdits(base, [...mine, ...other]);
        expect(linesOf(merged.annotations).map(sortedMembers)).toEqual(linesOf(inTurn).map(sortedMembers));
      }),
      RUNS,
    );
  });

  it('of three is the same in either order, where nothing contradicts', () => {
    const sides = fc.tuple(anySorted, anyEdits, anyEdits, anyEdits);
    fc.assert(
      fc.property(sides, ([base, ...edits]) => {
        const [x, y, z] = edits.map((e) => afterEdits(base, e));
        if (!x || !y || !z) return;
        const [xy, yz] = [mergeAnnotations(base, x, y), mergeAnnotations(base, y, z)];
        const left = mergeAnnotations(base, xy.annotations, z);
        const right = mergeAnnotations(base, x, yz.annotations);
        if ([xy, yz, left, right].some((m) => m.conflicts.length + m.unmerged.length > 0)) return;
        expect(linesOf(left.annotations)).toEqual(linesOf(right.annotations));
      }),
      RUNS,
    );
  });
});

/** True where the line has every value that the side set or changed; places are decided as a whole. */
function holds(line: string | null | undefined, said: string, was: Annotation | undefined): boolean {
  if (line === null || line === undefined) return false;
  if (line === said) return true;
  const [now, side, before] = [
    new Version(line).members,
    new Version(said).members,
    was && new Version(annotationLine(was)).members,
  ];
  const place = ['start', 'end', 'text', 'before', 'after', 'rev', 'parts', 'conflict'];
  return [...side].every(([key, json]) => {
    if (place.includes(key) || before?.get(key) === json || now.get(key) === json) return true;
    if (key !== 'attributes') return key === 'sources';
    const [kept, old] = [now, before].map((m) => Object.entries(JSON.parse(m?.get(key) ?? '{}')));
    return Object.entries(JSON.parse(json)).every(([name, value]) => {
      const isIn = (list: [string, unknown][] | undefined) =>
        (list ?? []).some(([n, v]) => n === name && JSON.stringify(v) === JSON.stringify(value));
      return isIn(kept) || isIn(old);
    });
  });
}

function areIndependent(base: readonly Annotation[], a: Edit, b: Edit): boolean {
  const id = (edit: Edit) =>
    edit.kind === 'add' ? edit.annotation.id : base[edit.index % Math.max(1, base.length)]?.id;
  if (id(a) !== id(b)) return true;
  return a.kind === 'change' && b.kind === 'change' && a.change.facet !== b.change.facet;
}

/** A line whose attributes stand in the order of their names: two people's have no other order. */
function sortedMembers(line: string): string {
  const attributes = new Version(line).members.get('attributes');
  if (attributes === undefined) return line;
  const sorted = [...new Version(attributes).members].sort(([a], [b]) => (a < b ? -1 : 1));
  return `${line.replace(attributes, '')} ${JSON.stringify(sorted)}`;
}
