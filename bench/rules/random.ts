/** A stream of numbers that depends on nothing but its seed. */
export interface Random {
  /** A whole number from 0 up to, not including, `end` (at least 1). */
  below(end: number): number;
  /** One of a list; undefined where it is empty. */
  pick<T>(list: readonly T[]): T | undefined;
  /** The same things in another order. */
  shuffled<T>(list: readonly T[]): T[];
}

/**
 * Chris Doty-Humphrey's sfc32, seeded by the parts of a name (through FNV-1a), so that one damage does not depend on
 * how many came before it.
 */
export function randomOf(...name: readonly (string | number)[]): Random {
  let a = fnv(`${name.join('\u0000')}a`);
  let b = fnv(`${name.join('\u0000')}b`);
  let c = fnv(`${name.join('\u0000')}c`);
  let counter = 1;
  const next = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return sum >>> 0;
  };
  for (let i = 0; i < 12; i++) next();
  const below = (end: number) => Math.floor((next() / 4_294_967_296) * end);
  return {
    below,
    pick: (list) => list[below(list.length)],
    shuffled: (list) => {
      const rest = [...list];
      return list.flatMap(() => rest.splice(below(rest.length), 1));
    },
  };
}

function fnv(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
