import { GOLD } from '../core/annotations/sidecarNames.ts';
import { SENTENCE_FORMATS } from '../core/datasets/sentenceRows.ts';
import type { Format } from '../core/formats/format.ts';
import type { Holding, Holds } from '../core/formats/loss.ts';
import { FORMATS } from '../core/formats/registry.ts';
import { type Message, msg } from '../core/message.ts';
import { ALL_LAYERS, SHARED_LAYER } from '../service/datasets/exportChoice.ts';
import { USUAL_SENTENCES } from '../service/datasets/sentencePlan.ts';
import type { LoadedProject } from '../service/projects.ts';
import type { Workspace } from '../service/workspace.ts';
import { chosenArticles, projectsOf } from './chosenArticles.ts';
import {
  type FormatsParams,
  type FormatsView,
  type FormatView,
  type OptionParams,
  SENTENCES,
} from './protocol/datasets.ts';
import { negativesProblem, SENTENCE_OPTIONS } from './sentenceOptions.ts';

/** What there is to choose from where annotations are exported or imported. */
export async function formatsView(workspace: Workspace, { within }: FormatsParams): Promise<FormatsView> {
  const projects = await workspace.projects.all();
  const about = await projectsOf(workspace, await chosenArticles(workspace, within));
  return {
    formats: [...FORMATS.map((format) => formatView(workspace, format)), sentencesView(workspace)],
    layers: (await layersOf(workspace, about)).map(({ name, about }) => ({
      name,
      about: workspace.say(about),
    })),
    annotators: [...new Set(projects.flatMap(({ project }) => project.annotators))],
    labels: [...new Set(projects.flatMap(({ project }) => project.labels.map((l) => l.name)))],
  };
}

/** A layer that may be exported, and what it is. */
export interface LayerChoice {
  readonly name: string;
  readonly about: Message;
}

/** Where people annotate blind, nobody can look at others' work by exporting it: there is one's own, or nothing. */
export async function layersOf(
  workspace: Workspace,
  projects: readonly LoadedProject[],
): Promise<LayerChoice[]> {
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
  const { name, title, endings, holds, options } = format;
  return {
    name,
    title,
    writes: format.open !== undefined,
    reads: format.read !== undefined,
    endings,
    limits: limitsOf(workspace, holds),
    aligns: holds.insideTokens !== 'kept',
    options: options.map((option) => ({
      name: option.name,
      about: workspace.say(option.description),
      ...(option.values ? { values: option.values } : {}),
      byDefault: option.byDefault,
      uses: option.uses,
    })),
  };
}

/** Sentences stand among the formats, since that is where somebody looks for them. */
function sentencesView(workspace: Workspace): FormatView {
  return {
    name: SENTENCES,
    title: workspace.say(msg('Sentences for a classifier')),
    writes: true,
    reads: false,
    endings: [],
    limits: workspace.say(
      msg('UNTRANSLATED, GARBLED, dismissed and clean sentences, with what the rules see in them.'),
    ),
    aligns: false,
    options: [
      {
        name: SENTENCE_OPTIONS.file,
        about: workspace.say(msg('The kind of file')),
        values: SENTENCE_FORMATS,
        byDefault: USUAL_SENTENCES,
        uses: 'write',
      },
      {
        name: SENTENCE_OPTIONS.negatives,
        about: workspace.say(msg('Clean sentences for each bad one; nothing: all of them')),
        byDefault: '',
        uses: 'write',
      },
    ],
  };
}

/** What is wrong with the value of a format's option; null where nothing is. */
export function optionProblem(workspace: Workspace, { format, option, value }: OptionParams): string | null {
  const known = FORMATS.find((f) => f.name === format)?.options.find((o) => o.name === option);
  const isNegatives = format === SENTENCES && option === SENTENCE_OPTIONS.negatives;
  const problem = isNegatives ? negativesProblem(value) : known?.values ? undefined : known?.problem?.(value);
  return problem ? workspace.say(problem) : null;
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
