import type { Paragraph } from '../text/paragraph.ts';
import { type LegacyText, legacyVietnamese } from '../text/vietnamese/legacy.ts';
import type { RuleContext } from './rule.ts';

/** What a paragraph in an old Vietnamese encoding meant; undefined for all others. Kept with the paragraph. */
export function legacyOf(
  paragraph: Paragraph,
  context: Pick<RuleContext, 'language'>,
): LegacyText | undefined {
  const isVietnamese = context.language === 'vi';
  return paragraph.memo(`legacy Vietnamese ${isVietnamese}`, () =>
    legacyVietnamese(paragraph.text, isVietnamese),
  );
}
