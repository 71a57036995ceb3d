import { isOfPage } from '../../core/checks/lineRoles/lineRole.ts';
import type { Steps } from '../../core/steps.ts';
import type { Suggestion } from '../../core/suggestions/suggestion.ts';
import { capitalRuns } from '../../core/suggestions/unknown/capitalRuns.ts';
import { cuesOf } from '../../core/suggestions/unknown/cues.ts';
import { sightingOf } from '../../core/suggestions/unknown/evidence.ts';
import { knowledgeOfWords } from '../../core/suggestions/unknown/knownWords.ts';
import { type PlacedSighting, unknownNames } from '../../core/suggestions/unknown/unknownNames.ts';
import type { TextRange } from '../../core/text/range.ts';
import { rangesByParagraph } from './ranges.ts';
import { KEPT_A_STEP, type SuggestingScene } from './scene.ts';

/** A suggestion for every name that is told only by its capitals and what stands around it; none in `taken`. */
export function* unknownSuggestions(
  { article, lexicon, suggesting }: SuggestingScene,
  taken: readonly TextRange[],
): Steps<Suggestion[]> {
  const { language, paragraphs } = article;
  const cues = cuesOf(language);
  if (!cues) return [];
  const known = knowledgeOfWords(lexicon.of(language), language);
  const { roles } = article.lines;
  const sightings: PlacedSighting[] = [];
  const takenIn = rangesByParagraph(paragraphs, taken);
  for (const [i, { paragraph, start: offset }] of paragraphs.entries()) {
    const role = roles[i];
    if (role && isOfPage(role)) continue;
    const here = takenIn[i] ?? [];
    const key = `${language} ${lexicon.key} ${here.map((t) => `${t.start}-${t.end}`).join(' ')}`;
    let fresh = i % KEPT_A_STEP === 0;
    const found = suggesting.inParagraph(paragraph, 'unknown', key, () => {
      fresh = true;
      return capitalRuns(paragraph.text, paragraph.sentences(language), here, cues).flatMap(
        (run) => sightingOf(paragraph.text, run, cues, known) ?? [],
      );
    });
    for (const sighting of found) sightings.push({ sighting, offset });
    if (fresh) yield;
  }
  return unknownNames(sightings, known).map((name) => ({ ...name, source: 'unknown' }));
}
