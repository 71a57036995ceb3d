const LONGEST = 120;
const BLANK = /[\s<>"'“”()[\]]/;
const ADDRESS =
  /:\/\/|^www\.|@|^[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|co|id|vn|uk|ru|info|gov|edu|int|io|tv|news|me|us|eu)(?:[/:?#]|[.,;!]*$)/i;

/** True where `start`–`end` is a part of a web or mail address, and so names nothing by itself. */
export function insideAddress(text: string, start: number, end: number): boolean {
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  if (!/[./@:_?=&%#-]/.test(before) && !/[./@_-]/.test(after)) return false;
  let from = start;
  while (from > 0 && start - from < LONGEST && !BLANK.test(text.charAt(from - 1))) from--;
  let to = end;
  while (to < text.length && to - end < LONGEST && !BLANK.test(text.charAt(to))) to++;
  return ADDRESS.test(text.slice(from, to));
}
