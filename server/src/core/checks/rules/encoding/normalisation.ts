import { msg } from '../../../message.ts';
import type { TextReplacement } from '../../../text/range.ts';
import { Kind } from '../../../text/signs.ts';
import type { ParagraphRule } from '../../rule.ts';

/** Marks that compose with the letter before them: of Latin, Greek and Cyrillic, of Korean and of Japanese. */
const COMBINING = /[\u0300-\u036f\u1161-\u1175\u11a8-\u11c2\u3099\u309a]/;
/** A letter and what composes with it. */
const DECOMPOSED = /[\p{L}](?:[\u0300-\u036f\u1161-\u1175\u11a8-\u11c2\u3099\u309a]+)/gu;

export const normalisation: ParagraphRule = {
  code: 'encoding/normalisation',
  title: 'Letters in two parts',
  description:
    'Letters whose accents are stored apart from them, which a search for the composed letter does not find.',
  group: 'garbled',
  severity: 'hint',
  scope: 'paragraph',
  // The marks of Korean are letters.
  needs: (signs) => signs.has(Kind.mark | Kind.uncased),
  examples: {
    bad: [
      {
        language: 'vi',
        text: 'Gi[[a\u0301 xa\u0306ng gia\u0309]]m.',
        fixed: 'Giá xăng giảm.',
      },
      { language: 'fr', text: 'Un caf[[e\u0301]] fermé.', fixed: 'Un café fermé.' },
      { language: 'ko', text: '[[\u1112\u1161\u11ab\u1100\u116e\u11a8]] 뉴스', fixed: '한국 뉴스' },
    ],
    good: [
      { language: 'vi', text: 'Giá xăng giảm.' },
      { language: 'en', text: 'The sign x\u0304 has no composed form.' },
      { language: 'hi', text: 'हिन्दी में समाचार' },
    ],
  },
  *check({ text }) {
    if (!COMBINING.test(text)) return;
    const edits: TextReplacement[] = [];
    for (const { index, 0: written } of text.matchAll(DECOMPOSED)) {
      const composed = written.normalize('NFC');
      if (composed !== written) edits.push({ start: index, end: index + written.length, newText: composed });
    }
    const [first] = edits;
    const last = edits.at(-1);
    if (first === undefined || last === undefined) return;
    yield {
      start: first.start,
      end: last.end,
      message: msg('Letters here are stored in two parts, and a search does not find them. Compose them.'),
      why: msg('{0} letters differ from their composed form (Unicode NFC).', edits.length),
      fixes: [{ title: msg('Compose the letters'), edits, certain: true }],
    };
  },
};
