import { msg } from '../../../message.ts';
import type { Paragraph } from '../../../text/paragraph.ts';
import type { Observation } from '../../finding.ts';
import { damageAt } from '../../mojibake/damage.ts';
import type { ParagraphRule } from '../../rule.ts';

const REPLACEMENT = /\ufffd+/g;

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
      { language: 'en', text: 'They said it was [[�]]over[[�]].' },
    ],
    good: [
      { language: 'vi', text: 'Thủ tướng họp vào sáng thứ Hai.' },
      { language: 'en', text: 'Was it over? Nobody could tell…' },
    ],
  },
  *check(paragraph: Paragraph): Generator<Observation> {
    for (const match of paragraph.text.matchAll(REPLACEMENT)) {
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
      };
    }
  },
};
