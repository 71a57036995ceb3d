import { msg } from '../../../message.ts';
import type { Paragraph } from '../../../text/paragraph.ts';
import { Kind } from '../../../text/signs.ts';
import type { Observation } from '../../finding.ts';
import type { ParagraphRule } from '../../rule.ts';
import { codePointName } from '../../unicodeNames.ts';

/** Marks, embeddings, overrides and isolates of Unicode's bidirectional algorithm (UAX #9). */
const CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;
const SUSPECT = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
/** Letters written from right to left: the blocks of Hebrew to Arabic, their presentation forms, and Adlam's kin. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

export const bidi: ParagraphRule = {
  code: 'encoding/bidi',
  title: 'Invisible marks of writing direction',
  description: 'Characters that steer text from right to left, in a paragraph that has no such text.',
  group: 'garbled',
  severity: 'warning',
  // Their editors and pages put such marks around numbers and foreign names.
  notFor: ['ar', 'arz', 'azb', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi'],
  scope: 'paragraph',
  needs: (signs) => signs.has(Kind.invisible),
  examples: {
    bad: [
      {
        language: 'id',
        text: 'Menteri itu[[\u200e]] tiba di [[\u202a]]Bogor[[\u202c]].',
        fixed: 'Menteri itu tiba di Bogor.',
      },
      { language: 'en', text: 'Call [[\u2066]]555 0100[[\u2069]] now.', fixed: 'Call 555 0100 now.' },
    ],
    good: [
      { language: 'en', text: 'The sign read \u2067مرحبا\u2069 in blue.', note: 'Arabic needs them' },
      { language: 'he', text: 'CNN\u200f 10' },
      { language: 'vi', text: 'Giá xăng giảm từ chiều nay.' },
    ],
  },
  *check({ text }: Paragraph): Generator<Observation> {
    if (!SUSPECT.test(text) || RIGHT_TO_LEFT.test(text.replace(CONTROLS, ''))) return;
    for (const match of text.matchAll(CONTROLS)) {
      const start = match.index;
      const end = start + match[0].length;
      yield {
        start,
        end,
        message: msg('An invisible mark of writing direction stands here, and nothing needs it. Remove it.'),
        why: msg('It is {0}.', [...new Set(match[0])].map(codePointName).join(', ')),
        fixes: [{ title: msg('Remove it'), edits: [{ start, end, newText: '' }], certain: true }],
      };
    }
  },
};
