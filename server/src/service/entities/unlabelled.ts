import type { Segment } from '../../core/entities/names/segment.ts';
import { quotable } from '../../core/entities/sources/fieldValues.ts';
import type { FileIndex, LineProblem } from '../../core/entities/sources/fileIndex.ts';
import { type Message, msg } from '../../core/message.ts';
import type { Label } from '../../core/project.ts';

/** So many types of one source are told of. */
const MOST_TOLD = 5;

/**
 * Types of a compiled source that are no labels of the project, or labels of sentences: names of these are shown in
 * cards, and never suggested.
 */
export function unlabelledTypes({ shared }: Segment, labels: readonly Label[]): readonly string[] {
  const names = new Set(labels.filter(({ sentence }) => !sentence).map(({ name }) => name));
  return shared.types.filter((type) => !names.has(type)).slice(0, MOST_TOLD);
}

/** What to say of such types in an entity file, at the first line of each. */
export function unlabelledProblems(
  uri: string,
  types: readonly string[],
  index: FileIndex | undefined,
): LineProblem[] {
  return types.map((type) => ({
    uri,
    line: index?.entities.find((entity) => entity.type === type)?.line ?? 0,
    severity: 'information',
    code: 'entities/unlabelled',
    message: msg(
      'The project has no label “{0}”, so names of this type are shown in cards but not suggested. Write one of its labels here, or add this one to pressmark.json.',
      quotable(type),
    ),
  }));
}

/** The same of imported names; undefined where every type is a label. */
export function unlabelledImport(name: string, types: readonly string[]): Message | undefined {
  if (types.length === 0) return undefined;
  return msg(
    'The imported names “{0}” are of types that are no labels of the project ({1}): they are shown in cards but not suggested. Import them again with --type-map, such as --type-map {2}=ORG, or add the labels.',
    name,
    types.map(quotable).join(', '),
    quotable(types[0] ?? ''),
  );
}
