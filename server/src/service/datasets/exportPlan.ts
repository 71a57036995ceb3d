import { GOLD } from '../../core/annotations/sidecarNames.ts';
import type { Alignment, Format } from '../../core/formats/format.ts';
import { FORMATS } from '../../core/formats/registry.ts';
import { type Message, msg } from '../../core/message.ts';
import { unknownLabel } from '../../core/project/labels.ts';
import { personCalled } from '../../core/project.ts';
import { primaryTag } from '../../core/text/language/confusables.ts';
import type { LoadedProject } from '../projects.ts';
import { folderOf, relativePath } from '../uris.ts';
import type { Workspace } from '../workspace.ts';
import { layerNames } from './exportArticles.ts';
import { ALL_LAYERS, type ExportChoice, SHARED_LAYER, schemaOf } from './exportChoice.ts';
import { LOSSES_FILE } from './exportFolder.ts';
import type { ExportRequest, RequestedArticle, RequestedSplit } from './exportRequest.ts';

/** An export as somebody asks for it. */
export interface ExportWish {
  /** The name of a format. */
  readonly to: string;
  /** The dataset's name. */
  readonly name: string;
  /** Absent: the shared layer, where the project lists no annotators. */
  readonly layer?: string;
  readonly align: Alignment;
  /** Of the format's own options those that somebody chose. */
  readonly options: ReadonlyMap<string, string>;
  readonly review: ExportChoice['review'];
  readonly empty: ExportChoice['empty'];
  readonly done: boolean;
  /** BCP 47; absent: all. */
  readonly languages?: readonly string[];
  /** Names of labels; absent: all. */
  readonly labels?: readonly string[];
  readonly split?: RequestedSplit;
  readonly keepGoing: boolean;
  readonly strict: boolean;
}

export type PlannedExport = ExportRequest | { readonly refused: Message };

/** What is to be done for somebody's wish, on these articles (URIs), or why it cannot be. */
export async function plannedExport(
  workspace: Workspace,
  uris: readonly string[],
  wish: ExportWish,
): Promise<PlannedExport> {
  const format = FORMATS.find((f) => f.name === wish.to);
  if (!format?.open) return { refused: unknownFormat(wish.to) };
  const options = chosenOptions(format, wish.options);
  if ('refused' in options) return options;
  const projects = new Set<LoadedProject>();
  for (const uri of uris) projects.add(await workspace.projects.of(uri));
  const all = projects.size > 0 ? [...projects] : await workspace.projects.all();
  const layer = chosenLayer(all, wish.layer);
  if (typeof layer !== 'string') return layer;
  const known = all.flatMap(({ project }) => project.labels.map((l) => l.name));
  const unknown = wish.labels?.find((label) => !known.includes(label));
  if (unknown !== undefined) return { refused: unknownLabel(unknown, known) };
  const reserved = wish.split?.parts.find(({ name }) => RESERVED.has(name.toLowerCase()));
  if (reserved) return { refused: msg('A part cannot be called “{0}”: choose another name.', reserved.name) };
  const labels = wish.labels && new Set(wish.labels);
  const choice: ExportChoice = {
    layer,
    review: wish.review,
    empty: wish.empty,
    done: wish.done,
    ...(wish.languages
      ? { languages: new Set(wish.languages.map((tag) => primaryTag(tag.toLowerCase()))) }
      : {}),
    ...(labels ? { labels } : {}),
  };
  return {
    name: wish.name,
    articles: requestedArticles(all, uris),
    choice,
    format,
    align: wish.align,
    options,
    schema: schemaOf(
      all.map(({ project }) => project),
      labels,
    ),
    ...(wish.split ? { split: wish.split } : {}),
    keepGoing: wish.keepGoing,
    strict: wish.strict,
  };
}

/** Names of files about a dataset, without their endings: data cannot have them. */
const RESERVED: ReadonlySet<string> = new Set([
  LOSSES_FILE.split('.')[0] ?? '',
  'export',
  'readme',
  'croissant',
  'split',
]);

/** The formats that can be written. */
export function writableFormats(): Format[] {
  return FORMATS.filter((format) => format.open !== undefined);
}

function unknownFormat(name: string): Message {
  const names = writableFormats()
    .map((format) => format.name)
    .join(', ');
  return FORMATS.some((format) => format.name === name)
    ? msg('“{0}” is only read. These are written: {1}.', name, names)
    : msg('“{0}” is no format. There are: {1}.', name, names);
}

/** A value for each of a format's own options, or what is wrong with one that somebody chose. */
export function chosenOptions(
  format: Format,
  chosen: ReadonlyMap<string, string>,
  use: 'write' | 'read' = 'write',
): ReadonlyMap<string, string> | { readonly refused: Message } {
  const known = format.options.filter((option) => option.uses === 'both' || option.uses === use);
  for (const [name, value] of chosen) {
    const option = known.find((o) => o.name === name);
    if (!option) {
      const names = known.map((o) => o.name).join(', ') || '–';
      return { refused: msg('“{0}” is no option of {1}. It has: {2}.', name, format.title, names) };
    }
    if (option.values && !option.values.includes(value)) {
      const values = option.values.join(', ');
      return { refused: msg('“{0}” cannot be “{1}”. It is one of: {2}.', name, value, values) };
    }
    const problem = option.values ? undefined : option.problem?.(value);
    if (problem) return { refused: problem };
  }
  return new Map(format.options.map((option) => [option.name, chosen.get(option.name) ?? option.byDefault]));
}

function chosenLayer(
  projects: readonly LoadedProject[],
  wanted: string | undefined,
): string | { readonly refused: Message } {
  const names = [...new Set(projects.flatMap(layerNames))];
  if (wanted === undefined) {
    if (projects.every(({ project }) => project.people.length === 0)) return SHARED_LAYER;
    return {
      refused: msg('Several people annotate here. Say whose annotations you want: {0}.', names.join(', ')),
    };
  }
  if ([ALL_LAYERS, SHARED_LAYER, GOLD].includes(wanted)) return wanted;
  const people = projects.flatMap(({ project }) => project.people);
  return (
    personCalled(people, wanted)?.name ?? {
      refused: msg('There is no layer “{0}” in this project. It has: {1}.', wanted, names.join(', ')),
    }
  );
}

/** Articles in the order of their paths, which begin at the folder that all their projects are in. */
export function requestedArticles(
  projects: readonly LoadedProject[],
  uris: readonly string[],
): RequestedArticle[] {
  let base = projects[0]?.root ?? '';
  const isAbove = (folder: string, uri: string) => folder === uri || relativePath(folder, uri) !== undefined;
  while (!projects.every(({ root }) => isAbove(base, root)) && base !== folderOf(base)) base = folderOf(base);
  return uris
    .map((uri) => ({ uri, path: relativePath(base, uri) ?? uri }))
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}
