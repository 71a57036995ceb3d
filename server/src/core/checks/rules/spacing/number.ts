import { msg } from '../../../message.ts';
import { BLANKS, DIGITS, Kind } from '../../../text/signs.ts';
import type { ParagraphRule } from '../../rule.ts';

/** `1. 500`, `2, 5 %`: three digits after a separator and a blank; or one or two and a sign or a unit of share. */
const SPLIT_NUMBER =
  /(?<![\p{L}\p{Nd}.,:/-]|\p{Nd}[^\p{Nd}]{1,6})\p{Nd}{1,3}[.,][ \u00a0](?:\p{Nd}{3}(?![\p{Nd}\p{L}]|[.,]?[ \u00a0]?\p{Nd})|\p{Nd}{1,2}(?=[ \u00a0]?(?:%|persen|percent|phần trăm|triệu|tỷ|juta|miliar|million|billion)(?![\p{L}])))/giu;
const QUICK = /\p{Nd}[.,][ \u00a0]\p{Nd}/u;

const POINTS = Kind.stop | Kind.comma;

export const number: ParagraphRule = {
  code: 'spacing/number',
  title: 'Space inside a number',
  description: 'A number with a space behind its point or comma.',
  group: 'garbled',
  severity: 'hint',
  notFor: ['zh', 'ja', 'th', 'lo', 'km', 'my', 'bo'],
  examples: {
    bad: [
      { language: 'id', text: 'Harga beras [[1. 500]] rupiah.', fixed: 'Harga beras 1.500 rupiah.' },
      {
        language: 'vi',
        text: 'Giá lúa tăng [[2, 5]] % trong tháng.',
        fixed: 'Giá lúa tăng 2,5 % trong tháng.',
      },
      { language: 'en', text: 'It cost [[3. 2]] million.', fixed: 'It cost 3.2 million.' },
    ],
    good: [
      { language: 'en', text: 'Rooms 1, 2, 3 and 101, 102, 103 are full. It was 2009. 500 came.' },
      { language: 'en', text: 'It began on May 5. 20 people came, on June 1, 2020.' },
    ],
  },
  scope: 'paragraph',
  needs: (signs) =>
    signs.hasPair(DIGITS, POINTS) && signs.hasPair(POINTS, BLANKS) && signs.hasPair(BLANKS, DIGITS),
  *check({ text }) {
    if (!QUICK.test(text)) return;
    for (const match of text.matchAll(SPLIT_NUMBER)) {
      const start = match.index;
      const end = start + match[0].length;
      const joined = match[0].replace(/[ \u00a0]/g, '');
      yield {
        start,
        end,
        message: msg('A space may stand inside a number: “{0}”?', joined),
        why: msg('The digits before and after the space look like one number.'),
        fixes: [{ title: msg('Write “{0}”', joined), edits: [{ start, end, newText: joined }] }],
      };
    }
  },
};
