/** What stands between the cells of a table: the mark of these that its first line has most often. */
export function separatorOf(text: string): string {
  const [head = ''] = text.slice(0, 10_000).split(/[\r\n]/, 1);
  let best = ',';
  let most = 0;
  for (const mark of [',', '\t', ';', '|']) {
    const count = head.split(mark).length - 1;
    if (count > most) {
      most = count;
      best = mark;
    }
  }
  return best;
}
