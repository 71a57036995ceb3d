import type { Node } from 'jsonc-parser';
import * as v from 'valibot';
import { msg } from '../message.ts';
import type { Problem } from '../problem.ts';
import { CreatorSchema, DescriptionSchema } from './schema.ts';
import { problem, readList, readValue, unknownKey } from './values.ts';

/** Who made a dataset. */
export interface Creator {
  readonly name: string;
  readonly url?: string;
  /** False for a person. */
  readonly organization: boolean;
}

/** What a team says of the dataset that its corpus becomes: for dataset cards and metadata, never guessed. */
export interface DatasetDescription {
  readonly title?: string;
  readonly description?: string;
  /** An SPDX identifier such as `CC-BY-4.0`, or the address of a licence. */
  readonly license?: string;
  readonly creators: readonly Creator[];
  /** How to cite it, preferably as BibTeX. */
  readonly citation?: string;
  /** Its page. */
  readonly url?: string;
  /** `MAJOR.MINOR.PATCH`. */
  readonly version?: string;
  /** The day on which it was published: `2026-11-22`. */
  readonly published?: string;
  readonly keywords?: readonly string[];
  /** Where the articles come from. */
  readonly source?: string;
  /** Who annotated, how they were trained and paid, how they worked. */
  readonly process?: string;
  /** What is in it of persons, and what was done about that. */
  readonly privacy?: string;
  readonly limitations?: readonly string[];
}

/** What a project without `dataset` says. */
export const NO_DESCRIPTION: DatasetDescription = { creators: [] };

/** Reads `dataset`; each key that does not fit is reported and left out. */
export function readDescription(node: Node | undefined, problems: Problem[]): DatasetDescription {
  if (!node) return NO_DESCRIPTION;
  if (node.type !== 'object') {
    problems.push(
      problem(
        'project/value',
        node,
        msg(
          '"{0}" should be a list of names and values in braces. Until then the default counts.',
          'dataset',
        ),
      ),
    );
    return NO_DESCRIPTION;
  }
  const members = new Map<string, Node>();
  for (const property of node.children ?? []) {
    const [keyNode, valueNode] = property.children ?? [];
    if (!keyNode) continue;
    const key = String(keyNode.value);
    if (!Object.hasOwn(DescriptionSchema.entries, key))
      problems.push(unknownKey(keyNode, Object.keys(DescriptionSchema.entries)));
    else if (valueNode) members.set(key, valueNode);
  }
  const read = <K extends keyof typeof DescriptionSchema.entries, T>(
    key: K,
    item: v.GenericSchema<unknown, T>,
  ) => {
    const value = members.get(key);
    const placed = value && readValue(value, item, key, problems);
    return placed ? ({ [key]: placed.value } as { [P in K]: T }) : {};
  };
  const list = <K extends keyof typeof DescriptionSchema.entries>(key: K) => {
    const value = members.get(key);
    const placed = value && readList(value, v.string(), key, problems);
    return placed ? ({ [key]: placed.map((one) => one.value) } as { [P in K]: string[] }) : {};
  };
  const { entries } = DescriptionSchema;
  return {
    ...read('title', entries.title.wrapped),
    ...read('description', entries.description.wrapped),
    ...read('license', entries.license.wrapped),
    creators: readCreators(members.get('creators'), problems),
    ...read('citation', entries.citation.wrapped),
    ...read('url', entries.url.wrapped),
    ...read('version', entries.version.wrapped),
    ...read('published', entries.published.wrapped),
    ...list('keywords'),
    ...read('source', entries.source.wrapped),
    ...read('process', entries.process.wrapped),
    ...read('privacy', entries.privacy.wrapped),
    ...list('limitations'),
  };
}

function readCreators(node: Node | undefined, problems: Problem[]): Creator[] {
  const read = node ? readList(node, CreatorSchema, 'creators', problems) : undefined;
  return (read ?? []).map(({ value }) =>
    typeof value === 'string'
      ? { name: value, organization: false }
      : {
          name: value.name,
          ...(value.url === undefined ? {} : { url: value.url }),
          organization: value.organization ?? false,
        },
  );
}
