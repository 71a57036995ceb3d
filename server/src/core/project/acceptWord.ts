import { modify } from 'jsonc-parser';
import type { TextReplacement } from '../text/range.ts';

const FORMAT = { insertSpaces: true, tabSize: 2, eol: '\n' };

/**
 * The edits (UTF-16 units of `text`) that add a word to the dictionary of a project file, comments and layout kept.
 * An empty text becomes a project file that has nothing else. `dictionary` is what the file holds now.
 */
export function acceptWordEdits(
  text: string,
  dictionary: readonly string[],
  word: string,
): TextReplacement[] {
  if (text.trim() === '') {
    return [{ start: 0, end: text.length, newText: `${JSON.stringify({ dictionary: [word] }, null, 2)}\n` }];
  }
  const path = dictionary.length > 0 ? ['dictionary', -1] : ['dictionary'];
  const value = dictionary.length > 0 ? word : [word];
  const options = { formattingOptions: FORMAT, isArrayInsertion: dictionary.length > 0 };
  return modify(text, path, value, options).map(({ offset, length, content }) => ({
    start: offset,
    end: offset + length,
    newText: content,
  }));
}
