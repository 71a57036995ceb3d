import { describe, expect, it } from 'vitest';
import { buildGazetteer } from '../../../../server/src/core/entities/gazetteer.ts';
import { alikeEntities, nameLike } from '../../../../server/src/service/entities/alike.ts';
import { entity } from '../../core/entities/entities.ts';

const GAZETTEER = buildGazetteer([
  entity('union', { id: ['Serikat Nelayan'] }),
  entity('snt', { id: ['SNT'] }),
  entity('orlov', { en: ['Pavel Orlov'] }),
  entity('hue', { vi: ['Huế'], en: ['Hue'] }),
  entity('twin', { en: ['Serikat Nelayan'] }),
  entity('other', { en: ['Kelompok Tani'] }),
]);
const ids = (name: string, deep = false, limit = 5) =>
  alikeEntities(GAZETTEER, name, limit, deep).map((a) => a.entity.id);

describe('alike entities', () => {
  it('bear the name, without diacritics too, a part of it, or its initials', () => {
    expect(ids('Serikat Nelayan')).toEqual(['union', 'twin']);
    expect(ids('Serikat Nelayan Teluk')).toEqual(['union', 'twin', 'snt']);
    expect(ids('HUẾ')).toEqual(['hue']);
    expect(ids('Kapal Asing')).toEqual([]);
  });
  it('hold it, or share its surname, where a deep look is wanted', () => {
    expect(ids('Nelayan')).toEqual([]);
    expect(ids('Nelayan', true)).toEqual(['union', 'twin']);
    expect(ids('Igor Orlov', true)).toEqual(['orlov']);
  });
  it('are no more than asked for', () => {
    expect(ids('Serikat Nelayan Teluk', true, 1)).toEqual(['union']);
  });
  it('say by which name they were found', () => {
    expect(alikeEntities(GAZETTEER, 'Igor Orlov', 1, true)[0]?.found).toBe('Pavel Orlov');
    const known = entity('x', { en: ['Long Name of It', 'It'], id: ['Itu'] });
    expect([nameLike(known, 'it'), nameLike(known, 'ong'), nameLike(known, 'zzz')]).toEqual([
      'It',
      'Long Name of It',
      'Long Name of It',
    ]);
  });
});
