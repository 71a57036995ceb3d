import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Finding } from '../../../../server/src/core/checks/finding.ts';
import { certainFix, jointFix } from '../../../../server/src/core/checks/fixAll.ts';
import { msg } from '../../../../server/src/core/message.ts';
import { overlaps, type TextRange } from '../../../../server/src/core/text/range.ts';

const range = fc
  .tuple(fc.nat(60), fc.nat(6))
  .map(([start, length]): TextRange => ({ start, end: start + length }));

/** Edits of one fix do not overlap. */
const edits = fc
  .array(range, { minLength: 1, maxLength: 3 })
  .map((ranges) =>
    ranges
      .filter((r, i) => !ranges.slice(0, i).some((other) => overlaps(r, other)))
      .map((r) => ({ ...r, newText: 'x' })),
  );

const anyFinding = fc
  .record({ at: range, fixes: fc.array(fc.record({ edits, certain: fc.boolean() }), { maxLength: 2 }) })
  .map(
    ({ at, fixes }): Finding => ({
      ...at,
      rule: 'a/b',
      severity: 'error',
      message: msg('…'),
      why: msg('…'),
      fixes: fixes.map((fix) => ({ ...fix, title: msg('…') })),
    }),
  );

const touched = (finding: Finding): TextRange[] => [finding, ...(certainFix(finding)?.edits ?? [])];
const meet = (a: Finding, b: Finding) => touched(a).some((x) => touched(b).some((y) => overlaps(x, y)));

test('repairs that are made together never touch the same text, and none is left out without need', () => {
  fc.assert(
    fc.property(fc.array(anyFinding, { maxLength: 12 }), (unsorted) => {
      const findings = unsorted.toSorted((a, b) => a.start - b.start || b.end - a.end);
      const joint = jointFix(findings);
      expect(joint.edits).toEqual(
        joint.fixed
          .flatMap((f) => certainFix(f)?.edits ?? [])
          .toSorted((a, b) => a.start - b.start || a.end - b.end),
      );
      for (const [i, edit] of joint.edits.entries()) {
        const next = joint.edits[i + 1];
        if (next) expect(edit.end).toBeLessThanOrEqual(next.start);
      }
      const certain = findings.filter((f) => certainFix(f));
      expect(joint.left).toBe(certain.length - joint.fixed.length);
      for (const [i, finding] of certain.entries()) {
        const before = certain.slice(0, i).filter((f) => joint.fixed.includes(f));
        expect(joint.fixed.includes(finding)).toBe(!before.some((f) => meet(f, finding)));
      }
    }),
  );
});
