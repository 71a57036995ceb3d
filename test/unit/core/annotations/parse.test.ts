import { describe, expect, it } from 'vitest';
import { annotationsOf, parseSidecar } from '../../../../server/src/core/annotations/parse.ts';
import { serializeSidecar } from '../../../../server/src/core/annotations/serialize.ts';
import { A, B, lines, ROW_A, ROW_B, SIDECAR } from './samples.ts';

const codes = (text: string) => parseSidecar(text).problems.map((p) => p.code);

describe('parseSidecar', () => {
  it('reads the canonical form with places', () => {
    const { annotations, problems, writable, version } = parseSidecar(SIDECAR);
    expect(annotations.map((entry) => entry.annotation)).toEqual([A, B]);
    expect(annotations.map((entry) => entry.line)).toEqual([3, 4]);
    expect(annotations.map(({ start, end }) => SIDECAR.slice(start, end))).toEqual([ROW_A, ROW_B]);
    expect({ problems, writable, version }).toEqual({ problems: [], writable: true, version: 1 });
  });

  it.each(['', '\n', ' \r\n', '\uFEFF'])('takes an empty file for no annotations yet: %j', (text) => {
    expect(parseSidecar(text)).toEqual({ annotations: [], problems: [], writable: true, version: 1 });
  });

  it('reads CRLF and a byte order mark', () => {
    expect(annotationsOf(parseSidecar(`\uFEFF${SIDECAR.replaceAll('\n', '\r\n')}`))).toEqual([A, B]);
    expect(parseSidecar(`\uFEFF${JSON.stringify(JSON.parse(SIDECAR), null, 2)}`).writable).toBe(true);
  });

  it('reads what a formatter left, and says what will happen', () => {
    const text = JSON.stringify(JSON.parse(SIDECAR), null, 2);
    const sidecar = parseSidecar(text);
    expect(annotationsOf(sidecar)).toEqual([A, B]);
    expect(sidecar.annotations.map((entry) => entry.line)).toEqual([3, 14]);
    expect(sidecar.writable).toBe(true);
    expect(codes(text)).toEqual(['sidecar/not-in-lines']);
  });

  it('shows both sides of a conflict, without the ancestor, and does not write', () => {
    const other = ROW_B.replace('GPE', 'ORG');
    const text = lines(ROW_A).replace(
      'null\n',
      `<<<<<<< HEAD\n${ROW_B},\n||||||| base\n${other.replace('ORG', 'LOC')},\n=======\n${other},\n>>>>>>> theirs\nnull\n`,
    );
    const sidecar = parseSidecar(text);
    expect(sidecar.annotations.map((e) => e.annotation.kind === 'span' && e.annotation.label)).toEqual([
      'ORG',
      'GPE',
      'ORG',
    ]);
    expect(sidecar.writable).toBe(false);
    const [problem] = sidecar.problems;
    expect(problem?.code).toBe('sidecar/conflict');
    expect(text.slice(problem?.start, problem?.end)).toMatch(/^<<<<<<<[\s\S]*>>>>>>> theirs$/);
  });

  it('does not take a quote with marker letters after U+2028 for a conflict', () => {
    expect(codes(lines(ROW_A.replace('"text":"Taliban"', '"text":"\u2028<<<<<<< "')))).toEqual([]);
  });

  it('shows what a truncated file still has, says where it breaks, and does not write', () => {
    const text = SIDECAR.slice(0, SIDECAR.indexOf('GPE') + 2);
    const sidecar = parseSidecar(text);
    expect(annotationsOf(sidecar)).toEqual([A]);
    expect(sidecar.writable).toBe(false);
    expect(sidecar.problems[0]?.code).toBe('sidecar/broken');
    expect(text.slice(0, sidecar.problems[0]?.start).split('\n')).toHaveLength(5);
  });

  it.each(['hello', '[]', '{"a":1}', '42', '{"pressmark":"1","annotations":[]}', '{"pressmark":1}'])(
    'leaves a foreign file alone: %s',
    (text) => {
      expect(codes(text)).toEqual(['sidecar/foreign']);
      expect(parseSidecar(text).writable).toBe(false);
    },
  );

  it('reads a newer version as far as it can, and does not write', () => {
    const sidecar = parseSidecar(SIDECAR.replace('"pressmark":1', '"pressmark":2'));
    expect(sidecar.annotations).toHaveLength(2);
    expect(sidecar).toMatchObject({
      writable: false,
      version: 2,
      problems: [{ code: 'sidecar/newer-version' }],
    });
  });

  it('says where an id stands twice and where the order is wrong', () => {
    expect(codes(lines(ROW_A, ROW_A))).toEqual(['sidecar/duplicate-id']);
    expect(codes(lines(ROW_B, ROW_A))).toEqual(['sidecar/unsorted']);
  });

  it('keeps header keys that it does not know in line form, and refuses to lose them elsewhere', () => {
    const text = SIDECAR.replace('"annotations"', '"$schema":"x",\n"annotations"');
    expect(parseSidecar(text)).toMatchObject({ writable: true, problems: [] });
    const formatted = parseSidecar(JSON.stringify(JSON.parse(text)));
    expect(formatted).toMatchObject({ writable: false, problems: [{ code: 'sidecar/other-keys' }] });
  });

  it.each([
    ['a missing key', ROW_A.replace('"rev":"9f0f640a3e64",', '')],
    ['an offset that is no number', ROW_A.replace('"start":24', '"start":"24"')],
    ['an end before the start', ROW_A.replace('"end":31', '"end":3')],
    ['a huge offset', ROW_A.replace('"end":31', '"end":1e300')],
    ['a negative offset', ROW_A.replace('"start":24', '"start":-1')],
    ['a key that stands twice', ROW_A.replace('"end":31', '"end":31,"end":32')],
    ['parts out of order', ROW_A.replace('"entity"', '"parts":[[28,31],[24,26]],"entity"')],
    [
      'an attribute too long for a double',
      ROW_A.replace('"entity"', '"attributes":{"n":12345678901234567890},"entity"'),
    ],
    ['a kind from the future', '{"id":"00000024-x7f3kq","polygon":[1,2]}'],
    [
      'a record that does two things',
      '{"id":"00000024-x7f3kq","ref":"a","delete":true,"accept":true,"was":"b"}',
    ],
    ['no object', '17'],
  ])('keeps %s verbatim', (_, row) => {
    const text = lines(row);
    const sidecar = parseSidecar(text);
    expect(sidecar.annotations[0]?.annotation.kind).toBe('unknown');
    expect(codes(text)).toEqual(['sidecar/not-understood']);
    expect(sidecar.writable).toBe(true);
    expect(serializeSidecar(annotationsOf(sidecar))).toBe(text);
  });

  it('keeps prototype keys and the order of unknown keys', () => {
    const row = ROW_A.replace('}', ',"2":1e400,"1":{"__proto__":[1,2]},"__proto__":{"polluted":true}}');
    const text = lines(row.replace('"entity"', '"attributes":{"constructor":"x","__proto__":1},"entity"'));
    expect(serializeSidecar(annotationsOf(parseSidecar(text)))).toBe(text);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('refuses nesting and size beyond its limits instead of failing', () => {
    expect(codes('['.repeat(100_000))).toEqual(['sidecar/nesting']);
    expect(codes(`{"pressmark":1,"x":"\n${'['.repeat(100_000)}`)).toEqual(['sidecar/broken']);
    expect(codes(' '.repeat(64 * 1024 * 1024) + SIDECAR)).toEqual(['sidecar/too-large']);
  });
});
