import { msg } from '../../../message.ts';
import type { LineRole } from '../../lineRoles/lineRole.ts';
import type { LineShape } from '../../lineRoles/lineShape.ts';
import type { ArticleRule } from '../../rule.ts';
import { brokenEnd } from './brokenEnd.ts';

/** A shorter line is a heading or a caption, unless its last word says otherwise. */
const FEWEST_WORDS = 12;
/** “What we live for” is a heading too. */
const FEWEST_WORDS_WHERE_BROKEN = 5;
/** “Yes.” and “Why?” do not show how an article is written. */
const FEWEST_WORDS_OF_TEXT = 4;
/** So many lines of text with a full stop must the article have, and at least this share of all long ones. */
const FEWEST_ENDED = 2;
const ENDED_AT_LEAST = 2 / 3;
/** `Read also: …` and other lines that begin with a label. */
const LABEL = /^\s*\p{L}[\p{L}\p{M} ]{0,24}:/u;
/** The last words that are marked. */
const MARKED_WORDS = 4;

export const truncated: ArticleRule = {
  code: 'fragment/truncated',
  title: 'Line without an end',
  description: 'A line of the text that breaks off: it has no full stop, and text follows it.',
  group: 'garbled',
  severity: 'hint',
  notFor: ['th', 'lo', 'km', 'my', 'zh', 'ja'],
  options: [
    {
      name: 'fewestWords',
      description:
        'A line without a full stop that has fewer words is a heading or a caption, not a broken line.',
      type: 'number',
      default: FEWEST_WORDS,
      least: 4,
      most: 40,
      whole: true,
    },
  ],
  examples: {
    bad: [
      {
        language: 'en',
        text: 'Mayor opens bridge\nThe mayor came at nine in the morning, and many people came with her.\nThe old bridge was closed in the spring because the [[water had damaged the]]\nThe new one is made of steel and is as long as the old one was.',
        note: 'a warning: “the” ends no sentence',
      },
      {
        language: 'id',
        text: 'Jembatan dibuka\nWali kota datang pada pukul sembilan pagi bersama banyak warga kota itu.\nJembatan lama ditutup pada musim semi lalu setelah air [[sungai merusak dua tiang]]\nJembatan baru terbuat dari baja dan sama panjangnya dengan jembatan yang lama.',
        note: 'a hint: it may be a long heading',
      },
      {
        language: 'vi',
        text: 'Cầu mới mở cửa\nCây cầu mới đã mở cửa sáng nay.\nNgười dân trong xã rất vui mừng.\nÔng chủ tịch nói cây cầu cũ sẽ bị dỡ [[bỏ trong tuần nghuy]]\nTrời hôm đó nắng đẹp.',
        note: 'a warning: the last word is no syllable',
      },
      {
        language: 'en',
        text: 'Mayor opens bridge\nThe mayor came at nine.\nMany people came with her.\nThe new bridge (which is made [[of steel and glass]]\nThe old one was closed.',
        note: 'a warning: the bracket stays open',
      },
    ],
    good: [
      {
        language: 'en',
        text: 'The mayor opens the new bridge that the city has waited for all these years\nThe mayor came at nine in the morning, and many people came with her.\nThe new one is made of steel and is as long as the old one was.',
        note: 'a headline',
      },
      {
        language: 'en',
        text: 'One line of a song that never ends and has no full stop at all\nOne more line of a song that never ends and has no full stop',
        note: 'no line ends with a full stop',
      },
      {
        language: 'en',
        text: 'Mayor opens bridge\nThe mayor came at nine.\nWhat they waited with\nMany people came with her.\nThe old one was closed.',
        note: 'a heading',
      },
    ],
  },
  scope: 'article',
  *check(article, context, options) {
    const { roles, shapes } = article.lines(context);
    const fewest = options.number('fewestWords');
    const least = Math.min(fewest, FEWEST_WORDS_WHERE_BROKEN);
    let ended = 0;
    let open = 0;
    for (let i = 0; i < shapes.length; i++) {
      const shape = shapes[i];
      if (shape === undefined || !isOfText(roles[i])) continue;
      if (!isEnded(shape)) open += shape.words >= FEWEST_WORDS ? 1 : 0;
      else if (shape.words >= FEWEST_WORDS_OF_TEXT) ended++;
    }
    if (ended < FEWEST_ENDED || ended < (ended + open) * ENDED_AT_LEAST) return;
    const firstEnded = shapes.findIndex((shape, i) => isOfText(roles[i]) && isEnded(shape));
    for (let i = 1; i < shapes.length; i++) {
      const shape = shapes[i];
      const placed = article.paragraphs[i];
      if (shape === undefined || placed === undefined || !isOfText(roles[i])) continue;
      if (isEnded(shape) || shape.end === 'closed' || shape.words < least) continue;
      const { paragraph, start } = placed;
      if (LABEL.test(paragraph.text)) continue;
      // The sentence goes on in the next line: nothing of it is lost.
      const broken = shapes[i + 1]?.lower === true ? undefined : brokenEnd(paragraph, context);
      const hinted =
        i > firstEnded && shape.words >= fewest && shape.end === 'letter' && isTextNext(roles, shapes, i);
      if (broken === undefined && !hinted) continue;
      const words = paragraph.tokens.filter(({ kind }) => kind === 'word');
      const from = words.at(-MARKED_WORDS) ?? words[0];
      const to = words.at(-1);
      if (from === undefined || to === undefined) continue;
      yield {
        start: start + from.start,
        end: start + to.end,
        severity: broken === undefined ? 'hint' : 'warning',
        message: msg('This line breaks off. Restore its end, or delete the line.'),
        why: broken ?? msg('It has {0} words and no full stop, and text follows.', words.length),
      };
    }
  },
};

/** Text, or what may be taken for a heading because its end is lost. */
function isOfText(role: LineRole | undefined): boolean {
  return role?.role === 'body' || role?.role === 'heading';
}

function isEnded({ end }: LineShape): boolean {
  return end === 'stop' || end === 'colon';
}

/** A heading or a caption may stand before a heading; what breaks off has text behind it. */
function isTextNext(roles: readonly LineRole[], shapes: readonly LineShape[], i: number): boolean {
  const next = shapes[i + 1];
  return next !== undefined && isOfText(roles[i + 1]) && isEnded(next) && next.words >= FEWEST_WORDS;
}
