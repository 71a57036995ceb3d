import { SeededRandom } from '../../server/src/core/statistics/seededRandom.ts';

/** A made-up article: paragraphs of words, the first of which is its headline. */
export interface MadeArticle {
  readonly text: string;
  /** The place of the article that it was made from; absent: it is an original. */
  readonly of?: number;
  /** How it was made from that one. */
  readonly kind?: string;
}

const LETTERS = 'aaaaeeiiooubcdfghjklmnprstwy';

/** Words as frequent as words are (Zipf), of no language. */
export class Words {
  private readonly random: SeededRandom;
  private readonly all: readonly string[];

  constructor(random: SeededRandom, count = 30_000) {
    this.random = random;
    this.all = Array.from({ length: count }, () =>
      Array.from({ length: 2 + random.below(8) }, () => LETTERS.charAt(random.below(LETTERS.length))).join(
        '',
      ),
    );
  }

  word(): string {
    return this.all[Math.floor(this.all.length ** this.random.next()) - 1] ?? 'a';
  }

  article(words: number): string[] {
    const paragraphs = [Array.from({ length: 8 }, () => this.word()).join(' ')];
    for (let left = words - 8; left > 0; ) {
      const length = Math.min(left, 30 + this.random.below(60));
      paragraphs.push(Array.from({ length }, () => this.word()).join(' '));
      left -= length;
    }
    return paragraphs;
  }
}

export type Edit = (paragraphs: readonly string[], words: Words, random: SeededRandom) => string[];

/** What becomes of an article that is published again. */
export const EDITS: ReadonlyMap<string, Edit> = new Map([
  ...[0.01, 0.05, 0.1, 0.2, 0.3].map((share): [string, Edit] => [
    `${100 * share} % of words edited`,
    (p, w, r) => edited(p, w, r, share),
  ]),
  ['headline changed', (p, w) => [w.article(8).join(' '), ...p.slice(1)]],
  ['a paragraph dropped', (p, _, r) => p.filter((_paragraph, i) => i !== 1 + r.below(p.length - 1))],
  ['shortened to a half', (p) => p.slice(0, Math.max(2, Math.ceil(p.length / 2)))],
  ['a notice added', (p, w) => [...p, w.article(30).join(' ')]],
  // Words of the same place change, neighbours change places: what a second translation of one source looks like.
  ['translated again', (p, w, r) => swapped(edited(p, w, r, 0.35), r, 0.15)],
]);

function edited(paragraphs: readonly string[], words: Words, random: SeededRandom, share: number): string[] {
  return paragraphs.map((paragraph) =>
    paragraph
      .split(' ')
      .flatMap((word) => {
        if (random.next() >= share) return [word];
        const how = random.below(3);
        return how === 0 ? [] : how === 1 ? [words.word()] : [word, words.word()];
      })
      .join(' '),
  );
}

function swapped(paragraphs: readonly string[], random: SeededRandom, share: number): string[] {
  return paragraphs.map((paragraph) => {
    const words = paragraph.split(' ');
    for (let i = 0; i + 1 < words.length; i++)
      if (random.next() < share) [words[i], words[i + 1]] = [words[i + 1] ?? '', words[i] ?? ''];
    return words.join(' ');
  });
}

/** Originals, each of which has `copies` copies, every kind of edit in turn. All share a notice, as articles of a site do. */
export function madeCorpus(originals: number, copies: number, seed: number): MadeArticle[] {
  const random = new SeededRandom(seed);
  const words = new Words(random);
  const notice = words.article(12).join(' ');
  const kinds = [...EDITS];
  const articles: MadeArticle[] = [];
  for (let i = 0; i < originals; i++) {
    const paragraphs = words.article(120 + random.below(600));
    const of = articles.push({ text: [...paragraphs, notice].join('\n') }) - 1;
    for (let copy = 0; copy < copies; copy++) {
      const [kind, edit] = kinds[(i * copies + copy) % kinds.length] ?? [
        '',
        (p: readonly string[]) => [...p],
      ];
      articles.push({ text: [...edit(paragraphs, words, random), notice].join('\n'), of, kind });
    }
  }
  return articles;
}
