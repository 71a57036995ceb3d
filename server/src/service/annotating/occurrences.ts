import type { Mention } from '../../core/entities/mention.ts';
import type { TextRange } from '../../core/text/range.ts';
import type { Article } from '../articles.ts';
import type { IntendedSpan } from './intent.ts';
import type { TagTarget } from './target.ts';

const WORD_UNIT = /[\p{L}\p{M}\p{N}]/u;

/**
 * Everything in the article that is the same as the target: all mentions of its entity, or else all places where the
 * same words stand as whole words. In text order, without overlaps.
 */
export function occurrences(
  article: Article,
  mentions: readonly Mention[],
  target: TagTarget,
  entity: string | undefined,
): IntendedSpan[] {
  const id = target.mention?.entityId ?? entity;
  if (id !== undefined) {
    const same = mentions.filter((m) => m.entityId === id);
    if (same.some((m) => m.start === target.start && m.end === target.end)) {
      return same.map((m) => ({ start: m.start, end: m.end, entity: id }));
    }
  }
  return sameWords(article.text, target);
}

function sameWords(text: string, target: TextRange): IntendedSpan[] {
  const quote = text.slice(target.start, target.end);
  const found: IntendedSpan[] = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + quote.length)) {
    const end = at + quote.length;
    if (isWordEdge(text, at) && isWordEdge(text, end)) found.push({ start: at, end });
  }
  return found;
}

/** True where no word runs across the offset. */
function isWordEdge(text: string, offset: number): boolean {
  const before = codePointBefore(text, offset);
  const after = String.fromCodePoint(text.codePointAt(offset) ?? 32);
  return !(WORD_UNIT.test(before) && WORD_UNIT.test(after));
}

function codePointBefore(text: string, offset: number): string {
  if (offset === 0) return ' ';
  const unit = text.charCodeAt(offset - 1);
  const isLow = unit >= 0xdc00 && unit <= 0xdfff;
  return text.slice(offset - (isLow && offset > 1 ? 2 : 1), offset);
}
