import { lazy } from '../../lazy.ts';
import { finish } from '../../steps.ts';
import { phrasesThatAreNoNames } from '../nameForms.ts';
import { SegmentBuilder } from './segmentBuilder.ts';

/** Phrases that hold a name without meaning it, as a segment that has no entities. */
export const phraseSegment = lazy(() => {
  const builder = new SegmentBuilder();
  builder.addPhrases(phrasesThatAreNoNames());
  return finish(builder.finish());
});
