import { msg } from '../../../message.ts';
import { isSureLanguage } from '../../../text/language/articleLanguage.ts';
import { confusableWith } from '../../../text/language/confusables.ts';
import type { SentenceIdentifier } from '../../../text/language/identifier.ts';
import { languageName } from '../../../text/language/names.ts';
import { wordBookOf } from '../../../text/lexicon/lexicon.ts';
import type { Paragraph } from '../../../text/paragraph.ts';
import type { TextRange } from '../../../text/range.ts';
import { Kind } from '../../../text/signs.ts';
import type { Token } from '../../../text/tokens.ts';
import { bareVietnamese } from '../../../text/vietnamese/bare.ts';
import type { ParagraphRule, RuleContext } from '../../rule.ts';
import { isWordOf, witnessesAmong } from './sentence/witnesses.ts';

/** Detectors guess about fewer words, and news leave names and titles as they are. */
const FEWEST_WORDS = 5;
/** With as few, no word may be of the article's language, and one must be of the other. */
const FEWEST_WITH_WITNESS = 3;
/** So many small words of the other language, and none of the article's, make a sentence of a line full of names. */
const WITNESSES_AMONG_NAMES = 2;
const SENTENCE_END = /[.!?…]['"’”»]?$/;
/** Of a sentence that the source has as well. */
const FEWEST_COPIED = 2;
/** In scripts without blanks between words. */
const FEWEST_LETTERS = 6;
/** Of the words: a line with fewer in lower case is a title or a list of names. */
const LOWER_CASE_AT_LEAST = 0.5;
/** The same in languages that begin every noun with a capital. */
const LOWER_CASE_BESIDE_NOUNS = 0.3;
const CAPITAL_NOUNS: ReadonlySet<string> = new Set(['de', 'lb']);
const WORD = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;
const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]/;
const UNSPACED_LETTERS = new RegExp(UNSPACED, 'g');
const SMALL_WORD = /(?<![\p{L}.@])\p{Ll}{2,}(?![\p{L}@])/u;
const LATIN_WORDS = /[\p{Script=Latin}\p{Nd}]+/gu;
/** Written without blanks: in articles in other languages the script alone tells what stands around a quote. */
const UNSPACED_LANGUAGES: ReadonlySet<string> = new Set([
  'zh',
  'yue',
  'wuu',
  'ja',
  'ko',
  'th',
  'lo',
  'km',
  'my',
]);
/** What somebody said may be left in his language: only the words around it count. */
const QUOTE = /["“„«「『][^"”»」』]*(?:["”»」』]|$)/g;
/** The end of a quote that began in a sentence before. */
const QUOTE_GOES_ON = /^[^"“„«「『”»」』]*[”»」』]/;

/** What the detectors say of a sentence; nothing but the language where its script alone tells. */
interface Found {
  readonly language: string;
  readonly eldMargin: number | undefined;
  readonly fasttextMargin: number | undefined;
}

interface Foreign extends TextRange {
  readonly found: Found;
}

export const untranslatedSentence: ParagraphRule = {
  code: 'untranslated/sentence',
  title: 'Sentence in another language',
  description: 'A whole sentence that is not in the language of its article.',
  group: 'untranslated',
  severity: 'warning',
  examples: {
    bad: [
      {
        language: 'id',
        text: 'Jembatan baru itu dibuka oleh wali kota kemarin sore. [[The old bridge will be closed for repairs until the end of the year.]]',
      },
      {
        language: 'vi',
        text: 'Cây cầu mới đã được khánh thành chiều hôm qua.\n[[Residents said they had waited many years for the new bridge to open.]]',
      },
      {
        language: 'en',
        text: 'The new bridge opened yesterday afternoon. [[Warga mengatakan mereka sudah lama menunggu jembatan itu dibuka.]]',
      },
    ],
    good: [
      { language: 'id', text: 'Ia memimpin New York Philharmonic Orchestra dan Royal Concertgebouw.' },
      {
        language: 'id',
        text: '“We will close the old bridge until the end of the year,” katanya.',
        note: 'a quotation',
      },
      { language: 'id', text: 'The Lord of the Rings: The Return of the King', note: 'a title' },
      {
        language: 'id',
        text: 'Warga Melayu itu berkata mereka sudah lama menunggu jambatan itu dibuka.',
        note: 'Malay',
      },
    ],
  },
  scope: 'paragraph',
  *check(paragraph, context) {
    const { identifier, language, languageKnown } = context;
    if (language === 'und') return;
    const copied = copiedSentences(paragraph, context);
    for (const range of copied)
      yield {
        ...range,
        message: msg(
          'This sentence stands so in the article that this one is a translation of. Translate it.',
        ),
        why: msg('The source article, in “{0}”, has the same sentence.', context.source?.language ?? ''),
      };
    if (identifier === undefined) return;
    const declared = languageKnown?.declared === true;
    const foreign = paragraph.memo(`untranslated/sentence ${language} ${declared}`, () =>
      foreignSentences(paragraph, identifier, context, declared),
    );
    const near = confusableWith(language);
    const isSure = languageKnown === undefined || isSureLanguage(languageKnown);
    for (const { start, end, found } of foreign) {
      if (copied.some((range) => range.start === start)) continue;
      yield {
        start,
        end,
        // Languages that are hardly told apart, and articles that may be in either language.
        ...(near.has(found.language) || !isSure ? { severity: 'hint' } : {}),
        message: msg(
          'This sentence is not in the language of the article, but in {0}.',
          languageName(found.language),
        ),
        why:
          found.fasttextMargin === undefined
            ? msg('Its letters are of a script that the language of the article does not have.')
            : found.eldMargin === undefined
              ? msg(
                  'The language identifier prefers “{0}” by {1} nats.',
                  found.language,
                  rounded(found.fasttextMargin),
                )
              : msg(
                  'Two language identifiers prefer “{0}”: by {1} of 1, and by {2} nats.',
                  found.language,
                  rounded(found.eldMargin),
                  rounded(found.fasttextMargin),
                ),
      };
    }
  },
};

/** Sentences that stand in the source article as well: two words or more, one of them in lower case. */
function copiedSentences(paragraph: Paragraph, { language, source }: RuleContext): TextRange[] {
  if (source === undefined || confusableWith(source.language).has(language)) return [];
  return paragraph.sentences(language).filter(({ start, end }) => {
    const sentence = paragraph.text.slice(start, end);
    const words = sentence.match(WORD) ?? [];
    const isText = UNSPACED.test(sentence)
      ? words.join('').length >= FEWEST_LETTERS
      : words.length >= FEWEST_COPIED && words.some((word) => /^\p{Ll}{2}/u.test(word));
    return isText && source.hasSentence(sentence);
  });
}

function foreignSentences(
  paragraph: Paragraph,
  identifier: SentenceIdentifier,
  context: RuleContext,
  declared: boolean,
): Foreign[] {
  const { language } = context;
  // A detector takes it for many a language; it has a rule of its own.
  if (
    language === 'vi' &&
    bareVietnamese(paragraph.tokens, wordBookOf(context.lexicon, language)) !== undefined
  )
    return [];
  const { text, tokens } = paragraph;
  const hasQuotes = paragraph.signs.has(Kind.quote);
  const foreign: Foreign[] = [];
  let next = 0;
  let open = false;
  let quoteAlone: boolean | undefined;
  for (const range of paragraph.sentences(language)) {
    const from = next;
    let count = 0;
    for (; next < tokens.length; next++) {
      const token = tokens[next];
      if (token === undefined || token.start >= range.end) break;
      if (token.kind === 'word') count++;
    }
    const sentence = text.slice(range.start, range.end);
    const inside = open;
    if (hasQuotes) open = leavesQuoteOpen(sentence, inside);
    if (count < FEWEST_WITH_WITNESS && !UNSPACED.test(sentence)) continue;
    const words = () => wordsAmong(tokens, from, next);
    const isShort =
      count < FEWEST_WORDS && !(UNSPACED.test(sentence) && words().join('').length >= FEWEST_LETTERS);
    if (isShort && (count < FEWEST_WITH_WITNESS || isMostlyOwn(words(), context))) continue;
    // Most sentences end here. Where the whole is not foreign, no part of it counts.
    const whole =
      identifier.foreign(sentence, language, declared) ?? inOtherScript(sentence, language, identifier);
    if (whole === undefined) continue;
    if (isShort && !isWitnessed(words(), whole.language, context)) continue;
    const own = withoutQuotes(sentence, inside);
    const ownWords = own === sentence ? words() : (own.match(WORD) ?? []);
    const isNames =
      !isUnspaced(sentence, language) &&
      isTitle(ownWords, whole.language) &&
      !isSentence(sentence, ownWords, whole.language, context);
    if (isNames && own === sentence) continue;
    quoteAlone ??= isQuoteAlone(text);
    const found =
      own === sentence || isUnspaced(own, language) || (quoteAlone && !isTitle(words(), whole.language))
        ? whole
        : isLongEnough(own, ownWords) && !isNames
          ? identifier.foreign(own, language, declared)
          : foreignAroundQuote(ownWords, whole, context);
    if (found !== undefined) foreign.push({ ...range, found });
  }
  return foreign;
}

/** The words among some tokens. */
function wordsAmong(tokens: readonly Token[], from: number, to: number): string[] {
  const words: string[] = [];
  for (const { kind, text } of tokens.slice(from, to)) if (kind === 'word') words.push(text);
  return words;
}

/**
 * A sentence in a script without blanks with so many Latin names that the detectors waver: foreign where the article's
 * language is written in another script, and no small word of it stands there.
 */
function inOtherScript(
  sentence: string,
  language: string,
  identifier: SentenceIdentifier,
): Found | undefined {
  if (!isUnspaced(sentence, language) || SMALL_WORD.test(sentence)) return undefined;
  const found = identifier.identify(sentence.replace(LATIN_WORDS, ' '));
  if (found === undefined || !UNSPACED_LANGUAGES.has(found.language)) return undefined;
  return { language: found.language, eldMargin: undefined, fasttextMargin: undefined };
}

/** True for a text of such scripts in an article whose language has another one. */
function isUnspaced(text: string, language: string): boolean {
  if (UNSPACED_LANGUAGES.has(language) || !UNSPACED.test(text)) return false;
  return (text.match(UNSPACED_LETTERS)?.length ?? 0) >= FEWEST_LETTERS;
}

/** True where most words are of the article's language: a look before the detectors are asked. */
function isMostlyOwn(words: readonly string[], context: RuleContext): boolean {
  return words.filter((word) => isWordOf(context.language, word, context)).length * 2 > words.length;
}

/** True where no word is of the article's language alone, and one of the other's. */
function isWitnessed(words: readonly string[], guest: string, context: RuleContext): boolean {
  const witnesses = witnessesAmong(words, guest, context);
  return witnesses.own === 0 && witnesses.guest > 0;
}

/**
 * True for a line full of capitals whose small words are all of the other language, and which ends as a sentence does or
 * has long words among them: a title has neither.
 */
function isSentence(line: string, words: readonly string[], guest: string, context: RuleContext): boolean {
  const { own, guest: all, longGuest } = witnessesAmong(words, guest, context);
  return own === 0 && (SENTENCE_END.test(line) ? all : longGuest) >= WITNESSES_AMONG_NAMES;
}

/**
 * A long quote in a few foreign words (he said: “…”): foreign where none of them is of the article's language, and one
 * is of the language of the whole, or, where nearly all words of the article's language are known, is of some other.
 */
function foreignAroundQuote(words: readonly string[], whole: Found, context: RuleContext): Found | undefined {
  const { own, guest, small } = witnessesAmong(words, whole.language, context);
  const knowsOwn = context.lexicon.of(context.language)?.thorough === true;
  return own === 0 && (guest > 0 || (knowsOwn && small > 0)) ? whole : undefined;
}

/** True where a quote that began in this sentence, or before, is not closed at its end. */
function leavesQuoteOpen(sentence: string, inside: boolean): boolean {
  const opened = Math.max(sentence.lastIndexOf('“'), sentence.lastIndexOf('«'), sentence.lastIndexOf('„'));
  const closed = Math.max(sentence.lastIndexOf('”'), sentence.lastIndexOf('»'));
  return opened === closed ? inside : opened > closed;
}

/**
 * True for a paragraph that is a quotation and nothing else: nobody says there, in the article's language, who said so,
 * and why it should have been left in another one.
 */
function isQuoteAlone(paragraph: string): boolean {
  return !/[\p{L}\p{Nd}]/u.test(withoutQuotes(paragraph, false));
}

/** The sentence without what stands in quotes; nothing where all of it does. */
function withoutQuotes(sentence: string, inside: boolean): string {
  const rest = inside ? (QUOTE_GOES_ON.test(sentence) ? sentence.replace(QUOTE_GOES_ON, ' ') : '') : sentence;
  return rest.replace(QUOTE, ' ');
}

function isLongEnough(sentence: string, words: readonly string[]): boolean {
  if (words.length >= FEWEST_WORDS) return true;
  return UNSPACED.test(sentence) && words.join('').length >= FEWEST_LETTERS;
}

/** Few words in lower case, in scripts that have it. */
function isTitle(words: readonly string[], language: string): boolean {
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  const least = CAPITAL_NOUNS.has(language) ? LOWER_CASE_BESIDE_NOUNS : LOWER_CASE_AT_LEAST;
  return capitals > words.length * (1 - least);
}

function rounded(margin: number): number {
  return Math.round(margin * 100) / 100;
}
