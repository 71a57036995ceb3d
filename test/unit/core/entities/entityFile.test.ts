import { describe, expect, it } from 'vitest';
import { readEntityFile } from '../../../../server/src/core/entities/entityFile.ts';
import { formatMessage } from '../../../../server/src/core/message.ts';

const URI = 'file:///corpus/entities.jsonl';
const GOOD =
  '{"id":"a","type":"PER","name":"Ada Lovelace","names":{"en":["Ada Lovelace","Ada"]},"description":{"en":"Wrote the first program."},"url":"https://example.org/a"}';
const codes = (text: string) => readEntityFile(text, URI).problems.map((p) => p.code);

describe('readEntityFile', () => {
  it('reads an entity with all it has', () => {
    const { entities, problems } = readEntityFile(`${GOOD}\n`, URI);
    expect(problems).toEqual([]);
    expect(entities).toEqual([
      {
        id: 'a',
        type: 'PER',
        name: 'Ada Lovelace',
        names: new Map([['en', ['Ada Lovelace', 'Ada']]]),
        description: new Map([['en', 'Wrote the first program.']]),
        url: 'https://example.org/a',
        source: { kind: 'file', uri: URI, line: 0 },
      },
    ]);
  });

  it('passes over a byte order mark, a header, comments, blank lines and CRLF', () => {
    const text = `\ufeff{"pressmark-entities":1,"source":"me"}\r\n# people\r\n\r\n// more\r\n${GOOD}\r\n`;
    const { entities, problems } = readEntityFile(text, URI);
    expect(problems).toEqual([]);
    expect(entities[0]?.source).toEqual({ kind: 'file', uri: URI, line: 4 });
  });

  it.each([
    ['entities/broken-line', '{"id":"b"'],
    ['entities/broken-line', '[1,2]'],
    ['entities/broken-line', 'null'],
    ['entities/missing-key', '{"id":"b","type":"PER"}'],
    ['entities/missing-key', '{"id":5,"type":"PER","name":"B C"}'],
    ['entities/missing-key', '{"id":"b","type":"PER","name":"<b>Bob</b>"}'],
    ['entities/missing-key', '{"id":"b","type":"PER","name":"Bo\\u0000b"}'],
    ['entities/missing-key', '{"id":"b","type":"PER","name":"Bo\\ud800b"}'],
    ['entities/names', '{"id":"b","type":"PER","name":"Bob","names":["Bob"]}'],
    ['entities/names', '{"id":"b","type":"PER","name":"Bob","names":{"en":"Bob"}}'],
    ['entities/short-name', '{"id":"b","type":"PER","name":"Bob","names":{"en":["B","Bob"]}}'],
    ['entities/bad-name', '{"id":"b","type":"PER","name":"Bob","names":{"en":["B\\nob",7]}}'],
    ['entities/bad-name', '{"id":"b","type":"PER","name":"Bob","names":{"en":["Bo\\u200bb"]}}'],
    ['entities/language', '{"id":"b","type":"PER","name":"Bob","names":{"__proto__":["Bob"]}}'],
    [
      'entities/description',
      '{"id":"b","type":"PER","name":"Bob","description":{"en":"<script>x</script>"}}',
    ],
    ['entities/description', '{"id":"b","type":"PER","name":"Bob","description":"plain"}'],
    ['entities/url', '{"id":"b","type":"PER","name":"Bob","url":"command:rm"}'],
    ['entities/url', '{"id":"b","type":"PER","name":"Bob","url":"http://example.org"}'],
  ])('%s: %s', (code, line) => {
    const { entities, problems } = readEntityFile(`${line}\n${GOOD}\n`, URI);
    expect(problems[0]).toMatchObject({ code, start: 0, end: line.length });
    expect(formatMessage(problems[0]?.message ?? { template: '{0}', args: [] })).not.toMatch(/\{\d\}/);
    expect(entities.map((e) => e.id)).toContain('a');
  });

  it('keeps the rest of an entity of which a part is left out', () => {
    const { entities } = readEntityFile(
      '{"id":"b","type":"PER","name":"Bob","names":{"en":["B","Bob"],"X":["Y"]},"url":"x"}',
      URI,
    );
    expect(entities).toEqual([expect.objectContaining({ id: 'b', names: new Map([['en', ['Bob']]]) })]);
    expect(entities[0]).not.toHaveProperty('url');
  });

  it('says where an id was first', () => {
    const { entities, problems } = readEntityFile(`# x\n${GOOD}\n${GOOD}\n`, URI);
    expect(entities).toHaveLength(1);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code: 'entities/duplicate-id', message: { args: ['a', 2] } });
  });

  it('announces how many problems it does not list', () => {
    const found = codes('{\n'.repeat(1000));
    expect(found).toHaveLength(201);
    expect(found.at(-1)).toBe('entities/more');
  });

  it('tells of a file for another version', () => {
    expect(codes('{"pressmark-entities":2}')).toEqual(['entities/newer']);
    expect(codes('')).toEqual([]);
  });
});
