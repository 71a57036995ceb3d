import { describe, expect, it } from 'vitest';
import { collected, short } from './collected.ts';

const statement = (item: string, rank = 'normal') => ({
  mainsnak: {
    snaktype: 'value',
    property: 'P31',
    hash: 'ab',
    datavalue: {
      value: { 'entity-type': 'item', 'numeric-id': Number(item.slice(1)), id: item },
      type: 'wikibase-entityid',
    },
    datatype: 'wikibase-item',
  },
  type: 'statement',
  rank,
});
const term = (language: string, value: string) => ({ language, value });
const ana = {
  type: 'item',
  id: 'Q1001',
  labels: { en: term('en', 'Ana Wijaya'), id: term('id', 'Ana Wijaya'), de: term('de', 'Anna') },
  descriptions: { en: term('en', 'judge'), id: term('id', '[klik](command:rm) <img src=x>') },
  aliases: { id: [term('id', 'Bu Ana'), term('id', 'A')] },
  claims: { P31: [statement('Q5')] },
};

describe('a dump of Wikidata', () => {
  it('gives the items of the classes that have a label', () => {
    const paper = { ...ana, id: 'Q1002', claims: { P31: [statement('Q13442814')] } };
    const property = { ...ana, type: 'property', id: 'P31' };
    const text = `[\n${JSON.stringify(ana)},\n${JSON.stringify(paper)},\n${JSON.stringify(property)}\n]\n`;
    const result = collected('wikidata', text, { languages: new Set(['id', 'en']) });
    expect(result.entities.map(short)).toEqual(['Q1001 PER Ana Wijaya: en=Ana Wijaya id=Ana Wijaya|Bu Ana']);
    expect(result.entities[0]?.url).toBe('https://www.wikidata.org/wiki/Q1001');
    expect([...(result.entities[0]?.description ?? [])]).toEqual([['en', 'judge']]);
    expect(result.passed).toEqual(['2 class Q1002 Q13442814', '3 kind P31']);
    expect(result.problems).toEqual([
      [1, 'entities/short-name'],
      [1, 'entities/description'],
    ]);
  });

  it('reads lines that are laid out otherwise, ranks, and classes of a map', () => {
    const spaced = JSON.stringify(
      { ...ana, claims: { P31: [statement('Q6256', 'deprecated'), statement('Q99')] } },
      undefined,
      1,
    ).replaceAll('\n', ' ');
    expect(collected('wikidata', spaced).passed).toEqual(['0 class Q1001 Q99']);
    expect(collected('wikidata', spaced, { typeMap: new Map([['Q99', 'NORP']]) }).entities[0]?.type).toBe(
      'NORP',
    );
  });

  it('leaves out lines that are no JSON, and takes no key that objects have by nature', () => {
    const text = `{"id":\n${'['.repeat(100_000)}\n{"__proto__":{"id":"Q5"},"constructor":1}\n{"id":1e999,"claims":{"P31":[null,1,{}]}}\n`;
    const result = collected('wikidata', text);
    expect(result.entities).toEqual([]);
    expect(result.problems.map(([line]) => line)).toEqual([0, 1]);
  });
});
