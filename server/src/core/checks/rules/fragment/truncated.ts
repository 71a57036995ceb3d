import { msg } from '../../../message.ts';
import type { Paragraph } from '../../../text/paragraph.ts';
import type { ArticleRule } from '../../rule.ts';
import { openEndsOf } from './openEnds.ts';

/** A shorter line is a heading or a caption. */
const FEWEST_WORDS = 12;
/** So many lines of text with a full stop must the article have, and at least this share of all long ones. */
const FEWEST_ENDED = 2;
const ENDED_AT_LEAST = 2 / 3;
/** The end of a line that is no end of a sentence: a letter, perhaps a comma. */
const OPEN_END = /[\p{L}\p{M}]\s*,?\s*$/u;
/** `Read also: …` and other lines that begin with a label. */
const LABEL = /^\s*\p{L}[\p{L}\p{M} ]{0,24}:/u;
const SENTENCE_END = /[.!?…。।؟۔:;][\s"”’»'*)\]]*$/u;

export const truncated: ArticleRule = {
  code: 'fragment/truncated',
  title: 'Line without an end',
  description: 'A line of the text that breaks off: it has no full stop, and text follows it.',
  group: 'garbled',
  severity: 'hint',
  notFor: ['th', 'lo', 'km', 'my', 'zh', 'ja'],
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
        note: 'a hint',
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
    ],
  },
  scope: 'article',
  *check({ paragraphs }, { language }) {
    const lines = paragraphs.map(({ paragraph }) => endOf(paragraph));
    const ended = lines.filter((line) => line === 'ended').length;
    const open = lines.filter((line) => line === 'open').length;
    if (open === 0 || ended < FEWEST_ENDED || ended < (ended + open) * ENDED_AT_LEAST) return;
    const texts = new Map<string, number>();
    for (const [i, { paragraph }] of paragraphs.entries())
      if (lines[i] === 'open') texts.set(paragraph.text, (texts.get(paragraph.text) ?? 0) + 1);
    const first = lines.indexOf('ended');
    const last = lines.lastIndexOf('ended');
    for (let i = first + 1; i < last; i++) {
      const placed = paragraphs[i];
      if (lines[i] !== 'open' || placed === undefined || !isTextNext(lines, i)) continue;
      // A headline that the page shows twice.
      if ((texts.get(placed.paragraph.text) ?? 0) > 1) continue;
      const words = placed.paragraph.tokens.filter(({ kind }) => kind === 'word');
      const from = words[words.length - 4];
      const word = words[words.length - 1];
      if (from === undefined || word === undefined) continue;
      const certain = openEndsOf(language).has(word.text);
      yield {
        start: placed.start + from.start,
        end: placed.start + word.end,
        severity: certain ? 'warning' : 'hint',
        message: msg('This line breaks off. Restore its end, or delete the line.'),
        why: certain
          ? msg('No sentence ends with “{0}”, and text follows.', word.text)
          : msg('It has {0} words and no full stop, and text follows.', words.length),
      };
    }
  },
};

function hasWords({ text, tokens }: Paragraph): boolean {
  if (text.length < 2 * FEWEST_WORDS) return false;
  let words = 0;
  for (const { kind } of tokens) if (kind === 'word' && ++words === FEWEST_WORDS) return true;
  return false;
}

/** A heading or a caption may stand before a heading; what breaks off has text behind it. */
function isTextNext(lines: readonly string[], i: number): boolean {
  for (let k = i + 1; k < lines.length; k++) if (lines[k] !== 'blank') return lines[k] === 'ended';
  return false;
}

/** What a line is by its end: text with an end, text without one, another line, or a blank one. */
function endOf(paragraph: Paragraph): 'ended' | 'open' | 'other' | 'blank' {
  return paragraph.memo('fragment/truncated end', () => {
    const { text } = paragraph;
    const end = text.slice(-24);
    const isEnded = SENTENCE_END.test(end);
    if (!isEnded && !OPEN_END.test(end)) return end.trim() === '' ? 'blank' : 'other';
    if (LABEL.test(text) || !hasWords(paragraph)) return 'other';
    return isEnded ? 'ended' : 'open';
  });
}
