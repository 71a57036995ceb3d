import { annotation } from '../unit/core/annotations/records/layers.ts';

/** An article of two lines. */
export const ARTICLE = 'Delegasi Taliban tiba di Moskow.\nTaliban bertemu pejabat Rusia.\n';

/** Where its first name stands. */
export const PLACE = {
  before: 'Delegasi ',
  after: ' tiba di Moskow.\nTaliban bertemu p',
  rev: '8a0b0f9a8d40',
};

/** A tag on that name. */
export const TALIBAN = annotation({
  id: '00000009-aaaaaa',
  start: 9,
  end: 16,
  label: 'ORG',
  text: 'Taliban',
  ...PLACE,
});
