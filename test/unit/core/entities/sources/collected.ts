import type { Entity } from '../../../../../server/src/core/entities/entity.ts';
import { sourceReader } from '../../../../../server/src/core/entities/sources/readers.ts';
import type { ReaderOptions, SourceFormat } from '../../../../../server/src/core/entities/sources/source.ts';

/** What a source gives, line by line. */
export function collected(
  format: SourceFormat,
  text: string,
  options: Partial<ReaderOptions> = {},
): { entities: Entity[]; problems: [line: number, code: string][]; passed: string[] } {
  const entities: Entity[] = [];
  const problems: [number, string][] = [];
  const passed: string[] = [];
  const reader = sourceReader(
    format,
    text,
    {
      entity: (entity) => entities.push(entity),
      report: (_severity, code, _message, { line }) => problems.push([line, code]),
      passOver: (reason, { line }, shown) => passed.push(`${line} ${reason} ${shown}`),
    },
    { source: (line) => ({ kind: 'file', uri: 'file:///x', line }), ...options },
  );
  for (const [line, content] of text.split('\n').entries()) reader.line(content, { line, start: 0, end: 0 });
  reader.end();
  return { entities, problems, passed };
}

/** An entity in short: id, type, name and its names by language. */
export function short({ id, type, name, names }: Entity): string {
  return `${id} ${type} ${name}: ${[...names].map(([language, own]) => `${language}=${own.join('|')}`).join(' ')}`;
}
