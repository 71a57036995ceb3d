import { finish, type Steps } from '../../steps.ts';
import type { Gazetteer } from '../gazetteer.ts';
import type { Mention } from '../mention.ts';
import { type NamedParagraph, namesInParagraph } from './paragraphNames.ts';
import { placedNames } from './placedNames.ts';
import { Reader } from './reader.ts';
import { SecondMentions } from './secondMentions.ts';

export { type NamedParagraph, namesInParagraph } from './paragraphNames.ts';

/** Paragraphs between two steps. */
const PARAGRAPHS_A_STEP = 100;

/**
 * Whom an article mentions, in text order and without overlap (UTF-16 units of the article), from the names found in
 * each of its paragraphs. What stands later never changes what was found before, but for a person's surname in front
 * of the full name, as in a headline. Linear in the article.
 */
export function* recogniseMentions(
  paragraphs: readonly NamedParagraph[],
  gazetteer: Gazetteer,
  language: string,
): Steps<Mention[]> {
  const reader = new Reader(gazetteer, language);
  const named: Mention[] = [];
  for (const [i, paragraph] of paragraphs.entries()) {
    const names = placedNames(paragraph, paragraphs[i + 1], named.at(-1)?.end ?? 0, gazetteer, language);
    reader.read(paragraph, names, named);
    if (i % PARAGRAPHS_A_STEP === 0) yield;
  }
  if (reader.tellsNothing) return named;
  const second = new SecondMentions(reader, named, language);
  const mentions: Mention[] = [];
  for (const [i, paragraph] of paragraphs.entries()) {
    second.find(paragraph, mentions);
    if (i % PARAGRAPHS_A_STEP === 0) yield;
  }
  second.rest(mentions);
  return mentions;
}

/** Whom a text of one paragraph mentions. `language`: BCP 47 primary subtag, `und` where unknown. */
export function mentionsIn(gazetteer: Gazetteer, text: string, language: string): Mention[] {
  const paragraph = { text, start: 0, ...namesInParagraph(gazetteer, text, language) };
  return finish(recogniseMentions([paragraph], gazetteer, language));
}
