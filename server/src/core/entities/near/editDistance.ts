/**
 * How many letters must be put in, left out, replaced or swapped with their neighbour to make one text of the other
 * (optimal string alignment, UTF-16 units); `most` + 1 where it is more than `most`. Work grows with the length times
 * `most`. Source: R. A. Wagner, R. Lowrance, J. ACM 22 (1975), restricted to swaps of neighbours.
 */
export function editDistance(a: string, b: string, most: number): number {
  const tooMany = most + 1;
  if (Math.abs(a.length - b.length) > most) return tooMany;
  let twoAbove: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const from = Math.max(1, i - most);
    const to = Math.min(b.length, i + most);
    const row: number[] = new Array<number>(b.length + 1).fill(tooMany);
    if (from === 1) row[0] = i;
    let least = tooMany;
    for (let j = from; j <= to; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = (above[j - 1] ?? tooMany) + (same ? 0 : 1);
      cost = Math.min(cost, (above[j] ?? tooMany) + 1, (row[j - 1] ?? tooMany) + 1);
      if (
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      ) {
        cost = Math.min(cost, (twoAbove[j - 2] ?? tooMany) + 1);
      }
      row[j] = Math.min(cost, tooMany);
      least = Math.min(least, cost);
    }
    if (least > most && i > 1 && Math.min(...above.slice(from - 1, to + 1)) > most) return tooMany;
    twoAbove = above;
    above = row;
  }
  return Math.min(above[b.length] ?? tooMany, tooMany);
}
