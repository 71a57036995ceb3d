import type { Paragraph } from '../../text/paragraph.ts';
import { BLANKS, DIGITS, Kind } from '../../text/signs.ts';
import { pagePhraseOf } from '../pagePhrases/pagePhrase.ts';
import { bylineOf, captionOf } from './credits.ts';
import { type LineEnd, lineEnd } from './lineEnd.ts';
import type { Role, RoleContext } from './lineRole.ts';
import { pictureLine } from './pictureLine.ts';
import { isPublicationDate } from './published.ts';

/** What can be seen of a line without its neighbours. */
export interface LineShape {
  readonly end: LineEnd;
  /** Words, 40 and more as 40; in scripts without blanks half the number of letters. */
  readonly words: number;
  /** The first letter is a small one. */
  readonly lower: boolean;
  /** What a phrase or the shape says it is: nothing where only its place can tell. */
  readonly clue: LineClue | undefined;
  /** How many articles of the corpus have this line; 0 for long ones, which are not asked for. */
  readonly articles: number;
}

export interface LineClue {
  readonly role: Role;
  /** `related` and `comments` head a block. */
  readonly heads?: 'related' | 'comments';
  /** A label and a title: on top of an article it may be the headline itself (“Watch: …”). */
  readonly label?: true;
  readonly detail: string;
}

/** No more words are counted. */
export const MOST_WORDS = 40;
/** No prompt or credit is longer. */
const LONGEST_CLUE = 400;
const LONGEST_TRAIL = 120;
const UNSPACED: ReadonlySet<string> = new Set(['zh', 'ja', 'th', 'lo', 'km', 'my']);
/** A trail: Home > World > Asia. */
const TRAIL = /^[^.!?]{1,40}(?:\s[>›»/|]\s[^.!?>›»/|]{1,40}){1,5}$/u;

/** The shape of a line; computed once for a language and a state of the corpus. `key` is {@link shapeKey}'s. */
export function lineShape(paragraph: Paragraph, key: string, context: RoleContext): LineShape {
  return paragraph.memo(key, () => {
    const { text } = paragraph;
    const short = text.length <= LONGEST_CLUE;
    return {
      end: lineEnd(text),
      words: countWords(paragraph, context.language),
      lower: isLower(text),
      clue: short ? clueOf(paragraph, context.language) : undefined,
      articles: short && context.corpus.articles > 0 ? context.corpus.articlesWithLine(text) : 0,
    };
  });
}

/** The name under which a paragraph keeps its shape. */
export function shapeKey({ language, corpus }: RoleContext): string {
  return `line shape ${language} ${corpus.key}`;
}

/** True where the first letter, perhaps behind opening marks, is a small one. */
function isLower(text: string): boolean {
  const code = text.charCodeAt(0);
  if (code >= 0x41 && code <= 0x5a) return false;
  return (code >= 0x61 && code <= 0x7a) || /^[\s"“‘«(]{0,3}\p{Ll}/u.test(text.slice(0, 6));
}

function countWords({ text, tokens }: Paragraph, language: string): number {
  if (UNSPACED.has(language)) return Math.min(MOST_WORDS, text.length >> 1);
  let words = 0;
  for (const { kind } of tokens) if (kind === 'word' && ++words === MOST_WORDS) break;
  return words;
}

function clueOf(paragraph: Paragraph, language: string): LineClue | undefined {
  const { text, signs } = paragraph;
  if (signs.has(DIGITS) && isPublicationDate(paragraph, language)) return { role: 'date', detail: '' };
  const phrase = pagePhraseOf(paragraph, language);
  if (phrase !== undefined && phrase.kind !== 'tail') {
    const { kind, phrase: detail } = phrase;
    if (kind === 'comments') return { role: 'comments', heads: 'comments', detail };
    if (kind === 'label') return { role: 'boilerplate', label: true, detail };
    return { role: 'boilerplate', detail, ...(kind === 'related' ? { heads: kind } : {}) };
  }
  const byline = bylineOf(paragraph, language);
  if (byline !== undefined) return { role: 'byline', detail: byline };
  if (pictureLine(paragraph, language)?.certain === true) return { role: 'caption', detail: '' };
  // A credit stands behind a colon, a dash or a stroke, or in brackets.
  if (
    signs.has(Kind.colon | Kind.ascii | Kind.odd | Kind.other | Kind.closing) ||
    signs.hasPair(Kind.hyphen, BLANKS)
  ) {
    const caption = captionOf(paragraph, language);
    if (caption !== undefined) return { role: 'caption', detail: caption };
  }
  const isTrail = text.length <= LONGEST_TRAIL && signs.has(Kind.ascii | Kind.odd | Kind.quote | Kind.other);
  return isTrail && TRAIL.test(text) ? { role: 'section', detail: '' } : undefined;
}
