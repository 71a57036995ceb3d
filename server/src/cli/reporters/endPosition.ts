import type { Article } from '../../service/articles.ts';
import type { FindingOutput } from '../contracts.ts';

/** Line and column, from 1, after a finding's last character. */
export function endPosition({ offsets }: Article, { end }: FindingOutput): { line: number; column: number } {
  return offsets.position(offsets.toUtf16(end));
}
