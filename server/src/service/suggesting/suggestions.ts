import { chooseSuggestions } from '../../core/suggestions/choose.ts';
import type { Suggestion } from '../../core/suggestions/suggestion.ts';
import { overlaps } from '../../core/text/range.ts';
import type { PlacedSpan } from '../annotations.ts';
import type { Article } from '../articles.ts';
import type { Cancellation } from '../ports.ts';
import type { Layer } from '../sidecars.ts';
import type { Workspace } from '../workspace.ts';
import { entitySuggestions } from './entities.ts';
import { learnedSuggestions } from './learned.ts';
import { nearSuggestions } from './near.ts';
import { unknownSuggestions } from './unknown.ts';

/**
 * What may be tagged in an article and this person has neither tagged nor refused: in text order, no two with equal
 * span and label, none over a tag that they gave some name. Where nobody can tell who works here, all visible tags
 * count as theirs. Throws `Cancelled`.
 */
export async function suggestionsOf(
  workspace: Workspace,
  article: Article,
  cancel: Cancellation,
): Promise<Suggestion[]> {
  await workspace.tagged.settle();
  const { project } = article;
  const index = workspace.tagged.indexOf(project);
  const { gazetteer, key } = await project.entities();
  const own = await workspace.sidecars.own(article.uri, project);
  const { layers, placed, refusals } = await workspace.annotations(article);
  const annotator = 'layer' in own ? own.layer.annotator : undefined;
  const known = [index, index?.version, gazetteer, key, annotator, ...layers.map((l) => l.sidecar)];
  const kept = workspace.suggesting.kept(article, known);
  if (kept) return [...kept];
  const candidates = await candidatesOf(workspace, article, cancel);
  const names = new Set(project.project.labels.filter((l) => !l.sentence).map((l) => l.name));
  const isOwn = ({ annotator: whose }: Layer) => 'refused' in own || whose === annotator;
  const tags = placed.filter((span) => isOwn(span.layer) && names.has(span.annotation.label));
  const chosen = chooseSuggestions(candidates.filter(({ label }) => names.has(label)));
  const suggestions = withoutTagged(chosen, tags).filter(
    (s) => 'refused' in own || !refusals.has(annotator, s),
  );
  workspace.suggesting.keep(article, known, suggestions);
  return [...suggestions];
}

/** Those that no tag overlaps; both in text order. */
function withoutTagged(suggestions: readonly Suggestion[], tags: readonly PlacedSpan[]): Suggestion[] {
  let first = 0;
  let reach = 0;
  const reaches = tags.map(({ range }) => {
    reach = Math.max(reach, range.end);
    return reach;
  });
  return suggestions.filter((suggestion) => {
    while (first < tags.length && (reaches[first] ?? 0) <= suggestion.start) first++;
    for (let i = first; i < tags.length; i++) {
      const range = tags[i]?.range;
      if (!range || range.start >= suggestion.end) return true;
      if (overlaps(range, suggestion)) return false;
    }
    return true;
  });
}

/** Everything that could be suggested, whoever asks. What is known goes before what is guessed. */
async function candidatesOf(
  workspace: Workspace,
  article: Article,
  cancel: Cancellation,
): Promise<Suggestion[]> {
  const known = await entitySuggestions(article, cancel);
  const learned = await learnedSuggestions(workspace, article, cancel);
  const near = await nearSuggestions(workspace, article, known);
  const taken = [...known, ...near, ...learned].sort((a, b) => a.start - b.start);
  return [...known, ...learned, ...near, ...(await unknownSuggestions(workspace, article, taken))];
}
