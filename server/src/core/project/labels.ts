import type { Node } from 'jsonc-parser';
import { msg } from '../message.ts';
import type { Problem } from '../problem.ts';
import { DEFAULT_LABELS, labelColor } from './defaults.ts';
import { nearestName } from './nearest.ts';
import type { AttributeType, Label, RelationType } from './project.ts';
import { LabelSchema, RelationSchema } from './schema.ts';
import { problem, readList } from './values.ts';

/** The project's labels, or the default ones. Of labels of one name the first counts, and of keys too. */
export function readLabels(node: Node | undefined, problems: Problem[]): readonly Label[] {
  const read = node && readList(node, LabelSchema, 'labels', problems);
  if (!read) return DEFAULT_LABELS;
  const labels = new Map<string, Label>();
  const keys = new Set<string>();
  for (const { value, node: place } of read) {
    const { name, title, key, color, guideline, sentence, attributes } = value;
    if (labels.has(name)) {
      problems.push(
        problem(
          'project/doubled-label',
          place,
          msg('There are two labels "{0}"; the first one counts: rename or delete this one.', name),
        ),
      );
      continue;
    }
    const keyTaken = key !== undefined && keys.has(key);
    if (keyTaken) {
      problems.push(
        problem(
          'project/doubled-key-of-label',
          place,
          msg('The key "{0}" belongs to another label already: give "{1}" another one.', key, name),
        ),
      );
    }
    if (key !== undefined) keys.add(key);
    labels.set(name, {
      name,
      title: title ?? name,
      ...(key === undefined || keyTaken ? {} : { key }),
      color: color?.toLowerCase() ?? labelColor(labels.size),
      ...(guideline === undefined ? {} : { guideline }),
      sentence: sentence ?? false,
      attributes: (attributes ?? []).map(attributeType),
    });
  }
  return [...labels.values()];
}

function attributeType(value: {
  name: string;
  type?: AttributeType['type'] | undefined;
  values?: string[] | undefined;
  default?: string | number | boolean | undefined;
}): AttributeType {
  return {
    name: value.name,
    type: value.type ?? (value.values ? 'choice' : 'text'),
    ...(value.values ? { values: value.values } : {}),
    ...(value.default === undefined ? {} : { default: value.default }),
  };
}

/** The project's relations; ends at labels that do not exist are reported. */
export function readRelations(
  node: Node | undefined,
  labels: readonly Label[],
  problems: Problem[],
): readonly RelationType[] {
  const names = labels.map((label) => label.name);
  const read = (node && readList(node, RelationSchema, 'relations', problems)) ?? [];
  return read.map(({ value, node: place }) => {
    for (const end of [...(value.from ?? []), ...(value.to ?? [])]) {
      if (!names.includes(end))
        problems.push(problem('project/unknown-label', place, unknownLabel(end, names)));
    }
    return {
      name: value.name,
      from: value.from ?? [],
      to: value.to ?? [],
      symmetric: value.symmetric ?? false,
    };
  });
}

/** What to say about a label that the project does not have. */
export function unknownLabel(name: string, known: readonly string[]) {
  const near = nearestName(name, known);
  return near
    ? msg('The project has no label "{0}". Do you mean "{1}"?', name, near)
    : msg(
        'The project has no label "{0}": choose another one, or add it to the labels in pressmark.json.',
        name,
      );
}
