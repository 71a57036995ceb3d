import type { Entity, EntitySource } from '../entity.ts';
import { MOST_NAMES_OF_ONE, type Report, reportTooManyNames } from './fieldValues.ts';

/** An entity while rows about it are read. */
export class EntityDraft {
  readonly id: string;
  type: string;
  /** The canonical name; empty while no row has told it. */
  name: string;
  url: string | undefined;
  /** True once a row had a name for it, if not a usable one. */
  isNamed = false;
  private readonly names = new Map<string, Set<string>>();
  private readonly descriptions = new Map<string, string>();
  private readonly source: EntitySource;
  private count = 0;
  private isFull = false;

  constructor(id: string, type: string, name: string, source: EntitySource) {
    this.id = id;
    this.type = type;
    this.name = name;
    this.source = source;
  }

  /** Adds a name; tells once where there are too many of them. */
  addName(language: string, name: string, report: Report): void {
    const own = this.names.get(language);
    if (own?.has(name)) return;
    if (this.count >= MOST_NAMES_OF_ONE) {
      if (!this.isFull) reportTooManyNames(this.id, report);
      this.isFull = true;
      return;
    }
    this.count++;
    if (own === undefined) this.names.set(language, new Set([name]));
    else own.add(name);
  }

  /** Adds what else is known of the same entity; what is known already stays. */
  join(entity: Entity, report: Report): void {
    if (this.name === '') this.name = entity.name;
    this.url ??= entity.url;
    for (const [language, names] of entity.names)
      for (const name of names) this.addName(language, name, report);
    for (const [language, description] of entity.description) this.describe(language, description);
  }

  /** The first description in a language counts. */
  describe(language: string, description: string): void {
    if (!this.descriptions.has(language)) this.descriptions.set(language, description);
  }

  hasDescription(language: string): boolean {
    return this.descriptions.has(language);
  }

  /** The entity; its canonical name is the first name of English, or of any language, where no row told one. */
  entity(): Entity | undefined {
    const name = this.name === '' ? this.firstName() : this.name;
    if (name === undefined) return undefined;
    const names = new Map<string, readonly string[]>();
    for (const [language, own] of this.names) names.set(language, [...own]);
    const { id, type, descriptions: description, source, url } = this;
    const entity = { id, type, name, names, description, source };
    return url === undefined ? entity : { ...entity, url };
  }

  private firstName(): string | undefined {
    const first = this.names.get('en') ?? [...this.names.values()][0];
    return first === undefined ? undefined : [...first][0];
  }
}
