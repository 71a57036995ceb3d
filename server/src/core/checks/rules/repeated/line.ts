import { type Message, msg } from '../../../message.ts';
import type { Paragraph, PlacedParagraph } from '../../../text/paragraph.ts';
import type { ArticleView } from '../../articleView.ts';
import type { Observation } from '../../finding.ts';
import { isOfPage, type LineRole } from '../../lineRoles/lineRole.ts';
import type { ArticleRule } from '../../rule.ts';
import { NearLines, shinglesOf } from './nearLines.ts';

/** A shorter line (a byline, a heading, “Yes.”) may well come twice. */
const FEWEST_WORDS = 5;
/** People who are quoted repeat short sentences: those need so many words more, in quotes and without. */
const MORE_IN_QUOTES = 4;
const MORE_OF_SENTENCE = 1;
/** Right behind each other even shorter ones are a mistake. */
const FEWEST_WORDS_OF_NEIGHBOURS = 3;
/** In scripts without blanks between words. */
const FEWEST_LETTERS = 16;
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
    // Two steps: few lines share a signature, and only for those is it worth while to compare all words.
    const signatures = new Map<string, number>();
    for (const { paragraph } of paragraphs) {
      const { name } = signatureOf(paragraph);
      if (name !== '') signatures.set(name, (signatures.get(name) ?? 0) + 1);
    }
    const seen = new Map<string, PlacedParagraph>();
    const near = new NearLines<PlacedParagraph>(similarity);
    const headline = headlineOf(article, roles);
    for (const placed of paragraphs) {
      const { paragraph, index } = placed;
      const role = roles[index];
      const { name, words, more, unspaced } = signatureOf(paragraph);
      // What belongs to the page has findings of its own.
      if (name === '' || role === undefined || isOfPage(role)) continue;
      if ((signatures.get(name) ?? 0) > 1) {
        const key = lineKey(paragraph);
        const first = seen.get(key);
        if (first !== undefined) {
          const isNeighbour = first.index === index - 1 && words >= FEWEST_WORDS_OF_NEIGHBOURS;
          const isHeadline = role.role === 'headline';
          if (words >= fewest + more || unspaced || isNeighbour || isHeadline)
            yield observation(placed, msg('It has the same words as paragraph {0}.', first.index + 1));
          continue;
        }
        seen.set(key, placed);
      }
      if (role.role === 'caption' && headline !== undefined && index !== headline.index) {
        if (lineKey(paragraph).startsWith(`${lineKey(headline.paragraph)} `)) {
          yield {
            ...observation(placed, msg('It begins with the words of the headline.')),
            severity: 'hint',
          };
          continue;
        }
      }
      if (similarity >= 1) continue;
      const shingles = shinglesOf(paragraph);
      const other = shingles && near.find(shingles, placed);
      if (other !== undefined)
        yield {
          ...observation(
            placed,
            msg(
              '{0} % of its runs of five words stand in paragraph {1} too.',
              Math.floor(100 * other.similarity),
              other.line.index + 1,
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
function headlineOf({ paragraphs }: ArticleView, roles: readonly LineRole[]): PlacedParagraph | undefined {
  const headline = paragraphs[roles.findIndex(({ role }) => role === 'headline')];
  return headline && signatureOf(headline.paragraph).words >= FEWEST_WORDS_OF_NEIGHBOURS
    ? headline
    : undefined;
}

interface Signature {
  /** The number of words, the first and the last; empty for a line without words. */
  readonly name: string;
  readonly words: number;
  /** How many words more than the fewest the line needs. */
  readonly more: number;
  /** True for a line of a script without blanks that is long enough. */
  readonly unspaced: boolean;
}

function signatureOf(paragraph: Paragraph): Signature {
  return paragraph.memo('repeated/line signature', () => {
    const { text } = paragraph;
    const words = paragraph.tokens.filter((token) => token.kind !== 'mark');
    const first = words[0];
    const last = words[words.length - 1];
    if (first === undefined || last === undefined) return NO_SIGNATURE;
    return {
      name: `${words.length} ${first.text} ${last.text}`.toLowerCase(),
      words: words.length,
      more: /["”’»]$/.test(text) ? MORE_IN_QUOTES : /[.!?…]$/.test(text) ? MORE_OF_SENTENCE : 0,
      unspaced: last.end - first.start >= FEWEST_LETTERS * words.length,
    };
  });
}

const NO_SIGNATURE: Signature = { name: '', words: 0, more: 0, unspaced: false };

/** The words of a paragraph without case and marks. */
function lineKey(paragraph: Paragraph): string {
  return paragraph.memo('repeated/line key', () => {
    const words = paragraph.tokens.filter((token) => token.kind !== 'mark');
    return words.map((word) => word.text.toLowerCase()).join(' ');
  });
}
