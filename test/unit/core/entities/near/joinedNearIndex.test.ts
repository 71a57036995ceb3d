import { describe, expect, it } from 'vitest';
import { joinedNearIndex } from '../../../../../server/src/core/entities/near/joinedNearIndex.ts';
import { buildNearIndex } from '../../../../../server/src/core/entities/near/nearIndex.ts';
import { nearKey } from '../../../../../server/src/core/entities/near/nearKey.ts';
import { entity } from '../entities.ts';

const ONE = [entity('kremlin', { en: ['Kremlin'] }), entity('fss', { en: ['Federal Security Service'] })];
const OTHER = [entity('gremlin', { en: ['Gremlins'] }), entity('kremlen', { en: ['Kremlen'] })];
const joined = joinedNearIndex([buildNearIndex(ONE), buildNearIndex(OTHER)]);
const whole = buildNearIndex([...ONE, ...OTHER]);

describe('several indexes of near names', () => {
  it.each(['Kremlinn', 'Kremlan', 'Kremlins', 'Federal Secruity Service', 'Moscow'])(
    'answer as one of all names: %s',
    (written) => {
      const ids = (index: typeof whole) =>
        index.nearest(nearKey(written)).map(({ entityId, distance }) => `${entityId} ${distance}`);
      expect(ids(joined).sort()).toEqual(ids(whole).sort());
    },
  );

  it('know the words and sizes of all', () => {
    expect(joined.hasWord('security')).toBe(whole.hasWord('security'));
    expect([joined.size, joined.words]).toEqual([whole.size, whole.words]);
    expect(joinedNearIndex([]).nearest('kremlin')).toEqual([]);
  });
});
