import { HOLDS_ALL, type Holds } from '../loss.ts';

/** What rows of tokens and tags can hold, with the article's text beside them. */
export const TOKEN_ROWS_HOLD: Holds = {
  ...HOLDS_ALL,
  overlapping: 'dropped',
  nested: 'dropped',
  samePlace: 'dropped',
  discontinuous: 'changed',
  empty: 'dropped',
  insideTokens: 'changed',
  attributes: 'dropped',
  notes: 'dropped',
  entities: 'dropped',
  relations: 'dropped',
  documentLabels: 'dropped',
  ids: 'dropped',
};
