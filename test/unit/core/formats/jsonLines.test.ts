import { describe, expect, it } from 'vitest';
import { jsonLine, jsonRecords, membersOf } from '../../../../server/src/core/formats/jsonLines.ts';

function records(content: string | Uint8Array): unknown[] {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return [...jsonRecords({ bytes })].map((r) =>
    'problem' in r ? `${r.problem.code}:${r.problem.line}` : [r.line, r.value],
  );
}

describe('jsonRecords', () => {
  it('reads a record from each line, with its number', () => {
    expect(records('{"a":1}\n\n  \n{"a":2}\r\n"x"\n')).toEqual([
      [1, { a: 1 }],
      [4, { a: 2 }],
      [5, 'x'],
    ]);
  });

  it('takes a list of objects or lists for its elements, and a list with a text in it for a record', () => {
    expect(records('[{"a":1},{"a":2}]')).toEqual([
      [1, { a: 1 }],
      [1, { a: 2 }],
    ]);
    expect(records('["text",{"entities":[]}]\n["more",{}]\n')).toEqual([
      [1, ['text', { entities: [] }]],
      [2, ['more', {}]],
    ]);
    expect(records('[]')).toEqual([]);
    expect(records('')).toEqual([]);
  });

  it('reads a list over several lines, and its records at their lines', () => {
    expect(records('[\n  {"a": 1},\n  {\n    "a": "]}\\""\n  }\n]\n')).toEqual([
      [2, { a: 1 }],
      [3, { a: ']}"' }],
    ]);
    expect(records('[{"a":1},\n["t",{}],\n{"a":2}]')).toEqual([
      [1, { a: 1 }],
      [2, ['t', {}]],
      [3, { a: 2 }],
    ]);
  });

  it('reads an object over several lines, and several of them', () => {
    expect(records('{\n "a": 1\n}\n{\n "a": 2\n}')).toEqual([
      [1, { a: 1 }],
      [4, { a: 2 }],
    ]);
  });

  it('tells what cannot be read and goes on', () => {
    expect(records('{"a":1}\n{"a":\n{"a":2}\n')).toEqual([[1, { a: 1 }], 'json/syntax:2', [3, { a: 2 }]]);
    expect(records('{"a":"cut\n{"a":2}\n')).toEqual(['json/syntax:1', [2, { a: 2 }]]);
    expect(records('{"a":[\n{"a":2}\n')).toEqual(['json/syntax:1', [2, { a: 2 }]]);
    expect(records('[\n{"a":1},\n{"a":},\n{"a":2}\n')).toEqual([
      [2, { a: 1 }],
      'json/syntax:3',
      [4, { a: 2 }],
      'json/syntax:5',
    ]);
    expect(records('[\n{"a":1},\n{"a":\n')).toEqual([[2, { a: 1 }], 'json/syntax:3']);
    expect(records('{"a":1}}\n')).toEqual(['json/syntax:1']);
    expect(records('not json\n')).toEqual(['json/syntax:1']);
  });

  it('says that a cut record was cut, and quotes the beginning of anything else', () => {
    const [cut] = jsonRecords({ bytes: new TextEncoder().encode('{"a":1') });
    const [other] = jsonRecords({ bytes: new TextEncoder().encode(`id\ttext ${'😀'.repeat(40)}`) });
    expect(cut).toMatchObject({ problem: { message: { template: expect.stringContaining('breaks off') } } });
    expect(other).toMatchObject({ problem: { message: { args: [`id\ttext ${'😀'.repeat(22)}…`] } } });
  });

  it('refuses what is nested too deep, without a stack overflow', () => {
    const deep = `${'['.repeat(200_000)}1${']'.repeat(200_000)}`;
    expect(records(`{"a":${deep}}\n{"a":1}\n`)).toEqual(['json/nesting:1', [2, { a: 1 }]]);
    expect(records('{"a":'.repeat(200_000))).toEqual(['json/syntax:1']);
    expect(records(`${'[{"a":'.repeat(60)}1${'}]'.repeat(60)}`)).toEqual(['json/nesting:1']);
  });

  it('reads UTF-16 and a byte order mark, and tells of bytes that are no text', () => {
    expect(records(new Uint8Array(Buffer.from('\ufeff{"a":"é"}\n', 'utf16le')))).toEqual([[1, { a: 'é' }]]);
    expect(records('\ufeff{"a":1}')).toEqual([[1, { a: 1 }]]);
    expect(records(new Uint8Array([0x7b, 0xff, 0x7d]))).toEqual(['file/encoding:1']);
  });
});

describe('membersOf', () => {
  it('gives own members only, prototype keys among them', () => {
    expect(membersOf(JSON.parse('{"__proto__":{"a":1},"b":2}'))).toEqual(
      new Map<string, unknown>([
        ['__proto__', { a: 1 }],
        ['b', 2],
      ]),
    );
    expect(membersOf({})?.get('constructor')).toBeUndefined();
    expect([membersOf([]), membersOf(null), membersOf('a')]).toEqual([undefined, undefined, undefined]);
  });
});

describe('jsonLine', () => {
  it('writes maps as objects, whatever their keys, on one line for everybody', () => {
    const line = jsonLine({
      b: new Map<string, unknown>([['__proto__', [new Map()]]]),
      a: 'x\u2028y\u0085z\ud800\n',
    });
    expect(line).toBe('{"b":{"__proto__":[{}]},"a":"x\\u2028y\\u0085z\\ud800\\n"}\n');
    expect(records(line)).toEqual([[1, JSON.parse(line)]]);
  });
});
