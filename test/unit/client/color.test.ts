import { describe, expect, it } from 'vitest';
import { luminance, onDark, onLight, parseColor } from '../../../client/src/views/decorations/color.ts';
import { decorationStyle } from '../../../client/src/views/decorations/style.ts';

/** WCAG 2.2's contrast of two luminances. */
const contrast = (a: number, b: number) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
const white = 1;
const darkEditor = luminance(parseColor('#1f1f1f'));

describe('label colours', () => {
  it.each(['#ffffff', '#000000', '#ffff00', '#000080', '#c38700', '#ff3ce1'])(
    '%s stands out 3:1 in any theme',
    (hex) => {
      const color = parseColor(hex);
      expect(contrast(luminance(onLight(color)), white)).toBeGreaterThanOrEqual(3);
      expect(contrast(luminance(onDark(color)), darkEditor)).toBeGreaterThanOrEqual(3);
    },
  );

  it('stay as they are where they stand out already', () => {
    expect(onLight(parseColor('#c38700'))).toEqual(parseColor('#c38700'));
    expect(onDark(parseColor('#c38700'))).toEqual(parseColor('#c38700'));
  });

  it('are grey where they cannot be read', () => {
    for (const text of ['', 'red', '#12345', '#1234567', 'url(x)']) expect(parseColor(text).r).toBe(128);
  });
});

describe('drawing', () => {
  it('tells a certain place from one to look at by shape, not by colour alone', () => {
    expect(decorationStyle('#c38700', { certain: true }, 'underline').borderStyle).toBe('solid');
    expect(decorationStyle('#c38700', { certain: false }, 'underline').borderStyle).toBe('dashed');
    expect(decorationStyle('#c38700', { certain: true }, 'underline').borderWidth).not.toBe(
      decorationStyle('#c38700', { certain: true }, 'background').borderWidth,
    );
  });
});
