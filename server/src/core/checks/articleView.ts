import type { Paragraph, PlacedParagraph } from '../text/paragraph.ts';
import type { RoleContext } from './lineRoles/lineRole.ts';
import { lineRoles, type ReadLines } from './lineRoles/lineRoles.ts';
import { lineShape, shapeKey } from './lineRoles/lineShape.ts';

/** What one paragraph has of something that a rule looks for. */
export interface Collected<T> {
  /** 0-based place of the paragraph among those of the article. */
  readonly index: number;
  /** At least one. */
  readonly items: readonly T[];
}

/** What was collected of one version of an article. */
interface Collection {
  readonly paragraphs: readonly PlacedParagraph[];
  readonly items: Map<string, readonly Collected<unknown>[]>;
  readonly values: Map<string, readonly unknown[]>;
}

/** What a version has in common with the one before: so many paragraphs at its start, and the last ones. */
interface Common {
  readonly before: Collection;
  readonly first: number;
  readonly last: number;
}

/**
 * An article as the rules see it that read it as a whole. Immutable; what several of them ask for is kept, and what was
 * collected of the version before is taken over for all paragraphs but those between the first and the last changed one.
 */
export class ArticleView {
  readonly text: string;
  readonly paragraphs: readonly PlacedParagraph[];
  private readonly own: Collection;
  private readonly common: Common | undefined;
  private read: { readonly key: string; readonly lines: ReadLines } | undefined;

  /** `before`: the view of an earlier version, where there is one. */
  constructor(text: string, paragraphs: readonly PlacedParagraph[], before?: ArticleView) {
    this.text = text;
    this.paragraphs = paragraphs;
    this.own = { paragraphs, items: new Map(), values: new Map() };
    // Where the version before was never checked, the one before that still helps; no more are kept.
    const isEmpty = before !== undefined && before.own.items.size + before.own.values.size === 0;
    const earlier = isEmpty ? before.common?.before : before?.own;
    this.common = earlier && commonOf(earlier, paragraphs);
  }

  /** What each paragraph is to the article (headline, text, boilerplate …), and what was seen of it, in order. */
  lines(context: RoleContext): ReadLines {
    const key = shapeKey(context);
    if (this.read?.key !== key) {
      const shapes = this.each(key, (paragraph) => lineShape(paragraph, key, context));
      this.read = { key, lines: lineRoles(this.paragraphs, shapes, context) };
    }
    return this.read.lines;
  }

  /** The paragraphs that {@link collect} would have to look at for a key. */
  uncollected(key: string): readonly PlacedParagraph[] {
    if (this.own.items.has(key)) return [];
    const { common, paragraphs } = this;
    return common?.before.items.has(key)
      ? paragraphs.slice(common.first, paragraphs.length - common.last)
      : paragraphs;
  }

  /**
   * What the paragraphs have of something, in order; those that have nothing of it are left out. `key` must name
   * everything that `of` depends on besides the paragraph.
   */
  collect<T>(key: string, of: (paragraph: Paragraph) => readonly T[]): readonly Collected<T>[] {
    const kept = this.own.items.get(key);
    if (kept !== undefined) return kept as readonly Collected<T>[];
    const before = this.common?.before.items.get(key) as readonly Collected<T>[] | undefined;
    const made = this.collected(before, of);
    this.own.items.set(key, made);
    return made;
  }

  /** A value for every paragraph, in order. `key` must name everything that `of` depends on besides the paragraph. */
  each<T>(key: string, of: (paragraph: Paragraph) => T): readonly T[] {
    const kept = this.own.values.get(key);
    if (kept !== undefined) return kept as readonly T[];
    const { common, paragraphs } = this;
    const before = common?.before.values.get(key) as readonly T[] | undefined;
    let made: readonly T[];
    if (common === undefined || before === undefined) made = paragraphs.map((p) => of(p.paragraph));
    else {
      const changed = paragraphs.slice(common.first, paragraphs.length - common.last);
      made = before.slice(0, common.first).concat(
        changed.map((p) => of(p.paragraph)),
        before.slice(before.length - common.last),
      );
    }
    this.own.values.set(key, made);
    return made;
  }

  /** Those of the wanted words that the article has: written so, or in `any case` where the wanted ones are in lower case. */
  tokensAmong(
    wanted: ReadonlySet<string>,
    how: 'as written' | 'any case' = 'as written',
  ): ReadonlySet<string> {
    const word = how === 'any case' ? (text: string) => text.toLowerCase() : (text: string) => text;
    // Words hold no blanks.
    const found = this.collect(`tokens ${how} ${[...wanted].sort().join(' ')}`, ({ tokens }) => {
      const own: string[] = [];
      for (const { text } of tokens) if (wanted.has(word(text))) own.push(word(text));
      return own;
    });
    return new Set(found.flatMap(({ items }) => items));
  }

  private collected<T>(
    before: readonly Collected<T>[] | undefined,
    of: (paragraph: Paragraph) => readonly T[],
  ): Collected<T>[] {
    const { common, paragraphs } = this;
    if (common === undefined || before === undefined) return collectFrom(paragraphs, of);
    const oldEnd = common.before.paragraphs.length - common.last;
    const end = paragraphs.length - common.last;
    const made = before.slice(0, firstFrom(before, common.first));
    for (const one of collectFrom(paragraphs.slice(common.first, end), of)) made.push(one);
    const behind = before.slice(firstFrom(before, oldEnd));
    const shift = end - oldEnd;
    if (shift === 0) return made.concat(behind);
    for (const { index, items } of behind) made.push({ index: index + shift, items });
    return made;
  }
}

function collectFrom<T>(
  paragraphs: readonly PlacedParagraph[],
  of: (paragraph: Paragraph) => readonly T[],
): Collected<T>[] {
  const made: Collected<T>[] = [];
  let last: Paragraph | undefined;
  let items: readonly T[] = [];
  for (const { paragraph, index } of paragraphs) {
    // Pages that went wrong have the same line a hundred thousand times.
    if (paragraph !== last) items = of(paragraph);
    last = paragraph;
    if (items.length > 0) made.push({ index, items });
  }
  return made;
}

function commonOf(before: Collection, paragraphs: readonly PlacedParagraph[]): Common {
  const old = before.paragraphs;
  const most = Math.min(old.length, paragraphs.length);
  let first = 0;
  while (first < most && old[first]?.paragraph === paragraphs[first]?.paragraph) first++;
  let last = 0;
  while (
    last < most - first &&
    old[old.length - 1 - last]?.paragraph === paragraphs[paragraphs.length - 1 - last]?.paragraph
  )
    last++;
  return { before, first, last };
}

/** Where the first paragraph at a place, or behind it, stands in a list. */
function firstFrom(list: readonly Collected<unknown>[], index: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.index ?? 0) < index) low = middle + 1;
    else high = middle;
  }
  return low;
}
