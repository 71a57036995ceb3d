import { msg } from '../../../message.ts';
import { ARTICLES_THAT_TEACH } from '../../../text/lexicon/knownWords.ts';
import type { Paragraph } from '../../../text/paragraph.ts';
import type { TextReplacement } from '../../../text/range.ts';
import { CAPITALS, Kind, SMALL_LETTERS } from '../../../text/signs.ts';
import type { Token } from '../../../text/tokens.ts';
import { hasVietnameseMark, parseSyllable } from '../../../text/vietnamese/syllable.ts';
import type { Observation, Severity } from '../../finding.ts';
import { isOneWord, ownCommonness } from '../../ownWords.ts';
import type { ArticleRule, RuleContext } from '../../rule.ts';
import { BRAND_FAMILIES, BRANDS, NAME_PREFIXES } from './brands.ts';

const CAPITAL = /\p{Lu}/gu;
const SMALL_OR_MARK = /[\p{Ll}\p{M}]/u;
/** Capitals that run into a small word: BBCpada. */
const CAPITALS_THEN_WORD = /^(\p{Lu}{2,})(\p{Ll}{2,})$/u;
/** Endings that German writes with an inner capital to mean women and men. */
const GENDER_ENDINGS: ReadonlySet<string> = new Set(['In', 'Innen']);
/** Marks that make the word a part of an address, a handle, a hashtag or a file name. */
const ADDRESS_BEFORE = /[#@/._=&\\-]$/;
const ADDRESS_AFTER = /^(?:[/_=@\\-]|\.\p{Ll})/u;

/** As ownCommonness has it: among the 1,000 commonest. */
const VERY_COMMON = 4;

interface Candidate extends Token {
  readonly left: string;
  readonly right: string;
}

/** What the article tells of a candidate. */
interface Seen {
  /** How often it stands there. */
  readonly count: number;
  /** Both of its parts stand there as words of their own, with the same capitals. */
  readonly bothApart: boolean;
}

export const fusedCase: ArticleRule = {
  code: 'fused/case',
  title: 'Two words without a space',
  description:
    'A capital inside a word where a common word ends: two words that lost the space between them.',
  group: 'garbled',
  severity: 'error',
  // These languages write capitals inside words.
  notFor: ['zu', 'xh', 'ss', 'nr', 'ga', 'gd'],
  heedsDictionary: true,
  options: [
    {
      name: 'families',
      description:
        'How names begin that go on with a capital: with “tempo”, no TempoPlus or tempoWeekend is reported.',
      type: 'words',
      default: [],
    },
  ],
  examples: {
    bad: [
      {
        language: 'id',
        text: '[[BaruAnda]] bisa membaca kabar [[dariBBCpada]] pagi hari.',
        fixed: 'Baru Anda bisa membaca kabar dari BBC pada pagi hari.',
      },
      {
        language: 'en',
        text: 'He came back [[withHelen]] at noon.',
        fixed: 'He came back with Helen at noon.',
      },
      { language: 'vi', text: 'Đoàn tàu [[đãĐến]] ga sáng nay.', fixed: 'Đoàn tàu đã Đến ga sáng nay.' },
      {
        language: 'id',
        text: 'Rumah Budi dan kebun Susilo terbakar.\nPak [[BudiSusilo]] selamat.',
        fixed: 'Rumah Budi dan kebun Susilo terbakar.\nPak Budi Susilo selamat.',
        note: 'a warning: the article has both names apart',
      },
      { language: 'en', text: 'She opened the [[LampHouse]].', note: 'a hint: it may be a name' },
    ],
    good: [
      { language: 'en', text: 'The iPhone, YouTube, McDonald’s and LeBron are names. So is DeShawn.' },
      { language: 'id', text: 'TransJakarta dan detikNews, juga #BaruAnda dan www.contoh.id/BaruAnda.' },
      {
        language: 'de',
        text: 'Die LehrerInnen und SchülerInnen kamen.',
        note: 'a way to write both genders',
      },
    ],
  },
  scope: 'article',
  *check(article, context, options) {
    const counts = new Map<string, number>();
    const found: { readonly candidate: Candidate; readonly start: number }[] = [];
    for (const { index, items } of article.collect('fused/case candidates', candidates))
      for (const candidate of items) {
        found.push({ candidate, start: article.paragraphs[index]?.start ?? 0 });
        counts.set(candidate.text, (counts.get(candidate.text) ?? 0) + 1);
      }
    if (found.length === 0) return;
    const apart = new Set(found.flatMap(({ candidate: { left, right } }) => [left, right]));
    const apartHere = article.tokensAmong(apart);
    for (const { candidate, start } of found) {
      if (context.accepts(candidate.text) || options.includes('families', candidate.left)) continue;
      if (isBrandOfCorpus(candidate, context)) continue;
      // Capitals in odd places, which another rule reports.
      if (isOneWord(candidate.left.toLowerCase(), candidate.right.toLowerCase(), context)) continue;
      const bothApart = apartHere.has(candidate.left) && apartHere.has(candidate.right);
      yield observe(candidate, start, { count: counts.get(candidate.text) ?? 1, bothApart }, context);
    }
  },
};

/** The words with an inner capital that are no known name; kept with the paragraph. */
function candidates(paragraph: Paragraph): readonly Candidate[] {
  return paragraph.memo('fused/case candidates', () => {
    const { text, signs } = paragraph;
    // Most paragraphs end here.
    if (!signs.hasPair(SMALL_LETTERS | Kind.mark, CAPITALS) || firstHump(text) === undefined) return [];
    return paragraph.tokens.flatMap((token) => {
      const hump = token.kind === 'word' && !BRANDS.has(token.text) ? firstHump(token.text) : undefined;
      if (hump === undefined) return [];
      const left = token.text.slice(0, hump);
      const right = token.text.slice(hump);
      if (left.length < 2 || right.length < 2) return [];
      if (GENDER_ENDINGS.has(right) || isNameLike(left)) return [];
      if (ADDRESS_BEFORE.test(text.slice(Math.max(0, token.start - 1), token.start))) return [];
      if (ADDRESS_AFTER.test(text.slice(token.end, token.end + 2))) return [];
      return [{ ...token, left, right }];
    });
  });
}

/** Where the first capital stands that follows a small letter. */
function firstHump(text: string): number | undefined {
  for (const { index } of text.matchAll(CAPITAL))
    if (index > 0 && SMALL_OR_MARK.test(text.charAt(index - 1))) return index;
  return undefined;
}

/** McDonald, DeShawn, EuroBasket: a capital and a part that is known to begin names. */
function isNameLike(left: string): boolean {
  const lower = left.toLowerCase();
  return (/^\p{Lu}/u.test(left) && NAME_PREFIXES.has(lower)) || BRAND_FAMILIES.has(lower);
}

/**
 * What several articles write alike is a brand, unless it begins as a sentence's common word does: pages that drop the
 * space before a link make `dariBBC` everywhere.
 */
function isBrandOfCorpus({ text, left }: Candidate, context: RuleContext): boolean {
  const { corpus, language } = context;
  if (corpus.articles < ARTICLES_THAT_TEACH) return false;
  if (/^\p{Ll}/u.test(left) && (isCommon(left, context) || (language === 'vi' && isMarkedSyllable(left))))
    return false;
  return corpus.articlesWithWord(language, text.toLowerCase().normalize('NFC')) >= ARTICLES_THAT_TEACH;
}

function observe(candidate: Candidate, offset: number, seen: Seen, context: RuleContext): Observation {
  const { left, right } = candidate;
  const start = offset + candidate.start;
  const at = start + left.length;
  const edits: TextReplacement[] = [{ start: at, end: at, newText: ' ' }];
  const [, capitals, tail] = CAPITALS_THEN_WORD.exec(right) ?? [];
  const hasTail = capitals !== undefined && tail !== undefined && isCommon(tail, context);
  if (hasTail) edits.push({ start: at + capitals.length, end: at + capitals.length, newText: ' ' });
  const parts = hasTail ? `${left} ${capitals} ${tail}` : `${left} ${right}`;
  const severity = grade(candidate, hasTail, seen, context);
  return {
    start,
    end: offset + candidate.end,
    severity,
    message:
      severity === 'error'
        ? msg('A space is missing: “{0}”.', parts)
        : msg('Perhaps a space is missing: “{0}”. If it is a name, add it to the dictionary.', parts),
    why: msg('“{0}” ends before a capital inside “{1}”.', left, candidate.text),
    fixes: [{ title: msg('Write “{0}”', parts), edits, certain: severity === 'error' }],
  };
}

/**
 * Error where a word ends before the capital: in lower case (dariBBC), or with a capital where what follows is a common
 * word too (BaruAnda). Brands of English words are made just so (WeWork): in English, and where the article repeats the
 * word, the second kind is a hint. Warning where a very common word with a capital runs into a name (KataSusilo), and where the article has both parts apart (BudiSusilo).
 */
function grade(
  { left, right }: Candidate,
  hasTail: boolean,
  { count, bothApart }: Seen,
  context: RuleContext,
): Severity {
  const startsLower = /^\p{Ll}/u.test(left);
  if (context.language === 'vi' && isMarkedSyllable(left) && (startsLower || count === 1)) return 'error';
  if (startsLower) return isCommon(left, context) && (count <= 2 || hasTail) ? 'error' : 'hint';
  if (bothApart && count === 1 && !isEnglish(left, right, context)) return 'warning';
  if (context.language === 'en' || isEnglish(left, right, context)) return 'hint';
  if (isMiddling(left, context) && (hasTail || isMiddling(right, context))) return 'error';
  const isName = ownCommonness(right.toLowerCase(), context) === 0;
  return count === 1 && isName && ownCommonness(left.toLowerCase(), context) >= VERY_COMMON
    ? 'warning'
    : 'hint';
}

/** In small letters a brand begins with a rare word, or none. */
function isCommon(word: string, context: RuleContext): boolean {
  return ownCommonness(word.toLowerCase(), context) >= 2;
}

/** With a capital many a rarer word begins a brand. */
function isMiddling(word: string, context: RuleContext): boolean {
  return ownCommonness(word.toLowerCase(), context) >= 3;
}

/** Both words are English: a brand in any language. */
function isEnglish(left: string, right: string, { lexicon, commonWords }: RuleContext): boolean {
  const english = lexicon.of('en');
  return [left, right].every((part) => {
    const word = part.toLowerCase();
    return commonWords.has('en', word) || (english?.commonness(word) ?? 0) >= 2;
  });
}

function isMarkedSyllable(word: string): boolean {
  return hasVietnameseMark(word) && parseSyllable(word) !== undefined;
}
