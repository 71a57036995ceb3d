import { msg } from '../../../message.ts';
import type { Paragraph } from '../../../text/paragraph.ts';
import type { Token } from '../../../text/tokens.ts';
import { lineEnd } from '../../lineRoles/lineEnd.ts';
import type { ArticleRule } from '../../rule.ts';

/** Shorter titles are names, with which any sentence may begin. */
const FEWEST_WORDS = 4;
/** A longer first line is text. */
const LONGEST_TITLE = 240;
/** So many paragraphs from the top are read. */
const REACH = 8;

const SENTENCE = /^["“‘«(]?[\p{Lu}\p{Nd}]/u;
const SENTENCE_IN_ANY_SCRIPT = /^["“‘«(]?[\p{Lu}\p{Lo}\p{Nd}]/u;

export const headline: ArticleRule = {
  code: 'fused/headline',
  title: 'Headline runs into the text',
  description: 'A paragraph that begins with the whole headline and goes on without a break.',
  group: 'page',
  severity: 'error',
  examples: {
    bad: [
      {
        language: 'id',
        text: 'Wali Kota Buka Jembatan Baru\n[[Wali Kota Buka Jembatan Baru]] Warga sudah lama menunggu hari itu.',
        fixed: 'Wali Kota Buka Jembatan Baru\nWarga sudah lama menunggu hari itu.',
      },
      {
        language: 'vi',
        text: 'Nông dân được mùa lúa sớm\n[[Nông dân được mùa lúa sớm]] Bà con ở xã vui mừng.',
        fixed: 'Nông dân được mùa lúa sớm\nBà con ở xã vui mừng.',
      },
      {
        language: 'en',
        text: 'Mayor opens new river bridge\n\n[[Mayor opens new river bridge]]People had waited long.',
        fixed: 'Mayor opens new river bridge\n\nPeople had waited long.',
      },
      {
        language: 'en',
        text: 'The mayor opens the new bridge.\n[[The mayor opens the new bridge.]] People had waited long.',
        fixed: 'The mayor opens the new bridge.\nPeople had waited long.',
        note: 'a headline with a full stop',
      },
    ],
    good: [
      {
        language: 'en',
        text: 'Mayor opens new river bridge\nPeople are glad.\nMayor opens new river bridge (Photo: Anna Berg)',
        note: 'a caption',
      },
      {
        language: 'en',
        text: 'The mayor opens the bridge\nThe mayor opens the bridge on Monday, the city said.',
        note: 'the sentence goes on',
      },
      { language: 'en', text: 'Wolverhampton Wanderers\nWolverhampton Wanderers Football won again.' },
      {
        language: 'id',
        text: 'Wali Kota Buka Jembatan Baru\nWali Kota Buka Jembatan Baru',
        note: 'repeated/line',
      },
    ],
  },
  scope: 'article',
  *check(article, context) {
    const { paragraphs } = article;
    const { roles } = article.lines(context);
    const first = roles.findIndex(({ role }) => role === 'headline' || role === 'body');
    const title = first < 0 ? undefined : titleOf(paragraphs[first]?.paragraph);
    if (title === undefined) return;
    const last = Math.min(paragraphs.length, first + REACH);
    for (let i = first + 1; i < last; i++) {
      const placed = paragraphs[i];
      // The title with a credit behind it is a caption, not a mistake.
      if (placed === undefined || roles[i]?.role === 'caption') continue;
      const { paragraph, start } = placed;
      const { text, tokens } = paragraph;
      const end = endOfText(text, title.text) ?? endOfTitle(tokens, title);
      const from = tokens[0];
      if (end === undefined || from === undefined) continue;
      const next = end + text.slice(end).length - text.slice(end).trimStart().length;
      // In small letters the sentence goes on; a mark that is glued to the title belongs to it. Where the script has
      // no capitals, only the end of a sentence shows that the title ends.
      const begins = title.ends ? SENTENCE_IN_ANY_SCRIPT : SENTENCE;
      if (!begins.test(text.slice(next, next + 2))) continue;
      const range = { start: start + from.start, end: start + end };
      yield {
        ...range,
        message: msg('The headline runs into this paragraph. Delete it, or break the line behind it.'),
        why: msg('The first {0} words are those of the first line.', title.words),
        fixes: [
          {
            title: msg('Delete the headline'),
            edits: [{ start: range.start, end: start + next, newText: '' }],
          },
          {
            title: msg('Break the line'),
            edits: [{ start: range.end, end: start + next, newText: '\n' }],
          },
        ],
      };
    }
  },
};

interface Title {
  /** In lower case. */
  readonly text: string;
  /** Words and marks, in lower case. */
  readonly tokens: readonly string[];
  readonly words: number;
  /** The title ends as a sentence does. */
  readonly ends: boolean;
}

/** The words and marks of the first line, where it may be a headline. */
function titleOf(paragraph: Paragraph | undefined): Title | undefined {
  return paragraph?.memo('fused/headline title', () => {
    if (paragraph.text.length > LONGEST_TITLE) return undefined;
    const words = paragraph.tokens.filter(({ kind }) => kind !== 'mark').length;
    if (words < FEWEST_WORDS) return undefined;
    return {
      text: paragraph.text.toLowerCase(),
      tokens: paragraph.tokens.map((token) => token.text.toLowerCase()),
      words,
      ends: lineEnd(paragraph.text) === 'stop',
    };
  });
}

/** The offset behind a title that stands there letter by letter, and closes with a mark: nothing can belong to it. */
function endOfText(text: string, title: string): number | undefined {
  if (text.length <= title.length || /[\p{L}\p{M}\p{Nd}]$/u.test(title)) return undefined;
  return text.slice(0, title.length).toLowerCase() === title ? title.length : undefined;
}

/** The offset behind the title with which the tokens begin; undefined where they begin otherwise or end with it. */
function endOfTitle(tokens: readonly Token[], { tokens: title }: Title): number | undefined {
  for (let i = 0; i < title.length - 1; i++) if (tokens[i]?.text.toLowerCase() !== title[i]) return undefined;
  const last = tokens[title.length - 1];
  const word = title[title.length - 1];
  if (last === undefined || word === undefined) return undefined;
  // The blank may be lost: bridgePeople.
  const isGlued = /^\p{Lu}/u.test(last.text.slice(word.length));
  if (last.text.slice(0, word.length).toLowerCase() !== word || (last.text.length > word.length && !isGlued))
    return undefined;
  return isGlued || tokens.length > title.length ? last.start + word.length : undefined;
}
