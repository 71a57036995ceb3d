import { describe, expect, it } from 'vitest';
import { completeRelations } from '../../../../server/src/core/formats/completeRelations.ts';

describe('complete relations', () => {
  it('are those that join what is there, other relations included', () => {
    const relations = [
      { id: 'r', ends: ['a', 'b'] },
      { id: 'on r', ends: ['r', 'a'] },
      { id: 'loose', ends: ['a', 'nobody'] },
      { id: 'on loose', ends: ['b', 'loose'] },
      { id: 'on that', ends: ['on loose', 'r'] },
      { id: 'x', ends: ['y', 'a'] },
      { id: 'y', ends: ['x', 'a'] },
    ];
    expect([...completeRelations(relations, new Set(['a', 'b']))]).toEqual(['r', 'on r', 'x', 'y']);
  });

  it('are found in one go in a long chain of which the last is loose', () => {
    const relations = Array.from({ length: 100_000 }, (_, i) => ({ id: `${i}`, ends: [`${i + 1}`, 'a'] }));
    expect(completeRelations(relations, new Set(['a'])).size).toBe(0);
  });
});
