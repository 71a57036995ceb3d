import type { ReadPart } from '../readArticle.ts';
import type { CountedText, Counting } from './countings.ts';

/** How many starts and ends of parts lie inside a word, inside a character or outside the text, under a counting. */
export function cutWords(counted: CountedText, counting: Counting, parts: readonly ReadPart[]): number {
  let cut = 0;
  for (const { start, end } of parts) {
    for (const offset of [start, end]) {
      const { at, inside } = counted.place(counting, offset);
      if (inside || isInsideWord(counted.text, at)) cut++;
    }
  }
  return cut;
}

/** True where letters or digits stand on both sides. */
function isInsideWord(text: string, at: number): boolean {
  return (
    /[\p{L}\p{N}]\p{M}{0,4}$/u.test(text.slice(Math.max(0, at - 6), at)) &&
    /^[\p{L}\p{N}\p{M}]/u.test(text.slice(at, at + 2))
  );
}
