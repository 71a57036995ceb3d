/** What can stand in a word without being seen: soft hyphens, zero-width and direction marks, control characters. */
const UNSEEN = /[\p{Cf}\p{Cc}]+/gu;

const FOLDED = new Map<string, string>([
  ...pairs('“”„‟«»‹›″〝〞〟＂', '"'),
  ...pairs('‘’‚‛′`´ʼʹ＇', "'"),
  ...pairs('‐‑‒–—―−﹘﹣－', '-'),
  ['…', '...'],
]);

/**
 * What a token is compared by: compatibility forms and composed letters are one (NFKC), all quotation marks of a kind
 * are one, so are dashes, and invisible characters do not count. Letter case does.
 */
export function foldedToken(token: string): string {
  if (token.startsWith('..')) return '...';
  // Words of plain letters are what nearly every token is.
  if (/^[\x21-\x5f\x61-\x7e]*$/.test(token)) return token;
  const folded = FOLDED.get(token);
  if (folded !== undefined) return folded;
  return token.replace(UNSEEN, '').normalize('NFKC');
}

function pairs(characters: string, folded: string): [string, string][] {
  return Array.from(characters, (character) => [character, folded]);
}
