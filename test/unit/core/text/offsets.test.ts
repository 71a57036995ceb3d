import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { canonicalText, TextOffsets } from '../../../../server/src/core/text/offsets.ts';

describe('canonicalText', () => {
  it('drops the BOM and writes every line end as LF', () => {
    expect(canonicalText('\ufeffone\r\ntwo\rthree\n\r\nfour')).toBe('one\ntwo\nthree\n\nfour');
  });

  it('keeps a BOM that is not at the start', () => {
    expect(canonicalText('a\ufeffb')).toBe('a\ufeffb');
  });
});

describe('TextOffsets', () => {
  it('counts a CRLF and a pair of surrogates once and a BOM not at all', () => {
    const offsets = new TextOffsets('\ufeffa😀b\r\nc');
    expect(offsets.codePoints).toBe(5);
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8].map((unit) => offsets.toCodePoint(unit))).toEqual([
      0, 0, 1, 1, 2, 3, 3, 4, 5,
    ]);
    expect([0, 1, 2, 3, 4, 5].map((point) => offsets.toUtf16(point))).toEqual([1, 2, 4, 5, 7, 8]);
  });

  it('gives lines and columns from 1, columns in code points', () => {
    const offsets = new TextOffsets('\ufeffa😀b\r\nc\rd\n');
    expect(offsets.position(4)).toEqual({ line: 1, column: 3 });
    expect(offsets.position(6)).toEqual({ line: 1, column: 4 });
    expect(offsets.position(7)).toEqual({ line: 2, column: 1 });
    expect(offsets.position(9)).toEqual({ line: 3, column: 1 });
    expect(offsets.position(99)).toEqual({ line: 4, column: 1 });
  });

  it('clamps what is out of range or no number', () => {
    const offsets = new TextOffsets('ab');
    expect([-1, Number.NaN, 3, 1.5].map((unit) => offsets.toCodePoint(unit))).toEqual([0, 0, 2, 1]);
    expect([-1, Number.NaN, 3].map((point) => offsets.toUtf16(point))).toEqual([0, 0, 2]);
  });

  it('knows texts whose pairs lie across the edge of a block', () => {
    const text = `${'x'.repeat(255)}😀${'y'.repeat(254)}\r\nz`;
    const offsets = new TextOffsets(text);
    expect(offsets.toUtf16(255)).toBe(255);
    expect(offsets.toUtf16(256)).toBe(257);
    expect(offsets.toCodePoint(256)).toBe(255);
    expect(offsets.toUtf16(offsets.toCodePoint(text.indexOf('z')))).toBe(text.indexOf('z'));
  });

  it('agrees with Python on slices of code points', ({ skip }) => {
    if (spawnSync('python3', ['--version']).status !== 0) skip('there is no python3 here');
    const text = '\ufeffSatu 😀 dua\r\ntiga 𝒳 empat\rlima\n';
    const offsets = new TextOffsets(text);
    const program =
      'import json,sys;t=sys.stdin.buffer.read().decode("utf-8-sig").replace("\\r\\n","\\n").replace("\\r","\\n");' +
      'print(json.dumps([t[i:i+5] for i in range(len(t)+1)]))';
    const slices: unknown = JSON.parse(
      spawnSync('python3', ['-c', program], { input: text, encoding: 'utf8' }).stdout,
    );
    const own = [];
    for (let i = 0; i <= offsets.codePoints; i++) {
      own.push(canonicalText(text.slice(offsets.toUtf16(i), offsets.toUtf16(i + 5))));
    }
    expect(own).toEqual(slices);
  });
});
