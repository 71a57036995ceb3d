import { finish, type Steps } from '../../steps.ts';
import type { Gazetteer } from '../gazetteer.ts';
import type { Candidate, Mention } from '../mention.ts';

/** A paragraph of an article with the names in it. */
export interface NamedParagraph {
  readonly text: string;
  /** Where it starts in the article, UTF-16 units. */
  readonly start: number;
  /** In text order, without overlap; UTF-16 units of the paragraph. */
  readonly candidates: readonly Candidate[];
}

/** Paragraphs between two steps. */
const PARAGRAPHS_A_STEP = 100;

/**
 * Whom an article mentions, in text order and without overlap (UTF-16 units of the article), from the names found in
 * each of its paragraphs. Linear in the article.
 */
export function* recogniseMentions(
  paragraphs: readonly NamedParagraph[],
  _gazetteer: Gazetteer,
  _language: string,
): Steps<Mention[]> {
  const mentions: Mention[] = [];
  for (const [i, { start, candidates }] of paragraphs.entries()) {
    for (const candidate of candidates) {
      const [first, ...alternatives] = candidate.readings;
      if (first === undefined) continue;
      mentions.push({
        start: candidate.start + start,
        end: candidate.end + start,
        ...first,
        manner: 'name',
        alternatives,
      });
    }
    if (i % PARAGRAPHS_A_STEP === 0) yield;
  }
  return mentions;
}

/** Whom a text of one paragraph mentions. `language`: BCP 47 primary subtag, `und` where unknown. */
export function mentionsIn(gazetteer: Gazetteer, text: string, language: string): Mention[] {
  const paragraph = { text, start: 0, candidates: gazetteer.candidates(text, language) };
  return finish(recogniseMentions([paragraph], gazetteer, language));
}
