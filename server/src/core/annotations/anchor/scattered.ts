import type { TextRange } from '../../text/range.ts';
import type { Comparison } from './comparison.ts';
import type { TokenSpan } from './edge.ts';
import { tokensBefore } from './reappearing.ts';
import type { Tokenizer } from './tokens.ts';

/** So many words of other places between a span's own, or of its own in other places, are a correction. */
const FEW_WORDS = 16;
/** So many words that are new in the text: somebody put in a long sentence. */
const FEW_NEW_WORDS = 40;
/** In a longer span: so many times as many as its own. */
const MOST_STRANGERS = 3;
/** And so large a part of its own. */
const MOST_ELSEWHERE = 0.5;
/** What a character of a script without blanks counts as a part of a word. */
const UNSPACED = 0.25;

/**
 * True where a span's words have come apart: its edges are certain, but between them (`range`: UTF-16 units of the new
 * text) stands much that it did not mark, or much of it stands elsewhere. Nobody marked such a stretch.
 */
export function isScattered(
  { draft, blocks }: Comparison,
  span: TokenSpan,
  region: number,
  range: TextRange,
): boolean {
  const { old, now, from, oldRegion, tokenizer } = draft;
  let [words, elsewhere, replaced] = [0, 0, 0];
  for (let o = span.first; o <= span.last; o++) {
    const word = wordOf(tokenizer, old.keys[o]);
    words += word;
    if (oldRegion[o] !== region) elsewhere += word;
    else if (blocks.of(o)) replaced += word;
  }
  let [strangers, fresh] = [0, 0];
  const end = tokensBefore(now.starts, now.count, range.end);
  for (let n = tokensBefore(now.ends, now.count, range.start + 1); n < end; n++) {
    const o = from[n] ?? -1;
    if (o < 0) fresh += wordOf(tokenizer, now.keys[n]);
    else if (o < span.first || o > span.last) strangers += wordOf(tokenizer, now.keys[n]);
  }
  const isFull =
    strangers > Math.max(FEW_WORDS, MOST_STRANGERS * words) ||
    fresh - replaced > Math.max(FEW_NEW_WORDS, MOST_STRANGERS * words);
  return isFull || elsewhere > Math.max(FEW_WORDS, MOST_ELSEWHERE * words);
}

/** Of how much of a word a token is. */
function wordOf(tokenizer: Tokenizer, key: number | undefined): number {
  if (tokenizer.isUnspaced(key)) return UNSPACED;
  return tokenizer.isWord(key) ? 1 : 0;
}
