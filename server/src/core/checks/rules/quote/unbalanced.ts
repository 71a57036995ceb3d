import { msg } from '../../../message.ts';
import type { Paragraph } from '../../../text/paragraph.ts';
import { Kind } from '../../../text/signs.ts';
import type { Observation } from '../../finding.ts';
import type { ArticleRule } from '../../rule.ts';
import { OTHER_QUOTES } from './languages.ts';
import { oddOne } from './mixed.ts';
import { isBlank, isLetter, type Mark, marksOf } from './spacing/marks.ts';

/** So many paragraphs farther a quotation may go on without marks at their beginnings. */
const REACH = 3;

/** The marks of a paragraph that lack a partner in it. */
interface Unpaired {
  readonly opening: number | undefined;
  readonly closing: number | undefined;
  readonly straight: number | undefined;
}

export const unbalanced: ArticleRule = {
  code: 'quote/unbalanced',
  title: 'Quotation mark without a partner',
  description: 'A quotation that is opened and never closed, or closed and never opened.',
  group: 'garbled',
  severity: 'hint',
  notFor: OTHER_QUOTES,
  examples: {
    bad: [
      { language: 'en', text: 'She called it [[“]]a fair deal for all.\nNobody answered.' },
      { language: 'id', text: 'Kami akan datang,[[”]] kata lurah.' },
      { language: 'vi', text: 'Ông gọi đó là [["]]khủng hoảng.' },
    ],
    good: [
      {
        language: 'en',
        text: '“We came late.\n“We left early,” she said.',
        note: 'a speech of two paragraphs',
      },
      { language: 'en', text: '“We came late.\nWe left early,” she said.' },
      { language: 'en', text: 'The board is 5" wide.' },
      { language: 'en', text: 'He said: “We open at six".', note: 'quote/mixed reports it' },
    ],
  },
  scope: 'article',
  *check(article) {
    const { paragraphs } = article;
    const own = article.collect('quote/unbalanced marks', (paragraph) => unpairedOf(paragraph) ?? []);
    if (own.length === 0) return;
    const unpaired = new Array<Unpaired | undefined>(paragraphs.length).fill(undefined);
    for (const { index, items } of own) unpaired[index] = items[0];
    for (const { index: i } of own) {
      const marks = unpaired[i];
      const placed = paragraphs[i];
      if (marks === undefined || placed === undefined) continue;
      const { paragraph, start } = placed;
      if (marks.opening !== undefined && !isClosedLater(i, paragraphs, unpaired))
        yield observe(start + marks.opening, 'opening');
      if (marks.closing !== undefined && !isOpenedBefore(i, unpaired))
        yield observe(start + marks.closing, 'closing');
      if (marks.straight !== undefined && !hasStraightNear(i, unpaired) && paragraph.text.length > 1)
        yield observe(start + marks.straight, 'straight');
    }
  },
};

function isClosedLater(
  i: number,
  paragraphs: readonly { readonly paragraph: Paragraph }[],
  unpaired: readonly (Unpaired | undefined)[],
): boolean {
  let seen = 0;
  for (let k = i + 1; k < paragraphs.length && seen < REACH; k++) {
    const text = paragraphs[k]?.paragraph.text ?? '';
    if (text.trim() === '') continue;
    seen++;
    if (/^\s*“/.test(text) || unpaired[k]?.closing !== undefined) return true;
  }
  return false;
}

function isOpenedBefore(i: number, unpaired: readonly (Unpaired | undefined)[]): boolean {
  return unpaired.slice(Math.max(0, i - 2 * REACH), i).some((marks) => marks?.opening !== undefined);
}

function hasStraightNear(i: number, unpaired: readonly (Unpaired | undefined)[]): boolean {
  return unpaired
    .slice(Math.max(0, i - 2 * REACH), i + 2 * REACH + 1)
    .some((marks, k) => marks?.straight !== undefined && k !== Math.min(i, 2 * REACH));
}

function unpairedOf(paragraph: Paragraph): readonly [Unpaired] | undefined {
  if (!paragraph.signs.has(Kind.quote)) return undefined;
  return paragraph.memo('quote/unbalanced marks', () => {
    const { text } = paragraph;
    if (!/[“”"]/.test(text) || text.includes('„') || oddOne(paragraph) !== undefined) return undefined;
    const open: number[] = [];
    let closing: number | undefined;
    let straight: number | undefined;
    for (const mark of marksOf(text)) {
      if (mark.sign === '“') open.push(mark.offset);
      else if (mark.sign === '”') {
        if (open.pop() === undefined) closing ??= mark.offset;
      } else if (!isUnit(mark)) straight = straight === undefined ? mark.offset : undefined;
    }
    const opening = open[0];
    if (opening === undefined && closing === undefined && straight === undefined) return undefined;
    return [{ opening, closing, straight }];
  });
}

/** Inches and seconds, and the mark inside a Hebrew abbreviation. */
function isUnit({ before, after }: Mark): boolean {
  return (/\p{Nd}/u.test(before) && isBlank(after)) || (isLetter(before) && isLetter(after));
}

function observe(start: number, kind: 'opening' | 'closing' | 'straight'): Observation {
  return {
    start,
    end: start + 1,
    message:
      kind === 'opening'
        ? msg('This quotation is opened and never closed. Add the closing mark, or delete this one.')
        : kind === 'closing'
          ? msg('This quotation is closed but was never opened. Add the opening mark, or delete this one.')
          : msg('This quotation mark has no partner. Add one, or delete it.'),
    why: msg('The marks of this paragraph and of those around it do not pair up.'),
  };
}
