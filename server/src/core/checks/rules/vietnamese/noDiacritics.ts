import { msg } from '../../../message.ts';
import { wordBookOf } from '../../../text/lexicon/lexicon.ts';
import { bareVietnamese } from '../../../text/vietnamese/bare.ts';
import type { ParagraphRule } from '../../rule.ts';
import { bareStretches } from './bareStretches.ts';

const ADDRESS = /^\s*(?:https?:\/\/|www\.)\S+\s*$/i;

export const noDiacritics: ParagraphRule = {
  code: 'vietnamese/no-diacritics',
  title: 'Vietnamese without accents',
  description: 'A whole line of Vietnamese that lost its accents, as picture descriptions and addresses do.',
  group: 'garbled',
  severity: 'error',
  languages: ['vi'],
  examples: {
    bad: [
      { language: 'vi', text: '[[nguoi dan ha noi cho xe buyt duoi mua lon hinh 2]]', fixed: '' },
      { language: 'vi', text: '[[Hoc sinh tro lai truong sau ky nghi he]]', fixed: '' },
      {
        language: 'vi',
        text: 'Đoàn tàu đến ga lúc sáng sớm.\n[[doan-tau-den-ga-luc-sang-som]]\nHành khách xuống tàu.',
        fixed: 'Đoàn tàu đến ga lúc sáng sớm.\n\nHành khách xuống tàu.',
        note: 'the name of a picture file',
      },
    ],
    good: [
      { language: 'vi', text: 'Người dân Hà Nội chờ xe buýt dưới mưa lớn.' },
      {
        language: 'vi',
        text: 'Con trai anh Nam hai tay ôm con mèo.',
        note: 'many words have no accent to lose',
      },
      { language: 'vi', text: 'Manchester City thang Tottenham Hotspur', note: 'names of other languages' },
      { language: 'vi', text: 'https://vidu.vn/nguoi-dan-ha-noi-cho-xe-buyt', note: 'an address' },
      { language: 'vi', text: 'Ban Ki Moon' },
    ],
  },
  scope: 'paragraph',
  *check(paragraph, context) {
    const { text, tokens } = paragraph;
    const counts = bareVietnamese(tokens, wordBookOf(context.lexicon, context.language));
    // With many names a line has too small a share of syllables, but these tell enough.
    const stretch = counts ? undefined : bareStretches(paragraph, context).find(({ isWhole }) => isWhole);
    if ((counts === undefined && stretch === undefined) || ADDRESS.test(text)) return;
    const start = text.length - text.trimStart().length;
    const end = text.trimEnd().length;
    yield {
      start,
      end,
      message: msg(
        'This line is Vietnamese without accents, perhaps a picture description. Delete it, or write the accents.',
      ),
      why: counts
        ? msg(
            '{0} of {1} words are Vietnamese syllables without their accents; {2} carry one.',
            counts.bare,
            counts.words,
            counts.marked,
          )
        : msg(
            'In Vietnamese text such words hardly ever stand without accents: {0} bits.',
            stretch?.bits ?? 0,
          ),
      fixes: [{ title: msg('Delete the line'), edits: [{ start, end, newText: '' }] }],
    };
  },
};
