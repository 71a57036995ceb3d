import { type JSONPath, modify, type Node, parseTree } from 'jsonc-parser';
import type { TextReplacement } from '../text/range.ts';

/** How edits of project files are laid out. */
export const FORMAT = { insertSpaces: true, tabSize: 2, eol: '\n' };

/**
 * The edits (UTF-16 units of `text`) that add a word to the dictionary of a project file, comments and layout kept.
 * An empty text becomes a project file that has nothing else. `dictionary` is what the file holds now.
 */
export function acceptWordEdits(
  text: string,
  dictionary: readonly string[],
  word: string,
): TextReplacement[] {
  if (isEmpty(text)) return [wholeFile(text, { dictionary: [word] })];
  return dictionary.length > 0
    ? modified(text, ['dictionary', -1], word, true)
    : modified(text, ['dictionary'], [word]);
}

/**
 * The edits (UTF-16 units of `text`) that turn a rule off in a project file: its options, comments and layout are
 * kept. An empty text becomes a project file that has nothing else.
 */
export function ruleOffEdits(text: string, rule: string): TextReplacement[] {
  if (isEmpty(text)) return [wholeFile(text, { rules: { [rule]: 'off' } })];
  const rules = memberOf(parseTree(text, [], { allowTrailingComma: true }), 'rules');
  if (rules?.type !== 'object') return modified(text, ['rules'], { [rule]: 'off' });
  const setting = memberOf(rules, rule);
  const path = setting?.type === 'object' ? ['rules', rule, 'severity'] : ['rules', rule];
  return modified(text, path, 'off');
}

/**
 * The edits (UTF-16 units of `text`) that let a project file read one more entity file, by its path or glob; what else
 * stands there, comments and layout are kept. `files`: the globs that the project has now.
 */
export function entityFileEdits(text: string, files: readonly string[], path: string): TextReplacement[] {
  if (isEmpty(text)) return [wholeFile(text, { entities: { files: [...files, path] } })];
  const known = memberOf(memberOf(parseTree(text, [], { allowTrailingComma: true }), 'entities'), 'files');
  return known?.type === 'array' && known.children?.length
    ? modified(text, ['entities', 'files', -1], path, true)
    : modified(text, ['entities', 'files'], [...files, path]);
}

function isEmpty(text: string): boolean {
  return text.trim() === '';
}

function wholeFile(text: string, content: object): TextReplacement {
  return { start: 0, end: text.length, newText: `${JSON.stringify(content, null, 2)}\n` };
}

function modified(text: string, path: JSONPath, value: unknown, isArrayInsertion = false): TextReplacement[] {
  const edits = modify(text, path, value, { formattingOptions: FORMAT, isArrayInsertion });
  return edits.map(({ offset, length, content }) => ({
    start: offset,
    end: offset + length,
    newText: content,
  }));
}

/** The value of an object's member in a project file; undefined where there is none. */
export function memberOf(object: Node | undefined, name: string): Node | undefined {
  if (object?.type !== 'object') return undefined;
  return object.children?.find((property) => property.children?.[0]?.value === name)?.children?.[1];
}
