import { msg } from '../../../message.ts';
import type { Paragraph } from '../../../text/paragraph.ts';
import { CAPITALS, Kind, type Signs, SMALL_LETTERS } from '../../../text/signs.ts';
import type { Token } from '../../../text/tokens.ts';
import { hasVietnameseMark, isSyllable } from '../../../text/vietnamese/syllable.ts';
import type { Severity } from '../../finding.ts';
import { isOneWord, ownCommonness } from '../../ownWords.ts';
import type { ArticleRule, RuleContext } from '../../rule.ts';

/** A capital behind a small letter, or a second capital before one: a quick look at a word. */
const INNER_CAPITAL = /\p{Lu}(?:(?<=[\p{Ll}\p{M}]\p{Lu})|(?<=\p{Lu}{2})(?=\p{Ll}))/u;
/** The same with a small letter first and two humps or more: no product is called so, whatever the word. */
const WILD = /^\p{Ll}+(?:\p{Lu}+\p{Ll}+){2,}$|^\p{Ll}+(?:\p{Lu}+\p{Ll}+)+\p{Lu}+$/u;
/** An acronym with an ending of one or two letters: MPs, PNSku, CEOs. */
const INFLECTED_ACRONYM = /^\p{Lu}{2,}\p{Ll}{1,2}$/u;
/** XIXe siècle, XXIst. */
const ROMAN_ORDINAL = /^[IVXLC]+\p{Ll}{1,3}$/u;
/** What comes behind the apostrophe of a name is an ending: McGregor's, PhD’s. */
const APOSTROPHE = /['’]/;
/** How many products are called: iPad, eBay. */
const PRODUCT = /^[ei]\p{Lu}\p{Ll}+$/u;
/** Capitals and small letters the wrong way round: tHE, iNDONESIA. */
const INVERTED = /^\p{Ll}\p{Lu}{2,}$/u;
/** One hump inside, where a second word may begin: dariBank, keMARIN, SepUpu. */
const ONE_HUMP = /^\p{L}\p{Ll}*\p{Lu}+\p{Ll}*$/u;
/** A capital, and one more where a second name begins: MoveOn, LaTeX. */
const CAMEL = /^(?:\p{Lu}\p{Ll}+){2,}\p{Lu}?$/u;
/** Among the 3,000 commonest, or in the article itself: no name is made so. */
const MIDDLING = 3;
const LONGEST = 40;
const LONGEST_FRAGMENT = 2;
/** Shorter words are abbreviations of offices and units: PNs, kWh. */
const FEWEST_LETTERS = 4;
/** Marks that make the word a part of an address, a handle, a hashtag or a file name. */
const ADDRESS_BEFORE = /[#@/._=&\\\p{Nd}-]$/u;
const ADDRESS_AFTER = /^(?:[/_=@\\\p{Nd}-]|\.\p{L})/u;

export const randomCase: ArticleRule = {
  code: 'case/random',
  title: 'Capitals in odd places',
  description: 'An ordinary word with capitals inside it or with too many at its beginning.',
  group: 'garbled',
  severity: 'warning',
  // These languages write capitals inside words.
  notFor: ['zu', 'xh', 'ss', 'nr', 'ga', 'gd'],
  heedsDictionary: true,
  examples: {
    bad: [
      {
        language: 'vi',
        text: 'Đoàn tàu đến ga trong [[tHáNg]] này.',
        fixed: 'Đoàn tàu đến ga trong tháng này.',
      },
      {
        language: 'id',
        text: 'Sebab kebakaran itu belum diketahui.\n[[DIketahui]] dua kios habis, kata [[sEBELUM]] itu.',
        fixed: 'Sebab kebakaran itu belum diketahui.\nDiketahui dua kios habis, kata sebelum itu.',
      },
      {
        language: 'en',
        text: 'They have the harbour.\nThe [[haRbOuR]] is old, [[bEcAuSe]] it is.',
        fixed: 'They have the harbour.\nThe harbour is old, because it is.',
      },
    ],
    good: [
      { language: 'en', text: 'The iPhone, the eBay shop, YouTube, LaTeX, kWh and PhD are names.' },
      { language: 'id', text: 'PNSnya dan TransJakarta; #tHaNg, www.contoh.id/DIketahui' },
      { language: 'vi', text: 'ĐHQG, TTXVN, ThS và GS.TS đều là chữ tắt.' },
      { language: 'en', text: 'Programs call hasOwnProperty and toLocaleString.', note: 'names in programs' },
      { language: 'en', text: 'McGregor’s PhD’s and the XXIst century.' },
      { language: 'de', text: 'Die BAföG-Empfänger und LehrerInnen.' },
    ],
  },
  scope: 'article',
  *check(article, context) {
    const odd = article
      .collect('case/random words', oddWords)
      .flatMap(({ index, items }) =>
        items.map((token) => ({ token, start: article.paragraphs[index]?.start ?? 0 })),
      );
    if (odd.length === 0) return;
    const wanted = new Set(odd.map(({ token }) => token.text.toLowerCase()));
    const known = article.tokensAmong(wanted);
    for (const { token, start } of odd) {
      const severity = grade(token.text, known, context);
      if (severity === undefined || context.accepts(token.text)) continue;
      const range = { start: start + token.start, end: start + token.end };
      const lower = token.text.toLowerCase();
      const newText = /^\p{Lu}/u.test(token.text) ? lower.charAt(0).toUpperCase() + lower.slice(1) : lower;
      yield {
        ...range,
        severity,
        message: msg('“{0}” has capitals in odd places. Write “{1}”.', token.text, newText),
        why: known.has(lower)
          ? msg('The article has “{0}” elsewhere.', lower)
          : isWild(token.text)
            ? msg('Small letters and capitals take turns in it.')
            : msg('“{0}” is an ordinary word of the language.', lower),
        fixes: [
          {
            title: msg('Write “{0}”', newText),
            edits: [{ ...range, newText }],
            // Which letter is a capital is not known where all are the wrong way round.
            certain: severity === 'warning' && !INVERTED.test(token.text),
          },
        ],
      };
    }
  },
};

/** The words of a paragraph whose capitals stand oddly, names of products and addresses among them. */
function oddWords(paragraph: Paragraph): readonly Token[] {
  return paragraph.memo('case/random words', () => {
    const { text, signs } = paragraph;
    // Most paragraphs end here.
    if (!mayHaveOdd(signs) || !mayBeOdd(text)) return [];
    return paragraph.tokens.filter(
      (token) =>
        token.kind === 'word' &&
        token.text.length <= LONGEST &&
        INNER_CAPITAL.test(token.text) &&
        !ROMAN_ORDINAL.test(token.text) &&
        !APOSTROPHE.test(token.text) &&
        !ADDRESS_BEFORE.test(text.slice(Math.max(0, token.start - 1), token.start)) &&
        !ADDRESS_AFTER.test(text.slice(token.end, token.end + 2)),
    );
  });
}

/** A capital behind a small letter, or two side by side and one before a small letter. */
function mayHaveOdd(signs: Signs): boolean {
  return (
    signs.hasPair(SMALL_LETTERS | Kind.mark, CAPITALS) ||
    (signs.hasPair(CAPITALS, CAPITALS) && signs.hasPair(CAPITALS, SMALL_LETTERS))
  );
}

/** A capital of ASCII behind a small letter or between a capital and a small one, or a capital beyond ASCII in a word. */
function mayBeOdd(text: string): boolean {
  for (let i = 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x41 || (code > 0x5a && code < 0xc0)) continue;
    const before = text.charCodeAt(i - 1);
    if (code <= 0x5a) {
      if (
        isBeyondCapitals(before) ||
        (before >= 0x41 && before <= 0x5a && isBeyondCapitals(text.charCodeAt(i + 1)))
      )
        return true;
    } else if ((code < 0x590 || (code >= 0x10a0 && code < 0x2000) || code >= 0xa000) && before >= 0x41) {
      const character = text.charAt(i);
      if (character !== character.toLowerCase()) return true;
    }
  }
  return false;
}

/** a–z, or anything from the first letter beyond ASCII on. */
function isBeyondCapitals(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || code >= 0xc0;
}

/** A warning where the word is known in lower case, or its letters take wild turns; otherwise it may be a name, and nothing is said. */
function grade(word: string, known: ReadonlySet<string>, context: RuleContext): Severity | undefined {
  const lower = word.toLowerCase();
  const isMarkedSyllable = context.language === 'vi' && hasVietnameseMark(lower) && isSyllable(lower);
  if (word.length < FEWEST_LETTERS && !isMarkedSyllable) return undefined;
  if (isWild(word)) return 'warning';
  if (isMarkedSyllable) return 'warning';
  const commonness = known.has(lower) ? MIDDLING : ownCommonness(lower, context);
  if (commonness < (isNameShaped(word) ? MIDDLING : 1) || PRODUCT.test(word)) return undefined;
  // `dariBank`: two words without a space, which another rule reports.
  const hump = word.slice(1).search(/\p{Lu}/u) + 1;
  return !ONE_HUMP.test(word) || isOneWord(lower.slice(0, hump), lower.slice(hump), context)
    ? 'warning'
    : 'hint';
}

/** Letters that take turns: of its pieces half or more are too short to be words, as those of `hasOwnProperty` are not. */
function isWild(word: string): boolean {
  if (!WILD.test(word) || word.length <= FEWEST_LETTERS) return false;
  const pieces = word.split(/(?=\p{Lu})/u);
  return pieces.filter((piece) => piece.length <= LONGEST_FRAGMENT).length * 2 >= pieces.length;
}

/** As names and acronyms with an ending are written. */
function isNameShaped(word: string): boolean {
  return CAMEL.test(word) || INFLECTED_ACRONYM.test(word);
}
