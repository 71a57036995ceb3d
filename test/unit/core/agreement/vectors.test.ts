import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { measure, type Vector } from '../../../support/agreementVectors.ts';
import { sharedPath } from '../../../support/shared.ts';

/** Values with their sources, as far as the project holds them itself. */
const OWN = join(import.meta.dirname, '../../../fixtures/agreement/vectors.json');
const shared = sharedPath('bench/agreement/vectors.json');
if (shared === undefined)
  console.log('skipped: the shared agreement vectors are not beside this copy of the project');

/**
 * Where a peer means something else by the name.
 * - NLTK's α returns 1 before it computes anything when all values are equal; the quotient is 0/0, so ours is undefined,
 *   as scikit-learn's κ is.
 */
const DIFFERS = new Map([['one-category-only nltk 3.8 alphaNominal', null]]);

/** Tolerances of published figures that are relative, as the tests they come from state them. */
const RELATIVE = new Set(['gamma-positional-figure10']);

describe.each([
  ['of the project', OWN],
  ['beside the project', shared],
])('the vectors %s', (_, file) => {
  describe.skipIf(file === undefined)('hold', () => {
    const { vectors } = JSON.parse(file === undefined ? '{"vectors":[]}' : readFileSync(file, 'utf8')) as {
      vectors: readonly Vector[];
    };

    it('are all there', () => {
      expect(vectors).toHaveLength(67);
    });

    it.each(vectors.map((v) => [v.id, v] as const))('%s: the published values', (id, vector) => {
      for (const [name, { value, tol }] of Object.entries(vector.expect)) {
        const ours = measure(vector, name);
        if (value === null || ours === null) {
          expect(ours, name).toBe(value);
          continue;
        }
        const theirs = [value].flat();
        expect([ours].flat(), name).toHaveLength(theirs.length);
        for (const [i, our] of [ours].flat().entries()) {
          const expected = theirs[i] ?? Number.NaN;
          const room = RELATIVE.has(id) ? Math.max(tol, tol * expected) : tol;
          expect(Math.abs(our - expected), `${name}: ${our}, published ${expected}`).toBeLessThanOrEqual(
            room,
          );
        }
      }
    });

    const peers = vectors.flatMap((vector) =>
      Object.entries(vector.peers ?? {}).flatMap(([peer, values]) =>
        Object.entries(values).map(
          ([name, value]) => [`${vector.id} ${peer} ${name}`, vector, name, value] as const,
        ),
      ),
    );
    it.each(peers)('%s: the value of the peer', (id, vector, name, value) => {
      const ours = measure(vector, name);
      const theirs = DIFFERS.has(id) ? (DIFFERS.get(id) ?? null) : value;
      if (theirs === null) expect(ours).toBeNull();
      else expect(Math.abs(Number(ours ?? Number.NaN) - theirs)).toBeLessThanOrEqual(1e-9);
    });
  });
});
