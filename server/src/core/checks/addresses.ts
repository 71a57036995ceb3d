/** What a web or mail address, a file's path or a query has somewhere in its run of non-blanks. */
const ADDRESS =
  /:\/\/|www\.|@|[\p{L}\p{Nd}_]\/[\p{L}\p{Nd}_%]|[\p{L}\p{Nd}]\.\p{Ll}{2,4}(?![\p{L}\p{Nd}])|[?&]\w+=/u;
/** No run of non-blanks is looked at farther than this on either side. */
const REACH = 100;
const RUN_BEFORE = /\S*$/;
const RUN_AFTER = /^\S*/;

/**
 * True where the run of non-blanks that has `start` to `end` (UTF-16 units) looks like an address or a path, in which
 * codes and joined words are right. At most 100 units to either side are read.
 */
export function isInAddress(text: string, start: number, end: number): boolean {
  if (!hasSign(text, start, end)) return false;
  const before = RUN_BEFORE.exec(text.slice(Math.max(0, start - REACH), start))?.[0] ?? '';
  const after = RUN_AFTER.exec(text.slice(end, end + REACH))?.[0] ?? '';
  return ADDRESS.test(before + text.slice(start, Math.min(end, start + REACH)) + after);
}

/** True where one of the signs that every address has stands in the run of non-blanks: a look that costs little. */
function hasSign(text: string, start: number, end: number): boolean {
  const least = Math.max(0, start - REACH);
  for (let i = start - 1; i >= least; i--) {
    const code = text.charCodeAt(i);
    if (code === BLANK) break;
    if (isSign(code)) return true;
  }
  const most = Math.min(text.length, end + REACH);
  for (let i = start; i < most; i++) {
    const code = text.charCodeAt(i);
    if (code === BLANK && i >= end) break;
    if (isSign(code)) return true;
  }
  return false;
}

const BLANK = 0x20;

/** `/ : . @ & ? =`, one of which each alternative of `ADDRESS` wants. */
function isSign(code: number): boolean {
  return (
    code === 0x2f ||
    code === 0x3a ||
    code === 0x2e ||
    code === 0x40 ||
    code === 0x26 ||
    code === 0x3f ||
    code === 0x3d
  );
}
