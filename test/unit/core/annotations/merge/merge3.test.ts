import { describe, expect, it } from 'vitest';
import { mergeAnnotations, mergeSidecars } from '../../../../../server/src/core/annotations/merge3.ts';
import type { Annotation, SpanAnnotation } from '../../../../../server/src/core/annotations/model.ts';
import { annotationLine, serializeSidecar } from '../../../../../server/src/core/annotations/serialize.ts';
import { A, B, lines, ROW_A, ROW_B, SIDECAR } from '../samples.ts';

const STATUS: Annotation = { kind: 'status', id: 'status', status: 'open', rev: '9f0f640a3e64', extra: [] };

function merged(
  base: readonly Annotation[],
  ours: readonly Annotation[],
  theirs: readonly Annotation[],
  revision?: string,
) {
  return mergeAnnotations(base, ours, theirs, revision === undefined ? {} : { revision });
}

/** The place in a newer text, where nothing but what is far away has changed. */
function found(span: SpanAnnotation, rev: string, by = 3): SpanAnnotation {
  return { ...span, start: span.start + by, end: span.end + by, rev };
}

describe('a line that both sides changed', () => {
  it('has both, where they changed different keys', () => {
    const ours = { ...A, note: 'sure', attributes: new Map([['role', 'x']]) };
    const theirs = { ...A, label: 'PER', entity: 'Q1', attributes: new Map([['by', true]]) };
    const { annotations, combined, conflicts } = merged([A], [ours], [theirs]);
    expect(annotations).toEqual([
      {
        ...theirs,
        note: 'sure',
        attributes: new Map<string, unknown>([
          ['by', true],
          ['role', 'x'],
        ]),
      },
    ]);
    expect({ combined, conflicts }).toEqual({ combined: [A.id], conflicts: [] });
  });

  it('keeps ours and records all three, where they changed the same key', () => {
    const [ours, theirs] = [
      { ...A, label: 'PER' },
      { ...A, label: 'LOC', note: 'sure' },
    ];
    const conflict = { base: annotationLine(A), ours: annotationLine(ours), theirs: annotationLine(theirs) };
    const { annotations, conflicts } = merged([A], [ours], [theirs]);
    expect(annotations).toEqual([{ ...ours, conflict }]);
    expect(conflicts).toEqual([{ id: A.id, conflict }]);
  });

  it('stays where one side removed it, and says so', () => {
    const theirs = { ...A, label: 'LOC' };
    const conflict = { base: annotationLine(A), ours: null, theirs: annotationLine(theirs) };
    expect(merged([A, B], [B], [theirs, B]).annotations).toEqual([{ ...theirs, conflict }, B]);
    expect(merged([A, B], [B], [A, B]).annotations).toEqual([B]);
  });

  it('is one where both added it under one id', () => {
    expect(merged([], [A], [A]).annotations).toEqual([A]);
    expect(merged([], [A], [{ ...A, note: 'n' }]).annotations).toEqual([{ ...A, note: 'n' }]);
    expect(merged([], [A], [{ ...A, label: 'PER' }]).conflicts[0]?.conflict.base).toBeNull();
  });

  it('never mixes two places', () => {
    const [first, second] = [found(A, '111111111111'), found(A, '222222222222', 9)];
    for (const [ours, theirs] of [
      [first, second],
      [second, first],
    ] as const) {
      expect(merged([A], [ours], [theirs]).annotations).toEqual([second]);
      expect(merged([A], [ours], [theirs], '111111111111').annotations).toEqual([first]);
    }
  });

  it('takes the place that a person chose over one that was found again', () => {
    const chosen = { ...A, end: A.end + 6, text: 'Taliban Kabul', after: ' x' };
    const { annotations, conflicts } = merged([A], [found(A, '111111111111')], [chosen]);
    expect({ annotations, conflicts }).toEqual({ annotations: [chosen], conflicts: [] });
    const other = { ...A, start: A.start - 2, text: 'x Taliban', before: '' };
    expect(merged([A], [chosen], [other]).conflicts).toHaveLength(1);
    const elsewhere = { ...A, start: 90, end: 97, before: 'quite', after: ' other' };
    expect(merged([A], [elsewhere], [{ ...found(A, '1'.repeat(12)), end: 99 }]).annotations).toEqual([
      elsewhere,
    ]);
  });

  it('knows a place again whose neighbours were both corrected, but not the same words elsewhere', () => {
    const near = { ...A, before: 'menurut juru bicara ', after: ' tiba di Moskow kemarin' };
    const corrected = {
      ...near,
      before: 'menurut juru bicara resmi ',
      after: ' sudah tiba di Moskow',
      rev: '1'.repeat(12),
    };
    const chosen = { ...near, end: near.end + 5, text: 'Taliban tiba', after: ' di Moskow kemarin' };
    expect(merged([near], [corrected], [chosen])).toMatchObject({ annotations: [chosen], conflicts: [] });
    const again = {
      ...near,
      before: 'juru bicara Taliban kata ',
      after: ' tiba di Moskow',
      rev: '1'.repeat(12),
    };
    const first = { ...near, after: ' kata Taliban tiba di Moskow' };
    const other = { ...first, end: first.end + 5, text: 'Taliban kata', after: ' Taliban tiba' };
    expect(merged([first], [again], [other]).conflicts).toHaveLength(1);
  });

  it('knows a place that either side found again beside another corrected neighbour', () => {
    const near = { ...A, before: 'menurut juru bicara ', after: ' tiba di Moskow kemarin' };
    const left = { ...near, before: 'menurut juru bicara lama ', start: A.start + 5, end: A.end + 5 };
    const ours = { ...left, rev: '1'.repeat(12) };
    const theirs = { ...near, after: ' sudah pergi dari Moskow', rev: '2'.repeat(12) };
    expect(merged([near], [ours], [theirs])).toMatchObject({ annotations: [theirs], conflicts: [] });
    expect(merged([near], [theirs], [ours], ours.rev)).toMatchObject({ annotations: [ours], conflicts: [] });
  });

  it('takes two places in one revision for two, whichever side is ours', () => {
    const [here, there] = [0, 40].map((by) => ({
      ...A,
      rev: '2'.repeat(12),
      start: A.start + by,
      end: A.end + by,
    }));
    if (!here || !there) throw new Error('expected two places');
    expect(merged([A], [here], [there]).conflicts).toHaveLength(1);
    expect(merged([A], [there], [here]).conflicts).toHaveLength(1);
  });

  it('asks how far a person is where both sides say so', () => {
    const say = (status: 'done' | 'reviewed', rev = '9f0f640a3e64') =>
      ({ ...STATUS, status, rev }) as Annotation;
    expect(merged([STATUS], [say('done')], [say('reviewed')]).conflicts).toHaveLength(1);
    const later = say('done', 'ffffffffffff');
    expect(merged([STATUS], [say('done')], [later]).annotations).toEqual([later]);
  });

  it('asks nobody who said the same thing first', () => {
    const said = (decision: 'decided' | 'majority', by: string) => ({ ...A, decision, by });
    for (const base of [[], [A]]) {
      const [ana, chi] = [said('decided', 'ana'), said('decided', 'chi')];
      expect(merged(base, [chi], [ana])).toMatchObject({ annotations: [ana], conflicts: [] });
      expect(merged(base, [ana], [chi])).toMatchObject({ annotations: [ana], conflicts: [] });
      expect(merged(base, [said('majority', 'ana')], [chi]).annotations).toEqual([chi]);
      expect(merged(base, [ana], [{ ...chi, label: 'PER' }]).conflicts).toHaveLength(1);
      expect(merged(base, [ana], [{ ...chi, note: 'guideline 3' }]).conflicts).toHaveLength(1);
    }
  });

  it('takes sources as a set', () => {
    const gold = (...sources: string[]) => ({ ...A, sources });
    expect(merged([gold('a:1')], [gold('a:1', 'c:1')], [gold('b:1')]).annotations).toEqual([
      gold('b:1', 'c:1'),
    ]);
  });
});

describe('a line that waits for a decision', () => {
  const [mine, other] = [
    { ...A, label: 'PER' },
    { ...A, label: 'LOC' },
  ];
  const open = merged([A], [mine], [other]).annotations;

  it('is decided once one side has decided', () => {
    expect(merged(open, open, [other]).annotations).toEqual([other]);
    expect(merged(open, [mine], open).annotations).toEqual([mine]);
    expect(merged(open, open, []).annotations).toEqual([]);
  });

  it('waits again where two decisions differ, from what was before', () => {
    const [conflict] = merged(open, [mine], [other]).conflicts;
    expect(conflict?.conflict.base).toBe(annotationLine(A));
    expect(merged(open, [other], [{ ...other, note: 'n' }]).annotations).toEqual([{ ...other, note: 'n' }]);
  });

  it('gets what the other side changed besides, in both versions', () => {
    const [line] = merged([A], open, [{ ...A, note: 'n' }]).annotations;
    expect(line).toMatchObject({ label: 'PER', note: 'n' });
    expect(line?.kind === 'span' && line.conflict?.theirs).toBe(annotationLine({ ...other, note: 'n' }));
  });

  it('is not merged with a third version', () => {
    const third = { ...A, label: 'GPE' };
    expect(merged([A], open, [third]).unmerged).toEqual([A.id]);
    const texts = [[A], open, [third]].map((side) => serializeSidecar(side)) as [string, string, string];
    expect(mergeSidecars(...texts)).toMatchObject({ ok: false });
    expect(merged([A], open, [other]).annotations).toEqual(open);
  });
});

describe('lines that nobody understands', () => {
  const odd = (more: string) => `{"id":"00000040-oddodd","later":1${more}}`;

  it('stay as they are written, and record both sides where both changed', () => {
    const base = lines(ROW_A, odd(''));
    expect(mergeSidecars(base, lines(ROW_A, odd(',"x":1')), lines(odd('')))).toMatchObject({
      text: lines(odd(',"x":1')),
    });
    const both = mergeSidecars(base, lines(ROW_A, odd(',"x":1')), lines(ROW_A, odd(',"y":2')));
    expect(both.ok && both.text).toContain(
      odd(`,"x":1,"conflict":{"base":${odd('')},"ours":${odd(',"x":1')},"theirs":${odd(',"y":2')}}`),
    );
  });

  it('are there as often as somebody has them, where an id stands twice', () => {
    const twice = mergeSidecars(SIDECAR, lines(ROW_A, odd(''), odd(',"x":1')), lines(ROW_A, ROW_B, odd('')));
    expect(twice.ok && twice.text).toBe(lines(ROW_A, odd(',"x":1'), odd('')));
    const doubledBase = lines(ROW_A, ROW_A.replace('ORG', 'PER'));
    const one = mergeSidecars(doubledBase, lines(ROW_A), lines(ROW_A.replace('ORG', 'PER')));
    expect(one.ok && one.conflicts).toHaveLength(1);
  });
});

describe('texts', () => {
  const OURS = lines(ROW_A.replace('ORG', 'PER'), ROW_B);
  const THEIRS = lines(ROW_A);
  const BOTH = lines(ROW_A.replace('ORG', 'PER'));

  it('keep the line ends and the mark that one side gave them', () => {
    expect(mergeSidecars(SIDECAR, OURS, THEIRS)).toMatchObject({ ok: true, text: BOTH });
    expect(mergeSidecars(SIDECAR, OURS.replaceAll('\n', '\r\n'), THEIRS)).toMatchObject({
      text: BOTH.replaceAll('\n', '\r\n'),
    });
    expect(mergeSidecars(SIDECAR, OURS, `\ufeff${THEIRS}`)).toMatchObject({ text: `\ufeff${BOTH}` });
  });

  it('are brought into line form, and may be empty', () => {
    const pretty = JSON.stringify(JSON.parse(OURS), null, 2);
    expect(mergeSidecars(SIDECAR, pretty, THEIRS)).toMatchObject({ text: BOTH });
    expect(mergeSidecars('', lines(ROW_A), lines(ROW_B))).toMatchObject({ text: SIDECAR });
    expect(mergeSidecars(SIDECAR, '', OURS)).toMatchObject({ conflicts: [{ id: '00000024-x7f3kq' }] });
  });

  it('are not merged where something would be lost', () => {
    const broken = OURS.replace('"label":"PER"', '"label":"PER');
    expect(mergeSidecars(SIDECAR, broken, THEIRS)).toMatchObject({ ok: false, side: 'ours' });
    expect(mergeSidecars(SIDECAR, OURS, THEIRS.replace('{"id"', '<<<<<<< x\n{"id"'))).toMatchObject({
      ok: false,
      side: 'theirs',
    });
    expect(mergeSidecars(SIDECAR, OURS.replace(':1,', ':2,'), THEIRS)).toMatchObject({
      ok: false,
      side: 'ours',
    });
    const head = (more: string, text: string) => text.replace('1,\n', `1,\n${more},\n`);
    expect(mergeSidecars(SIDECAR, head('"x":1', OURS), THEIRS)).toMatchObject({ text: head('"x":1', BOTH) });
    expect(mergeSidecars(SIDECAR, head('"x":1', OURS), head('"x":2', THEIRS))).toMatchObject({ ok: false });
    expect(mergeSidecars(broken, OURS, THEIRS)).toMatchObject({ ok: true });
  });

  it('tell of what both sides tagged alike', () => {
    const again = { ...A, id: '00000024-zzzzzz' };
    expect(merged([], [A], [again])).toMatchObject({
      annotations: [A, again],
      twice: [{ ours: A.id, theirs: again.id, label: 'ORG', text: 'Taliban' }],
    });
  });
});
