import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../server/src/core/annotations/model.ts';
import { readAnnotation } from '../../server/src/core/annotations/readAnnotation.ts';
import {
  type AppliedRecords,
  applyRecords,
  type RecordLayer,
  withKeys,
} from '../../server/src/core/annotations/records.ts';
import { annotationLine, lineHash } from '../../server/src/core/annotations/serialize.ts';
import { formatMessage } from '../../server/src/core/message.ts';
import { anyAnnotation, anyText } from './sidecarArbitraries.ts';

const NAMES = [undefined, 'ana', 'budi', 'gold'];

/** Layers whose records mostly speak of what is there, as it is or as it was. */
const anyLayers = fc
  .tuple(
    fc.array(fc.array(anyAnnotation, { maxLength: 5 }), { minLength: 2, maxLength: 4 }),
    fc.array(
      fc.record({
        layer: fc.nat(3),
        target: fc.nat(12),
        current: fc.boolean(),
        prefixed: fc.boolean(),
        says: fc.oneof(
          fc.constantFrom<object>({ delete: true }, { accept: true }, { comment: 'x' }, { resolved: true }),
          fc.constantFrom('ORG', 'PER', '').map((label) => ({ set: [{ key: 'label', json: `"${label}"` }] })),
          fc.constantFrom('"x"', 'null').map((json) => ({ set: [{ key: 'note', json }] })),
        ),
      }),
      { maxLength: 8 },
    ),
  )
  .map(([files, words]): RecordLayer[] => {
    const all = files.flatMap((annotations, i) => annotations.map((annotation) => ({ annotation, i })));
    const layers = files.map((annotations, i) => ({ annotator: NAMES[i], annotations: [...annotations] }));
    words.forEach(({ layer, target, current, prefixed, says }, n) => {
      const about = all[target % Math.max(1, all.length)];
      if (!about) return;
      const { id } = about.annotation;
      layers[layer % layers.length]?.annotations.push({
        kind: 'record',
        id: `9-${n}`,
        ref: prefixed ? `${NAMES[about.i] ?? ''}:${id}` : id,
        was: current ? lineHash(about.annotation) : '000000000000',
        ...says,
        extra: [],
      } as Annotation);
    });
    return layers;
  });

/** An answer without the order of its parts. */
function asSet({ annotations, dangling }: AppliedRecords<RecordLayer>) {
  const words = annotations.map(({ layer, annotation, now, words, acceptedBy, disputed, thread }) =>
    JSON.stringify([
      layer.annotator,
      annotationLine(annotation),
      now ? annotationLine(now) : null,
      words.map((w) => [w.record.id, w.by, w.outcome]).sort(),
      acceptedBy,
      disputed,
      thread?.resolved,
      thread?.comments.map((c) => [c.record.id, c.outdated]),
    ]),
  );
  const loose = dangling.map((d) => JSON.stringify([d.layer.annotator, annotationLine(d.record), d.reason]));
  return { words: words.sort(), loose: loose.sort() };
}

describe('records', () => {
  it('say the same whatever the order of the layers', () => {
    fc.assert(
      fc.property(anyLayers, (layers) => {
        expect(asSet(applyRecords(layers.toReversed()))).toEqual(asSet(applyRecords(layers)));
      }),
      { numRuns: 300 },
    );
  });

  it('let no annotation vanish or change but by a word on it as it is', () => {
    fc.assert(
      fc.property(anyLayers, (layers) => {
        const { annotations, dangling } = applyRecords(layers);
        const lines = layers.flatMap((l) => l.annotations);
        const records = lines.filter((a) => a.kind === 'record').length;
        const others = lines.filter((a) => a.kind !== 'record' && a.kind !== 'status');
        expect(annotations.map((a) => a.annotation)).toEqual(others);
        const inThreads = annotations.flatMap((a) => a.thread?.comments ?? []).length;
        const heard = annotations.flatMap((a) => a.words).length + dangling.length + inThreads;
        expect(heard).toBeLessThanOrEqual(records);
        for (const { annotation, now, words, layer } of annotations) {
          const applied = words.filter((w) => w.outcome === 'applied');
          if (now === annotation) expect(applied).toEqual([]);
          else expect(applied.length).toBeGreaterThan(0);
          if (now === undefined) expect(applied.every((w) => w.record.delete)).toBe(true);
          else expect([now.kind, now.id]).toEqual([annotation.kind, annotation.id]);
          for (const { layer: from, record } of applied) {
            expect(from.annotator).not.toBe(layer.annotator);
            expect([from.annotator, layer.annotator]).not.toContain('gold');
            expect(record.was === '000000000000').toBe(false);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('change nothing more once the owners have done as they say', () => {
    fc.assert(
      fc.property(anyLayers, (layers) => {
        const first = applyRecords(layers);
        // An id that several have tells whom it means as soon as all others of that id are gone.
        fc.pre(first.dangling.every((d) => d.reason !== 'several'));
        const taken = layers.map((layer) => ({
          ...layer,
          annotations: layer.annotations.flatMap((a) => {
            const found = first.annotations.find((s) => s.layer === layer && s.annotation === a);
            return found ? (found.now ?? []) : a;
          }),
        }));
        const second = applyRecords(taken);
        expect(second.annotations.filter((s) => s.now !== s.annotation)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('make an annotation of the same kind and id, or none, whatever they set', () => {
    const key = fc.oneof(
      fc.constantFrom(
        'label',
        'start',
        'end',
        'text',
        'parts',
        'attributes',
        'ref',
        'value',
        '__proto__',
        'id',
      ),
      anyText,
    );
    const json = fc.oneof(
      fc.json({ maxDepth: 2 }),
      fc.constantFrom('null', '""', '-1', '1e400', '{"a":1,"a":2}'),
    );
    const set = fc.uniqueArray(fc.record({ key, json }), { selector: (m) => m.key, maxLength: 4 });
    fc.assert(
      fc.property(anyAnnotation, set, (annotation, members) => {
        const changed = withKeys(annotation, members);
        if (!changed.ok) {
          expect(formatMessage(changed.fault)).not.toBe('');
          return;
        }
        expect([changed.annotation.kind, changed.annotation.id]).toEqual([annotation.kind, annotation.id]);
        const line = annotationLine(changed.annotation);
        expect(readAnnotation(line)?.annotation).toEqual(changed.annotation);
      }),
      { numRuns: 500 },
    );
  });
});
