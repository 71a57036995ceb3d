/** Languages in which `null` is a word: zero, nothing. */
export const WORDS_FOR_NULL: ReadonlySet<string> = new Set(
  'da de et fo hu lb nb nn no sv fy gsw ro it'.split(' '),
);

/** English words after which something may be undefined. */
const BEFORE =
  /(?:^|\s)(?:an?|the|its?|their|his|her|our|some|is|are|was|were|be|been|being|remains?|remained|left|as|still|yet|and|or|but|so|of|with|largely|currently|previously|otherwise|poorly|vaguely|somewhat|mostly|legally|in|for|to|by|at|on|from|over|this|that|these|those|any|other|many|such)\s+["“‘']?$/i;
/** What follows a value that is missing: a mark, the end, or a word that no adjective stands before. */
const AFTER =
  /^["”’']?(?:[.,;:!?)]|$|\s+(?:to|of|in|the|a|an|said|says|was|is|are|were|has|have|had|will|that|at|on|for|from|with|by|who|undefined)\b)/;
const REACH = 40;

/** True where `undefined` (UTF-16 units `start` to `end`) can be the English adjective. */
export function isUndefinedMeant(text: string, start: number, end: number): boolean {
  if (text.trim() === 'undefined') return false;
  const before = text.slice(Math.max(0, start - REACH), start);
  const after = text.slice(end, end + REACH);
  if (/^\s*undefined\b/.test(after) || /\bundefined\s*$/.test(before)) return false;
  return BEFORE.test(before) || !AFTER.test(after);
}
