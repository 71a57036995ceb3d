import { msg } from '../../../message.ts';
import { wordBookOf } from '../../../text/lexicon/lexicon.ts';
import type { ParagraphRule } from '../../rule.ts';
import { HALF, WHOLE } from './grammar.ts';
import { type BrokenOrder, brokenOrder, WORD_ORDER_LANGUAGES } from './witnesses.ts';

/** Shorter sentences are headlines, labels and names, which leave their function words out. */
const FEWEST_WORDS = 6;
/** The hover lists no more pairs. */
const MOST_LISTED = 6;

export const scrambled: ParagraphRule = {
  code: 'word-order/scrambled',
  title: 'Word order broken',
  description: 'A sentence with words side by side that stand so in no sentence.',
  group: 'garbled',
  severity: 'hint',
  languages: WORD_ORDER_LANGUAGES,
  options: [
    {
      name: 'leastWitnesses',
      description:
        'How many impossible pairs of words a sentence must have, less half for each usual pair that it has.',
      type: 'number',
      default: 1,
      least: 0.5,
      most: 10,
    },
  ],
  examples: {
    bad: [
      { language: 'en', text: '[[The of was bridge closed the and repairs yesterday an for mayor by.]]' },
      { language: 'id', text: '[[Jembatan di mengatakan wali para kota yang dan ditutup untuk bahwa itu.]]' },
      { language: 'vi', text: '[[Chính các đã cầu của đóng phủ những cửa rất và bố tuyên.]]' },
    ],
    good: [
      {
        language: 'en',
        text: 'The mayor said that the bridge would be closed for repairs until the end of the year.',
      },
      { language: 'en', text: 'It was the city they had come from, and the one he is to go to.' },
      {
        language: 'id',
        text: 'Wali kota mengatakan bahwa jembatan itu ditutup untuk perbaikan sampai akhir tahun.',
      },
      { language: 'vi', text: 'Chính phủ đã tuyên bố đóng cửa cây cầu để sửa chữa cho đến cuối năm.' },
      {
        language: 'vi',
        text: 'Lý do là thiết bị hiện tại đã được chuẩn bị từ trước đó.',
        note: 'halves of words',
      },
    ],
  },
  scope: 'paragraph',
  *check(paragraph, { language, lexicon }, options) {
    const book = wordBookOf(lexicon, language);
    const least = options.number('leastWitnesses') * WHOLE;
    for (const sentence of paragraph.sentences(language)) {
      const broken = brokenOrder(paragraph, sentence, language, book);
      if (broken === undefined || broken.words < FEWEST_WORDS || broken.weight < least || !isProven(broken))
        continue;
      yield {
        start: sentence.start,
        end: sentence.end,
        message: msg('The words of this sentence are not in their order. Compare it with its source.'),
        why: msg('No sentence has these words side by side, or there: {0}.', listed(broken)),
      };
    }
  },
};

/** One pair that stands nowhere, or two that hardly do. */
function isProven({ witnesses }: BrokenOrder): boolean {
  return witnesses.length > 1 || witnesses.some((witness) => witness.weight > HALF);
}

/** The pairs, the heaviest first. */
function listed({ witnesses }: BrokenOrder): string {
  return witnesses
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, MOST_LISTED)
    .map((witness) => `“${witness.text}”`)
    .join(', ');
}
