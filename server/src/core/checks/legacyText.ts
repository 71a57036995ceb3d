import type { Paragraph } from '../text/paragraph.ts';
import { Kind } from '../text/signs.ts';
import { type LegacyText, legacyVietnamese } from '../text/vietnamese/legacy.ts';
import type { RuleContext } from './rule.ts';

/** What a word of a list of common words counts, where no lexicon is loaded. */
const LISTED = 3;

/** Letters and signs of the upper half of a page, and marks of VIQR behind a letter or another mark. */
const BEYOND_ASCII = ~(
  Kind.edge |
  Kind.space |
  Kind.small |
  Kind.capital |
  Kind.digit |
  Kind.stop |
  Kind.comma |
  Kind.colon |
  Kind.cry |
  Kind.hyphen |
  Kind.apostrophe |
  Kind.quote |
  Kind.opening |
  Kind.closing |
  Kind.ampersand |
  Kind.escape |
  Kind.angle |
  Kind.ascii |
  Kind.uncased
);
const BEFORE_MARKS = Kind.small | Kind.capital | Kind.ascii | Kind.opening;
const MARKS = Kind.ascii | Kind.opening | Kind.apostrophe;

function mayBeLegacy({ text, signs }: Paragraph): boolean {
  return (
    signs.has(BEYOND_ASCII) ||
    signs.hasPair(BEFORE_MARKS, MARKS) ||
    (signs.has(Kind.quote) && /[«»]/.test(text)) ||
    /dd[aeiou]/i.test(text)
  );
}

/** What a paragraph in an old Vietnamese encoding meant; undefined for all others. Kept with the paragraph. */
export function legacyOf(
  paragraph: Paragraph,
  { language, lexicon, commonWords }: Pick<RuleContext, 'language' | 'lexicon' | 'commonWords'>,
): LegacyText | undefined {
  const isVietnamese = language === 'vi';
  if (!mayBeLegacy(paragraph)) return undefined;
  return paragraph.memo(`legacy Vietnamese ${isVietnamese} ${lexicon.key}`, () => {
    const words = lexicon.of('vi');
    const commonness = (word: string) =>
      words ? words.commonness(word) : commonWords.has('vi', word) ? LISTED : 0;
    return legacyVietnamese(paragraph.text, isVietnamese, commonness);
  });
}
