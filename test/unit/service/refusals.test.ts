import { describe, expect, it } from 'vitest';
import { type Refusal, Refusals } from '../../../server/src/service/refusals.ts';
import type { Layer } from '../../../server/src/service/sidecars.ts';

const TEXT = 'Taliban came. TALIBAN went. Afghan Taliban stayed.';

function layer(annotator?: string): Layer {
  const uri = `file:///a.txt.${annotator ?? ''}.ann.json`;
  return { uri, annotator, file: undefined, unreadable: undefined, sidecar: undefined };
}

const first = { start: 0, end: 7 };
const second = { start: 14, end: 21 };
const longer = { start: 28, end: 42 };
const refused = (more: Partial<Refusal> = {}): Refusal => ({
  id: '1',
  layer: layer(),
  label: 'ORG',
  ...more,
});
const has = (refusal: Refusal, range: typeof first, label = 'ORG', annotator?: string) =>
  new Refusals(TEXT, [refusal]).has(annotator, { ...range, label });

describe('refusals of suggestions', () => {
  it('at a place speak of just those words and that label', () => {
    const here = refused({ range: first });
    expect([has(here, first), has(here, second), has(here, { start: 0, end: 12 })]).toEqual([
      true,
      false,
      false,
    ]);
    expect(has(here, first, 'NORP')).toBe(false);
    expect(has(here, first, 'constructor')).toBe(false);
  });

  it('of words speak of those words wherever they stand, in any letter case', () => {
    const words = refused({ word: 'taliban' });
    expect([has(words, first), has(words, second), has(words, longer)]).toEqual([true, true, false]);
    expect(has(refused(), longer)).toBe(true);
  });

  it('count for whoever said so alone', () => {
    const anas = refused({ layer: layer('ana'), word: 'Taliban' });
    expect([has(anas, first, 'ORG', 'ana'), has(anas, first, 'ORG', 'budi'), has(anas, first)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
