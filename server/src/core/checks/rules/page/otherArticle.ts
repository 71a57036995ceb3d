import { msg } from '../../../message.ts';
import type { Paragraph, PlacedParagraph } from '../../../text/paragraph.ts';
import type { ArticleRule } from '../../rule.ts';

/** The name of an agency in brackets at the head of a lead: `(CLO) …`. */
const LEAD = /^\s*\(\p{Lu}[\p{Lu}\p{Nd}.-]{1,9}\)\s+[\p{Lu}\p{Nd}"“]/u;
const SENTENCE_END = /[.!?…]["”’»)]?\s*$/u;
/** What a headline measures, in words. */
const SHORTEST_TITLE = 4;
const LONGEST_TITLE = 30;
/** So many paragraphs of its own has the article before the teasers of others. */
const FEWEST_OF_OWN = 2;
/** One teaser may be a box of the article itself. */
const FEWEST_TEASERS = 2;
/** Lines between two teasers: a section's name, blank lines, the title once more. */
const FARTHEST = 6;

export const otherArticle: ArticleRule = {
  code: 'page/other-article',
  title: 'Teasers of other articles',
  description: 'Headlines and leads of other articles that the page shows behind this one.',
  group: 'page',
  severity: 'hint',
  examples: {
    bad: [
      {
        language: 'vi',
        text: 'Cầu mới mở cửa\n(ABC) Cây cầu mới đã mở cửa sáng nay.\nNgười dân rất vui.\nTrời hôm đó nắng đẹp.\nLan\n[[Nông dân được mùa lúa sớm\n(ABC) Bà con vui mừng vì mưa thuận gió hòa.\nĐoàn tàu về ga đúng giờ\n(ABC) Hành khách xuống tàu lúc sáng sớm.]]',
        fixed:
          'Cầu mới mở cửa\n(ABC) Cây cầu mới đã mở cửa sáng nay.\nNgười dân rất vui.\nTrời hôm đó nắng đẹp.\nLan\n',
      },
      {
        language: 'en',
        text: 'Bridge opens\nThe new bridge is open.\nPeople are glad.\n[[Farmers bring in early harvest\nFarmers bring in early harvest\nThe rain came at the right time.\nTrain arrives on time again\nTrain arrives on time again\nIt left on time, too.]]',
      },
    ],
    good: [
      {
        language: 'en',
        text: 'Bridge opens\n(ABC) The new bridge is open.\nPeople are glad.\nWhat the mayor said then\nShe was glad, too.',
        note: 'a heading of the article',
      },
      { language: 'vi', text: '(ABC) Cây cầu mới đã mở cửa.' },
    ],
  },
  scope: 'article',
  *check({ paragraphs }) {
    const lines = paragraphs.filter(({ paragraph }) => roleOf(paragraph) !== 'blank');
    const teasers = teaserLines(lines);
    const first = teasers[0];
    const last = teasers[teasers.length - 1];
    if (first === undefined || last === undefined || teasers.length < FEWEST_TEASERS) return;
    const from = lines[first.title];
    const to = lines[last.lead];
    if (from === undefined || to === undefined) return;
    const end = to.start + to.paragraph.text.trimEnd().length;
    const start = from.start + from.paragraph.text.length - from.paragraph.text.trimStart().length;
    yield {
      start,
      end,
      message: msg('From here on the page shows other articles. Delete what does not belong to this one.'),
      why: msg('{0} headlines with the beginning of an article follow one another.', teasers.length),
      fixes: [{ title: msg('Delete these lines'), edits: [{ start, end, newText: '' }] }],
    };
  },
};

interface Teaser {
  /** Places of its headline and of its lead among the lines. */
  readonly title: number;
  readonly lead: number;
}

/** The headlines with a lead behind them that stand close together, nothing but a few short lines between. */
function teaserLines(lines: readonly PlacedParagraph[]): Teaser[] {
  const block: Teaser[] = [];
  let own = 0;
  for (let i = 0; i < lines.length; i++) {
    const role = roleOf(lines[i]?.paragraph);
    const next = lines[i + 1]?.paragraph;
    const isTwice = role === 'title' && next?.text.trim() === lines[i]?.paragraph.text.trim();
    const lead = i + (isTwice ? 2 : 1);
    const leadRole = roleOf(lines[lead]?.paragraph);
    if (
      role === 'title' &&
      own >= FEWEST_OF_OWN &&
      (leadRole === 'lead' || (isTwice && leadRole === 'text'))
    ) {
      const before = block[block.length - 1];
      if (before !== undefined && i - before.lead > FARTHEST) block.length = 0;
      block.push({ title: i, lead });
      i = lead;
    } else if (role === 'text' || role === 'lead') {
      own++;
      block.length = 0;
    }
  }
  return block;
}

/** What a line looks like by itself. */
function roleOf(paragraph: Paragraph | undefined): 'blank' | 'title' | 'lead' | 'text' | 'other' {
  if (paragraph === undefined) return 'blank';
  return paragraph.memo('page/other-article role', () => {
    const { text } = paragraph;
    if (text.trim() === '') return 'blank';
    if (LEAD.test(text.slice(0, 40))) return 'lead';
    if (SENTENCE_END.test(text.slice(-8))) return 'text';
    if (text.length > 300) return 'other';
    let words = 0;
    for (const { kind } of paragraph.tokens) if (kind === 'word') words++;
    return words >= SHORTEST_TITLE && words <= LONGEST_TITLE ? 'title' : 'other';
  });
}
