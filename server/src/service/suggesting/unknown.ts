import { isOfPage } from '../../core/checks/lineRoles/lineRole.ts';
import type { Suggestion } from '../../core/suggestions/suggestion.ts';
import { capitalRuns } from '../../core/suggestions/unknown/capitalRuns.ts';
import { cuesOf } from '../../core/suggestions/unknown/cues.ts';
import { sightingOf } from '../../core/suggestions/unknown/evidence.ts';
import { knowledgeOfWords } from '../../core/suggestions/unknown/knownWords.ts';
import { type PlacedSighting, unknownNames } from '../../core/suggestions/unknown/unknownNames.ts';
import type { TextRange } from '../../core/text/range.ts';
import type { Article } from '../articles.ts';
import type { Workspace } from '../workspace.ts';
import { rangesByParagraph } from './ranges.ts';

/** A suggestion for every name that is told only by its capitals and what stands around it; none in `taken`. */
export async function unknownSuggestions(
  { languages, suggesting }: Workspace,
  article: Article,
  taken: readonly TextRange[],
): Promise<Suggestion[]> {
  const { language, paragraphs } = article;
  const cues = cuesOf(language);
  if (!cues) return [];
  const lexicon = await languages.words.for(language);
  const known = knowledgeOfWords(lexicon.of(language), language);
  const { roles } = article.lines;
  const sightings: PlacedSighting[] = [];
  const takenIn = rangesByParagraph(paragraphs, taken);
  for (const [i, { paragraph, start: offset }] of paragraphs.entries()) {
    const role = roles[i];
    if (role && isOfPage(role)) continue;
    const here = takenIn[i] ?? [];
    const key = `${language} ${lexicon.key} ${here.map((t) => `${t.start}-${t.end}`).join(' ')}`;
    const found = suggesting.inParagraph(paragraph, 'unknown', key, () =>
      capitalRuns(paragraph.text, paragraph.sentences(language), here, cues).flatMap(
        (run) => sightingOf(paragraph.text, run, cues, known) ?? [],
      ),
    );
    for (const sighting of found) sightings.push({ sighting, offset });
  }
  return unknownNames(sightings, known).map((name) => ({ ...name, source: 'unknown' }));
}
