import { foldName } from '../../core/entities/fold.ts';
import type { Steps } from '../../core/steps.ts';
import { isInsideName } from '../../core/suggestions/insideName.ts';
import type { Suggestion } from '../../core/suggestions/suggestion.ts';
import { PhraseFinder } from '../../core/suggestions/tagged/phraseFinder.ts';
import { beginsAfter, isSameCase } from '../../core/suggestions/tagged/sameCase.ts';
import { cuesOf } from '../../core/suggestions/unknown/cues.ts';
import { knowledgeOfWords } from '../../core/suggestions/unknown/knownWords.ts';
import { overlaps, type TextRange } from '../../core/text/range.ts';
import { rangesByParagraph } from './ranges.ts';
import { KEPT_A_STEP, type SuggestingScene } from './scene.ts';

/**
 * The other places of an article where guessed names stand: in a headline, or where nothing speaks for them. So whoever
 * accepts a name twice is not then asked about it at a third place. None in `taken`, known names in text order.
 */
export function* echoes(
  { article: { language, paragraphs, text }, lexicon, suggesting }: SuggestingScene,
  guesses: readonly Suggestion[],
  taken: readonly TextRange[],
): Steps<Suggestion[]> {
  const cues = cuesOf(language);
  if (!cues) return [];
  const known = knowledgeOfWords(lexicon.of(language), language);
  const byWords = new Map<string, Suggestion>();
  for (const guess of guesses) {
    const words = text.slice(guess.start, guess.end);
    const best = byWords.get(words);
    if (!best || best.score < guess.score) byWords.set(words, guess);
  }
  const finder = new PhraseFinder();
  const byFolded = new Map<string, string[]>();
  for (const words of byWords.keys()) {
    const folded = foldName(words);
    if (finder.add(words)) byFolded.set(folded, [...(byFolded.get(folded) ?? []), words]);
  }
  if (byFolded.size === 0) return [];
  const takenIn = rangesByParagraph(paragraphs, taken);
  const key = `${language} ${lexicon.key} ${[...byWords.keys()].join('\n')}`;
  const suggestions: Suggestion[] = [];
  for (const [i, { paragraph, start: offset }] of paragraphs.entries()) {
    const here = takenIn[i] ?? [];
    let fresh = i % KEPT_A_STEP === 0;
    const places = suggesting.inParagraph(paragraph, 'echoes', key, () => {
      fresh = true;
      const found: { readonly range: TextRange; readonly words: string }[] = [];
      finder.find(paragraph.text, language, (range, folded) => {
        const spelling = {
          text: paragraph.text.slice(range.start, range.end),
          startsSentence: beginsAfter(paragraph.text.slice(0, range.start)),
        };
        const words = byFolded
          .get(folded)
          ?.find((one) => isSameCase({ text: one, startsSentence: false }, spelling));
        if (words !== undefined && !isInsideName(paragraph.text, range, cues, known))
          found.push({ range, words });
      });
      return found;
    });
    for (const { range, words } of places) {
      const guess = byWords.get(words);
      if (!guess || here.some((t) => overlaps(t, range))) continue;
      suggestions.push({ ...guess, start: range.start + offset, end: range.end + offset });
    }
    if (fresh) yield;
  }
  return suggestions;
}
