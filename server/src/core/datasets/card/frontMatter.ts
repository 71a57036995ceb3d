import type { ExportedFile, ExportSummary } from '../../formats/report.ts';
import { type CardFacts, labelsOf, languagesOf, titleOf } from './facts.ts';

type Value = string | readonly Value[] | { readonly [key: string]: Value };

/**
 * The YAML front matter of a dataset card as the Hugging Face hub reads it, with its two `---` lines. What the team has
 * not said is left out rather than guessed; the hub asks for a licence then.
 */
export function frontMatter(facts: CardFacts): string {
  const { summary, project } = facts;
  const languages = [...new Set(languagesOf(summary).map((l) => l.split('-', 1)[0]?.toLowerCase() ?? l))];
  const configs = configsOf(summary);
  const meta: Record<string, Value> = {
    pretty_name: titleOf(facts),
    ...(languages.length > 0 ? { language: languages } : {}),
    ...(languages.length > 0
      ? { multilinguality: [languages.length === 1 ? 'monolingual' : 'multilingual'] }
      : {}),
    ...licenseOf(project.dataset.license),
    ...tasksOf(facts),
    size_categories: [sizeCategory(recordsOf(facts))],
    tags: [...new Set([...(project.dataset.keywords ?? []), 'news', 'pressmark'])],
    ...(configs.length > 0 ? { configs: [{ config_name: 'default', data_files: configs }] } : {}),
  };
  return `---\n${yaml(meta)}---\n`;
}

/** The name of a split that `load_dataset` knows: `dev` is `validation` there, and names are letters, digits and `_`. */
export function hubSplit(name: string): string {
  if (/^(?:dev|val|valid|validation)$/i.test(name)) return 'validation';
  const word = name.replace(/[^A-Za-z0-9_]/g, '_');
  return word === '' ? 'data' : word;
}

/** Formats whose records have the same columns of the same types, so that `load_dataset` reads them by itself. */
const LOADABLE_FORMATS: ReadonlySet<string> = new Set(['huggingface', 'parquet', 'csv', 'sentences']);
const LOADABLE_ENDINGS = ['.jsonl', '.json', '.csv', '.tsv', '.parquet'];

/** True where `load_dataset` reads this file of a dataset. */
export function isLoadable({ format }: ExportSummary, file: ExportedFile): boolean {
  return (
    file.kind === 'file' &&
    LOADABLE_FORMATS.has(format.name) &&
    LOADABLE_ENDINGS.some((ending) => file.path.endsWith(ending))
  );
}

function configsOf(summary: ExportSummary): Value[] {
  const { splits, files } = summary;
  return splits.flatMap(({ name }): Value[] => {
    const own = files.filter(
      (file): file is ExportedFile & { kind: 'file' } =>
        file.kind === 'file' && file.split === name && isLoadable(summary, file),
    );
    if (own.length === 0) return [];
    const split = splits.length === 1 ? 'train' : hubSplit(name);
    return [{ split, path: own.map(({ path }) => path) }];
  });
}

/** The hub knows licences by SPDX names in lower case; another one is `other`, with its name and address. */
function licenseOf(license: string | undefined): Record<string, Value> {
  if (license === undefined) return {};
  if (/^https?:/.test(license)) return { license: 'other', license_name: 'custom', license_link: license };
  const known = HUB_LICENSES.has(license.toLowerCase());
  return known
    ? { license: license.toLowerCase() }
    : { license: 'other', license_name: license.toLowerCase() };
}

/** Those of the hub's list that are given to data. */
const HUB_LICENSES: ReadonlySet<string> = new Set(
  (
    'apache-2.0 mit bsd-2-clause bsd-3-clause cc cc0-1.0 cc-by-2.0 cc-by-2.5 cc-by-3.0 cc-by-4.0 cc-by-sa-3.0 ' +
    'cc-by-sa-4.0 cc-by-nc-2.0 cc-by-nc-3.0 cc-by-nc-4.0 cc-by-nd-4.0 cc-by-nc-nd-3.0 cc-by-nc-nd-4.0 cc-by-nc-sa-2.0 ' +
    'cc-by-nc-sa-3.0 cc-by-nc-sa-4.0 cdla-sharing-1.0 cdla-permissive-1.0 cdla-permissive-2.0 odc-by odbl pddl gpl-3.0 ' +
    'agpl-3.0 lgpl-3.0 gfdl unlicense unknown'
  ).split(' '),
);

function tasksOf(facts: CardFacts): Record<string, Value> {
  const kinds = new Set(facts.summary.splits.flatMap(({ labels }) => labels.map(({ kind }) => kind)));
  const labels = labelsOf(facts);
  const names = labels.some(({ known }) => known?.sentence !== true);
  const sentences = facts.sentences !== undefined || labels.some(({ known }) => known?.sentence === true);
  const tasks = [
    ...(names ? ['token-classification'] : []),
    ...(sentences || kinds.has('documentLabel') ? ['text-classification'] : []),
  ];
  return tasks.length === 0
    ? {}
    : { task_categories: tasks, ...(names ? { task_ids: ['named-entity-recognition'] } : {}) };
}

/** Records: sentences, or layers of articles. */
function recordsOf({ summary, sentences }: CardFacts): number {
  if (!sentences) return summary.splits.reduce((sum, { layers }) => sum + layers, 0);
  return [...sentences.classes.values()].flat().reduce((sum, n) => sum + n, 0);
}

const SIZES: readonly (readonly [number, string])[] = [
  [1e3, 'n<1K'],
  [1e4, '1K<n<10K'],
  [1e5, '10K<n<100K'],
  [1e6, '100K<n<1M'],
  [1e7, '1M<n<10M'],
];

function sizeCategory(records: number): string {
  return SIZES.find(([most]) => records < most)?.[1] ?? '10M<n<100M';
}

/** Plain YAML: keys are words, all texts are in double quotes, which YAML reads as JSON does. */
function yaml(value: { readonly [key: string]: Value }, indent = ''): string {
  return Object.entries(value)
    .map(([key, inner]) => {
      if (typeof inner === 'string') return `${indent}${key}: ${quoted(inner)}\n`;
      if (isList(inner)) return `${indent}${key}:\n${inner.map((item) => listItem(item, indent)).join('')}`;
      return `${indent}${key}:\n${yaml(inner, `${indent}  `)}`;
    })
    .join('');
}

function listItem(item: Value, indent: string): string {
  if (typeof item === 'string') return `${indent}- ${quoted(item)}\n`;
  if (isList(item)) return '';
  return `${indent}- ${yaml(item, `${indent}  `).slice(indent.length + 2)}`;
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

/** Words that YAML takes for texts anyway stay without quotes, as people write them. */
function quoted(text: string): string {
  const word =
    /^[a-z][a-z0-9]*(?:[-_.][a-z0-9]+)*$/.test(text) && !/^(?:y|n|yes|no|on|off|true|false|null)$/.test(text);
  if (word) return text;
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
