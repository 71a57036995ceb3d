import { describeAnnotation, describeReworded } from '../../core/annotations/diff.ts';
import type { Message } from '../../core/message.ts';
import type { TextChange } from './change.ts';

/** What became of a tag that nobody touched, in words. */
export function describeTextChange({ kind, after, is = '' }: TextChange): Message {
  return kind === 'reworded' ? describeReworded('!', after, is) : describeAnnotation('!', after);
}

/** Blanks, signs and the forms of letters do not count: whoever only reflows a text has changed no words. */
export function isSameWords(a: string, b: string): boolean {
  const [one, other] = [a, b].map((text) =>
    text
      .normalize('NFKC')
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
      .trim(),
  );
  return one === other;
}
