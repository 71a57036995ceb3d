import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Entity } from '../../server/src/core/entities/entity.ts';
import { readEntityFile } from '../../server/src/core/entities/entityFile.ts';
import type { Problem } from '../../server/src/core/problem.ts';

/** The sample entity files of the project in `root`, read one after the other as the project file lists them. */
export function sampleEntities(root: string): { entities: Entity[]; problems: Problem[] } {
  const folder = join(root, 'seeds/entities');
  const names = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  const files = names.sort().map((name) => readEntityFile(readFileSync(join(folder, name), 'utf8'), name));
  return {
    entities: files.flatMap((file) => file.entities),
    problems: files.flatMap((file) => file.problems),
  };
}
