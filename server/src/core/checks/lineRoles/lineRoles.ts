import { commentBlock } from './comments.ts';
import { isNameLike } from './credits.ts';
import { datelineOf } from './dateline.ts';
import type { LineRole, Lines, Role, RoleContext, RoleEvidence } from './lineRole.ts';
import type { LineClue, LineShape } from './lineShape.ts';
import { recurring } from './recurring.ts';
import { teaserBlocks } from './teasers.ts';

/** What a headline measures: more words are text, fewer a name or a section. */
const SHORTEST_HEADLINE = 3;
const LONGEST_HEADLINE = 30;
const LONGEST_HEADLINE_UNITS = 240;
/** A line without a full stop of so many words is text rather than a heading. */
const FEWEST_WORDS_OF_TEXT = 16;
/** The names of two writers. */
const LONGEST_BYLINE = 6;

/** A look at every line of an article, with the shapes that the roles were read from. */
export interface ReadLines {
  readonly roles: readonly LineRole[];
  readonly shapes: readonly LineShape[];
}

/**
 * The role of every line of an article, in order: by phrases and shape, by what the corpus repeats, by place and by
 * neighbours. `shapes`: the look of each line.
 */
export function lineRoles(lines: Lines, shapes: readonly LineShape[], context: RoleContext): ReadLines {
  const roles: (LineRole | undefined)[] = shapes.map(({ clue }) => clue && ofClue(clue));
  if (shapes[0]?.clue?.label === true && shapes[1]?.end === 'stop') roles[0] = undefined;
  const set = (i: number, role: Role, evidence: RoleEvidence, detail = '') => {
    roles[i] = { role, evidence, detail };
  };
  for (const i of recurring(shapes, context.corpus))
    if (roles[i] === undefined) set(i, 'boilerplate', 'corpus', String(shapes[i]?.articles ?? 0));
  for (const { from, to, headlines } of teaserBlocks(lines, shapes))
    for (let i = from; i <= to; i++) set(i, 'teaser', 'neighbours', i === from ? String(headlines) : '');
  const comments = commentBlock(lines, shapes);
  if (comments) for (let i = comments.from + 1; i <= comments.to; i++) set(i, 'comments', 'neighbours');

  const open = (i: number) => roles[i] === undefined;
  const headline = headlineOf(lines, shapes, open);
  const isText = (i: number) => open(i) && i !== headline && isBody(shapes[i]);
  const firstText = shapes.findIndex((_, i) => isText(i));
  const lastText = shapes.findLastIndex((_, i) => isText(i));
  const title = headline === undefined ? undefined : lines[headline]?.paragraph.text.toLowerCase();
  for (let i = 0; i < shapes.length; i++) {
    if (!open(i)) continue;
    const text = lines[i]?.paragraph.text ?? '';
    const words = shapes[i]?.words ?? 0;
    if (i === headline) set(i, 'headline', 'position');
    else if (text.length === title?.length && text.toLowerCase() === title) set(i, 'headline', 'repeated');
    else if (isBody(shapes[i])) roles[i] = body(text, i === firstText);
    else if (headline !== undefined && i < headline) set(i, 'section', 'position');
    else if (i > firstText && i < lastText) set(i, 'heading', 'shape');
    else if (words >= 2 && words <= LONGEST_BYLINE && isNameLike(text)) set(i, 'byline', 'shape');
    else if (i < firstText) set(i, 'heading', 'position');
    else set(i, words < SHORTEST_HEADLINE ? 'section' : 'heading', 'position');
  }
  return { roles: roles.map((role) => role ?? BODY), shapes };
}

const BODY: LineRole = { role: 'body', evidence: 'shape', detail: '' };

function ofClue({ role, detail }: LineClue): LineRole {
  return { role, evidence: detail === '' ? 'shape' : 'phrase', detail };
}

function body(text: string, first: boolean): LineRole {
  const dateline = first ? datelineOf(text) : undefined;
  return dateline ? { ...BODY, dateline } : BODY;
}

/** The title: the first line that no phrase explains, where it is as short as titles are and no sentence of text. */
function headlineOf(
  lines: Lines,
  shapes: readonly LineShape[],
  open: (i: number) => boolean,
): number | undefined {
  const first = shapes.findIndex((_, i) => open(i));
  if (!isTitle(lines, shapes, first)) {
    // One or two words before a title are the name of a section.
    const next = first + 1;
    const few = (shapes[first]?.words ?? SHORTEST_HEADLINE) < SHORTEST_HEADLINE;
    return few && open(next) && isTitle(lines, shapes, next) ? next : undefined;
  }
  return first;
}

function isTitle(lines: Lines, shapes: readonly LineShape[], i: number): boolean {
  const shape = shapes[i];
  const text = lines[i]?.paragraph.text ?? '';
  if (shape === undefined || text.length > LONGEST_HEADLINE_UNITS) return false;
  if (shape.words < SHORTEST_HEADLINE || shape.words > LONGEST_HEADLINE) return false;
  // A question or a cry may be a title; a full stop ends a sentence of text.
  return shape.end !== 'stop' || /[!?！？؟]["'”’»)\]」』]*$/u.test(text);
}

/** Text has the end of a sentence, or is long; or it begins or ends in the midst of one. */
function isBody(shape: LineShape | undefined): boolean {
  if (shape === undefined) return false;
  const { end, words, lower } = shape;
  return (
    end === 'stop' ||
    end === 'comma' ||
    words >= FEWEST_WORDS_OF_TEXT ||
    (lower && words >= SHORTEST_HEADLINE) ||
    (end === 'closed' && words >= SHORTEST_HEADLINE) ||
    (end === 'colon' && words >= SHORTEST_HEADLINE)
  );
}
