import { parse as parseYaml } from 'yaml';
import { nestingDepth, parseJson } from '../../json/scan.ts';
import { inputText } from '../inputText.ts';
import { membersOf } from '../jsonLines.ts';
import { listOf, textOf } from '../records/values.ts';
import type { RowColumns } from './rows.ts';

/** The features of our rows, as the library `datasets` declares them. Keys stand in the order of the columns. */
export function featuresOf(
  { tagColumns, withIds }: RowColumns,
  names: readonly string[],
): Record<string, unknown> {
  const value = (dtype: string) => ({ dtype, _type: 'Value' });
  const sequence = (feature: unknown) => ({ feature, _type: 'Sequence' });
  const tag = withIds ? { names, _type: 'ClassLabel' } : value('string');
  return {
    id: value('string'),
    tokens: sequence(value('string')),
    ...Object.fromEntries(tagColumns.map((column) => [column, sequence(tag)])),
    text: value('string'),
    starts: sequence(value('int32')),
    ends: sequence(value('int32')),
    article: value('string'),
    sentence: value('int32'),
    language: value('string'),
    annotator: value('string'),
    tokenizer: value('string'),
  };
}

/** What the file with the features beside `data/train.jsonl` is called. */
export function featuresFile(path: string): string {
  return `${stemOf(path)}.features.json`;
}

/** Files beside a data file that may say the names of numbered tags. */
export function featureFiles(path: string): string[] {
  return [
    featuresFile(path.slice(path.lastIndexOf('/') + 1)),
    'dataset_info.json',
    'dataset_infos.json',
    'README.md',
  ];
}

function stemOf(path: string): string {
  return path.replace(/\.[^./]*$/, '');
}

/** Deeper than features of any data set are. */
const MAX_DEPTH = 60;

/** The names of a column's numbers, as the files beside a data file declare them. */
export function declaredNames(
  beside: ReadonlyMap<string, Uint8Array>,
  column: string,
): readonly string[] | undefined {
  for (const [name, bytes] of beside) {
    const decoded = inputText(bytes);
    if (!decoded.ok || nestingDepth(decoded.text) > MAX_DEPTH) continue;
    const value = name.endsWith('.md') ? frontMatter(decoded.text) : parseJson(decoded.text)?.value;
    const names = namesIn(value, column);
    if (names) return names;
  }
  return undefined;
}

/** The names of a column's numbers in what the key `huggingface` of a Parquet file holds. */
export function metadataNames(json: string, column: string): readonly string[] | undefined {
  return nestingDepth(json) > MAX_DEPTH ? undefined : namesIn(parseJson(json)?.value, column);
}

/** The YAML that a dataset card begins with. */
function frontMatter(text: string): unknown {
  const yaml = /^---\r?\n(.*?)\r?\n---\r?\n/su.exec(text)?.[1];
  if (yaml === undefined) return undefined;
  try {
    return parseYaml(yaml);
  } catch {
    return undefined;
  }
}

/** Looks for the features of a column in a tree of declarations, and for the names of its `ClassLabel` in them. */
function namesIn(value: unknown, column: string): readonly string[] | undefined {
  const waiting: { readonly value: unknown; readonly inside: boolean }[] = [{ value, inside: false }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const members = membersOf(next.value);
    if (Array.isArray(next.value))
      for (const v of next.value) waiting.push({ value: v, inside: next.inside });
    if (!members) continue;
    const names = next.inside ? namesOf(members.get('names')) : undefined;
    if (names) return names;
    // A card lists features with their names, JSON has them by their names.
    const named = members.get('name') === column;
    for (const [key, v] of members)
      waiting.push({ value: v, inside: next.inside || named || key === column });
  }
  return undefined;
}

/** A list of names, or names by their numbers as a card has them. */
function namesOf(value: unknown): readonly string[] | undefined {
  const members = membersOf(value);
  const list = members
    ? [...members].sort(([a], [b]) => Number(a) - Number(b)).map(([, v]) => v)
    : listOf(value);
  const names = list.map((v) => textOf(v));
  return names.length > 0 && names.every((n) => n !== undefined) ? names : undefined;
}
