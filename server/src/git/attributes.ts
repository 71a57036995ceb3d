/** Sidecars go through our drivers, are text wherever they are, and have LF on every machine. */
export const SIDECAR_ATTRIBUTES = '*.ann.json merge=pressmark diff=pressmark text eol=lf';

const BEGIN = '# pressmark: begin (pressmark git uninstall takes these lines out)';
const END = '# pressmark: end';
const BLOCK_LINES = [BEGIN, SIDECAR_ATTRIBUTES, END];

/**
 * The text of an attributes file with our lines at its end, in the line ends that it has; the same text where they are
 * there already. Lines of others stay as they are, and so does a last line without an end.
 */
export function withAttributes(text: string): string {
  const block = blockIn(text);
  const eol = /^[^\n]*\r\n/.test(text) ? '\r\n' : '\n';
  const lines = BLOCK_LINES.join(eol);
  if (block) return text.slice(0, block.start) + lines + text.slice(block.end);
  return text === '' || text.endsWith('\n') ? `${text}${lines}${eol}` : `${text}${eol}${lines}`;
}

/** The text without our lines; what it was before `withAttributes`. */
export function withoutAttributes(text: string): string {
  const block = blockIn(text);
  if (!block) return text;
  const rest = /^\r?\n/.exec(text.slice(block.end, block.end + 2))?.[0] ?? '';
  const before = text.slice(0, block.start);
  // Without an end after the block, the one before it is ours: it was put after a last line that had none.
  if (rest === '') return before.replace(/\r?\n$/, '') + text.slice(block.end);
  return before + text.slice(block.end + rest.length);
}

/** Our lines, whole: from the beginning of the first to the end of the last, without its line end. */
function blockIn(text: string): { start: number; end: number } | undefined {
  const found = /^# pressmark: begin[^\n]*\n\*\.ann\.json [^\n]*\n# pressmark: end(?=\r?$)/m.exec(text);
  return found ? { start: found.index, end: found.index + found[0].length } : undefined;
}
