import { msg } from '../../../message.ts';
import type { Observation } from '../../finding.ts';
import { isOfPage } from '../../lineRoles/lineRole.ts';
import { LEAST_ARTICLES, recurs } from '../../lineRoles/recurring.ts';
import type { RuleOptions } from '../../options.ts';
import { pagePhraseOf } from '../../pagePhrases/pagePhrase.ts';
import type { ArticleRule } from '../../rule.ts';

/** A longer line is text, whatever a phrase of the project it begins with. */
const LONGEST_LINE = 300;
/** Where nothing but repetition speaks, a line of one or two words may be a heading that many articles have. */
const FEWEST_WORDS = 3;

export const boilerplate: ArticleRule = {
  code: 'page/boilerplate',
  title: 'Left over from the web page',
  description:
    'A line that belongs to the page, not to the article: “read also”, comments, sharing, advertisement.',
  group: 'page',
  severity: 'warning',
  options: [
    {
      name: 'phrases',
      description: 'How lines begin that the pages of this project print around their articles.',
      type: 'words',
      default: [],
    },
    {
      name: 'leastArticles',
      description:
        'In so many articles of the corpus, and in one of a thousand, a line stands before it is taken for one of the page.',
      type: 'number',
      default: LEAST_ARTICLES,
      least: LEAST_ARTICLES,
      most: 1_000_000,
      whole: true,
    },
  ],
  examples: {
    bad: [
      {
        language: 'id',
        text: 'Jembatan itu dibuka hari ini.\n[[Baca Juga : Warga Sambut Jembatan Baru]]\n[[SCROLL TO CONTINUE WITH CONTENT]]\nWarga senang.',
        fixed: 'Jembatan itu dibuka hari ini.\n\n\nWarga senang.',
      },
      { language: 'id', text: '[[Klik di sini untuk mengunduh aplikasi kami]]', fixed: '' },
      {
        language: 'id',
        text: 'Warga senang, kata lurah. [[Baca juga: Jembatan Lama Ditutup]]',
        fixed: 'Warga senang, kata lurah.',
        note: 'at the end of a paragraph',
      },
      { language: 'vi', text: '[[Bình luận (3)]]\n[[Tin khác]]', fixed: '\n' },
      { language: 'en', text: 'The bridge is open.\n[[Leave a Comment]]', fixed: 'The bridge is open.\n' },
      {
        language: 'en',
        text: 'The bridge is open.\nIt is made of steel.\n[[Comments\nPeter\n2 hours ago\nAt last!\nReply]]',
        fixed: 'The bridge is open.\nIt is made of steel.\n',
        note: 'what readers wrote',
      },
    ],
    good: [
      { language: 'id', text: 'Ia membaca juga surat yang dikirim warga.' },
      { language: 'en', text: 'She left a comment on the plan, and many share this view.' },
      { language: 'vi', text: 'Nhiều ý kiến bình luận rằng cây cầu mở quá muộn.' },
      {
        language: 'en',
        text: 'Click here to see how long a line may be before it is taken for the text of an article, which no prompt of any page is, since people read a prompt at a glance and go.',
        note: 'too long for a prompt',
      },
    ],
  },
  scope: 'article',
  *check(article, context, options) {
    const { roles, shapes } = article.lines(context);
    const own = ownPhrases(options);
    const least = options.number('leastArticles');
    const { paragraphs } = article;
    for (let i = 0; i < paragraphs.length; i++) {
      const placed = paragraphs[i];
      const role = roles[i];
      const shape = shapes[i];
      if (placed === undefined || role === undefined || shape === undefined) continue;
      const { paragraph, start } = placed;
      const whole = { start, end: start + paragraph.text.length };
      if (role.role === 'comments') {
        let to = i;
        while (roles[to + 1]?.role === 'comments' && roles[to + 1]?.evidence === 'neighbours') to++;
        const last = paragraphs[to];
        if (to > i && last !== undefined) {
          yield comments(start, last.start + last.paragraph.text.length, to - i);
          i = to;
        } else if (role.evidence === 'phrase') yield printed(whole, start, role.detail);
        continue;
      }
      if (role.role === 'boilerplate' && role.evidence === 'phrase') {
        yield printed(whole, start, role.detail);
        continue;
      }
      if (isOfPage(role) && role.evidence !== 'corpus') continue;
      const phrase =
        own.length > 0 && whole.end - start <= LONGEST_LINE ? startOf(paragraph.text, own) : undefined;
      if (phrase !== undefined) yield printed(whole, start, phrase);
      else if (role.evidence === 'corpus') {
        if (recurs(shape, context.corpus, least))
          yield repeated(whole, shape.articles, shape.words < FEWEST_WORDS);
      } else {
        const tail = pagePhraseOf(paragraph, context.language);
        if (tail?.kind !== 'tail') continue;
        const deleteFrom = start + paragraph.text.slice(0, tail.start).trimEnd().length;
        yield printed({ start: start + tail.start, end: whole.end }, deleteFrom, tail.phrase);
      }
    }
  },
};

function ownPhrases(options: RuleOptions): string[] {
  return options
    .words('phrases')
    .map((phrase) => phrase.trim().toLowerCase())
    .filter((phrase) => phrase !== '');
}

function startOf(text: string, phrases: readonly string[]): string | undefined {
  const line = text.toLowerCase();
  return phrases.find((phrase) => line.startsWith(phrase));
}

function printed(
  { start, end }: { start: number; end: number },
  deleteFrom: number,
  phrase: string,
): Observation {
  return {
    start,
    end,
    message: msg('This belongs to the web page, not to the article. Delete it.'),
    why: msg('Pages print “{0}” around their articles.', phrase),
    fixes: [{ title: msg('Delete it'), edits: [{ start: deleteFrom, end, newText: '' }] }],
  };
}

function repeated(range: { start: number; end: number }, articles: number, weak: boolean): Observation {
  return {
    ...range,
    ...(weak ? { severity: 'hint' as const } : {}),
    message: msg('This line seems to belong to the web page, not to the article. Delete it if so.'),
    why: msg('{0} articles of the corpus have the same line.', articles),
    fixes: [{ title: msg('Delete the line'), edits: [{ ...range, newText: '' }] }],
  };
}

function comments(start: number, end: number, lines: number): Observation {
  return {
    start,
    end,
    message: msg('From here on readers comment on the article. Delete what does not belong to it.'),
    why: msg(
      'A heading for comments, and {0} lines with their marks: buttons, how long ago they were written.',
      lines,
    ),
    fixes: [{ title: msg('Delete these lines'), edits: [{ start, end, newText: '' }] }],
  };
}
