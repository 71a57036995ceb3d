import type { PlacedParagraph } from '../../text/paragraph.ts';
import type { TextRange } from '../../text/range.ts';
import type { CorpusKnowledge } from '../corpusKnowledge.ts';

/**
 * What a line is to its article.
 *
 * - `headline`: its title, also where the page shows it again · `date`: when it was published · `section`: the name of
 *   a section, a trail, a tag · `byline`: who wrote it, or the source · `caption`: what a picture shows, or its credit ·
 *   `heading`: a short line without a full stop between those of the text, or above them · `body`: its text
 * - `boilerplate`: what the page prints around any article · `comments`: what readers wrote, with its heading ·
 *   `teaser`: headlines and leads of other articles
 */
export type Role =
  | 'headline'
  | 'date'
  | 'section'
  | 'byline'
  | 'caption'
  | 'heading'
  | 'body'
  | 'boilerplate'
  | 'comments'
  | 'teaser';

/** What a role was read from. */
export type RoleEvidence = 'position' | 'shape' | 'phrase' | 'corpus' | 'repeated' | 'neighbours';

export interface LineRole {
  readonly role: Role;
  readonly evidence: RoleEvidence;
  /** The phrase, or the number of articles that have the line; empty where there is none. */
  readonly detail: string;
  /** Of a body line: the place and agency before its first sentence, UTF-16 units of the paragraph. */
  readonly dateline?: TextRange;
}

/** What roles are read from besides the lines. */
export interface RoleContext {
  /** BCP 47 primary subtag. */
  readonly language: string;
  readonly corpus: CorpusKnowledge;
}

/** True for lines that belong to the page and not to the article. */
export function isOfPage({ role }: LineRole): boolean {
  return role === 'boilerplate' || role === 'comments' || role === 'teaser';
}

/** A line and its place, as the readers of roles pass it on. */
export type Lines = readonly PlacedParagraph[];
