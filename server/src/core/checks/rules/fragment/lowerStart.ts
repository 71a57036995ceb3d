import { msg } from '../../../message.ts';
import type { ArticleRule } from '../../rule.ts';

/** A line of fewer words is a caption, a credit or an item of a list. */
const FEWEST_WORDS = 6;
/** The first word, perhaps behind an opening mark: small letters only, and no part of an address or a name. */
const START = /^\s*["“‘«(]?(\p{Ll}[\p{Ll}\p{M}]*)(?=[\s,;:])/u;
/** The end of a line that goes on in the next: no full stop, but a comma, a colon, a dash or a word. */
const GOES_ON = /[\p{L}\p{M}\p{Nd},;:–—-]\s*$/u;
/** A line that ends as sentences do. */
const SENTENCE_END = /[.!?…]["”’»)]?\s*$/;

export const lowerStart: ArticleRule = {
  code: 'fragment/lower-start',
  title: 'Line begins in lower case',
  description: 'A paragraph that begins with a small letter, as if its head were lost.',
  group: 'garbled',
  severity: 'hint',
  // Georgian has lower case only in Unicode’s tables.
  notFor: ['ka'],
  examples: {
    bad: [
      {
        language: 'en',
        text: 'The bridge was closed on Monday.\n[[which]] made many people late for their work.',
        fixed: 'The bridge was closed on Monday.\nWhich made many people late for their work.',
      },
      { language: 'id', text: '[[dan]] warga pun pulang ke rumah masing-masing malam itu.' },
    ],
    good: [
      { language: 'en', text: 'iPhone owners were glad to hear it.' },
      {
        language: 'en',
        text: 'To vote, bring:\na card with your name and your picture on it.',
        note: 'a list',
      },
      { language: 'vi', text: 'doan-tau-den-ga-luc-sang-som.jpg' },
      { language: 'en', text: 'said the mayor', note: 'too short to tell' },
    ],
  },
  scope: 'article',
  *check({ paragraphs }, context) {
    let before: string | undefined;
    for (const { paragraph, start } of paragraphs) {
      const { text } = paragraph;
      if (text === '') continue;
      const previous = before;
      before = text;
      const match = START.exec(text.slice(0, 60));
      const word = match?.[1];
      if (
        match === null ||
        word === undefined ||
        (previous !== undefined && GOES_ON.test(previous.slice(-20)))
      )
        continue;
      const words = paragraph.tokens.filter((token) => token.kind === 'word').length;
      if (words < FEWEST_WORDS || !SENTENCE_END.test(text.slice(-20)) || context.accepts(word)) continue;
      const from = start + match[0].length - word.length;
      yield {
        start: from,
        end: from + word.length,
        message: msg(
          'This line begins in lower case. Write “{0}” with a capital, or restore its head.',
          word,
        ),
        why: msg('The line before it ends a sentence.'),
        fixes: [
          {
            title: msg('Begin with a capital'),
            edits: [{ start: from, end: from + 1, newText: word.charAt(0).toUpperCase() }],
          },
        ],
      };
    }
  },
};
