import { msg } from '../../../message.ts';
import type { ParagraphRule } from '../../rule.ts';
import { bareStretches, isBareLine } from './bareStretches.ts';

export const noDiacriticsPart: ParagraphRule = {
  code: 'vietnamese/no-diacritics-part',
  title: 'Words without accents',
  description:
    'Three Vietnamese words or more in a row that lost their accents, inside a text that has them.',
  group: 'garbled',
  severity: 'warning',
  languages: ['vi'],
  examples: {
    bad: [
      { language: 'vi', text: 'Sáng nay, [[nguoi dan cua]] xa đã đến xem cây cầu mới và rất vui mừng.' },
      {
        language: 'vi',
        text: 'Theo Sở Giao thông, [[cac phuong tien]] được qua cầu từ ngày mai, trừ xe tải.',
      },
    ],
    good: [
      { language: 'vi', text: 'Anh em trong nhà theo cha ra sông, khi trưa sang thì về.' },
      { language: 'vi', text: 'Nhóm nhạc hát bài “the cat sat on that hat” ở hội chợ.', note: 'English' },
      { language: 'vi', text: 'Ông gặp Ban Ki Moon và Lee Hsien Loong ở hội nghị.', note: 'names' },
      { language: 'vi', text: 'Xem tại vidu.vn/nguoi-dan-cua-xa hôm nay.', note: 'an address' },
    ],
  },
  scope: 'paragraph',
  *check(paragraph, context) {
    const stretches = bareStretches(paragraph, context);
    if (stretches.length === 0 || isBareLine(paragraph, context)) return;
    for (const { start, end, words, bits } of stretches) {
      yield {
        start,
        end,
        message: msg('These {0} words lost their accents. Write them.', words),
        why: msg('In Vietnamese text such words hardly ever stand without accents: {0} bits.', bits),
      };
    }
  },
};
