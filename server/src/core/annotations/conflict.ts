import { msg } from '../message.ts';
import type { Problem } from '../problem.ts';
import { EntryReader } from './entryReader.ts';
import { linesOf } from './layout.ts';
import { SIDECAR_VERSION } from './schema.ts';
import type { Sidecar } from './sidecar.ts';

/** True for a text in which git has left conflict markers; in JSON no line can begin with one. */
export function hasConflict(text: string): boolean {
  // Without the flag m: for it, U+2028 and a lone CR end lines too, and strings may hold them.
  return /(?:^|\n)(?:<{7}|>{7})(?: |\r?\n|\r?$)/.test(text);
}

/**
 * A sidecar with git's conflict markers, read line by line: the annotations of both sides, the common ancestor's left
 * out, lines that both sides have given once. One problem per conflict; not writable.
 */
export function readConflict(text: string): Sidecar {
  const reader = new EntryReader(text);
  const problems: Problem[] = [];
  const ancestor = new Set<number>();
  let inAncestor = false;
  let opened: number | undefined;
  for (const { line, start, end } of linesOf(text)) {
    const marker = /^([<>|=])\1{6}(?: |$)/.exec(text.slice(start, Math.min(end, start + 8)))?.[1];
    if (marker !== undefined) inAncestor = marker === '|';
    if (marker === '<') opened = start;
    if (marker === '>') {
      problems.push(conflict(opened ?? start, end));
      opened = undefined;
    }
    if (inAncestor) ancestor.add(line);
  }
  if (opened !== undefined) problems.push(conflict(opened, text.length));
  reader.addLoneLines((line) => ancestor.has(line));
  return reader.finish(problems, false, SIDECAR_VERSION);
}

function conflict(start: number, end: number): Problem {
  const message = msg(
    'Git could not merge these lines. Annotations of both sides are shown; nothing is written to this file until that is settled: choose with the light bulb (Ctrl+.) here, or run “pressmark resolve”.',
  );
  return { code: 'sidecar/conflict', severity: 'error', message, start, end };
}
