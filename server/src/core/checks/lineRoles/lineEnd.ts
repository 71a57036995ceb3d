/**
 * How a line ends: with a `stop`, perhaps in quotes; with a `colon` or semicolon; with a `comma` or a dash, or a
 * `letter`: nothing closes it; `closed` by a quote or bracket behind a letter; `other`: a figure, a sign.
 */
export type LineEnd = 'stop' | 'colon' | 'comma' | 'letter' | 'closed' | 'other';

/** Quotes and brackets that close, and the mark of a footnote. */
const CLOSERS = new Set('"\'”’“»›)]}」』】）］》〉*');
const STOPS = new Set('.!?…。！？؟۔।॥։።။។');
const COLONS = new Set(':;：；');
const COMMAS = new Set(',،、，-–—');
/** More closing marks than any line has. */
const MOST_CLOSERS = 8;

/** How a text ends, blanks aside. Looks at its last few units only. */
export function lineEnd(text: string): LineEnd {
  let at = text.length - 1;
  let closers = 0;
  for (const first = Math.max(0, at - MOST_CLOSERS); at >= first; at--) {
    const mark = text.charAt(at);
    if (CLOSERS.has(mark)) closers++;
    else if (!isBlank(text.charCodeAt(at))) break;
  }
  const last = at < 0 ? '' : text.charAt(at);
  if (STOPS.has(last)) return 'stop';
  if (closers > 0) return 'closed';
  if (COLONS.has(last)) return 'colon';
  if (COMMAS.has(last)) return 'comma';
  return isLetter(last) ? 'letter' : 'other';
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0xa0 || code === 0x09;
}

function isLetter(mark: string): boolean {
  const code = mark.charCodeAt(0);
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
  return LETTER.test(mark);
}

const LETTER = /[\p{L}\p{M}]/u;
