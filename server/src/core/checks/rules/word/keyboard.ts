/** The rows of the keyboard that Indonesia, Vietnam and English-speaking countries use. */
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** Row and column of the letters a to z. */
const PLACES: readonly (readonly [row: number, column: number])[] = Array.from({ length: 26 }, (_, i) => {
  const letter = String.fromCharCode(0x61 + i);
  const row = ROWS.findIndex((letters) => letters.includes(letter));
  return [row, ROWS[row]?.indexOf(letter) ?? 0];
});

/** How many keys apart two small letters a to z (as UTF-16 units) lie; far apart where one is none. 0: the same. */
export function keysApart(a: number, b: number): number {
  const first = PLACES[a - 0x61];
  const second = PLACES[b - 0x61];
  if (first === undefined || second === undefined) return Number.POSITIVE_INFINITY;
  return Math.max(Math.abs(first[0] - second[0]), Math.abs(first[1] - second[1]));
}
