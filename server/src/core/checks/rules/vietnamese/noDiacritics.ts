import { msg } from '../../../message.ts';
import { hasVietnameseMark, isBareSyllable, parseSyllable } from '../../../text/vietnamese/syllable.ts';
import type { ParagraphRule } from '../../rule.ts';
import { BARE_COMMON } from './bareCommon.ts';

/** Below this a line is more likely a name or a brand than a sentence. */
const FEWEST_WORDS = 4;
/** Of the words: at most this share may carry a Vietnamese mark … */
const MARKED_AT_MOST = 0.1;
/** … at least this share must look like a syllable that lost its marks … */
const BARE_AT_LEAST = 0.75;
/**
 * … and at least this share must be telling: no syllable as it stands (`hop`, `cac`: a final stop wants a tone), or
 * a word that Vietnamese writes with marks nearly always (`cua`, `voi`). In accented news such words are foreign
 * names and rare. The three shares are those of a prototype that was right in 99 of 100 lines.
 */
const TELLING_AT_LEAST = 0.3;
const WORD = /[\p{L}\p{M}]+/gu;
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
  *check(paragraph) {
    const { text } = paragraph;
    const words = text.match(WORD) ?? [];
    if (words.length < FEWEST_WORDS || ADDRESS.test(text)) return;
    let marked = 0;
    let bare = 0;
    let telling = 0;
    for (const word of words) {
      if (isBareSyllable(word)) {
        bare++;
        if (BARE_COMMON.has(word.toLowerCase()) || parseSyllable(word) === undefined) telling++;
      } else if (hasVietnameseMark(word)) {
        // A body paragraph ends here after a handful of words.
        if (++marked > words.length * MARKED_AT_MOST) return;
      }
    }
    if (bare < words.length * BARE_AT_LEAST || telling < words.length * TELLING_AT_LEAST) return;
    const start = text.length - text.trimStart().length;
    const end = text.trimEnd().length;
    yield {
      start,
      end,
      message: msg(
        'This line is Vietnamese without accents, perhaps a picture description. Delete it, or write the accents.',
      ),
      why: msg(
        '{0} of {1} words are Vietnamese syllables without their accents; {2} carry one.',
        bare,
        words.length,
        marked,
      ),
      fixes: [{ title: msg('Delete the line'), edits: [{ start, end, newText: '' }] }],
    };
  },
};
