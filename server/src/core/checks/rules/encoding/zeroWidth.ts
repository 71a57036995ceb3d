import { msg } from '../../../message.ts';
import type { Paragraph } from '../../../text/paragraph.ts';
import { Kind } from '../../../text/signs.ts';
import type { Observation } from '../../finding.ts';
import type { ParagraphRule } from '../../rule.ts';
import { codePointName } from '../../unicodeNames.ts';

const ZERO_WIDTH = /[\u200b-\u200d\u2060\ufeff]+/g;
/** Scripts whose letters take other shapes beside a joiner or a non-joiner. */
const JOINING =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mandaic}\p{Script=Nko}\p{Script=Mongolian}\p{Script=Adlam}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Tibetan}\p{Script=Myanmar}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Javanese}\p{Script=Balinese}\p{Script=Sundanese}\p{Script=Meetei_Mayek}]/u;
/** Scripts without blanks between words, where U+200B shows where a line may break. */
const UNSPACED =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Javanese}\p{Script=Balinese}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** What a joiner glues into one picture. */
const PICTURE = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\u{1f1e6}-\u{1f1ff}]|\ufe0f/u;

export const zeroWidth: ParagraphRule = {
  code: 'encoding/zero-width',
  title: 'Invisible characters inside text',
  description:
    'Characters without width that a web page left: words that hold them are not found and not counted.',
  group: 'garbled',
  severity: 'warning',
  scope: 'paragraph',
  needs: (signs) => signs.has(Kind.invisible),
  examples: {
    bad: [
      {
        language: 'id',
        text: 'Menteri[[\u200b]] itu tiba di Ja[[\u200b]]karta.',
        fixed: 'Menteri itu tiba di Jakarta.',
      },
      { language: 'vi', text: '[[\u200b]]Giá xăng giảm từ chiều nay.', fixed: 'Giá xăng giảm từ chiều nay.' },
      { language: 'en', text: 'The mee[[\u200d]]ting ended[[\u2060\u200b]].', fixed: 'The meeting ended.' },
    ],
    good: [
      { language: 'fa', text: 'او می\u200cرود و کتاب\u200cها را می\u200cآورد.' },
      { language: 'hi', text: 'क्\u200dष और क्\u200cष अलग दिखते हैं।' },
      { language: 'en', text: 'A family 👨\u200d👩\u200d👧 and a flag 🏳️\u200d🌈.' },
      { language: 'km', text: 'ភាសា\u200bខ្មែរ' },
    ],
  },
  *check({ text }: Paragraph): Generator<Observation> {
    for (const match of text.matchAll(ZERO_WIDTH)) {
      const run = match[0];
      const start = match.index;
      const end = start + run.length;
      if (isMeant(run, characterBefore(text, start), characterAt(text, end))) continue;
      yield {
        start,
        end,
        message: msg('An invisible character stands here; programs take it for part of the word. Remove it.'),
        why: msg('It is {0}.', [...new Set(run)].map(codePointName).join(', ')),
        fixes: [{ title: msg('Remove it'), edits: [{ start, end, newText: '' }], certain: true }],
      };
    }
  },
};

function isMeant(run: string, before: string, after: string): boolean {
  const near = before + after;
  if (run === '\u200d') return JOINING.test(near) || PICTURE.test(before) || PICTURE.test(after);
  if (run === '\u200c') return JOINING.test(near);
  return run === '\u200b' && UNSPACED.test(near);
}

function characterBefore(text: string, offset: number): string {
  return [...text.slice(Math.max(0, offset - 2), offset)].at(-1) ?? '';
}

function characterAt(text: string, offset: number): string {
  return String.fromCodePoint(text.codePointAt(offset) ?? 0x20);
}
