import type { NameKind } from '../core/datasets/import/vocabulary.ts';
import { type Message, msg } from '../core/message.ts';
import { nearestName } from '../core/project/nearest.ts';
import type { Project } from '../core/project.ts';
import type { ImportPlan } from '../service/datasets/importReport.ts';
import type { Workspace } from '../service/workspace.ts';
import type { UnknownNameView } from './protocol/datasets.ts';

type Unknown = ImportPlan['unknownNames'][number];

/** The names that an import meets and the project does not have, each once, with what they may stand for. */
export function unknownNames(
  workspace: Workspace,
  { unknownNames: met }: ImportPlan,
  project: Project,
): UnknownNameView[] {
  const views = new Map<string, UnknownNameView>();
  for (const one of met) {
    if (views.has(one.name)) continue;
    const about = workspace.say(ABOUT[one.kind](one.count, one.label ?? ''));
    views.set(one.name, { name: one.name, about, known: candidates(one, project) });
  }
  return [...views.values()];
}

const ABOUT: Readonly<Record<NameKind, (count: number, label: string) => Message>> = {
  label: (count) => msg('a label, {0} times', count),
  relation: (count) => msg('a relation, {0} times', count),
  documentLabel: (count) => msg('a label of articles, {0} times', count),
  attribute: (count, label) => msg('an attribute of {1}, {0} times', count, label),
};

function candidates({ kind, name, label }: Unknown, project: Project): string[] {
  const known = (
    kind === 'label'
      ? project.labels
      : kind === 'relation'
        ? project.relations
        : kind === 'documentLabel'
          ? project.documentLabels
          : (project.labels.find((l) => l.name === label)?.attributes ?? [])
  ).map((one) => one.name);
  const nearest = nearestName(name, known) ?? known.find((one) => begins(name, one) || begins(one, name));
  return nearest === undefined ? known : [nearest, ...known.filter((one) => one !== nearest)];
}

/** PERSON begins with PER. */
function begins(name: string, other: string): boolean {
  return name.toLowerCase().startsWith(other.toLowerCase());
}
