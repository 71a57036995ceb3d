import { finish, type Steps } from '../../steps.ts';
import type { Entity } from '../entity.ts';
import { SegmentBuilder } from './segmentBuilder.ts';
import type { Segment } from './segmentData.ts';

export type { Segment };

/** Entities between two steps: a few milliseconds of compiling. */
const ENTITIES_A_STEP = 100;

/** Compiles the entities of one source. */
export function* compileSegment(entities: Iterable<Entity>): Steps<Segment> {
  const builder = new SegmentBuilder();
  for (const entity of entities) {
    builder.add(entity);
    if (builder.entities % ENTITIES_A_STEP === 0) yield;
  }
  return yield* builder.finish();
}

/** {@link compileSegment} at once. */
export function segmentOf(entities: Iterable<Entity>): Segment {
  return finish(compileSegment(entities));
}
