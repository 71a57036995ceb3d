import type { Mention } from '../core/entities/mention.ts';
import type { ArticleAnnotations } from './annotations.ts';
import type { EntityKnowledge } from './projects.ts';

/** How often an entity occurs in a corpus. */
export interface EntityCounts {
  readonly entity: string;
  /** Its own name, or its id where no entity file has it. */
  readonly name: string;
  /** Empty where no entity file has it. */
  readonly type: string;
  /** Occurrences of its names in the texts, tagged or not. */
  readonly mentions: number;
  /** Annotations that are linked to it. */
  readonly tagged: number;
  /** Articles with at least one mention or linked annotation. */
  readonly articles: number;
}

type Counts = { -readonly [K in Exclude<keyof EntityCounts, 'entity'>]: EntityCounts[K] };

/** Counts, article by article, which entities occur and which are tagged. */
export class EntityStatistics {
  private readonly counts = new Map<string, Counts>();

  /** An article's mentions and annotations; `knowledge`: that of its project. */
  add(
    mentions: readonly Mention[],
    { placed, lost }: ArticleAnnotations,
    { gazetteer }: EntityKnowledge,
  ): void {
    const linked = [...placed, ...lost].flatMap(({ annotation }) => annotation.entity ?? []);
    const here = new Set<string>();
    const of = (id: string): Counts => {
      const known = this.counts.get(id);
      const counts = known ?? { name: id, type: '', mentions: 0, tagged: 0, articles: 0 };
      if (!known) this.counts.set(id, counts);
      const entity = counts.type === '' ? gazetteer.entity(id) : undefined;
      if (entity) Object.assign(counts, { name: entity.name, type: entity.type });
      if (!here.has(id)) counts.articles++;
      here.add(id);
      return counts;
    };
    for (const { entityId } of mentions) of(entityId).mentions++;
    for (const id of linked) of(id).tagged++;
  }

  /** By how often they are named, then by how often they are tagged, then by id. */
  result(): EntityCounts[] {
    return [...this.counts]
      .map(([entity, counts]) => ({ entity, ...counts }))
      .sort((a, b) => b.mentions - a.mentions || b.tagged - a.tagged || (a.entity < b.entity ? -1 : 1));
  }
}
