import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isJson,
  jsonElements,
  jsonMembers,
  minifyJson,
  nestingDepth,
} from '../../../../server/src/core/json/scan.ts';

const anyValue = fc.jsonValue({ maxDepth: 4 });
const indent = fc.constantFrom(0, 1, '\t', 4);

describe('jsonMembers', () => {
  it('finds what JSON.parse finds, at its place', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'binary' }), anyValue), indent, (object, space) => {
        const text = JSON.stringify(object, null, space);
        const found = jsonMembers(text).map((m) => [m.key, JSON.parse(text.slice(m.start, m.end))]);
        expect(found).toEqual(Object.entries(JSON.parse(text)));
      }),
    );
  });

  it('keeps doubled keys, their order, and prototype keys', () => {
    const text = ' {"2" : 1e400 ,"1":[1,{"a":"}"}],\n"2":"\\"","__proto__":{}}';
    const found = jsonMembers(text).map((m) => [m.key, text.slice(m.start, m.end)]);
    expect(found).toEqual([
      ['2', '1e400'],
      ['1', '[1,{"a":"}"}]'],
      ['2', '"\\""'],
      ['__proto__', '{}'],
    ]);
    expect(jsonMembers(' { } ')).toEqual([]);
  });
});

describe('jsonElements', () => {
  it('finds every value at its place', () => {
    fc.assert(
      fc.property(fc.array(anyValue), indent, (list, space) => {
        const text = JSON.stringify(list, null, space);
        expect(jsonElements(text).map((e) => JSON.parse(text.slice(e.start, e.end)))).toEqual(
          JSON.parse(text),
        );
      }),
    );
  });
});

describe('minifyJson', () => {
  it('takes away the blanks between tokens and nothing else', () => {
    fc.assert(
      fc.property(anyValue, indent, (value, space) => {
        expect(minifyJson(JSON.stringify(value, null, space))).toBe(JSON.stringify(value));
      }),
    );
    expect(minifyJson('[ 1.50e+2 ,\r\n"a  b" ]')).toBe('[1.50e+2,"a  b"]');
  });
});

describe('nestingDepth', () => {
  it('counts brackets outside strings', () => {
    expect(nestingDepth('{"a[[[":[{"b":"\\"{{"}]}')).toBe(3);
    expect(nestingDepth('['.repeat(100_000))).toBe(100_000);
    expect(nestingDepth('"never closed [[')).toBe(0);
  });
});

describe('isJson', () => {
  it('takes whole values only', () => {
    expect(['1', ' null\n', '"\u2028"', '{}'].map(isJson)).toEqual([true, true, true, true]);
    expect(['', '1 2', '{a:1}', '[1,]', '\uFEFF1', '// x\n1'].map(isJson)).toEqual([
      false,
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});
