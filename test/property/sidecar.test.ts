import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { operationEdit } from '../../server/src/core/annotations/edit.ts';
import { type Annotation, sortById } from '../../server/src/core/annotations/model.ts';
import { applyOperation, inverse, type Operation } from '../../server/src/core/annotations/operations.ts';
import { annotationsOf, parseSidecar } from '../../server/src/core/annotations/parse.ts';
import { serializeSidecar } from '../../server/src/core/annotations/serialize.ts';
import { applyReplacements } from '../../server/src/core/text/range.ts';
import { anyAnnotation, anyAnnotations, anyId, anyText } from './sidecarArbitraries.ts';

const anyOperation: fc.Arbitrary<Operation> = fc.oneof(
  anyAnnotation.map((annotation): Operation => ({ kind: 'add', annotation })),
  anyAnnotation.map((annotation): Operation => ({ kind: 'replace', annotation })),
  anyId.map((id): Operation => ({ kind: 'remove', id })),
);

/** The text after an operation's edit; the text itself where it is refused. */
function edited(text: string, operation: Operation): string {
  const result = operationEdit(text, operation);
  return result.ok ? applyReplacements(text, [result.edit]) : text;
}

function read(text: string): Annotation[] {
  return annotationsOf(parseSidecar(text));
}

describe('a sidecar', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(anyAnnotations, (annotations) => {
        const sidecar = parseSidecar(serializeSidecar(annotations));
        expect(annotationsOf(sidecar)).toEqual(sortById(annotations));
        expect(sidecar.writable).toBe(true);
        expect(sidecar.problems.filter((p) => p.code !== 'sidecar/not-understood')).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('is written as it was read, and is JSON of one line per annotation', () => {
    fc.assert(
      fc.property(anyAnnotations, (annotations) => {
        const text = serializeSidecar(annotations);
        expect(serializeSidecar(read(text))).toBe(text);
        expect(JSON.parse(text).annotations).toHaveLength(annotations.length + 1);
        expect(text.split('\n')).toHaveLength(annotations.length + 6);
      }),
      { numRuns: 300 },
    );
  });

  it('changes by a text edit exactly as the operation says, and stays canonical', () => {
    fc.assert(
      fc.property(anyAnnotations, fc.array(anyOperation, { maxLength: 6 }), (annotations, operations) => {
        let text = serializeSidecar(annotations);
        let expected: readonly Annotation[] = read(text);
        for (const operation of operations) {
          text = edited(text, operation);
          expected = applyOperation(expected, operation);
          expect(text).toBe(serializeSidecar(expected));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('changes by one line, whatever line ends it has', () => {
    fc.assert(
      fc.property(
        anyAnnotations,
        anyOperation,
        fc.constantFrom('\n', '\r\n'),
        (annotations, operation, eol) => {
          const text = serializeSidecar(annotations).replaceAll('\n', eol);
          const after = edited(text, operation);
          const [old, now] = [text.split(eol), after.split(eol)];
          expect(after.replaceAll(eol, '')).not.toMatch(eol === '\n' ? /\n/ : /[\r\n]/);
          const same = old.filter((line) => now.includes(line));
          expect(Math.max(old.length, now.length) - same.length).toBeLessThanOrEqual(1);
          expect(JSON.parse(after)).toMatchObject({ pressmark: 1 });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is as before when an operation is taken back', () => {
    fc.assert(
      fc.property(anyAnnotations, anyOperation, (annotations, operation) => {
        const before = sortById(annotations);
        const back = inverse(operation, before);
        const after = applyOperation(before, operation);
        if (!back) expect(after).toEqual(before);
        else expect(applyOperation(after, back)).toEqual(before);
      }),
      { numRuns: 300 },
    );
  });

  it('takes two additions in either order to the same text', () => {
    fc.assert(
      fc.property(anyAnnotations, anyAnnotation, anyAnnotation, (annotations, a, b) => {
        fc.pre(a.id !== b.id);
        const text = serializeSidecar(annotations);
        const [addA, addB]: Operation[] = [a, b].map((annotation) => ({ kind: 'add', annotation }));
        if (!addA || !addB) return;
        expect(edited(edited(text, addA), addB)).toBe(edited(edited(text, addB), addA));
      }),
      { numRuns: 300 },
    );
  });
});

describe('a damaged sidecar', () => {
  const damaged = fc
    .tuple(anyAnnotations, fc.array(fc.tuple(fc.nat(), fc.nat(40), anyText), { minLength: 1, maxLength: 4 }))
    .map(([annotations, cuts]) => {
      let text = serializeSidecar(annotations);
      for (const [at, length, inserted] of cuts) {
        const from = at % (text.length + 1);
        text = text.slice(0, from) + inserted + text.slice(from + length);
      }
      return text;
    });

  it('never throws, and is only writable where everything survives', () => {
    fc.assert(
      fc.property(fc.oneof(damaged, anyText, fc.json()), anyOperation, (text, operation) => {
        const sidecar = parseSidecar(text);
        for (const problem of sidecar.problems) {
          expect(problem.start).toBeGreaterThanOrEqual(0);
          expect(problem.end).toBeLessThanOrEqual(text.length + 1);
        }
        if (!sidecar.writable) {
          expect(sidecar.problems.some((p) => p.severity === 'error')).toBe(true);
          expect(operationEdit(text, operation).ok).toBe(false);
          return;
        }
        if (text.trim() === '') return;
        const whole = JSON.parse(text.replace(/^\uFEFF/, ''));
        const values = (whole.annotations as unknown[]).filter((value) => value !== null);
        expect(read(text)).toHaveLength(values.length);
        const rewritten = JSON.parse(serializeSidecar(read(text))).annotations as unknown[];
        const asSet = (list: unknown[]) => list.map((value) => canonical(value)).sort();
        expect(asSet(rewritten.slice(0, -1))).toEqual(asSet(values));
        const after = edited(text, operation).replace(/^\uFEFF/, '');
        expect(() => JSON.parse(after)).not.toThrow();
      }),
      { numRuns: 1500 },
    );
  });
});

/** JSON with sorted keys, so that only the order of keys may differ. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
