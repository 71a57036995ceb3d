import type { Entity, EntitySource } from '../../../core/entities/entity.ts';

/** An entity as a line of what an import writes down on its way; with its line end. */
export function spoolLine({ id, type, name, names, description, url }: Entity): string {
  return `${JSON.stringify([id, type, name, [...names], [...description], url ?? null])}\n`;
}

/** What {@link spoolLine} wrote; undefined for anything else. */
export function readSpoolLine(line: string, source: EntitySource): Entity | undefined {
  try {
    const [id, type, name, names, description, url] = JSON.parse(line) as [
      string,
      string,
      string,
      [string, string[]][],
      [string, string][],
      string | null,
    ];
    const entity = { id, type, name, names: new Map(names), description: new Map(description), source };
    return url === null ? entity : { ...entity, url };
  } catch {
    return undefined;
  }
}

/** In which of so many parts an entity is kept: all lines of one id are in one. */
export function partOf(id: string, parts: number): number {
  if (parts === 1) return 0;
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return ((hash ^ (hash >>> 15)) >>> 0) % parts;
}
