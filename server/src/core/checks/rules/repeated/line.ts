import { msg } from '../../../message.ts';
import type { Paragraph, PlacedParagraph } from '../../../text/paragraph.ts';
import type { ArticleRule } from '../../rule.ts';

/** A shorter line (a byline, a heading, “Yes.”) may well come twice. */
const FEWEST_WORDS = 5;
/** Short sentences are repeated by the people who are quoted; headlines have no full stop. */
const FEWEST_WORDS_OF_SENTENCE = 9;
/** In scripts without blanks between words. */
const FEWEST_LETTERS = 16;

export const repeatedLine: ArticleRule = {
  code: 'repeated/line',
  title: 'Repeated line',
  description: 'A line that stands in the article already, such as a headline that the page shows twice.',
  group: 'page',
  severity: 'warning',
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
    ],
    good: [
      { language: 'en', text: 'World news\nA storm hit the coast.\nWorld news', note: 'a short heading' },
      { language: 'en', text: 'The bridge opened at last on Monday.\nThe bridge opened at last on Tuesday.' },
    ],
  },
  scope: 'article',
  *check({ paragraphs }) {
    // Two steps: few lines share a signature, and only for those is it worth while to compare all words.
    const signatures = new Map<string, number>();
    const long: { readonly signature: string; readonly place: PlacedParagraph }[] = [];
    for (const place of paragraphs) {
      const signature = signatureOf(place.paragraph);
      if (signature === '') continue;
      long.push({ signature, place });
      signatures.set(signature, (signatures.get(signature) ?? 0) + 1);
    }
    const seen = new Map<string, number>();
    for (const { signature, place } of long) {
      if (signatures.get(signature) === 1) continue;
      const { paragraph, start, index } = place;
      const key = lineKey(paragraph);
      const first = seen.get(key);
      if (first === undefined) {
        seen.set(key, index);
        continue;
      }
      const range = { start, end: start + paragraph.text.length };
      yield {
        ...range,
        message: msg('This line stands in the article already. Delete it if the page only showed it twice.'),
        why: msg('It has the same words as paragraph {0}.', first + 1),
        fixes: [{ title: msg('Delete the line'), edits: [{ ...range, newText: '' }] }],
      };
    }
  },
};

/** The number of words, the first and the last; empty where the line is too short to tell. */
function signatureOf(paragraph: Paragraph): string {
  return paragraph.memo('repeated/line signature', () => {
    const { text } = paragraph;
    const words = paragraph.tokens.filter((token) => token.kind !== 'mark');
    const first = words[0];
    const last = words[words.length - 1];
    if (first === undefined || last === undefined) return '';
    const isUnspaced = last.end - first.start >= FEWEST_LETTERS * words.length;
    const fewest = /[.!?…]["”’»]?$/.test(text) ? FEWEST_WORDS_OF_SENTENCE : FEWEST_WORDS;
    if (words.length < fewest && !isUnspaced) return '';
    return `${words.length} ${first.text} ${last.text}`.toLowerCase();
  });
}

/** The words of a paragraph without case and marks. */
function lineKey(paragraph: Paragraph): string {
  return paragraph.memo('repeated/line key', () => {
    const words = paragraph.tokens.filter((token) => token.kind !== 'mark');
    return words.map((word) => word.text.toLowerCase()).join(' ');
  });
}
