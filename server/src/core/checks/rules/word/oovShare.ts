import { msg } from '../../../message.ts';
import type { ParagraphRule } from '../../rule.ts';
import { unknownWords } from '../../unknownWords.ts';

const FEWEST = 3;
const SHARE = 15;

export const oovShare: ParagraphRule = {
  code: 'word/oov-share',
  title: 'Many unknown words',
  description: 'A sentence with many words that no list knows.',
  group: 'garbled',
  severity: 'hint',
  languages: ['id', 'en', 'vi'],
  options: [
    {
      name: 'fewest',
      description: 'How many unknown words the sentence must have.',
      type: 'number',
      default: FEWEST,
      least: 1,
      most: 50,
      whole: true,
    },
    {
      name: 'share',
      description: 'How many of a hundred words of the sentence must be unknown.',
      type: 'number',
      default: SHARE,
      least: 1,
      most: 100,
    },
  ],
  examples: {
    bad: [
      { language: 'id', text: '[[Ia menjulo barang krimtu dari toko silbaan itu.]]' },
      { language: 'en', text: 'It was late. [[The plovert gane a dromby speech.]]' },
    ],
    good: [
      {
        language: 'id',
        text: 'Ia membeli laptop, router, dan monitor dari toko itu.',
        note: 'English words',
      },
      {
        language: 'en',
        text: 'The plovert gane a speech about roads, schools and the new harbour.',
        note: 'two',
      },
    ],
  },
  scope: 'paragraph',
  *check(paragraph, context, options) {
    const unknown = unknownWords(paragraph, context);
    const fewest = options.number('fewest');
    if (unknown.length < fewest) return;
    let next = 0;
    let token = 0;
    for (const sentence of paragraph.sentences(context.language)) {
      let count = 0;
      for (; (unknown[next]?.start ?? Number.POSITIVE_INFINITY) < sentence.end; next++) count++;
      let words = 0;
      for (; (paragraph.tokens[token]?.start ?? Number.POSITIVE_INFINITY) < sentence.end; token++)
        if (paragraph.tokens[token]?.kind === 'word') words++;
      if (count < fewest || count * 100 < options.number('share') * words) continue;
      yield {
        ...sentence,
        message: msg('Many words of this sentence are unknown: read it, and tag it if it is garbled.'),
        why: msg('{0} of {1} words are in no list.', count, words),
      };
    }
  },
};
