import { describe, expect, it } from 'vitest';
import {
  BLANKS,
  CAPITALS,
  DIGITS,
  Kind,
  kindReader,
  LETTERS,
  Signs,
  SMALL_LETTERS,
} from '../../../../server/src/core/text/signs.ts';

describe('the kinds', () => {
  const kindOf = kindReader();
  const units = Array.from({ length: 0x10000 }, (_, unit) => unit);

  it('give every unit one bit', () => {
    for (const unit of units) {
      const kind = kindOf(unit) >>> 0;
      expect(kind !== 0 && (kind & (kind - 1)) === 0 && kind !== Kind.edge, `U+${unit.toString(16)}`).toBe(
        true,
      );
    }
  });

  it.each([
    ['blanks', /[^\S\v\f\u2028\u2029\ufeff]/u, BLANKS],
    ['small letters', /\p{Ll}/u, SMALL_LETTERS],
    ['capitals', /\p{Lu}/u, CAPITALS],
    ['letters', /[\p{L}\p{M}]/u, LETTERS],
    ['digits', /\p{Nd}/u, DIGITS],
    ['controls', /[\p{Cc}\u2028\u2029]/u, Kind.control | Kind.oddBlank],
    ['formats', /\p{Cf}/u, Kind.invisible],
  ])('know all %s', (_, expression, kinds) => {
    const missed = units.filter(
      (unit) => expression.test(String.fromCharCode(unit)) && (kindOf(unit) & kinds) === 0,
    );
    expect(missed.map((unit) => `U+${unit.toString(16)}`)).toEqual([]);
  });
});

describe('Signs', () => {
  it('know what occurs', () => {
    const signs = new Signs('Harga 5 kg.');
    expect(signs.has(Kind.capital)).toBe(true);
    expect(signs.has(Kind.digit | Kind.control)).toBe(true);
    expect(signs.has(Kind.control | Kind.surrogate | Kind.other)).toBe(false);
  });

  it('know what stands side by side, the edges included', () => {
    const signs = new Signs('Ab, c –');
    expect(signs.hasPair(Kind.small, Kind.comma)).toBe(true);
    expect(signs.hasPair(Kind.comma, Kind.small)).toBe(false);
    expect(signs.hasPair(Kind.edge | Kind.space, Kind.capital)).toBe(true);
    expect(signs.hasPair(Kind.other, Kind.edge)).toBe(true);
    expect(signs.hasPair(Kind.small, Kind.edge)).toBe(false);
    expect(signs.hasPair(Kind.space, Kind.other)).toBe(true);
  });

  it('know that a text is empty', () => {
    const signs = new Signs('');
    expect(signs.hasPair(Kind.edge, Kind.edge)).toBe(true);
    expect(signs.has(~Kind.edge)).toBe(false);
  });
});
