import { describe, expect, it } from 'vitest';
import { operationEdit } from '../../../../server/src/core/annotations/edit.ts';
import type { Operation } from '../../../../server/src/core/annotations/operations.ts';
import { serializeSidecar } from '../../../../server/src/core/annotations/serialize.ts';
import { applyReplacements } from '../../../../server/src/core/text/range.ts';
import { A, B, lines, ROW_A, ROW_B, SIDECAR } from './samples.ts';

function edited(text: string, operation: Operation): string {
  const result = operationEdit(text, operation);
  if (!result.ok) throw new Error(result.reason.template);
  return applyReplacements(text, [result.edit]);
}

describe('serializeSidecar', () => {
  it('gives the documented bytes', () => {
    expect(serializeSidecar([B, A])).toBe(SIDECAR);
    expect(serializeSidecar([])).toBe('{\n"pressmark":1,\n"annotations":[\nnull\n]}\n');
  });
});

describe('operationEdit', () => {
  it('inserts one line at its place', () => {
    expect(operationEdit(lines(ROW_B), { kind: 'add', annotation: A })).toEqual({
      ok: true,
      edit: { start: 33, end: 33, newText: `${ROW_A},\n` },
    });
    expect(edited(lines(ROW_A), { kind: 'add', annotation: B })).toBe(SIDECAR);
  });

  it('starts an empty file', () => {
    expect(edited('', { kind: 'add', annotation: A })).toBe(lines(ROW_A));
    expect(edited('\uFEFF\n', { kind: 'add', annotation: A })).toBe(`\uFEFF${lines(ROW_A)}`);
  });

  it('removes and replaces one line', () => {
    expect(edited(SIDECAR, { kind: 'remove', id: A.id })).toBe(lines(ROW_B));
    const changed = edited(SIDECAR, { kind: 'replace', annotation: { ...A, label: 'NORP' } });
    expect(changed).toBe(lines(ROW_A.replace('ORG', 'NORP'), ROW_B));
  });

  it('keeps CRLF, unknown header keys, blanks and other people’s order', () => {
    const text = lines(ROW_B, ROW_A)
      .replace('"annotations"', '"later":[1],\n"annotations"')
      .replaceAll('\n', '\r\n');
    const result = edited(text, { kind: 'add', annotation: { ...A, id: '00000026-bbbbbb' } });
    expect(result.replace(/\{"id":"00000026-bbbbbb".*\r\n/, '')).toBe(text);
    expect(result.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('brings a formatted file into line form, whole', () => {
    const text = JSON.stringify(JSON.parse(lines(ROW_B)), null, 4);
    expect(edited(text, { kind: 'add', annotation: A })).toBe(SIDECAR);
  });

  it.each<[string, string, Operation]>([
    ['a taken id', SIDECAR, { kind: 'add', annotation: A }],
    ['a missing id', SIDECAR, { kind: 'remove', id: 'nobody' }],
    ['a doubled id', lines(ROW_A, ROW_A), { kind: 'remove', id: A.id }],
    ['a conflicted file', `<<<<<<< a\n${SIDECAR}`, { kind: 'remove', id: A.id }],
    ['a broken file', SIDECAR.slice(0, -5), { kind: 'remove', id: A.id }],
    ['a newer file', SIDECAR.replace(':1', ':2'), { kind: 'remove', id: A.id }],
    ['a foreign file', '{"name":"x"}', { kind: 'add', annotation: A }],
  ])('refuses %s with a reason', (_, text, operation) => {
    const result = operationEdit(text, operation);
    expect(result.ok).toBe(false);
    expect(!result.ok && result.reason.template).toMatch(/\w/);
  });
});
