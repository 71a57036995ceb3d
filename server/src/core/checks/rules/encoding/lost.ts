import { msg } from '../../../message.ts';
import type { Paragraph } from '../../../text/paragraph.ts';
import { ONSETS } from '../../../text/vietnamese/rimes.ts';
import { isInAddress } from '../../addresses.ts';
import type { Observation } from '../../finding.ts';
import { HoleFixes } from '../../holeFixes.ts';
import { endsQuestion } from '../../questionMarks.ts';
import type { ParagraphRule, RuleContext } from '../../rule.ts';

/** Scripts of which a page may lack letters and that put `?` and a blank after a question. */
const LETTER = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}]/u;
/** Whole words lost, as happens to any script in a page without it. */
const LOST_WORDS = /(?<!\S)\?{2,}(?: \?{2,})+/g;
const FEWEST_LOST = 6;
const LONGEST_ONSET = 3;

export const lost: ParagraphRule = {
  code: 'encoding/lost',
  title: 'Letters lost to question marks',
  description:
    'A question mark inside or before a word, where a letter or a quotation mark could not be written.',
  group: 'garbled',
  severity: 'error',
  scope: 'paragraph',
  examples: {
    bad: [
      { language: 'vi', text: 'Người [[Vi?t]] ở đây.' },
      { language: 'vi', text: 'Ông [[?ã]] đến [[tr??ng]] từ sớm.' },
      { language: 'vi', text: 'Ông gặp [[th?]] tướng. Đi [[v?]] đâu?' },
      { language: 'en', text: 'They [[don?t]] know if the [[mayor?s]] plan works.' },
      { language: 'id', text: 'Ia berkata, [[?Kami]] siap? dan pergi.', note: 'a lost quotation mark' },
      { language: 'ru', text: 'Мэр сказал: [[???? ??????]].' },
    ],
    good: [
      { language: 'en', text: 'Who pays? Why? The city—or the state?—does. What???' },
      { language: 'en', text: 'See example.org/search?q=rice or https://example.org/?q=a?b now.' },
      { language: 'id', text: 'Mau ke mana?tanya warga.', note: 'only the space is missing' },
      { language: 'zh', text: '他说什么?我不知道。' },
    ],
  },
  *check({ text }: Paragraph, context: RuleContext): Generator<Observation> {
    if (!text.includes('?')) return;
    const words = damagedWords(text, context);
    const holes = new HoleFixes(context);
    const severity = context.language === 'vi' || words.length > 1 ? 'error' : 'warning';
    for (const { start, end } of words) {
      yield {
        start,
        end,
        severity,
        message: msg(
          'The “?” in “{0}” probably stands for a lost character. Look it up in the source.',
          text.slice(start, end),
        ),
        why: msg(
          'A question mark directly before a letter; {0} words of this paragraph have one.',
          words.length,
        ),
        fixes: holes.of(text.slice(start, end), start, end),
      };
    }
    for (const match of text.matchAll(LOST_WORDS)) {
      const count = match[0].replaceAll(' ', '').length;
      if (count < FEWEST_LOST) continue;
      yield {
        start: match.index,
        end: match.index + match[0].length,
        message: msg('Whole words are lost here. Look them up in the source.'),
        why: msg('{0} question marks stand where letters stood.', count),
      };
    }
  },
};

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Runs of letters and question marks, in order, in which a question mark stands for something else. */
function damagedWords(text: string, context: RuleContext): Place[] {
  const places: Place[] = [];
  let until = 0;
  for (let at = text.indexOf('?'); at >= 0; at = text.indexOf('?', until)) {
    let start = at;
    while (start > until && LETTER.test(text.charAt(start - 1))) start--;
    let end = at + 1;
    while (end < text.length && (text.charAt(end) === '?' || LETTER.test(text.charAt(end)))) end++;
    until = end;
    while (text.charAt(end - 1) === '?') end--;
    if (end <= at) {
      // The question mark of a question, or the vowel of a Vietnamese word that ends in it: `th? tướng`.
      if (context.language === 'vi' && isOnsetAlone(text, start, at)) places.push({ start, end: until });
      continue;
    }
    if (!isDamaged(text, start, end, context) || isInAddress(text, start, end)) continue;
    places.push({ start, end });
  }
  return places;
}

/** An initial without a vowel, inside a sentence. */
function isOnsetAlone(text: string, start: number, at: number): boolean {
  return (
    at > start &&
    at - start <= LONGEST_ONSET &&
    /^\?+ \p{Ll}/u.test(text.slice(at, at + 4)) &&
    ONSETS.includes(text.slice(start, at).toLowerCase())
  );
}

function isDamaged(text: string, start: number, end: number, context: RuleContext): boolean {
  const pieces = text.slice(start, end).split(/\?+/);
  const before = text.charAt(start - 1);
  return pieces.some((right, i) => {
    if (i === 0) return false;
    const left = pieces[i - 1] ?? '';
    if (left === '') return start === 0 || /[\s"“‘(]/.test(before);
    return !endsQuestion(left, right, context);
  });
}
