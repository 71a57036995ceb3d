import type { Paragraph } from '../text/paragraph.ts';
import { type LegacyText, legacyVietnamese } from '../text/vietnamese/legacy.ts';
import type { RuleContext } from './rule.ts';

/** What a word of a list of common words counts, where no lexicon is loaded. */
const LISTED = 3;

/** What a paragraph in an old Vietnamese encoding meant; undefined for all others. Kept with the paragraph. */
export function legacyOf(
  paragraph: Paragraph,
  { language, lexicon, commonWords }: Pick<RuleContext, 'language' | 'lexicon' | 'commonWords'>,
): LegacyText | undefined {
  const isVietnamese = language === 'vi';
  return paragraph.memo(`legacy Vietnamese ${isVietnamese} ${lexicon.key}`, () => {
    const words = lexicon.of('vi');
    const commonness = (word: string) =>
      words ? words.commonness(word) : commonWords.has('vi', word) ? LISTED : 0;
    return legacyVietnamese(paragraph.text, isVietnamese, commonness);
  });
}
