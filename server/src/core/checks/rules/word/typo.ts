import { msg } from '../../../message.ts';
import type { ArticleRule } from '../../rule.ts';
import { oddOnce } from './oddWords.ts';

export const typo: ArticleRule = {
  code: 'word/typo',
  title: 'Slip of the pen',
  description: 'An unknown word one letter away from a common one.',
  group: 'garbled',
  severity: 'hint',
  heedsDictionary: true,
  languages: ['id', 'en', 'vi'],
  examples: {
    bad: [
      {
        language: 'id',
        text: 'Warga meminta [[pemreintah]] memperbaiki jembatan itu.',
        fixed: 'Warga meminta pemerintah memperbaiki jembatan itu.',
      },
      {
        language: 'en',
        text: 'The council wants to [[improev]] the old harbour.',
        fixed: 'The council wants to improve the old harbour.',
      },
      {
        language: 'en',
        text: 'The council will [[cornplete]] the harbour [[vvithin]] a year.',
        fixed: 'The council will complete the harbour within a year.',
        note: 'as a scanner reads it: a warning',
      },
      {
        language: 'vi',
        text: 'Anh ấy sống [[trogn]] thành phố.',
        fixed: 'Anh ấy sống trong thành phố.',
      },
    ],
    good: [
      {
        language: 'id',
        text: 'Warga mempertanyakannya, sebab antarnegara aturannya berbeda.',
        note: 'affixes',
      },
      { language: 'en', text: 'The council prioritises its harbours; Mr Improev does not.', note: 'a name' },
      {
        language: 'en',
        text: 'The dreck was cleared. More dreck came with the tide, and dreck it stayed.',
        note: 'a word that is repeated is a word',
      },
      { language: 'de', text: 'Der Rta wllte es nciht.', note: 'no list good enough' },
    ],
  },
  scope: 'article',
  *check(article, context) {
    for (const { odd, start } of oddOnce(article, context)) {
      const [likeliest] = odd.guesses;
      if (likeliest === undefined) continue;
      const range = { start: start + odd.start, end: start + odd.end };
      yield {
        ...range,
        // Two witnesses: a common word is near, and the letters stand in an order that the language does not have, or
        // they are the very ones that scanners confuse.
        ...(odd.mash?.sure || odd.misread !== undefined ? { severity: 'warning' as const } : {}),
        message: msg('“{0}” looks like a slip for “{1}”.', odd.word, likeliest),
        why:
          odd.misread === undefined
            ? msg('No list knows it, it stands once in the article, and “{0}” is one letter away.', likeliest)
            : msg('No list knows it, and scanners read “{0}” so.', odd.misread),
        fixes: odd.guesses.map((guess) => ({
          title: msg('Write “{0}”', guess),
          edits: [{ ...range, newText: guess }],
        })),
      };
    }
  },
};
