import { newArticleReview, newReview, newSpan } from '../../core/annotations/create.ts';
import type { Operation } from '../../core/annotations/operations.ts';
import { type Message, msg } from '../../core/message.ts';
import { wordsKey } from '../../core/suggestions/alike.ts';
import { refusalRule, type Suggestion } from '../../core/suggestions/suggestion.ts';
import { overlaps, type TextRange } from '../../core/text/range.ts';
import type { Article } from '../articles.ts';
import type { Workspace } from '../workspace.ts';
import type { AnswerPurpose, AnswerScope } from './answerPurpose.ts';
import { idSuffix } from './sidecarOperations.ts';

/** The changes of one's own sidecar that an answer makes, with what was done; or why there are none. */
export type Answered =
  | { readonly operations: readonly Operation[]; readonly summary: Message }
  | { readonly refused: Message };

/**
 * Carries an answer out, against the suggestions of the article as it is now: what is accepted becomes a tag, what is
 * refused a line that says so.
 */
export function answerOperations(
  workspace: Workspace,
  article: Article,
  suggestions: readonly Suggestion[],
  purpose: AnswerPurpose,
): Answered {
  const asked = suggestions.find(
    (s) => s.start === purpose.start && s.end === purpose.end && s.label === purpose.label,
  );
  if (!asked) return { refused: goneSuggestion() };
  const meant = meantBy(article, suggestions, asked, purpose);
  return purpose.kind === 'acceptSuggestion'
    ? accepted(workspace, article, withoutOverlaps(meant))
    : refused(workspace, article, asked, meant, purpose.scope);
}

/** The suggestions that an answer of that scope speaks of, in text order. */
export function meantBy(
  article: Article,
  suggestions: readonly Suggestion[],
  asked: Suggestion,
  { scope, least = 0 }: Pick<AnswerPurpose, 'scope' | 'least'>,
): readonly Suggestion[] {
  if (scope === 'one') return [asked];
  if (scope === 'article') return suggestions.filter((s) => s.score >= least);
  const key = likeness(article, asked);
  return suggestions.filter((s) => s.label === asked.label && likeness(article, s) === key);
}

/** Of suggestions that overlap only the surest can be meant where all are accepted at once; of equals the longest. */
export function withoutOverlaps(suggestions: readonly Suggestion[]): Suggestion[] {
  const surest = suggestions.toSorted((a, b) => b.score - a.score || lengthOf(b) - lengthOf(a));
  const taken: Suggestion[] = [];
  const kept = new Set<Suggestion>();
  for (const suggestion of surest) {
    const at = insertionPoint(taken, suggestion.start);
    const neighbours = [taken[at - 1], taken[at]];
    if (neighbours.some((n) => n && overlaps(n, suggestion))) continue;
    taken.splice(at, 0, suggestion);
    kept.add(suggestion);
  }
  return suggestions.filter((s) => kept.has(s));
}

/** Of stretches in text order that do not overlap, how many start before an offset. */
function insertionPoint(sorted: readonly TextRange[], offset: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function accepted(workspace: Workspace, article: Article, meant: readonly Suggestion[]): Answered {
  const operations = meant.map(({ start, end, label, entity }): Operation => {
    const link = entity === undefined ? {} : { entity };
    return {
      kind: 'add',
      annotation: newSpan({ ...placeOf(workspace, article, start, end), label, ...link }),
    };
  });
  const [first] = meant;
  const summary =
    first && meant.length === 1
      ? msg('Accepted: tagged as {0}.', first.label)
      : msg('Accepted {0} suggestions.', meant.length);
  return { operations, summary };
}

function refused(
  workspace: Workspace,
  article: Article,
  asked: Suggestion,
  meant: readonly Suggestion[],
  scope: AnswerScope,
): Answered {
  const rule = refusalRule(asked.label);
  if (scope === 'like') {
    const word = wordsIn(article, asked).replace(/\s+/gu, ' ');
    const annotation = newArticleReview({ rule, word, suffix: idSuffix(workspace) });
    const summary = msg('{0} is no longer suggested for “{1}” in this article.', asked.label, word);
    return { operations: [{ kind: 'add', annotation }], summary };
  }
  const operations = meant.map(({ start, end, label }): Operation => {
    const place = placeOf(workspace, article, start, end);
    const annotation = newReview({ ...place, rule: refusalRule(label), verdict: 'dismissed' });
    return { kind: 'add', annotation };
  });
  const summary =
    meant.length === 1
      ? msg('Refused: {0} is no longer suggested here.', asked.label)
      : msg('Refused {0} suggestions.', meant.length);
  return { operations, summary };
}

function placeOf(workspace: Workspace, article: Article, start: number, end: number) {
  const { text, offsets, revision } = article;
  return { article: text, offsets, revision, range: { start, end }, suffix: idSuffix(workspace) };
}

function wordsIn({ text }: Article, { start, end }: TextRange): string {
  return text.slice(start, end);
}

function likeness(article: Article, suggestion: Suggestion): string {
  return wordsKey(wordsIn(article, suggestion));
}

function lengthOf({ start, end }: TextRange): number {
  return end - start;
}

/** Says that a suggestion is not made any more. */
export function goneSuggestion(): Message {
  return msg(
    'This is no longer suggested: it was tagged or refused in the meantime, or the names have changed.',
  );
}
