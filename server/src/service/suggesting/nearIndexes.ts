import type { Entity } from '../../core/entities/entity.ts';
import type { Gazetteer } from '../../core/entities/gazetteer.ts';
import { holdsImported } from '../../core/entities/names/entityRecord.ts';
import { KnownEntities } from '../../core/entities/names/knownEntities.ts';
import type { Segment } from '../../core/entities/names/segment.ts';
import { joinedNearIndex } from '../../core/entities/near/joinedNearIndex.ts';
import { compileNearIndex, type NearIndex } from '../../core/entities/near/nearIndex.ts';
import { type Host, NEVER_CANCELLED } from '../ports.ts';
import { runSteps } from '../stepping.ts';
import type { Suggesting } from './suggesting.ts';

/** Of more entities the first so many are compared: the project's own and the built-in ones, then imported ones. */
const MOST_ENTITIES = 30_000;

/**
 * The names of a gazetteer for comparing damaged ones with. Each source's are indexed once, so that an edited entity
 * file does not index all others again.
 */
export async function nearIndexOf(
  { segments }: Gazetteer,
  suggesting: Suggesting,
  host: Host,
): Promise<NearIndex> {
  const own = segments.filter((segment) => !holdsImported(segment));
  const parts: NearIndex[] = [];
  let left = MOST_ENTITIES;
  for (const segment of [...own, ...segments.filter(holdsImported)]) {
    const count = Math.min(left, segment.entities);
    if (count === 0) continue;
    left -= count;
    parts.push(
      await suggesting.ofSegment(segment, `near ${count}`, () =>
        runSteps(compileNearIndex(entitiesOf(segment, count)), host, NEVER_CANCELLED),
      ),
    );
  }
  return joinedNearIndex(parts);
}

function* entitiesOf(segment: Segment, count: number): Generator<Entity> {
  let left = count;
  for (const entity of new KnownEntities([segment])) {
    if (left-- === 0) return;
    yield entity;
  }
}
