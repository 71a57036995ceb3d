import * as v from 'valibot';
import { ScoreSchema } from '../../core/annotations/schema.ts';
import { SUGGESTION_SOURCES } from '../../core/suggestions/suggestion.ts';
import { counted, place, version } from './parts.ts';

/** A tag that somebody may want to give. `name`: of the entity that it would be linked to. */
export const SuggestionOutput = v.strictObject({
  ...place,
  text: v.string(),
  label: v.string(),
  score: ScoreSchema,
  source: v.picklist(SUGGESTION_SOURCES),
  because: v.string(),
  entity: v.optional(v.string()),
  name: v.optional(v.string()),
});

/** `layer`: what became of the article's file of suggestions; absent without `--write`. */
export const SuggestedArticleOutput = v.strictObject({
  path: v.string(),
  suggestions: v.array(SuggestionOutput),
  layer: v.optional(v.picklist(['written', 'unchanged', 'none'])),
});

/** `written`: files of suggestions that were changed, or with `--dry-run` would be. */
export const SuggestOutput = v.strictObject({
  version,
  articles: v.array(SuggestedArticleOutput),
  summary: v.strictObject({ articles: counted, suggestions: counted, written: counted }),
});

export type SuggestionOutput = v.InferOutput<typeof SuggestionOutput>;
export type SuggestedArticleOutput = v.InferOutput<typeof SuggestedArticleOutput>;
