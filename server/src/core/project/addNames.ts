import { type JSONPath, modify, parseTree } from 'jsonc-parser';
import { applyReplacements } from '../text/range.ts';
import { FORMAT, memberOf } from './edits.ts';
import type { Label } from './project.ts';

/** Names that a project file is to have besides those that it has. */
export interface NewNames {
  readonly labels: readonly string[];
  readonly relations: readonly string[];
  readonly documentLabels: readonly string[];
  /** Attributes of labels, old or new. */
  readonly attributes: readonly {
    readonly label: string;
    readonly name: string;
    readonly type: 'text' | 'number' | 'boolean';
  }[];
}

/**
 * A project file with more names in it, its comments and layout kept; an empty text becomes a project file. `labels`:
 * those that the project has now. Where the file lists none, they are the usual ones, and are written out: a list takes
 * their place.
 */
export function withNames(text: string, labels: readonly Label[], names: NewNames): string {
  let result = text.trim() === '' ? '{}\n' : text;
  const set = (path: JSONPath, value: unknown, isArrayInsertion = false) => {
    const edits = modify(result, path, value, { formattingOptions: FORMAT, isArrayInsertion });
    const replacements = edits.map((e) => ({
      start: e.offset,
      end: e.offset + e.length,
      newText: e.content,
    }));
    result = applyReplacements(result, replacements);
  };
  const add = (key: string, value: unknown) => {
    const list = memberOf(parseTree(result, [], { allowTrailingComma: true }), key);
    if (list?.type === 'array' && list.children?.length) set([key, -1], value, true);
    else set([key], [value]);
  };
  const needsLabels = names.labels.length > 0 || names.attributes.length > 0;
  if (
    needsLabels &&
    memberOf(parseTree(result, [], { allowTrailingComma: true }), 'labels')?.type !== 'array'
  )
    set(['labels'], labels.map(written));
  for (const name of names.labels) add('labels', { name });
  for (const name of names.relations) add('relations', { name });
  for (const name of names.documentLabels) add('documentLabels', { name });
  for (const { label, name, type } of names.attributes)
    addAttribute(label, { name, ...(type === 'text' ? {} : { type }) });
  return result;

  function addAttribute(label: string, attribute: object): void {
    const list = memberOf(parseTree(result, [], { allowTrailingComma: true }), 'labels');
    const index = list?.children?.findIndex((one) => memberOf(one, 'name')?.value === label) ?? -1;
    if (index < 0) return;
    const own = memberOf(list?.children?.[index], 'attributes');
    if (own?.type === 'array' && own.children?.length)
      set(['labels', index, 'attributes', -1], attribute, true);
    else set(['labels', index, 'attributes'], [attribute]);
  }
}

/** A usual label as a project file has it. */
function written({ name, title, key, color, guideline, sentence }: Label): object {
  return {
    name,
    title,
    ...(key === undefined ? {} : { key }),
    color,
    ...(guideline === undefined ? {} : { guideline }),
    ...(sentence ? { sentence } : {}),
  };
}
