/**
 * Suggested tags. Types and names only; the client imports the types. Positions are LSP's own.
 */

interface Position {
  readonly line: number;
  readonly character: number;
}

interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Client to server. `pressmark/suggestions`, params {uri}: what may be tagged in an article, in the order of the text. */
export const SuggestionsRequest = 'pressmark/suggestions';
export interface SuggestionView {
  readonly range: Range;
  readonly text: string;
  readonly label: string;
  /** 0–1. */
  readonly score: number;
  readonly source: 'entity' | 'near' | 'learned' | 'date' | 'unknown' | 'machine';
  /** Why, in the client's language. */
  readonly because: string;
  readonly entity?: { readonly id: string; readonly name: string };
  /** How many suggestions of the article, this one among them, are the same words with the same label. */
  readonly like: number;
}

/** Client to server. `pressmark/answerSuggestion`, params SuggestionAnswer; answers a CommandResult. */
export const AnswerSuggestionRequest = 'pressmark/answerSuggestion';
export interface SuggestionAnswer {
  readonly uri: string;
  /** The document's version that the range was taken from. */
  readonly version?: number;
  /** A suggestion at this place, or the one that the cursor is in; where `article` is meant, any place of it. */
  readonly range: Range;
  /** Which one, where several are at the place; absent: the surest. */
  readonly label?: string;
  readonly answer: 'accept' | 'refuse';
  /** `one`; `like`: all of the article with the same words and label; `article`: all of the article that are as sure. */
  readonly scope: 'one' | 'like' | 'article';
  /** Of `article`: only those at least so sure, 0–1. */
  readonly least?: number;
}

/** Client to server. `pressmark/mentionPlaces`, params MentionPlacesParams: where the same is mentioned, to be shown before it is tagged. */
export const MentionPlacesRequest = 'pressmark/mentionPlaces';
export interface MentionPlacesParams {
  readonly uri: string;
  /** The selection, or the cursor in a mention, tag or word. */
  readonly range: Range;
  readonly where: 'article' | 'corpus';
  /** Absent: the tag's, or the entity's type. */
  readonly label?: string;
  readonly workDoneToken?: string | number;
}
export interface MentionPlaces {
  /** In the client's language; where set, nothing can be tagged and this says why. */
  readonly refused?: string;
  readonly text: string;
  readonly label?: string;
  readonly entity?: { readonly id: string; readonly name: string };
  readonly articles: readonly ArticlePlaces[];
  /** In the client's language: what was left out and why, where anything was; to be shown with the places. */
  readonly leftOut?: string;
}
export interface ArticlePlaces {
  readonly uri: string;
  /** Relative to its workspace folder. */
  readonly path: string;
  /** Hash of the text that the ranges are of: refused if it has changed since. */
  readonly rev: string;
  readonly places: readonly MentionPlace[];
}
export interface MentionPlace {
  readonly range: Range;
  /** Its words, with some before and after on the same line. */
  readonly before: string;
  readonly text: string;
  readonly after: string;
  /** Whoever works here has given it this label already. */
  readonly tagged: boolean;
}

/** Client to server. `pressmark/tagPlaces`, params TagPlacesParams: tags them all, or none; answers a CommandResult. */
export const TagPlacesRequest = 'pressmark/tagPlaces';
export interface TagPlacesParams {
  readonly label: string;
  readonly entity?: string;
  readonly articles: readonly {
    readonly uri: string;
    readonly rev: string;
    readonly ranges: readonly Range[];
  }[];
  readonly workDoneToken?: string | number;
}
