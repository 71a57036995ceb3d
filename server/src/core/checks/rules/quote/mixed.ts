import { msg } from '../../../message.ts';
import type { Paragraph } from '../../../text/paragraph.ts';
import { Kind } from '../../../text/signs.ts';
import type { Observation } from '../../finding.ts';
import type { ParagraphRule } from '../../rule.ts';
import { OTHER_QUOTES } from './languages.ts';
import { isBlank, type Mark, marksOf } from './spacing/marks.ts';

export const mixed: ParagraphRule = {
  code: 'quote/mixed',
  title: 'Two kinds of quotation marks',
  description:
    'A quotation that opens with a curly mark and closes with a straight one, or the other way round.',
  group: 'garbled',
  severity: 'warning',
  notFor: OTHER_QUOTES,
  examples: {
    bad: [
      {
        language: 'en',
        text: 'The baker said: “We open at six[["]].',
        fixed: 'The baker said: “We open at six”.',
      },
      {
        language: 'vi',
        text: 'Bà nói: [["]]Chúng tôi sẽ chờ” rồi đi.',
        fixed: 'Bà nói: “Chúng tôi sẽ chờ” rồi đi.',
      },
      {
        language: 'id',
        text: '“Kami siap[["]] kata lurah, lalu “ya”.',
        fixed: '“Kami siap” kata lurah, lalu “ya”.',
      },
    ],
    good: [
      { language: 'en', text: '“He said "no" to me,” she told us. "Fine," he said.' },
      { language: 'en', text: '“The board is 5" wide,” he said.', note: 'inches' },
      { language: 'en', text: '“This is the first paragraph of a speech, and "so on" is in it.' },
    ],
  },
  scope: 'paragraph',
  needs: (signs) => signs.has(Kind.quote),
  *check(paragraph) {
    const mark = oddOne(paragraph);
    if (mark !== undefined) yield observe(mark.mark, mark.newText);
  },
};

/** The straight mark that is the other end of a curly one, and the mark it should be; kept for other rules. */
export function oddOne(paragraph: Paragraph): { mark: Mark; newText: string } | undefined {
  const { text } = paragraph;
  if (!text.includes('"') || !/[“”]/.test(text) || text.includes('„')) return undefined;
  const marks = marksOf(text);
  const straight = marks.filter(({ sign }) => sign === '"');
  // Two straight ones are a pair of their own, as are two curly ones.
  if (straight.length !== 1 || marks.length % 2 === 1) return undefined;
  const [mark] = straight;
  if (mark === undefined) return undefined;
  const at = marks.indexOf(mark);
  const opened = balance(marks.slice(0, at));
  const later = balance(marks.slice(at + 1));
  if (opened === 1 && later === 0 && !isBlank(mark.before)) return { mark, newText: '”' };
  if (opened === 0 && later === -1 && !isBlank(mark.after)) return { mark, newText: '“' };
  return undefined;
}

/** Opening less closing marks. */
function balance(marks: readonly Mark[]): number {
  return marks.reduce((sum, { sign }) => sum + (sign === '“' ? 1 : -1), 0);
}

function observe({ offset }: Mark, newText: string): Observation {
  return {
    start: offset,
    end: offset + 1,
    message: msg('The other end of this quotation is a curly mark. Write “{0}” here.', newText),
    why: msg('It is the only straight mark of the paragraph, and one curly mark lacks its partner.'),
    fixes: [
      {
        title: msg('Write “{0}”', newText),
        edits: [{ start: offset, end: offset + 1, newText }],
        certain: true,
      },
    ],
  };
}
