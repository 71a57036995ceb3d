/** A number with its English noun: `1 error`, `2 errors`, `2 entities`. */
export function count(n: number, noun: string, plural = `${noun}s`): string {
  return `${n} ${n === 1 ? noun : plural}`;
}
