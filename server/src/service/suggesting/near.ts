import { nearNames } from '../../core/entities/near/nearNames.ts';
import type { Steps } from '../../core/steps.ts';
import { becauseNear } from '../../core/suggestions/becauses.ts';
import type { Suggestion } from '../../core/suggestions/suggestion.ts';
import type { TextRange } from '../../core/text/range.ts';
import { rangesByParagraph } from './ranges.ts';
import { KEPT_A_STEP, type SuggestingScene } from './scene.ts';

/**
 * A suggestion for every name that is a known one with a damaged letter; none in `taken`. English words count as words
 * everywhere: foreign names are among them (`Vienna` is no damaged `Vietnã`).
 */
export function* nearSuggestions(
  { article: { language, paragraphs }, gazetteer, key, lexicon, near, suggesting }: SuggestingScene,
  taken: readonly TextRange[],
): Steps<Suggestion[]> {
  const words = lexicon.of(language);
  // Where no word is known, any word may be one that is like a name.
  if (!words) return [];
  const english = lexicon.of('en');
  const isWord = (word: string) => words.commonness(word) > 0 || (english?.commonness(word) ?? 0) > 0;
  const takenIn = rangesByParagraph(paragraphs, taken);
  const suggestions: Suggestion[] = [];
  for (const [i, { paragraph, start: offset }] of paragraphs.entries()) {
    const here = takenIn[i] ?? [];
    const known = `${key} ${language} ${lexicon.key} ${here.map((t) => `${t.start}-${t.end}`).join(' ')}`;
    let fresh = i % KEPT_A_STEP === 0;
    const found = suggesting.inParagraph(paragraph, 'near', known, () => {
      fresh = true;
      return nearNames(paragraph.text, here, near, language, isWord);
    });
    for (const { start, end, entityId, name, score } of found) {
      const entity = gazetteer.entity(entityId);
      if (!entity) continue;
      const because = becauseNear(name);
      const place = { start: start + offset, end: end + offset };
      suggestions.push({
        ...place,
        label: entity.type,
        entity: entityId,
        score,
        source: 'near',
        because,
      });
    }
    if (fresh) yield;
  }
  return suggestions;
}
