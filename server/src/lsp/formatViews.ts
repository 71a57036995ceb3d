import { GOLD } from '../core/annotations/sidecarNames.ts';
import type { Format } from '../core/formats/format.ts';
import type { Holding, Holds } from '../core/formats/loss.ts';
import { FORMATS } from '../core/formats/registry.ts';
import { type Message, msg } from '../core/message.ts';
import { ALL_LAYERS, SHARED_LAYER } from '../service/datasets/exportChoice.ts';
import type { Workspace } from '../service/workspace.ts';
import type { FormatsView, FormatView } from './protocol/datasets.ts';

/** What there is to choose from where annotations are exported or imported. */
export async function formatsView(workspace: Workspace): Promise<FormatsView> {
  const projects = await workspace.projects.all();
  return {
    formats: FORMATS.map((format) => formatView(workspace, format)),
    layers: (await layersOf(workspace)).map(({ name, about }) => ({
      name,
      about: workspace.say(about),
    })),
    annotators: [...new Set(projects.flatMap(({ project }) => project.annotators))],
  };
}

/** A layer that may be exported, and what it is. */
export interface LayerChoice {
  readonly name: string;
  readonly about: Message;
}

/** Where people annotate blind, nobody can look at others' work by exporting it: there is one's own, or nothing. */
export async function layersOf(workspace: Workspace): Promise<LayerChoice[]> {
  const projects = await workspace.projects.all();
  if (projects.some((project) => workspace.people.isBlind(project))) {
    const own = await Promise.all(projects.map((project) => workspace.people.self(project)));
    const names = [...new Set(own.flatMap((self) => self?.person.name ?? []))];
    return names.map((name) => ({ name, about: msg('Your own annotations.') }));
  }
  const people = [...new Set(projects.flatMap(({ project }) => project.annotators))];
  const shared = { name: SHARED_LAYER, about: msg('The annotations that belong to nobody alone.') };
  const gold = { name: GOLD, about: msg('What was adjudicated.') };
  if (people.length === 0) return [shared, gold];
  return [
    gold,
    { name: ALL_LAYERS, about: msg('Everybody’s annotations, each person’s apart.') },
    ...people.map((name) => ({ name, about: msg('The annotations of {0}.', name) })),
    shared,
  ];
}

function formatView(workspace: Workspace, format: Format): FormatView {
  const { name, title, endings, holds } = format;
  return {
    name,
    title,
    writes: format.open !== undefined,
    reads: format.read !== undefined,
    endings,
    limits: limitsOf(workspace, holds),
    aligns: holds.insideTokens !== 'kept',
  };
}

/** What people ask about before they choose a format. */
const ASKED: readonly (readonly [keyof Holds, Message])[] = [
  ['text', msg('the text to the letter')],
  ['nested', msg('tags in tags')],
  ['overlapping', msg('tags that overlap')],
  ['discontinuous', msg('tags with gaps')],
  ['relations', msg('relations')],
  ['documentLabels', msg('document labels')],
  ['attributes', msg('attributes')],
  ['entities', msg('entities')],
  ['notes', msg('notes')],
];

/** What a format does not hold as it is, in sentences; empty where it holds everything. */
function limitsOf(workspace: Workspace, holds: Holds): string {
  const which = (holding: Holding) =>
    ASKED.filter(([key]) => holds[key] === holding)
      .map(([, words]) => workspace.say(words))
      .join(', ');
  const dropped = which('dropped');
  const changed = which('changed');
  const sentences = [
    ...(dropped === '' ? [] : [msg('Leaves out: {0}.', dropped)]),
    ...(changed === '' ? [] : [msg('Changes: {0}.', changed)]),
  ];
  return sentences.map((sentence) => workspace.say(sentence)).join(' ');
}
