import { describe, expect, it } from 'vitest';
import { gazetteerOf } from '../../../../../server/src/core/entities/gazetteer.ts';
import { segmentOf } from '../../../../../server/src/core/entities/names/segment.ts';
import { entity } from '../entities.ts';

const builtIn = segmentOf([
  entity('Q159', { en: ['Russia'], id: ['Rusia'] }, { source: { kind: 'built-in' }, url: 'https://x.org/' }),
  entity('Q2', { en: ['New Borduria'] }, { source: { kind: 'built-in' } }),
]);
const imported = segmentOf([
  entity('Q3', { en: ['New Borduria City', 'Rossiya'] }, { source: { kind: 'imported', name: 'big' } }),
  entity('Q159', { en: ['Russland', 'Russia'] }, { source: { kind: 'imported', name: 'big' }, name: 'R.' }),
]);
const file = segmentOf([entity('Q159', { vi: ['Nga'] }, { type: 'ORG', name: 'Rossiya' })]);
const gazetteer = gazetteerOf([builtIn, imported, file]);

const found = (text: string, language = 'en') =>
  gazetteer
    .candidates(text, language)
    .map(({ start, end, readings }) => [text.slice(start, end), ...readings.map((r) => r.entityId)]);

describe('several segments', () => {
  it('are one gazetteer: the entity file says what an entity is, all of them how it is named', () => {
    expect(gazetteer.entity('Q159')).toEqual({
      id: 'Q159',
      type: 'ORG',
      name: 'Rossiya',
      names: new Map([
        ['en', ['Russia', 'Russland']],
        ['id', ['Rusia']],
        ['vi', ['Nga']],
      ]),
      description: new Map(),
      url: 'https://x.org/',
      source: { kind: 'file', uri: 'file:///entities.jsonl', line: 0 },
    });
    expect([...gazetteer.entities].map(({ id }) => id)).toEqual(['Q159', 'Q2', 'Q3']);
    expect(gazetteer.names).toBe(9);
  });

  it('give the longest name of all at a place', () => {
    expect(found('in New Borduria City and New Borduria')).toEqual([
      ['New Borduria City', 'Q3'],
      ['New Borduria', 'Q2'],
    ]);
  });

  it('join the readings of a name, those of earlier segments first', () => {
    expect(found('the Rossiya')).toEqual([['Rossiya', 'Q3', 'Q159']]);
    expect(found('the Russia')).toEqual([['Russia', 'Q159']]);
    expect(gazetteer.lookup('rossiya').map(({ id }) => id)).toEqual(['Q3', 'Q159']);
  });

  it('are searched together', () => {
    expect(gazetteer.search('borduria', 5).map(({ id }) => id)).toEqual(['Q2', 'Q3']);
    expect(gazetteer.search('NGA', 5).map(({ id }) => id)).toEqual(['Q159']);
    expect(gazetteer.search('', 2).map(({ id }) => id)).toEqual(['Q159', 'Q2']);
    expect(gazetteer.search('', 0)).toEqual([]);
  });

  it('may be none', () => {
    const empty = gazetteerOf([]);
    expect([empty.candidates('Russia', 'en'), empty.search('r', 3), empty.lookup('Russia')]).toEqual([
      [],
      [],
      [],
    ]);
  });
});
