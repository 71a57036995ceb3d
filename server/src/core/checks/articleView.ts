import type { PlacedParagraph } from '../text/paragraph.ts';
import type { RoleContext } from './lineRoles/lineRole.ts';
import { lineRoles, type ReadLines } from './lineRoles/lineRoles.ts';
import { shapeKey } from './lineRoles/lineShape.ts';

/** An article as the rules see it that read it as a whole. Immutable; what several of them ask for is kept. */
export class ArticleView {
  readonly text: string;
  readonly paragraphs: readonly PlacedParagraph[];
  private read: { readonly key: string; readonly lines: ReadLines } | undefined;

  constructor(text: string, paragraphs: readonly PlacedParagraph[]) {
    this.text = text;
    this.paragraphs = paragraphs;
  }

  /** What each paragraph is to the article (headline, text, boilerplate …), and what was seen of it, in order. */
  lines(context: RoleContext): ReadLines {
    const key = shapeKey(context);
    if (this.read?.key !== key) this.read = { key, lines: lineRoles(this.paragraphs, context) };
    return this.read.lines;
  }
}
