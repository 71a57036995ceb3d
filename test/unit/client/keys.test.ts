import { describe, expect, it } from 'vitest';
import { isFree, legend, meaningOf } from '../../../client/src/views/annotating/keys.ts';
import { label } from './labels.ts';

const labels = [label('PER', 'p'), label('UNTRANSLATED', 'u'), label('OTHER')];

describe('keys of annotation mode', () => {
  it('tag with the label that has the key, also where the key would move or undo', () => {
    expect(meaningOf('p', labels)).toBe(labels[0]);
    expect(meaningOf('u', labels)).toBe(labels[1]);
    expect(isFree('u', labels)).toBe(false);
  });

  it('move and undo where no label has them', () => {
    expect(['n', 'p', 'u'].map((key) => meaningOf(key, []))).toEqual(['next', 'previous', 'undo']);
    expect(isFree('n', labels)).toBe(true);
  });

  it('do nothing otherwise', () => {
    expect(meaningOf('z', labels)).toBeUndefined();
    expect(meaningOf('', labels)).toBeUndefined();
  });

  it('stand in the legend with their labels, long names cut', () => {
    expect(legend(labels)).toBe('p PER  u UNTRA…');
  });
});
