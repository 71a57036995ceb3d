import type { Mention } from '../core/entities/mention.ts';
import {
  type NamedParagraph,
  namesInParagraph,
  recogniseMentions,
} from '../core/entities/recognition/recognise.ts';
import type { Steps } from '../core/steps.ts';
import { lineEnds } from '../core/text/hardWrap.ts';
import type { PlacedParagraph } from '../core/text/paragraph.ts';
import type { EntityKnowledge } from './projects.ts';

/**
 * The known entities that an article mentions, in text order (UTF-16 units of it). What a paragraph says by itself is
 * kept with it, so that only paragraphs are searched that have changed. `language`: BCP 47 primary subtag.
 */
export function* mentionsIn(
  article: string,
  paragraphs: readonly PlacedParagraph[],
  { gazetteer, key }: EntityKnowledge,
  language: string,
): Steps<Mention[]> {
  const named: NamedParagraph[] = [];
  let end = 0;
  for (const { paragraph, start } of paragraphs) {
    let fresh = false;
    const names = paragraph.latest('names', `${key} ${language}`, () => {
      fresh = true;
      return namesInParagraph(gazetteer, paragraph.text, language);
    });
    const follows = end > 0 && start - end < 4 && lineEnds(article, end, start) === 1;
    named.push({ text: paragraph.text, start, follows, ...names });
    end = start + paragraph.text.length;
    if (fresh) yield;
  }
  return yield* recogniseMentions(named, gazetteer, language);
}
