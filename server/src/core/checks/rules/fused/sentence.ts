import { msg } from '../../../message.ts';
import { CAPITALS, Kind } from '../../../text/signs.ts';
import { TOP_LEVEL_DOMAINS } from '../../../text/topLevelDomains.ts';
import { hasVietnameseMark } from '../../../text/vietnamese/syllable.ts';
import { isShortened } from '../../abbreviations.ts';
import { isOneLetterWord } from '../../oneLetterWords.ts';
import { ownCommonness } from '../../ownWords.ts';
import type { ParagraphRule, RuleContext } from '../../rule.ts';
import { TITLES_BEFORE_STOP } from './titles.ts';

/** The end of a sentence, perhaps a closing quote or bracket, and the next sentence without a blank between. */
const JOINT = /(?<=\p{L}[\p{Ll}\p{M}]|\p{Lu}{3})[.!?]["”’'»)\]]?(?=\p{Lu}(?:\p{Ll}|\s))/gu;
/** Shorter words before the stop are abbreviations, unless they are known for words. */
const LONG_ENOUGH = 3;
const ENDS_IN_SMALL = /[\p{Ll}\p{M}]$/u;
const ACRONYM = /^\p{Lu}{3,8}$/u;
const WORD_BEFORE = /[\p{L}\p{M}\p{Nd}]*$/u;
const WORD_AFTER = /^[\p{L}\p{M}]*/u;
/** What a web or mail address has somewhere in its run of non-blanks. */
const ADDRESS = /:\/\/|www\.|@|[\p{L}\p{Nd}_]\/[\p{L}\p{Nd}_]|[\p{Ll}]\.[\p{Ll}]{2,}/u;
/** No run of non-blanks is looked at farther than this on either side. */
const REACH = 60;

const ENDS = Kind.stop | Kind.cry;
const CLOSERS = Kind.quote | Kind.apostrophe | Kind.closing;

export const fusedSentence: ParagraphRule = {
  code: 'fused/sentence',
  title: 'No space between two sentences',
  description: 'A sentence that begins right after the full stop of the one before.',
  group: 'garbled',
  severity: 'error',
  examples: {
    bad: [
      {
        language: 'id',
        text: 'Harga beras naik lagi bulan [[ini.Warga]] berharap ada bantuan.',
        fixed: 'Harga beras naik lagi bulan ini. Warga berharap ada bantuan.',
      },
      {
        language: 'en',
        text: '“We will wait until [[morning.”The]] mayor then left.',
        fixed: '“We will wait until morning.” The mayor then left.',
      },
      {
        language: 'vi',
        text: 'Cầu đã mở [[lại.Ai]] cũng vui.',
        fixed: 'Cầu đã mở lại. Ai cũng vui.',
        note: 'Ai is no top-level domain here',
      },
      {
        language: 'vi',
        text: 'Lũ đã rút hôm [[đó.Các]] hộ dân về nhà.',
        fixed: 'Lũ đã rút hôm đó. Các hộ dân về nhà.',
      },
      {
        language: 'en',
        text: 'The gate is open, so come [[in.A]] guide will meet you.',
        fixed: 'The gate is open, so come in. A guide will meet you.',
      },
    ],
    good: [
      { language: 'en', text: 'The bridge is open. Cars are crossing it.' },
      {
        language: 'id',
        text: 'Baca selengkapnya di www.contoh.Com/Berita dan contoh.Com.',
        note: 'addresses',
      },
      {
        language: 'en',
        text: 'The library is written in Node.Js by Prof.Dr. Lang.',
        note: 'names and titles',
      },
      { language: 'en', text: 'He waited...Then he left.', note: 'dots are often set without a space' },
    ],
  },
  scope: 'paragraph',
  needs: (signs) =>
    signs.hasPair(ENDS, CAPITALS) || (signs.hasPair(ENDS, CLOSERS) && signs.hasPair(CLOSERS, CAPITALS)),
  *check(paragraph, context) {
    const { text } = paragraph;
    for (const match of text.matchAll(JOINT)) {
      const at = match.index + match[0].length;
      const before = WORD_BEFORE.exec(text.slice(Math.max(0, match.index - REACH), match.index))?.[0] ?? '';
      const after = WORD_AFTER.exec(text.slice(at, at + REACH))?.[0] ?? '';
      if (TITLES_BEFORE_STOP.has(before.toLowerCase()) || !endsSentence(before, after, context)) continue;
      if (after.length === 1 && !isOneLetterWord(after, context.language)) continue;
      if (TOP_LEVEL_DOMAINS.has(after.toLowerCase()) || isInAddress(text, match.index, at)) continue;
      yield {
        start: match.index - before.length,
        end: at + after.length,
        message: msg('A space is missing between two sentences, before “{0}”.', after),
        why: msg('“{0}” ends a sentence and “{1}” begins one.', before + match[0], after),
        fixes: [
          { title: msg('Insert a space'), edits: [{ start: at, end: at, newText: ' ' }], certain: true },
        ],
      };
    }
  },
};

/**
 * A word of three small letters or more; a shorter one that is a word of the language and no abbreviation; an acronym,
 * before a word of the language.
 */
function endsSentence(before: string, after: string, context: RuleContext): boolean {
  if (ENDS_IN_SMALL.test(before)) {
    if (before.length > LONG_ENOUGH || /^\p{Ll}{3}$/u.test(before)) return true;
    if (isCapital(before) && !(context.language === 'vi' && hasVietnameseMark(before))) return false;
    return ownCommonness(before.toLowerCase(), context) >= 2 && !isShortened(before, context.language);
  }
  return ACRONYM.test(before) && ownCommonness(after.toLowerCase(), context) >= 2;
}

function isCapital(word: string): boolean {
  return word.charAt(0) !== word.charAt(0).toLowerCase();
}

/** True where the run of non-blanks around the joint looks like an address on either side of it. */
function isInAddress(text: string, stop: number, next: number): boolean {
  const left = /\S*$/.exec(text.slice(Math.max(0, stop - REACH), stop))?.[0] ?? '';
  const right = /^\S*/.exec(text.slice(next, next + REACH))?.[0] ?? '';
  return ADDRESS.test(left) || /:\/\/|@|^[\p{L}\p{M}]+\/[\p{L}\p{Nd}]/u.test(right);
}
