import { describe, expect, it } from 'vitest';
import { compareTexts } from '../../../../../server/src/core/annotations/anchor/compareTexts.ts';
import { newSpan } from '../../../../../server/src/core/annotations/create.ts';

/** Where `words` of the old text are now: status, and the words there. */
function placed(old: string, words: string, text: string): [string, string | undefined] {
  const start = old.indexOf(words);
  const range = { start, end: start + words.length };
  const span = newSpan({ article: old, range, label: 'ORG', suffix: 'aaaaaa' });
  const found = compareTexts(old, text).locate(span);
  return [found.status, found.range && text.slice(found.range.start, found.range.end)];
}

const sentence = 'Utusan Taliban tiba di Moskow pada hari Senin.';

describe('compareTexts', () => {
  it('keeps and moves what stands beside an edit', () => {
    expect(placed(sentence, 'Taliban', `${sentence} Selesai.`)).toEqual(['kept', 'Taliban']);
    expect(placed(sentence, 'Taliban', `😀\r\n${sentence}`)).toEqual(['moved', 'Taliban']);
  });

  it('doubts a quote that the old text disproves', () => {
    const range = { start: 7, end: 14 };
    const span = newSpan({ article: sentence, range, label: 'ORG', suffix: 'aaaaaa' });
    expect(compareTexts(sentence, sentence).locate({ ...span, text: 'Hamas' }).status).toBe('review');
  });

  it('gives up on words that were cut', () => {
    expect(placed(sentence, 'Taliban', sentence.replace(' Taliban', ''))[0]).toBe('orphan');
  });
});
