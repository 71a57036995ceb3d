import { NO_DESCRIPTION } from './description.ts';
import type { Label, Project } from './project.ts';

/**
 * Colours of the default labels, and of labels without one, in turn. Each has a contrast of at least 3 : 1 (WCAG 2.2,
 * 1.4.11) on white and on VS Code's dark #1e1e1e, and any two keep an OKLab distance of at least 0.085 for normal,
 * protan and deutan vision (found by search over the colours that have that contrast; the test recomputes both).
 */
export const LABEL_COLORS = [
  '#c38700',
  '#0096ff',
  '#2d780f',
  '#2da596',
  '#5a6987',
  '#874bc3',
  '#ff3ce1',
  '#0f96c3',
  '#3c8769',
  '#960fff',
  '#e1001e',
] as const;

/** The colour of the label at this 0-based place in the list. */
export function labelColor(index: number): string {
  return LABEL_COLORS[index % LABEL_COLORS.length] ?? '#0096ff';
}

function name(index: number, label: string, title: string, key: string, guideline: string): Label {
  return { name: label, title, key, color: labelColor(index), guideline, sentence: false, attributes: [] };
}

function sentence(index: number, label: string, title: string, key: string, guideline: string): Label {
  return { ...name(index, label, title, key, guideline), sentence: true };
}

/** OntoNotes' names for names, and two for sentences. */
export const DEFAULT_LABELS: readonly Label[] = [
  name(0, 'PER', 'Person', 'p', 'People, real or invented, without their titles.'),
  name(1, 'ORG', 'Organisation', 'o', 'Companies, agencies, parties, armed groups, media, teams.'),
  name(
    2,
    'GPE',
    'Country, city, state',
    'g',
    'Places with a government, also where the name stands for that government.',
  ),
  name(3, 'LOC', 'Place', 'l', 'Mountains, waters, regions: places without a government.'),
  name(4, 'FAC', 'Building', 'f', 'Buildings, airports, roads, bridges.'),
  name(5, 'NORP', 'People or creed', 'n', 'Nationalities, religious and political groups.'),
  name(6, 'EVENT', 'Event', 'e', 'Wars, storms, games, summits that have a name.'),
  name(7, 'DATE', 'Date', 'd', 'Dates and periods, absolute or relative.'),
  name(8, 'MONEY', 'Money', 'm', 'Amounts with their currency.'),
  sentence(9, 'UNTRANSLATED', 'Untranslated', 'u', 'A sentence, or a part of one, left in another language.'),
  sentence(10, 'GARBLED', 'Garbled', 'x', 'A sentence that is damaged so that it cannot be read as written.'),
];

/** The project of a folder without a project file. */
export const DEFAULT_PROJECT: Project = {
  include: ['**/*.txt'],
  exclude: ['**/.*/**', '**/node_modules/**'],
  language: 'auto',
  folders: [],
  labels: DEFAULT_LABELS,
  relations: [],
  documentLabels: [],
  entities: { files: ['entities/**/*.jsonl', 'entities.jsonl'], builtIn: true, imported: [] },
  rules: new Map(),
  dictionary: [],
  annotators: [],
  people: [],
  blind: false,
  assignments: 'assignments.jsonl',
  agreement: new Map(),
  dataset: NO_DESCRIPTION,
};
