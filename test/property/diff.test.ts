import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AnnotationChange,
  describeChange,
  diffAnnotations,
} from '../../server/src/core/annotations/diff.ts';
import { type Annotation, sortById } from '../../server/src/core/annotations/model.ts';
import { annotationLine } from '../../server/src/core/annotations/serialize.ts';
import { formatMessage } from '../../server/src/core/message.ts';
import { anyAnnotation, anyAnnotations } from './sidecarArbitraries.ts';

/** Two states of a sidecar that share lines, versions of lines, and ids. */
const twoStates = fc
  .tuple(anyAnnotations, anyAnnotations, fc.infiniteStream(fc.nat(3)))
  .map(([before, others, choice]) => {
    const after = [...others];
    for (const annotation of before) {
      const what = choice.next().value;
      if (what === 0) after.push(annotation);
      if (what === 1 && annotation.kind === 'span') after.push({ ...annotation, label: 'OTHER' });
      if (what === 2 && annotation.kind === 'span') after.push({ ...annotation, id: `${annotation.id}x` });
    }
    return [before, after] as const;
  });

/** The older state with every `before` taken away and every `after` put in, each object once. */
function applied(before: readonly Annotation[], changes: readonly AnnotationChange[]): Annotation[] {
  const gone = new Set(changes.flatMap((change) => (change.kind === 'added' ? [] : [change.before])));
  const made = new Set(changes.flatMap((change) => (change.kind === 'removed' ? [] : [change.after])));
  return [...before.filter((annotation) => !gone.has(annotation)), ...made];
}

function linesOf(annotations: readonly Annotation[]): string[] {
  return sortById(annotations).map(annotationLine).sort();
}

describe('diffAnnotations', () => {
  it('finds nothing between a state and itself, in any order', () => {
    fc.assert(
      fc.property(fc.array(anyAnnotation, { maxLength: 8 }), (state) => {
        expect(diffAnnotations(state, state.toReversed())).toEqual([]);
      }),
    );
  });

  it('holds all that leads from one state to the other', () => {
    fc.assert(
      fc.property(twoStates, ([before, after]) => {
        const changes = diffAnnotations(before, after);
        expect(linesOf(applied(before, changes))).toEqual(linesOf(after));
      }),
    );
  });

  it('turns round: what was added is removed', () => {
    fc.assert(
      fc.property(twoStates, ([before, after]) => {
        const count = (changes: AnnotationChange[], kind: string) =>
          changes.filter((change) => change.kind === kind).length;
        const [there, back] = [diffAnnotations(before, after), diffAnnotations(after, before)];
        expect(count(back, 'removed')).toBe(count(there, 'added'));
        expect(count(back, 'added')).toBe(count(there, 'removed'));
        expect(back.length).toBe(there.length);
      }),
    );
  });

  it('has words for every change, on one line', () => {
    fc.assert(
      fc.property(twoStates, ([before, after]) => {
        for (const change of diffAnnotations(before, after)) {
          expect(formatMessage(describeChange(change))).toMatch(/^[+~-] .*$/u);
        }
      }),
    );
  });
});
