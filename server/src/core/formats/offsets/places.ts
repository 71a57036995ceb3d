import { type Message, msg } from '../../message.ts';
import type { TextRange } from '../../text/range.ts';
import type { ReadPart } from '../readArticle.ts';
import { QuotePlaces } from './quotes.ts';

/** Where a part of a span was put (UTF-16 units), and why somebody should look at it; or why it is nowhere. */
export type PartPlace = { readonly range: TextRange; readonly doubt?: Doubt } | { readonly lost: Doubt };

/** Something that is told of an annotation, by a stable code and in words. */
export interface Doubt {
  readonly code: DoubtCode;
  readonly message: Message;
}

/**
 * requoted: its words stand elsewhere than its offsets say. unproven: nothing shows how its offsets count. changed: the
 * article has another text, and its place there is not certain. no-words, gone: its words are nowhere in the file's
 * text, or in the article's. outside, order: its offsets lie outside the text, or one behind the other. end: what it
 * links is not there.
 */
export type DoubtCode =
  | 'requoted'
  | 'unproven'
  | 'changed'
  | 'no-words'
  | 'gone'
  | 'outside'
  | 'order'
  | 'end';

/** Places of a quote that are counted for people. */
const MOST_COUNTED = 100;

/** A text in which words are looked for that do not stand where they should. */
export class SearchedText {
  private readonly places: QuotePlaces;

  /** `text`: canonical. */
  constructor(text: string) {
    this.places = new QuotePlaces(text);
  }

  /** Where a quote stands that does not stand at `claimed` (UTF-16 units): the nearest place, never without doubt. */
  find(part: ReadPart, claimed: TextRange): PartPlace {
    const quote = part.quote ?? '';
    const { range, count } = this.places.nearest(quote, claimed.start);
    if (!range) {
      const message = msg('Its words, “{0}”, stand nowhere in the text.', shortened(quote));
      return { lost: { code: 'no-words', message } };
    }
    return { range, doubt: { code: 'requoted', message: requoted(part, quote, count) } };
  }
}

function requoted({ start, end }: ReadPart, quote: string, places: number): Message {
  if (places <= 1) {
    return msg(
      '“{0}” does not stand at {1}–{2}. It stands once in the text, and was put there.',
      shortened(quote),
      start,
      end,
    );
  }
  if (places >= MOST_COUNTED) {
    return msg(
      '“{0}” does not stand at {1}–{2}. It stands at least {3} times in the text; the nearest place was taken.',
      shortened(quote),
      start,
      end,
      MOST_COUNTED,
    );
  }
  return msg(
    '“{0}” does not stand at {1}–{2}. It stands {3} times in the text; the nearest place was taken.',
    shortened(quote),
    start,
    end,
    places,
  );
}

/** Words of a file for a message of one line. */
export function shortened(words: string): string {
  const letters = [...words.slice(0, 1000).replace(/\s+/gu, ' ')];
  return letters.length > 60 ? `${letters.slice(0, 59).join('')}…` : letters.join('');
}
