import { msg } from '../../../message.ts';
import { BLANKS, Kind, LETTERS } from '../../../text/signs.ts';
import { TOP_LEVEL_DOMAINS } from '../../../text/topLevelDomains.ts';
import { hasVietnameseMark, isSyllable } from '../../../text/vietnamese/syllable.ts';
import { isShortened } from '../../abbreviations.ts';
import { ownCommonness } from '../../ownWords.ts';
import type { ParagraphRule, RuleContext } from '../../rule.ts';

/** The word before the full stop: in small letters but perhaps the first, and no part of an address. */
const WORD_BEFORE = /(?<![\p{L}\p{M}\p{Nd}._@/&’'])\p{L}[\p{Ll}\p{M}]{1,40}$/u;
/** Shorter words before a full stop are abbreviations, unless they are known for words. */
const LONG_ENOUGH = 3;
/** As ownCommonness has it: among the 3,000 commonest. */
const MIDDLING = 3;
/** With a capital, still longer ones are: Corp., Sept. */
const LONG_ENOUGH_CAPITALISED = 5;
/** The word after it. */
const WORD_AFTER = /^\p{Ll}[\p{Ll}\p{M}]+(?:-\p{Ll}+)?(?![\p{L}\p{Nd}.@/])/u;
/** No text is looked at farther than this on either side. */
const REACH = 45;
/** A list inside the line: `a. first b. second`, or a row of abbreviations. */
const OTHER_STUB_NEAR = /^[\p{L}\p{M} ,]{0,15}\.[ \u00a0]?\p{Ll}/u;

export const stub: ParagraphRule = {
  code: 'fragment/stub',
  title: 'Sentence begins in lower case',
  description: 'A full stop inside a sentence: what follows it begins in lower case.',
  group: 'garbled',
  severity: 'warning',
  // Georgian has lower case only in Unicode's tables.
  notFor: ['ka'],
  examples: {
    bad: [
      {
        language: 'id',
        text: 'Wali kota menepati janjinya kepada [[warga. kampung]] itu.',
        fixed: 'Wali kota menepati janjinya kepada warga kampung itu.',
      },
      {
        language: 'en',
        text: 'The plan promises lower prices and [[growth. steady]] work for all.',
        fixed: 'The plan promises lower prices and growth steady work for all.',
      },
      { language: 'en', text: 'He said they rely on the [[harvest. in]] spring.' },
      {
        language: 'vi',
        text: 'Ông hứa sẽ sửa con [[đường. làng]] trong năm nay.',
        fixed: 'Ông hứa sẽ sửa con đường làng trong năm nay.',
      },
      {
        language: 'en',
        text: 'They sailed from [[Norway. to]] the islands.',
        fixed: 'They sailed from Norway to the islands.',
      },
      { language: 'vi', text: 'Ông ở [[đó. từ]] năm ngoái.', fixed: 'Ông ở đó từ năm ngoái.' },
    ],
    good: [
      {
        language: 'id',
        text: 'Beras, gula, dll. dan minyak sudah dikirim ke gudang.',
        note: 'an abbreviation',
      },
      { language: 'de', text: 'Das Haus bzw. der Garten ist verkauft.' },
      { language: 'en', text: 'It opens at 9 a.m. on Monday. Tickets are free.' },
      { language: 'en', text: 'They waited... and waited. Acme Corp. and others of Oakland, Calif. agreed.' },
      { language: 'en', text: 'The phone. iPhone owners know it.', note: 'a name that begins in lower case' },
    ],
  },
  scope: 'paragraph',
  needs: (signs) => signs.hasPair(Kind.stop, BLANKS) && signs.hasPair(LETTERS, Kind.stop),
  *check(paragraph, context) {
    const { text } = paragraph;
    for (let stop = text.indexOf('.'); stop >= 0; stop = text.indexOf('.', stop + 1)) {
      if (!/[ \u00a0]/.test(text.charAt(stop + 1))) continue;
      const after = WORD_AFTER.exec(text.slice(stop + 2, stop + 2 + REACH))?.[0];
      if (after === undefined) continue;
      const before = WORD_BEFORE.exec(text.slice(Math.max(0, stop - REACH), stop))?.[0];
      if (before === undefined) continue;
      const start = stop - before.length;
      const end = stop + 2 + after.length;
      if (!endsSentence(before, context) || TOP_LEVEL_DOMAINS.has(after)) continue;
      if (context.accepts(`${before}.`) || context.accepts(after)) continue;
      if (OTHER_STUB_NEAR.test(text.slice(end, end + 24))) continue;
      yield {
        start,
        end,
        message: msg(
          'The full stop after “{0}” stands inside a sentence. Delete it, or begin “{1}” with a capital.',
          before,
          after,
        ),
        why: msg(
          '“{0}” begins in lower case after a full stop, and “{1}.” is no known abbreviation.',
          after,
          before,
        ),
        fixes: [
          { title: msg('Delete the full stop'), edits: [{ start: stop, end: stop + 1, newText: '' }] },
          {
            title: msg('Begin with a capital'),
            edits: [{ start: stop + 2, end: stop + 3, newText: after.slice(0, 1).toUpperCase() }],
          },
        ],
      };
    }
  },
};

/** A word that a full stop ends a sentence after, rather than an abbreviation. */
function endsSentence(word: string, context: RuleContext): boolean {
  if (isShortened(word, context.language)) return false;
  const lower = word.toLowerCase();
  if (context.language === 'vi' && hasVietnameseMark(lower) && isSyllable(lower)) return true;
  if (lower !== word) return word.length >= LONG_ENOUGH_CAPITALISED;
  return word.length >= LONG_ENOUGH || ownCommonness(word, context) >= MIDDLING;
}
