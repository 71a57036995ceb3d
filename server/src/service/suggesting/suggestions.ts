import type { Steps } from '../../core/steps.ts';
import { chooseSuggestions } from '../../core/suggestions/choose.ts';
import type { Suggestion, SuggestionSource } from '../../core/suggestions/suggestion.ts';
import { overlaps, type TextRange } from '../../core/text/range.ts';
import type { Article } from '../articles.ts';
import type { Cancellation } from '../ports.ts';
import type { Layer } from '../sidecars.ts';
import { runSteps } from '../stepping.ts';
import type { Workspace } from '../workspace.ts';
import { dateSuggestions } from './dates.ts';
import { echoes } from './echoes.ts';
import { entitySuggestions } from './entities.ts';
import { learnedSuggestions } from './learned.ts';
import { machineSuggestions } from './machine.ts';
import { nearSuggestions } from './near.ts';
import { type SuggestingScene, suggestingScene } from './scene.ts';
import { unknownSuggestions } from './unknown.ts';

/**
 * What may be tagged in an article and this person has neither tagged nor refused: in text order, no two with equal
 * span and label, none over a tag that they gave some name. Where nobody can tell who works here, all visible tags
 * count as theirs. `sources`: only what comes from these; absent: everything. Throws `Cancelled`.
 */
export async function suggestionsOf(
  workspace: Workspace,
  article: Article,
  cancel: Cancellation,
  sources?: ReadonlySet<SuggestionSource>,
): Promise<Suggestion[]> {
  await workspace.tagged.settle();
  const { project } = article;
  const index = workspace.tagged.indexOf(project);
  const { key } = await project.entities();
  const own = await workspace.sidecars.own(article.uri, project);
  const suggested = await workspace.sidecars.suggested(article.uri);
  const { layers, placed, refusals } = await workspace.annotations(article);
  const annotator = 'layer' in own ? own.layer.annotator : undefined;
  const seen = [...layers, suggested].map(({ sidecar }) => sidecar);
  const isBlind = workspace.people.isBlind(project);
  const known = [sources, index, index?.version, key, isBlind, 'refused' in own, annotator, ...seen];
  const kept = workspace.suggesting.kept(article, known);
  if (kept) return [...kept];
  const names = nameLabels(article);
  const isOwn = ({ annotator: whose }: Layer) => 'refused' in own || whose === annotator;
  const tags = placed
    .filter((span) => isOwn(span.layer) && names.has(span.annotation.label))
    .map(({ range }) => range);
  const machine = await machineSuggestions(workspace, article, suggested);
  const candidates = await candidatesOf(workspace, article, cancel);
  const chosen = chooseSuggestions(
    [...candidates, ...machine].filter(
      ({ label, source }) => names.has(label) && (sources?.has(source) ?? true),
    ),
  );
  const suggestions = withoutTagged(chosen, tags).filter(
    (s) => 'refused' in own || !refusals.has(annotator, s),
  );
  workspace.suggesting.keep(article, known, suggestions);
  return [...suggestions];
}

/**
 * What anybody may want to tag in an article, whoever has tagged or refused what: for a batch. Only what comes from
 * the sources, and is so sure at least, 0–1. Throws `Cancelled`.
 */
export async function suggestionsForAll(
  workspace: Workspace,
  article: Article,
  { sources, least }: { readonly sources: ReadonlySet<SuggestionSource>; readonly least: number },
  cancel: Cancellation,
): Promise<Suggestion[]> {
  const names = nameLabels(article);
  const candidates = await candidatesOf(workspace, article, cancel);
  return chooseSuggestions(
    candidates.filter(
      ({ label, score, source }) => names.has(label) && sources.has(source) && score >= least,
    ),
  );
}

/** The labels of names: those of sentences are no suggestions, and stand over names without being in their way. */
function nameLabels({ project: { project } }: Article): ReadonlySet<string> {
  return new Set(project.labels.filter((label) => !label.sentence).map((label) => label.name));
}

/** Everything that could be suggested, whoever asks. What is known goes before what is guessed. */
async function candidatesOf(
  workspace: Workspace,
  article: Article,
  cancel: Cancellation,
): Promise<Suggestion[]> {
  const scene = await suggestingScene(workspace, article, cancel);
  return runSteps(candidatesIn(scene), workspace.host, cancel);
}

function* candidatesIn(scene: SuggestingScene): Steps<Suggestion[]> {
  const known = yield* entitySuggestions(scene);
  const dates = yield* dateSuggestions(scene);
  const learned = yield* learnedSuggestions(scene);
  const sure = [...known, ...dates].sort((a, b) => a.start - b.start);
  const near = yield* nearSuggestions(scene, sure);
  const taken = [...sure, ...near, ...learned].sort((a, b) => a.start - b.start);
  const unknown = yield* unknownSuggestions(scene, taken);
  const guesses = [...near, ...unknown];
  return [...sure, ...learned, ...guesses, ...(yield* echoes(scene, guesses, sure))];
}

/** Those that no tag overlaps; both in text order. */
function withoutTagged(suggestions: readonly Suggestion[], tags: readonly TextRange[]): Suggestion[] {
  let first = 0;
  let reach = 0;
  const reaches = tags.map(({ end }) => {
    reach = Math.max(reach, end);
    return reach;
  });
  return suggestions.filter((suggestion) => {
    while (first < tags.length && (reaches[first] ?? 0) <= suggestion.start) first++;
    for (let i = first; i < tags.length; i++) {
      const tag = tags[i];
      if (!tag || tag.start >= suggestion.end) return true;
      if (overlaps(tag, suggestion)) return false;
    }
    return true;
  });
}
