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

/** True where letters or digits stand on both sides, of a script that has blanks between words. */
function isInsideWord(text: string, at: number): boolean {
  const [before, behind] = [text.slice(Math.max(0, at - 6), at), text.slice(at, at + 2)];
  if (!/[\p{L}\p{N}]\p{M}{0,4}$/u.test(before) || !/^[\p{L}\p{N}\p{M}]/u.test(behind)) return false;
  return !WITHOUT_BLANKS.test(before.slice(-2)) && !WITHOUT_BLANKS.test(behind);
}

/** Letters and marks of scripts that run words together: there a letter on both sides tells nothing. */
const WITHOUT_BLANKS =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Tibt}]/u;
