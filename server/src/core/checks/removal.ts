import type { TextRange, TextReplacement } from '../text/range.ts';

const BLANK = /\s/;

/** Takes `range` out of the text, and one of the two blanks that would then stand side by side. */
export function removal(text: string, { start, end }: TextRange): TextReplacement {
  const before = start === 0 || BLANK.test(text.charAt(start - 1));
  if (before && end < text.length && BLANK.test(text.charAt(end)))
    return { start, end: end + 1, newText: '' };
  if (start > 0 && before && (end === text.length || /[.,;:!?)]/.test(text.charAt(end))))
    return { start: start - 1, end, newText: '' };
  return { start, end, newText: '' };
}
