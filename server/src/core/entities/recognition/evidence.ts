import type { TextRange } from '../../text/range.ts';
import type { Entity } from '../entity.ts';
import type { Gazetteer } from '../gazetteer.ts';
import type { Reading } from '../mention.ts';
import { type Kind, kindOf } from './kinds.ts';
import { hasPlaceWord, hasTitle } from './surroundings.ts';

/** How far each kind of evidence multiplies the odds of a reading. Judgement, not measurement. */
const EARLIER = 3;
const TITLE = 3;
const PLACE = 2;
const RELATED = 2;
/** No evidence makes a reading certain, unless it was already. */
const NEARLY_SURE = 0.99;

/** What an article has said so far, as far as it tells one bearer of a name from another. */
export class Evidence {
  private readonly gazetteer: Gazetteer;
  private readonly language: string;
  private readonly known = new Map<string, Entity | undefined>();
  private readonly related = new Map<string, ReadonlySet<string>>();
  private readonly named = new Set<string>();

  constructor(gazetteer: Gazetteer, language: string) {
    this.gazetteer = gazetteer;
    this.language = language;
  }

  /** Remembers that an entity was mentioned. */
  saw(entityId: string): void {
    this.named.add(entityId);
  }

  /** True where the article has mentioned the entity. */
  hasSeen(entityId: string): boolean {
    return this.named.has(entityId);
  }

  entity(entityId: string): Entity | undefined {
    if (!this.known.has(entityId)) this.known.set(entityId, this.gazetteer.entity(entityId));
    return this.known.get(entityId);
  }

  kind(entityId: string): Kind {
    return kindOf(this.entity(entityId)?.type ?? '');
  }

  /**
   * The readings of a name, likeliest first. Each piece of evidence multiplies the odds s : (1 − s) of a reading:
   * ×3 where the article mentioned the entity before; ×3 for a person after a title, ÷3 for all others there; ×2 for a
   * place after a word of places, ÷2 for a person there; ×2 where the entity's description names one that is mentioned
   * before or in the same paragraph (`here`). A single reading keeps its score. Equal scores: by id, so that the order of entities does not matter.
   */
  weigh(
    readings: readonly Reading[],
    text: string,
    { start }: TextRange,
    here: ReadonlySet<string>,
  ): readonly Reading[] {
    if (readings.length < 2) return readings;
    const titled = hasTitle(text, start, this.language);
    const placed = !titled && hasPlaceWord(text, start, this.language);
    return readings
      .map(({ entityId, score }) => {
        const kind = this.kind(entityId);
        let factor = this.named.has(entityId) ? EARLIER : 1;
        if (titled) factor *= kind === 'person' ? TITLE : 1 / TITLE;
        if (placed && kind !== 'other') factor *= kind === 'place' ? PLACE : 1 / PLACE;
        if (this.isRelated(entityId, here)) factor *= RELATED;
        return { entityId, score: withOdds(score, factor) };
      })
      .sort(byScore);
  }

  /** True where the entity's description names an entity that is mentioned before, or here. */
  private isRelated(entityId: string, here: ReadonlySet<string>): boolean {
    let related = this.related.get(entityId);
    if (related === undefined) {
      related = this.namedIn(this.entity(entityId));
      this.related.set(entityId, related);
    }
    for (const id of related) if (id !== entityId && (this.named.has(id) || here.has(id))) return true;
    return false;
  }

  private namedIn(entity: Entity | undefined): ReadonlySet<string> {
    const ids = new Set<string>();
    for (const language of new Set(['en', this.language])) {
      const description = entity?.description.get(language);
      if (description === undefined) continue;
      for (const { readings } of this.gazetteer.candidates(description, language)) {
        const [only, ...others] = readings;
        if (only !== undefined && others.length === 0) ids.add(only.entityId);
      }
    }
    return ids;
  }
}

/** A score whose odds are multiplied; 0–1. */
export function withOdds(score: number, factor: number): number {
  if (factor === 1) return score;
  const s = Math.min(score, NEARLY_SURE);
  return (s * factor) / (1 - s + s * factor);
}

/** Likeliest first; equal ones by id in code units. */
export function byScore(a: Reading, b: Reading): number {
  if (a.score !== b.score) return b.score - a.score;
  return a.entityId < b.entityId ? -1 : a.entityId > b.entityId ? 1 : 0;
}
