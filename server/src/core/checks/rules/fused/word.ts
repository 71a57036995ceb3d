import { msg } from '../../../message.ts';
import { type LanguageWords, wordBookOf } from '../../../text/lexicon/lexicon.ts';
import { NO_WORD } from '../../../text/lexicon/wordBook.ts';
import type { Paragraph } from '../../../text/paragraph.ts';
import type { TextRange } from '../../../text/range.ts';
import { hasVietnameseMark, isSyllable } from '../../../text/vietnamese/syllable.ts';
import type { Fix, Observation } from '../../finding.ts';
import type { ArticleRule, RuleContext } from '../../rule.ts';
import { isAscii, unknownWords } from '../../unknownWords.ts';
import { fusedWords } from './word/split.ts';
import { fusedSyllables } from './word/vietnamese.ts';

const MOST_FIXES = 3;

interface Fused extends TextRange {
  readonly text: string;
  /** The words that it may be, the likeliest split first. */
  readonly splits: readonly (readonly string[])[];
}

export const fusedWord: ArticleRule = {
  code: 'fused/word',
  title: 'Two words written as one',
  description:
    'A word that is not known, and that is two or three common words without the space between them.',
  group: 'garbled',
  severity: 'warning',
  // Other languages write compounds in one piece, or have too short a list of words.
  languages: ['id', 'vi', 'en'],
  heedsDictionary: true,
  options: [
    {
      name: 'mostRepeats',
      description: 'A word that an article has more often is taken for a name, and not reported.',
      type: 'number',
      default: 2,
      least: 1,
      most: 100,
      whole: true,
    },
  ],
  examples: {
    bad: [
      {
        language: 'id',
        text: 'Hujan [[memangbelum]] turun [[sejakbulan]] lalu.',
        fixed: 'Hujan memang belum turun sejak bulan lalu.',
      },
      {
        language: 'vi',
        text: 'Cây cầu [[nàyđã]] xong [[từtháng]] trước.',
        fixed: 'Cây cầu này đã xong từ tháng trước.',
      },
      {
        language: 'en',
        text: 'They [[saidthat]] the road [[willopen]] soon.',
        fixed: 'They said that the road will open soon.',
      },
    ],
    good: [
      {
        language: 'id',
        text: 'Menurut kamerawan itu, antarnegara dan pascapanen ditulis serangkai.',
        note: 'bound parts',
      },
      { language: 'vi', text: 'Chiếc ôtô chở bêtông và môtơ; bệnh do virút.', note: 'borrowed words' },
      {
        language: 'en',
        text: 'The homeware shop sold dashcams, headwear and fourballs overnight.',
        note: 'compounds',
      },
      {
        language: 'en',
        text: 'The saidthat is a pub; saidthat and saidthat are it too, and #willopen, willopen.org.',
      },
    ],
  },
  scope: 'article',
  *check(article, context, options) {
    const counts = new Map<string, number>();
    const found: { readonly fused: Fused; readonly offset: number }[] = [];
    const key = `fused/word ${context.language} ${context.lexicon.key}`;
    for (const { index, items } of article.collect(key, (paragraph) => fusedIn(paragraph, key, context)))
      for (const fused of items) {
        found.push({ fused, offset: article.paragraphs[index]?.start ?? 0 });
        const word = fused.text.toLowerCase();
        counts.set(word, (counts.get(word) ?? 0) + 1);
      }
    const most = options.number('mostRepeats');
    for (const { fused, offset } of found) {
      if (context.accepts(fused.text) || (counts.get(fused.text.toLowerCase()) ?? 0) > most) continue;
      yield observe(fused, offset, context);
    }
  },
};

const NONE: readonly Fused[] = [];

/** The fused words of a paragraph; kept with it. */
function fusedIn(paragraph: Paragraph, key: string, context: RuleContext): readonly Fused[] {
  const { language, lexicon } = context;
  return paragraph.memo(key, () => {
    const words = lexicon.of(language);
    if (words === undefined) return NONE;
    const found = language === 'vi' ? rows(paragraph, words, context) : fusions(paragraph, words, context);
    return found.length === 0 ? NONE : found;
  });
}

/** Unknown words in small letters; a capital means a name. */
function fusions(paragraph: Paragraph, words: LanguageWords, context: RuleContext): readonly Fused[] {
  return unknownWords(paragraph, context).flatMap(({ start, end, word }) => {
    const text = paragraph.text.slice(start, end);
    const splits = text === word ? fusedWords(word, context.language, words) : [];
    return splits.length === 0 ? [] : [{ start, end, text, splits }];
  });
}

const SMALL = /^\p{Ll}+$/u;
const ONE_CAPITAL = /^\p{Lu}\p{Ll}+$/u;

/** Words that are rows of syllables: with marks in any case, else unknown and in small letters. */
function rows(paragraph: Paragraph, words: LanguageWords, context: RuleContext): readonly Fused[] {
  const found: Fused[] = [];
  const { tokens } = paragraph;
  const book = wordBookOf(context.lexicon, context.language);
  const numbers = book.numbersOf(tokens);
  const verdicts = book.verdicts('fused/word', (word) => (mayBeRow(word) ? 1 : 0));
  for (let i = 0; i < numbers.length; i++) {
    const token = tokens[i];
    if (verdicts.of(numbers[i] ?? NO_WORD, token) === 0 || token === undefined) continue;
    const { start, end, text } = token;
    if (isPart(paragraph.text, start, end)) continue;
    const lower = text.toLowerCase();
    const splits = fusedSyllables(lower, words);
    if (splits.length > 0 && !isForeign(lower, context)) found.push({ start, end, text, splits });
  }
  for (const { start, end, word } of unknownWords(paragraph, context)) {
    const splits = isAscii(word) ? fusedSyllables(word, words) : [];
    if (splits.length > 0 && !isForeign(word, context)) found.push({ start, end, text: word, splits });
  }
  return found;
}

/** True for a word with a Vietnamese mark that is no syllable. Letters in two parts are another rule's. */
function mayBeRow(text: string): boolean {
  if (text.length < SHORTEST_ROW || isAscii(text)) return false;
  const lower = text.toLowerCase();
  if (isSyllable(lower) || !hasVietnameseMark(lower) || lower.normalize('NFC') !== lower) return false;
  return SMALL.test(text) || ONE_CAPITAL.test(text);
}

/** Languages that write the same letters, à, é and ô among them. */
const OTHERS = ['fr', 'pt', 'es', 'it'];

function isForeign(word: string, { lexicon }: RuleContext): boolean {
  return OTHERS.some((other) => (lexicon.of(other)?.commonness(word) ?? 0) > 0);
}

const SHORTEST_ROW = 3;

/** A part of an address, a handle, a hashtag, an abbreviation or a compound with hyphens. */
function isPart(text: string, start: number, end: number): boolean {
  return (
    /[-‑@#/._\\=&'’\p{Nd}]/u.test(text.charAt(start - 1)) ||
    /^(?:[-‑@/_=\\\p{Nd}]|[.'’:]\p{L})/u.test(text.slice(end, end + 2))
  );
}

function observe(fused: Fused, offset: number, context: RuleContext): Observation {
  const start = offset + fused.start;
  const [likeliest = []] = fused.splits;
  const written = inCase(fused.text, likeliest);
  const words = context.lexicon.of(context.language);
  const classes = likeliest.map((part) => words?.commonness(part) ?? 0).join(', ');
  return {
    start,
    end: offset + fused.end,
    severity: context.language === 'vi' && hasVietnameseMark(fused.text) ? 'error' : 'warning',
    message: msg('A space is missing: “{0}”.', written),
    why:
      context.language === 'vi'
        ? msg('“{0}” is no Vietnamese syllable, but a row of {1}.', fused.text, likeliest.length)
        : msg(
            '“{0}” is not known; its parts are (how common they are, from 1 to 5: {1}).',
            fused.text,
            classes,
          ),
    fixes: fused.splits.slice(0, MOST_FIXES).map((parts, i): Fix => {
      const text = inCase(fused.text, parts);
      const edits = gaps(parts).map((at) => ({ start: start + at, end: start + at, newText: ' ' }));
      return { title: msg('Write “{0}”', text), edits, certain: i === 0 && fused.splits.length === 1 };
    }),
  };
}

/** Where the parts after the first begin. */
function gaps(parts: readonly string[]): number[] {
  let at = 0;
  return parts.slice(0, -1).map((part) => {
    at += part.length;
    return at;
  });
}

/** The word as it stands, with the spaces. */
function inCase(word: string, parts: readonly string[]): string {
  let at = 0;
  return parts
    .map((part) => {
      const piece = word.slice(at, at + part.length);
      at += part.length;
      return piece;
    })
    .join(' ');
}
