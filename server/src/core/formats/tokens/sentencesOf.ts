import { ParagraphCache, splitArticle } from '../../text/article.ts';
import type { TextRange } from '../../text/range.ts';

/**
 * The sentences of an article (canonical text) by the rules of its language (BCP 47): UTF-16 ranges, in order, without
 * the blanks between them, and together all of the text that is no blank. A line of news text is a paragraph, or a run
 * of lines where the article is hard-wrapped; no sentence is longer than its paragraph.
 */
export function sentencesOf(text: string, language: string): TextRange[] {
  const primary = language.toLowerCase().split('-', 1)[0] ?? 'und';
  const sentences: TextRange[] = [];
  for (const { paragraph, start } of splitArticle(text, new ParagraphCache())) {
    for (const sentence of paragraph.sentences(primary))
      sentences.push({ start: start + sentence.start, end: start + sentence.end });
  }
  return sentences;
}

/**
 * Tokens of an article (canonical text, BCP 47 language) by its sentences, no row empty, as formats write them that
 * know tokens only. Sentences that one of `spans` goes over are one row: such formats end a span where a row ends.
 */
export function tokenRows(
  text: string,
  language: string,
  tokens: readonly TextRange[],
  spans: readonly TextRange[],
): readonly (readonly TextRange[])[] {
  const inOrder = [...spans].sort((a, b) => a.start - b.start);
  const begins = sentencesOf(text, language).map((s) => s.start);
  const rows: TextRange[][] = [];
  let sentence = 0;
  let next = 0;
  // How far the spans reach that began before the token.
  let covered = 0;
  for (const token of tokens) {
    let isFirst = rows.length === 0;
    while (sentence < begins.length && (begins[sentence] ?? 0) <= token.start) {
      sentence++;
      isFirst = true;
    }
    for (; next < inOrder.length && (inOrder[next]?.start ?? 0) < token.start; next++)
      covered = Math.max(covered, inOrder[next]?.end ?? 0);
    const row = rows.at(-1);
    if (row && (!isFirst || covered > token.start)) row.push(token);
    else rows.push([token]);
  }
  return rows;
}
