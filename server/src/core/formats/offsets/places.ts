import { locate } from '../../annotations/locate.ts';
import { type Message, msg } from '../../message.ts';
import { TextOffsets } from '../../text/offsets.ts';
import type { TextRange } from '../../text/range.ts';
import type { ReadPart } from '../readArticle.ts';
import { FoldedText, quotePlaces } from './quotes.ts';

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
  private readonly text: string;
  private readonly article: { text: string; offsets: TextOffsets; revision: string };
  private foldedText: FoldedText | undefined;

  /** `text`: canonical. */
  constructor(text: string) {
    this.text = text;
    this.article = { text, offsets: new TextOffsets(text), revision: '' };
  }

  /** Where a quote stands that does not stand at `claimed` (UTF-16 units): the nearest place, never without doubt. */
  find(part: ReadPart, claimed: TextRange): PartPlace {
    const quote = part.quote ?? '';
    const { offsets } = this.article;
    const anchor = {
      start: offsets.toCodePoint(claimed.start),
      end: offsets.toCodePoint(claimed.end),
      text: quote,
      before: '',
      after: '',
      rev: 'none',
    };
    const exact = locate(anchor, this.article).range;
    this.foldedText ??= new FoldedText(this.text);
    const places = quotePlaces(this.foldedText, quote, MOST_COUNTED);
    const range = exact ?? nearest(places, claimed.start);
    if (!range) {
      const message = msg('Its words, “{0}”, stand nowhere in the text.', shortened(quote));
      return { lost: { code: 'no-words', message } };
    }
    return { range, doubt: { code: 'requoted', message: requoted(part, quote, places.length) } };
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
  return msg(
    '“{0}” does not stand at {1}–{2}. It stands {3} times in the text; the nearest place was taken.',
    shortened(quote),
    start,
    end,
    places,
  );
}

function nearest(places: readonly TextRange[], start: number): TextRange | undefined {
  return places.toSorted((a, b) => Math.abs(a.start - start) - Math.abs(b.start - start))[0];
}

/** Words of a file for a message of one line. */
export function shortened(words: string): string {
  const line = words.replace(/\s+/gu, ' ');
  const letters = [...line];
  return letters.length > 60 ? `${letters.slice(0, 59).join('')}…` : line;
}
