import { GOLD } from '../../core/annotations/sidecarNames.ts';
import { type Message, msg } from '../../core/message.ts';
import { personCalled } from '../../core/project.ts';
import type { LoadedProject } from '../projects.ts';

/** Who is to be compared, by the names of their files; or why nobody can be. */
export type Compared = { readonly annotators: readonly string[] } | { readonly refused: Message };

/**
 * The people to compare: those that were named, else all of the projects. `gold` names the adjudicated layer, which
 * only counts where somebody asks for it.
 */
export function comparedPeople(
  projects: readonly LoadedProject[],
  named: readonly string[] | undefined,
): Compared {
  const people = projects.flatMap(({ project }) => project.people);
  const known = [...new Set(people.map(({ name }) => name))];
  if (named === undefined) {
    if (known.length > 1) return { annotators: known };
    return {
      refused: msg(
        'Agreement needs at least two annotators: list them under "annotators" in pressmark.json, so that each has sidecars of their own.',
      ),
    };
  }
  const chosen: string[] = [];
  for (const name of named) {
    const found = name === GOLD ? GOLD : personCalled(people, name)?.name;
    if (found === undefined) {
      return {
        refused: msg(
          '“{0}” is not an annotator of this project. It knows: {1}.',
          name,
          [...known, GOLD].join(', '),
        ),
      };
    }
    if (!chosen.includes(found)) chosen.push(found);
  }
  return chosen.length > 1
    ? { annotators: chosen }
    : { refused: msg('Name at least two annotators to compare.') };
}
