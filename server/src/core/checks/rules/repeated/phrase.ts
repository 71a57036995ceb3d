import { msg } from '../../../message.ts';
import type { Token } from '../../../text/tokens.ts';
import type { Severity } from '../../finding.ts';
import type { ParagraphRule } from '../../rule.ts';
import { SOUNDS } from './doubling.ts';
import { isParted, type Period, periodsOf } from './periods.ts';

/** Words that begin a doubled phrase which is grammar: từng bước từng bước, step by step. */
const DISTRIBUTIVE: Readonly<Record<string, ReadonlySet<string>>> = {
  vi: new Set(['từng', 'rất', 'mỗi', 'lần', 'nhiều', 'càng', 'một', 'hàng', 'quá', 'thật', 'mãi']),
};
/** What stands in phrases such as `day by day by …`, whose first word comes again: one step, not two. */
const BETWEEN: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(['by', 'to', 'after', 'in', 'on', 'for', 'and', 'or', 'upon', 'against']),
  id: new Set(['demi', 'per', 'ke', 'dan', 'lawan']),
  ms: new Set(['demi', 'per', 'ke', 'dan', 'lawan']),
  sw: new Set(['kwa', 'hadi', 'na', 'baada']),
  de: new Set(['für', 'um', 'an', 'zu', 'und', 'nach', 'auf']),
  nl: new Set(['voor', 'aan', 'na', 'tot', 'op', 'en']),
  fr: new Set(['à', 'par', 'après', 'en', 'pour', 'et', 'contre', 'de']),
  es: new Set(['a', 'por', 'tras', 'en', 'y', 'con', 'contra']),
  pt: new Set(['a', 'por', 'após', 'em', 'e', 'com', 'contra']),
  it: new Set(['a', 'per', 'dopo', 'in', 'e', 'contro']),
  ru: new Set(['за', 'в', 'к', 'о', 'на', 'и', 'с']),
  tl: new Set(['por', 'at', 'na', 'sa']),
  vi: new Set(['và', 'lại', 'rồi']),
};
const LETTER = /\p{L}/u;

export const phrase: ParagraphRule = {
  code: 'repeated/phrase',
  title: 'Repeated phrase',
  description: 'Two to eight words, numbers and marks that stand twice in a row.',
  group: 'garbled',
  severity: 'error',
  examples: {
    bad: [
      {
        language: 'id',
        text: 'Ia menjabat [[Ketua Panitia Ketua Panitia]] sejak Mei.',
        fixed: 'Ia menjabat Ketua Panitia sejak Mei.',
      },
      {
        language: 'en',
        text: 'The old bridge [[was closed for was closed for]] a week.',
        fixed: 'The old bridge was closed for a week.',
      },
      {
        language: 'vi',
        text: 'Trận lũ [[kéo dài 3 ngày kéo dài 3 ngày]] và làm ngập chợ.',
        fixed: 'Trận lũ kéo dài 3 ngày và làm ngập chợ.',
      },
      {
        language: 'en',
        text: 'He wrote [[the letter, the letter,]] and left.',
        note: 'a hint: a comma parts them',
      },
    ],
    good: [
      { language: 'en', text: 'They came day after day after day, again and again and again.' },
      { language: 'vi', text: 'Anh đi từng bước từng bước.', note: 'step by step' },
      { language: 'id', text: 'Laki-laki itu dan laki-laki tua bermain 2-1, 2-1.' },
    ],
  },
  scope: 'paragraph',
  *check(paragraph, context) {
    for (const period of periodsOf(paragraph)) {
      const unit = paragraph.tokens.slice(period.first, period.first + period.unit);
      const severity = grade(unit, period, context.language);
      const first = unit[0];
      const endOfUnit = unit[unit.length - 1];
      const last = paragraph.tokens[period.first + 2 * period.unit - 1];
      if (severity === undefined || !first || !endOfUnit || !last) continue;
      const text = paragraph.text.slice(first.start, endOfUnit.end);
      if (context.accepts(text) || context.accepts(paragraph.text.slice(first.start, last.end))) continue;
      yield {
        start: first.start,
        end: last.end,
        severity,
        message: msg('“{0}” stands twice in a row. Delete one of the two.', text),
        why: msg('{0} words and marks are repeated at once.', unit.length),
        fixes: [
          {
            title: msg('Delete one “{0}”', text),
            edits: [{ start: endOfUnit.end, end: last.end, newText: '' }],
          },
        ],
      };
    }
  },
};

/** Error for words and numbers; a hint where a mark parts the two; nothing for idioms, cries and scores. */
function grade(
  unit: readonly Token[],
  { unit: size, length }: Period,
  language: string,
): Severity | undefined {
  // Three times is a loop; `day after day after day` begins a third time.
  if (size < 2 || length >= 3 * size - 1 || (size === 2 && length > 4)) return undefined;
  let words = 0;
  let numbers = 0;
  for (const { kind, text } of unit) {
    if (kind === 'number') numbers++;
    else if (kind === 'word') words += LETTER.test(text) && !SOUNDS.has(text.toLowerCase()) ? 1 : 0;
  }
  const first = unit[0]?.text.toLowerCase() ?? '';
  if (Object.hasOwn(DISTRIBUTIVE, language) && DISTRIBUTIVE[language]?.has(first)) return undefined;
  if (words === 0 || words + numbers < 2) return undefined;
  const second = unit[1]?.text.toLowerCase() ?? '';
  if (size === 2 && Object.hasOwn(BETWEEN, language) && BETWEEN[language]?.has(second)) return undefined;
  return isParted(unit) ? 'hint' : 'error';
}
