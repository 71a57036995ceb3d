import { type Message, msg } from '../../../message.ts';
import type { PlacedParagraph } from '../../../text/paragraph.ts';
import type { Observation } from '../../finding.ts';
import { isOfPage, type LineRole } from '../../lineRoles/lineRole.ts';
import type { ArticleRule } from '../../rule.ts';
import { type ComparedLine, comparedLine } from './lineWords.ts';
import { NearLines } from './nearLines.ts';

/** A shorter line (a byline, a heading, “Yes.”) may well come twice. */
const FEWEST_WORDS = 5;
/** People who are quoted repeat short sentences: those need so many words more, in quotes and without. */
const MORE_WORDS = { quote: 4, stop: 1, none: 0 } as const;
/** Right behind each other even shorter ones are a mistake. */
const FEWEST_WORDS_OF_NEIGHBOURS = 3;
/** Lines that share so many runs of five words are nearly the same. */
const SIMILARITY = 0.9;

export const repeatedLine: ArticleRule = {
  code: 'repeated/line',
  title: 'Repeated line',
  description: 'A line that stands in the article already, such as a headline that the page shows twice.',
  group: 'page',
  severity: 'warning',
  options: [
    {
      name: 'fewestWords',
      description: 'A line of fewer words may stand in an article twice.',
      type: 'number',
      default: FEWEST_WORDS,
      least: 2,
      most: 100,
      whole: true,
    },
    {
      name: 'similarity',
      description:
        'Lines that have this share of their runs of five words in common are nearly the same; 1: only equal ones count.',
      type: 'number',
      default: SIMILARITY,
      least: 0.5,
      most: 1,
    },
  ],
  examples: {
    bad: [
      {
        language: 'id',
        text: 'Gubernur Resmikan Jembatan Baru di Pinggir Kota\n[[Gubernur resmikan jembatan baru di pinggir kota]]\nWarga sudah lama menunggu.',
        fixed: 'Gubernur Resmikan Jembatan Baru di Pinggir Kota\n\nWarga sudah lama menunggu.',
      },
      {
        language: 'vi',
        text: 'Nông dân được mùa lúa sớm nhờ mưa thuận\nGiá lúa tăng.\n[[Nông dân được mùa lúa sớm nhờ mưa thuận]]',
        fixed: 'Nông dân được mùa lúa sớm nhờ mưa thuận\nGiá lúa tăng.\n',
      },
      {
        language: 'en',
        text: 'Mayor opens bridge\nIt rained all day.\n[[It rained all day.]]\nThe mayor came late.',
        fixed: 'Mayor opens bridge\nIt rained all day.\n\nThe mayor came late.',
        note: 'short, but right behind each other',
      },
      {
        language: 'en',
        text: 'The mayor came at nine in the morning to open the bridge, and many people came with her.\nIt rained.\n[[Today the mayor came at nine in the morning to open the bridge, and many people came with her.]]',
        note: 'a hint: nearly the same',
      },
      {
        language: 'id',
        text: 'Wali Kota Resmikan Jembatan\nWarga senang.\n[[Wali Kota Resmikan Jembatan (Foto: Dok. Pemkot)]]\nHujan turun.',
        note: 'a hint: the headline as a caption',
      },
    ],
    good: [
      { language: 'en', text: 'World news\nA storm hit the coast.\nWorld news', note: 'a short heading' },
      { language: 'en', text: 'The bridge opened at last on Monday.\nThe bridge opened at last on Tuesday.' },
    ],
  },
  scope: 'article',
  *check(article, context, options) {
    const { paragraphs } = article;
    const { roles } = article.lines(context);
    const fewest = options.number('fewestWords');
    const similarity = options.number('similarity');
    // Two steps: few lines share a hash, and only for those is it worth while to compare all words.
    const lines = article.each('repeated/line', comparedLine);
    const first = new Map<number, number>();
    const keys = new Map<string, number>();
    const near = similarity < 1 ? new NearLines(lines, similarity) : undefined;
    const headline = headlineOf(lines, roles);
    for (let index = 0; index < lines.length; index++) {
      const placed = paragraphs[index];
      const line = lines[index];
      const role = roles[index];
      if (placed === undefined || line === undefined || role === undefined) continue;
      const { words } = line;
      // What belongs to the page has findings of its own.
      if (words.count === 0 || isOfPage(role)) continue;
      const place = first.get(words.hash);
      const alike = place === undefined ? undefined : lines[place];
      if (place === undefined || alike === undefined) first.set(words.hash, index);
      else {
        if (!keys.has(alike.key)) keys.set(alike.key, place);
        const earlier = keys.get(line.key);
        if (earlier !== undefined) {
          const isNeighbour = earlier === index - 1 && words.count >= FEWEST_WORDS_OF_NEIGHBOURS;
          const isLong = words.count >= fewest + MORE_WORDS[words.end] || words.unspaced;
          if (isLong || isNeighbour || role.role === 'headline')
            yield observation(placed, msg('It has the same words as paragraph {0}.', earlier + 1));
          continue;
        }
        keys.set(line.key, index);
      }
      if (role.role === 'caption' && headline !== undefined && line !== headline) {
        if (line.key.startsWith(`${headline.key} `)) {
          yield {
            ...observation(placed, msg('It begins with the words of the headline.')),
            severity: 'hint',
          };
          continue;
        }
      }
      const other = near?.find(index);
      if (other !== undefined)
        yield {
          ...observation(
            placed,
            msg(
              '{0} % of its runs of five words stand in paragraph {1} too.',
              Math.floor(100 * other.similarity),
              other.index + 1,
            ),
          ),
          message: msg('Nearly the same line stands in the article already. Delete the worse of the two.'),
          severity: 'hint',
        };
    }
  },
};

function observation({ paragraph, start }: PlacedParagraph, why: Message): Observation {
  const range = { start, end: start + paragraph.text.length };
  return {
    ...range,
    message: msg('This line stands in the article already. Delete it if the page only showed it twice.'),
    why,
    fixes: [{ title: msg('Delete the line'), edits: [{ ...range, newText: '' }] }],
  };
}

/** The title, where it has enough words to be told from a name. */
function headlineOf(lines: readonly ComparedLine[], roles: readonly LineRole[]): ComparedLine | undefined {
  let first = 0;
  while (first < roles.length && roles[first]?.role !== 'headline') first++;
  const headline = lines[first];
  return headline && headline.words.count >= FEWEST_WORDS_OF_NEIGHBOURS ? headline : undefined;
}
