import type { Entity } from '../../core/entities/entity.ts';
import type { Gazetteer } from '../../core/entities/gazetteer.ts';
import { holdsImported } from '../../core/entities/names/entityRecord.ts';
import { KnownEntities } from '../../core/entities/names/knownEntities.ts';
import { compileNearIndex } from '../../core/entities/near/nearIndex.ts';
import { nearNames } from '../../core/entities/near/nearNames.ts';
import { becauseNear } from '../../core/suggestions/becauses.ts';
import type { Suggestion } from '../../core/suggestions/suggestion.ts';
import type { TextRange } from '../../core/text/range.ts';
import type { Article } from '../articles.ts';
import { NEVER_CANCELLED } from '../ports.ts';
import { runSteps } from '../stepping.ts';
import type { Workspace } from '../workspace.ts';
import { rangesByParagraph } from './ranges.ts';

/** Of more entities the first so many are compared: the project's own and the built-in ones, then imported ones. */
const MOST_ENTITIES = 30_000;

/**
 * A suggestion for every name that is a known one with a damaged letter; none in `taken`. English words count as words
 * everywhere: foreign names are among them (`Vienna` is no damaged `Vietnã`).
 */
export async function nearSuggestions(
  { host, languages, suggesting }: Workspace,
  article: Article,
  taken: readonly TextRange[],
): Promise<Suggestion[]> {
  const { gazetteer, key } = await article.project.entities();
  const index = await suggesting.ofNames(gazetteer, 'near', () =>
    runSteps(compileNearIndex(first(gazetteer)), host, NEVER_CANCELLED),
  );
  const { language, paragraphs } = article;
  const lexicon = await languages.words.for(language);
  const words = lexicon.of(language);
  // Where no word is known, any word may be one that is like a name.
  if (!words) return [];
  const english = lexicon.of('en');
  const isWord = (word: string) => words.commonness(word) > 0 || (english?.commonness(word) ?? 0) > 0;
  const takenIn = rangesByParagraph(paragraphs, taken);
  return paragraphs.flatMap(({ paragraph, start: offset }, i) => {
    const here = takenIn[i] ?? [];
    const known = `${key} ${language} ${lexicon.key} ${here.map((t) => `${t.start}-${t.end}`).join(' ')}`;
    const found = suggesting.inParagraph(paragraph, 'near', known, () =>
      nearNames(paragraph.text, here, index, language, isWord),
    );
    return found.flatMap(({ start, end, entityId, name, score }): Suggestion[] => {
      const entity = gazetteer.entity(entityId);
      if (!entity) return [];
      const because = becauseNear(name);
      const place = { start: start + offset, end: end + offset };
      return [{ ...place, label: entity.type, entity: entityId, score, source: 'near', because }];
    });
  });
}

function* first({ segments }: Gazetteer): Iterable<Entity> {
  const own = segments.filter((segment) => !holdsImported(segment));
  let left = MOST_ENTITIES;
  for (const entity of new KnownEntities([...own, ...segments.filter(holdsImported)])) {
    if (left-- === 0) return;
    yield entity;
  }
}
