import { msg } from '../../../message.ts';
import type { Paragraph } from '../../../text/paragraph.ts';
import type { Fix, Observation } from '../../finding.ts';
import { HoleFixes } from '../../holeFixes.ts';
import { damageAt } from '../../mojibake/damage.ts';
import type { ParagraphRule, RuleContext } from '../../rule.ts';

const REPLACEMENT = '\ufffd';
const REPLACEMENTS = /\ufffd+/g;
const LETTER = /[\p{L}\p{M}]/u;
/** No syllable is longer, three replacement characters for each of its letters that may be lost. */
const LONGEST_WORD = 12;

export const replacement: ParagraphRule = {
  code: 'encoding/replacement',
  title: 'Lost characters',
  description: 'The replacement character �, which stands where a character could not be read.',
  group: 'garbled',
  severity: 'error',
  scope: 'paragraph',
  examples: {
    bad: [
      { language: 'vi', text: 'Th[[�]] tướng họp vào sáng th[[��]] Hai.' },
      {
        language: 'vi',
        text: 'Nhiều ng[[�]]ời đi xem [[�]]á bóng.',
        fixed: 'Nhiều người đi xem đá bóng.',
        note: 'the commonest syllable that fits is offered first',
      },
      { language: 'en', text: 'They said it was [[�]]over[[�]].' },
    ],
    good: [
      { language: 'vi', text: 'Thủ tướng họp vào sáng thứ Hai.' },
      { language: 'en', text: 'Was it over? Nobody could tell…' },
    ],
  },
  *check(paragraph: Paragraph, context: RuleContext): Generator<Observation> {
    const { text } = paragraph;
    if (!text.includes(REPLACEMENT)) return;
    const holes = new HoleFixes(context);
    for (const match of text.matchAll(REPLACEMENTS)) {
      // There the whole stretch is reported, with what it may have been.
      if (damageAt(paragraph, match.index) !== undefined) continue;
      yield {
        start: match.index,
        end: match.index + match[0].length,
        message: msg('A character is lost here. Look it up in the source; it cannot be computed back.'),
        why: msg(
          'U+FFFD REPLACEMENT CHARACTER, {0} in a row: the bytes that stood here were not valid.',
          match[0].length,
        ),
        fixes: syllables(text, match.index, holes),
      };
    }
  },
};

/** What the word around a lost character may have been. */
function syllables(text: string, at: number, holes: HoleFixes): Fix[] {
  const isPart = (i: number) => text.charAt(i) === REPLACEMENT || LETTER.test(text.charAt(i));
  let start = at;
  while (start > 0 && at - start <= LONGEST_WORD && isPart(start - 1)) start--;
  let end = at;
  while (end < text.length && end - at <= LONGEST_WORD && isPart(end)) end++;
  return holes.of(text.slice(start, end), start, end);
}
