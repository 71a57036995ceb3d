import { msg } from '../../../message.ts';
import type { ArticleRule } from '../../rule.ts';
import { oddOnce } from './oddWords.ts';

export const mash: ArticleRule = {
  code: 'word/mash',
  title: 'Letters in disorder',
  description: 'An unknown word whose letters look hit at random, or shuffled.',
  group: 'garbled',
  severity: 'hint',
  heedsDictionary: true,
  languages: ['id', 'en', 'vi'],
  examples: {
    bad: [
      { language: 'id', text: 'Petugas menutup [[tbamnjea]] di sungai itu.' },
      { language: 'id', text: 'Kapal itu [[sdfkjhwq]] sejak kemarin.' },
      { language: 'en', text: 'The boat left the [[tnmveogrn]] pier at noon.' },
      { language: 'en', text: 'He wrote [[asdfgh]] and went home.' },
      { language: 'vi', text: 'Con thuyền [[gnotr]] cảng rời bến lúc trưa.' },
    ],
    good: [
      {
        language: 'id',
        text: 'Ia minum wedang secang di angkringan bersama rombongan jathilan.',
        note: 'regional words',
      },
      {
        language: 'en',
        text: 'The xylophone has no rhythm; hmm, pst, said Mr Sdfkjhwq.',
        note: 'words, sounds and a name',
      },
      { language: 'id', text: 'Protokol xmlrpc lama; xmlrpc tetap dipakai.', note: 'it is repeated' },
      { language: 'vi', text: 'Anh xem video trên website lúc rảnh.', note: 'English words' },
    ],
  },
  scope: 'article',
  *check(article, context) {
    for (const { odd, start } of oddOnce(article, context)) {
      // A slip in a word that can still be read is another rule's.
      if (odd.mash === undefined || odd.guesses.length > 0) continue;
      yield {
        start: start + odd.start,
        end: start + odd.end,
        severity: odd.mash.sure ? 'warning' : 'hint',
        message: msg(
          '“{0}” looks like letters in disorder: put the word right, or tag the sentence as garbled.',
          odd.word,
        ),
        why: odd.mash.why,
      };
    }
  },
};
