import { isNameLike } from './credits.ts';
import type { Lines } from './lineRole.ts';
import type { LineShape } from './lineShape.ts';

/** Headlines of other articles, with what stands between them: places among the lines, the last one included. */
export interface TeaserBlock {
  readonly from: number;
  readonly to: number;
  readonly headlines: number;
}

/** The name of an agency in brackets at the head of a lead: `(CLO) …`. */
const LEAD = /^\s*\(\p{Lu}[\p{Lu}\p{Nd}.-]{1,9}\)\s+[\p{Lu}\p{Nd}"“]/u;
/** What a headline measures, in words. */
const SHORTEST_TITLE = 4;
const LONGEST_TITLE = 30;
/** So many lines of its own text has the article before the teasers of others. */
const FEWEST_OF_OWN = 2;
/** One teaser may be a box of the article itself. */
const FEWEST_TEASERS = 2;
/** Words of the names of two writers. */
const LONGEST_NAME = 6;
/** Lines between two teasers: a section's name, a date, the title once more. */
const FARTHEST = 6;

/** The blocks of teasers in an article, in order: lists under “Related articles”, and headlines with leads at the end. */
export function teaserBlocks(lines: Lines, shapes: readonly LineShape[]): TeaserBlock[] {
  const blocks = listBlocks(shapes);
  const last = leadBlock(lines, shapes) ?? tailBlock(lines, shapes);
  if (last === undefined) return blocks;
  return [...blocks.filter((block) => block.to < last.from), last];
}

/** Lists of headlines right behind a heading such as “Related articles”; a single one only at the end of the page. */
function listBlocks(shapes: readonly LineShape[]): TeaserBlock[] {
  const blocks: TeaserBlock[] = [];
  for (let i = 0; i < shapes.length; i++) {
    if (shapes[i]?.clue?.heads !== 'related') continue;
    let to = i;
    let headlines = 0;
    let at = i + 1;
    for (; at < shapes.length; at++) {
      const shape = shapes[at];
      if (shape === undefined) break;
      if (isTitle(shape)) {
        headlines++;
        to = at;
      } else if (shape.clue === undefined || shape.clue.heads !== undefined) break;
    }
    if (headlines >= FEWEST_TEASERS || (headlines > 0 && at === shapes.length))
      blocks.push({ from: i + 1, to, headlines });
  }
  return blocks;
}

/** Headlines with a lead behind them that stand close together, with no text of the article after them. */
function leadBlock(lines: Lines, shapes: readonly LineShape[]): TeaserBlock | undefined {
  const block: { readonly title: number; readonly lead: number }[] = [];
  let own = 0;
  for (let i = 0; i < shapes.length; i++) {
    const shape = shapes[i];
    const line = lines[i];
    if (shape === undefined || line === undefined) continue;
    const text = isText(shape);
    if (own >= FEWEST_OF_OWN && isTitle(shape)) {
      const isTwice = lines[i + 1]?.paragraph.text === line.paragraph.text;
      const lead = i + (isTwice ? 2 : 1);
      const leadLine = lines[lead];
      if (leadLine && (isLead(leadLine.paragraph.text) || (isTwice && isText(shapes[lead])))) {
        const before = block.at(-1);
        if (before !== undefined && i - before.lead > FARTHEST) block.length = 0;
        block.push({ title: i, lead });
        i = lead;
      }
    } else if (text || isLead(line.paragraph.text)) {
      own++;
      block.length = 0;
    }
  }
  const first = block[0];
  const last = block.at(-1);
  if (first === undefined || last === undefined || block.length < FEWEST_TEASERS) return undefined;
  const inside = new Set<string>();
  for (let i = first.title; i <= last.lead; i++) inside.add(lines[i]?.paragraph.text ?? '');
  let to = last.lead;
  // The name of the section that stands under every teaser.
  while (inside.has(lines[to + 1]?.paragraph.text ?? '\n')) to++;
  return { from: first.title, to, headlines: block.length };
}

/** Nothing but headlines and leads between a byline under the text and the end of the page. */
function tailBlock(lines: Lines, shapes: readonly LineShape[]): TeaserBlock | undefined {
  const seen = new Set<string>();
  let first = -1;
  let last = -1;
  let headlines = 0;
  for (let i = shapes.length - 1; i >= 0; i--) {
    const shape = shapes[i];
    const text = lines[i]?.paragraph.text ?? '';
    if (shape === undefined) return undefined;
    const isByline = shape.clue?.role === 'byline' || (shape.clue === undefined && isName(shape, text));
    if (isByline && headlines >= FEWEST_TEASERS)
      return hasText(shapes, i) ? { from: first, to: last, headlines } : undefined;
    // A headline with a full stop shows itself by standing there twice.
    const isHeadline =
      isTitle(shape) || seen.has(text) || withoutAgency(lines[i - 1]?.paragraph.text ?? '') === text;
    if (isHeadline || isLead(text)) {
      if (isHeadline) headlines++;
      first = i;
      if (last < 0) last = i;
      seen.add(text).add(withoutAgency(text));
    } else if (isText(shape)) return undefined;
  }
  return undefined;
}

function isName({ end, words }: LineShape, text: string): boolean {
  return end !== 'stop' && words >= 2 && words <= LONGEST_NAME && isNameLike(text);
}

/** True where the article has text of its own before a line. */
function hasText(shapes: readonly LineShape[], before: number): boolean {
  let own = 0;
  for (let i = 0; i < before && own < FEWEST_OF_OWN; i++) if (isText(shapes[i])) own++;
  return own >= FEWEST_OF_OWN;
}

function withoutAgency(text: string): string {
  return isLead(text) ? text.slice(text.indexOf(')') + 1).trimStart() : text;
}

function isLead(text: string): boolean {
  return text.charCodeAt(0) === 0x28 && LEAD.test(text.slice(0, 40));
}

function isText(shape: LineShape | undefined): boolean {
  return shape !== undefined && shape.clue === undefined && shape.end === 'stop';
}

function isTitle({ clue, end, words }: LineShape): boolean {
  return clue === undefined && end !== 'stop' && words >= SHORTEST_TITLE && words <= LONGEST_TITLE;
}
