import { msg } from '../../../message.ts';
import type { Paragraph } from '../../../text/paragraph.ts';
import type { LineRole } from '../../lineRoles/lineRole.ts';
import type { LineShape } from '../../lineRoles/lineShape.ts';
import { pictureLine } from '../../lineRoles/pictureLine.ts';
import type { ArticleRule } from '../../rule.ts';
import { NAME_PARTICLES } from './particles.ts';

/** A line of fewer words is a caption, a credit or an item of a list. */
const FEWEST_WORDS = 4;
/** Without the end of a sentence it needs more to be text. */
const FEWEST_WORDS_WITHOUT_END = 8;
/** The first word, perhaps behind an opening mark: small letters only, and no part of an address. */
const START = /^["“‘«(]?(\p{Ll}[\p{Ll}\p{M}]*)(?=[\s,;:'’"”)-])/u;
/** So many lines of text that begin with a capital show how the article is written … */
const FEWEST_CAPITALS = 2;
/** … where this share of all begin so. */
const CAPITALS_AT_LEAST = 2 / 3;
/** So many lines in a row that begin in lower case are a list. */
const FEWEST_ITEMS = 3;

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
      {
        language: 'vi',
        text: 'Cầu mới mở cửa\nCây cầu mới đã mở cửa sáng nay.\n[[trong]] xã rất vui mừng vì không phải đi đò.\nTrời hôm đó nắng đẹp.',
        note: 'a warning: the other lines begin with a capital',
      },
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
      { language: 'en', text: 'The army came.\nal-Shabaab said that it was in the town.', note: 'a name' },
    ],
  },
  scope: 'article',
  *check(article, context) {
    const { roles, shapes } = article.lines(context);
    let capitals = 0;
    let small = 0;
    for (let i = 0; i < shapes.length; i++) {
      if (roles[i]?.role !== 'body') continue;
      if (shapes[i]?.lower) small++;
      else capitals++;
    }
    if (small === 0) return;
    const isOdd = capitals >= FEWEST_CAPITALS && capitals >= (capitals + small) * CAPITALS_AT_LEAST;
    for (const [i, { paragraph, start }] of article.paragraphs.entries()) {
      const shape = shapes[i];
      if (shape === undefined || !shape.lower || roles[i]?.role !== 'body') continue;
      if (goesOn(shapes[i - 1], roles[i - 1], shape)) continue;
      const head = headOf(paragraph, shape);
      if (head === undefined || context.accepts(head.word) || pictureLine(paragraph, context.language))
        continue;
      const from = start + head.at;
      const certain = isOdd && i > 0 && runOfSmall(shapes, i) < FEWEST_ITEMS;
      yield {
        start: from,
        end: from + head.word.length,
        ...(certain ? { severity: 'warning' as const } : {}),
        message: msg(
          'This line begins in lower case. Write “{0}” with a capital, or restore its head.',
          head.word,
        ),
        why: certain
          ? msg('Lines of text that begin with a capital: {0}, with a small letter: {1}.', capitals, small)
          : msg('The line before it ends a sentence.'),
        fixes: [
          {
            title: msg('Begin with a capital'),
            edits: [{ start: from, end: from + 1, newText: head.word.charAt(0).toUpperCase() }],
          },
        ],
      };
    }
  },
};

/** The sentence began in the line before, or a list follows it. */
function goesOn(before: LineShape | undefined, role: LineRole | undefined, line: LineShape): boolean {
  if (before === undefined) return false;
  if (before.end === 'comma' || before.end === 'colon') return true;
  // A headline has no full stop, and no text of the article goes on with it; but it may be broken over two lines.
  const isText = role?.role === 'body' || role?.role === 'heading';
  return before.end === 'letter' && (isText || line.end !== 'stop');
}

/** How many lines in a row around a place begin in lower case; no more are counted than make a list. */
function runOfSmall(shapes: readonly LineShape[], at: number): number {
  let from = at;
  let to = at;
  while (at - from < FEWEST_ITEMS && shapes[from - 1]?.lower) from--;
  while (to - at < FEWEST_ITEMS && shapes[to + 1]?.lower) to++;
  return to - from + 1;
}

/** The first word of a line of text, where it is no part of a name. */
function headOf(paragraph: Paragraph, shape: LineShape): { word: string; at: number } | undefined {
  if (shape.words < (shape.end === 'letter' ? FEWEST_WORDS_WITHOUT_END : FEWEST_WORDS)) return undefined;
  const { text } = paragraph;
  const match = START.exec(text.slice(0, 60));
  const word = match?.[1];
  if (match === null || word === undefined) return undefined;
  const rest = text.slice(match[0].length, match[0].length + 4);
  if (NAME_PARTICLES.has(word) && /^[\s'’-]*(?:\p{Lu}|\p{Ll}{1,3}\s)/u.test(rest)) return undefined;
  return { word, at: match[0].length - word.length };
}
