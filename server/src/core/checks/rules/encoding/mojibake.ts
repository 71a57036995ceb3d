import { msg } from '../../../message.ts';
import type { Paragraph } from '../../../text/paragraph.ts';
import type { Observation } from '../../finding.ts';
import { damageOf } from '../../mojibake/damage.ts';
import { mayBeMisread } from '../../mojibake/quickLook.ts';
import type { ParagraphRule } from '../../rule.ts';

/** Windows-1252 leaves a few bytes open; of those, only the closing quotation mark ends in one after these two. */
const LOST_CLOSING_QUOTE = /â€\ufffd/g;

export const mojibake: ParagraphRule = {
  code: 'encoding/mojibake',
  title: 'Text in the wrong encoding',
  description:
    'UTF-8 that was read in a single-byte code page, so that one character shows as two or three others.',
  group: 'garbled',
  severity: 'error',
  scope: 'paragraph',
  needs: mayBeMisread,
  examples: {
    bad: [
      {
        language: 'id',
        text: 'Ia berkata: [[â€œ]]Kami siap berunding.[[â€\u009d]]',
        fixed: 'Ia berkata: “Kami siap berunding.”',
      },
      {
        language: 'en',
        text: 'The caf[[Ã©]] on the corner reopened on Monday.',
        fixed: 'The café on the corner reopened on Monday.',
      },
      {
        language: 'vi',
        text: 'Cu[[á»™]]c h[[á»\u008d]]p b[[áº¯]]t [[Ä‘áº§]]u l[[Ãº]]c ch[[Ã\u00ad]]n gi[[á»\u009d]].',
        fixed: 'Cuộc họp bắt đầu lúc chín giờ.',
      },
      {
        language: 'vi',
        text: 'Th[[á»§]] t[[Æ°á»›]]ng [[Ä‘áº¿]]n C[[Ă\u00a0]] Mau s[[Ă¡]]ng nay.',
        fixed: 'Thủ tướng đến Cà Mau sáng nay.',
        note: 'read as Windows-1258, the page that Vietnamese Windows had',
      },
      { language: 'ru', text: '[[Р’С‹Р±РѕСЂС‹]] [[РїСЂРѕС€Р»Рё]]', fixed: 'Выборы прошли' },
    ],
    good: [
      { language: 'vi', text: 'Cuộc họp bắt đầu lúc chín giờ, ông Đặng Ấn nói.' },
      { language: 'pt', text: 'NÃO houve acordo em SÃO PAULO.' },
      { language: 'de', text: 'Die Straße ist 3 °C wärmer – „Ärger“ für Øresund.' },
      { language: 'fr', text: 'Les prix (5 € à 7 €) ont baissé, « à l’œuvre ».' },
    ],
  },
  *check(paragraph: Paragraph): Generator<Observation> {
    for (const { start, end, damaged, decoded, pages } of damageOf(paragraph)) {
      const meant = withClosingQuotes(damaged, decoded);
      yield {
        start,
        end,
        message: msg('“{0}” is text in the wrong encoding; it should read “{1}”.', damaged, meant),
        why: msg('UTF-8 that was read as {0}.', pages.join(', ')),
        fixes: meant.includes('\ufffd')
          ? []
          : [
              {
                title: msg('Replace by “{0}”', meant),
                edits: [{ start, end, newText: meant }],
                certain: true,
              },
            ],
      };
    }
  },
};

/** Puts closing quotation marks for lost characters, where each of those was one. */
function withClosingQuotes(damaged: string, decoded: string): string {
  const lost = decoded.split('\ufffd').length - 1;
  return [...damaged.matchAll(LOST_CLOSING_QUOTE)].length === lost
    ? decoded.replaceAll('\ufffd', '”')
    : decoded;
}
