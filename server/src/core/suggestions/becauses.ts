import { type Message, msg } from '../message.ts';
import type { SuggestionSource } from './suggestion.ts';
import type { LearnedTag } from './tagged/learnedTag.ts';

/** Why a known name is suggested. */
export function becauseKnown(name: string): Message {
  return msg('This is a name of {0}, which the project knows.', name);
}

/** Why a damaged name is suggested. */
export function becauseNear(name: string): Message {
  return msg('This looks like {0} with a damaged letter.', name);
}

/** Why words that were tagged elsewhere are suggested. */
export function becauseLearned({ label, given, tagged, articles, people }: LearnedTag): Message {
  if (given < tagged) {
    return msg('These words were tagged as {0} {1} of {2} times.', label, given, tagged);
  }
  if (articles === 1 && people > 1)
    return msg('{0} people have tagged these words as {1}, in one article.', people, label);
  if (articles === 1) return msg('These words were tagged as {0} {1} times, in one article.', label, given);
  return msg('These words were tagged as {0} {1} times, in {2} articles.', label, given, articles);
}

/** Why a date is suggested. */
export function becauseDate(): Message {
  return msg('This reads like a date.');
}

/** Why a batch suggested something; `by`: its source. */
export function becauseMachine(by: SuggestionSource | undefined): Message {
  switch (by) {
    case 'entity':
      return msg('“pressmark suggest” found a name there that the project knows.');
    case 'near':
      return msg('“pressmark suggest” found a known name with a damaged letter there.');
    case 'learned':
      return msg('“pressmark suggest” found words there that were tagged so elsewhere.');
    case 'date':
      return msg('“pressmark suggest” found words there that read like a date.');
    case 'unknown':
      return msg('“pressmark suggest” found an unknown name there, by its capitals and the words beside it.');
    default:
      return msg('“pressmark suggest” suggested it.');
  }
}
