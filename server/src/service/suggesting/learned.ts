import type { Steps } from '../../core/steps.ts';
import { becauseLearned } from '../../core/suggestions/becauses.ts';
import { isInsideName } from '../../core/suggestions/insideName.ts';
import type { Suggestion } from '../../core/suggestions/suggestion.ts';
import { beginsAfter } from '../../core/suggestions/tagged/sameCase.ts';
import { cuesOf } from '../../core/suggestions/unknown/cues.ts';
import { knowledgeOfWords } from '../../core/suggestions/unknown/knownWords.ts';
import { overlaps } from '../../core/text/range.ts';
import { KEPT_A_STEP, type SuggestingScene } from './scene.ts';

/** The label of people, whose names are tagged whole. */
const PERSON = 'PER';

/**
 * A suggestion wherever words stand that people have tagged elsewhere. Words that are a known name of the same kind,
 * and were not recognised as it here, are not: who looked at the article's other names had a reason (`Nga` in
 * `Nguyễn Thị Nga`).
 */
export function* learnedSuggestions({
  article,
  gazetteer,
  lexicon,
  mentions,
  suggesting,
  tagged: index,
}: SuggestingScene): Steps<Suggestion[]> {
  if (!index) return [];
  const cues = cuesOf(article.language);
  const known = knowledgeOfWords(lexicon.of(article.language), article.language);
  const found: Suggestion[] = [];
  let mention = 0;
  for (const [i, { paragraph, start }] of article.paragraphs.entries()) {
    let fresh = i % KEPT_A_STEP === 0;
    const { text } = paragraph;
    const places = suggesting.inParagraph(
      paragraph,
      'learned',
      `${index.id} ${index.version} ${article.language}`,
      () => {
        fresh = true;
        return index.find(text, article.language, (at) => beginsAfter(text.slice(0, at)));
      },
    );
    for (const place of places) {
      const range = { start: start + place.start, end: start + place.end };
      while ((mentions[mention]?.end ?? Number.POSITIVE_INFINITY) <= range.start) mention++;
      const { label, entity, score } = place.tag;
      const here = mentions[mention];
      const isMention = here !== undefined && overlaps(here, range);
      const words = text.slice(place.start, place.end);
      if (!isMention && gazetteer.lookup(words).some(({ type }) => type === label)) continue;
      // The surname alone is no tag where the whole name stands.
      if (label === PERSON && cues && isInsideName(text, place, cues, known)) continue;
      const link = entity === undefined ? {} : { entity };
      found.push({ ...range, label, ...link, score, source: 'learned', because: becauseLearned(place.tag) });
    }
    if (fresh) yield;
  }
  return found;
}
