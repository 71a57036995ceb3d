import type { Steps } from '../../steps.ts';
import type { Entity } from '../entity.ts';
import { EntityDraft } from './entityDraft.ts';
import type { Report } from './fieldValues.ts';

/** Entities between two steps. */
const ENTITIES_A_STEP = 1000;

/**
 * One entity for each id, in the order of first appearance: type and canonical name of the first, the names of all,
 * without repeats. Linear, however many there are of one id. Entities that stand alone are given as they are.
 */
export class JoinedEntities {
  private readonly byId = new Map<string, Entity | EntityDraft>();
  private readonly report: Report;

  constructor(report: Report) {
    this.report = report;
  }

  get size(): number {
    return this.byId.size;
  }

  has(id: string): boolean {
    return this.byId.has(id);
  }

  add(entity: Entity): void {
    const known = this.byId.get(entity.id);
    if (known === undefined) {
      this.byId.set(entity.id, entity);
      return;
    }
    let draft: EntityDraft;
    if (known instanceof EntityDraft) draft = known;
    else {
      draft = new EntityDraft(known.id, known.type, known.name, known.source);
      draft.join(known, this.report);
      this.byId.set(entity.id, draft);
    }
    draft.join(entity, this.report);
  }

  /** All of them, in steps. */
  *all(): Steps<Entity[]> {
    const entities: Entity[] = [];
    let done = 0;
    for (const one of this.byId.values()) {
      const entity = one instanceof EntityDraft ? one.entity() : one;
      if (entity !== undefined) entities.push(entity);
      if (++done % ENTITIES_A_STEP === 0) yield;
    }
    return entities;
  }
}
