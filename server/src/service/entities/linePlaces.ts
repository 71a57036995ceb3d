import type { LineProblem } from '../../core/entities/sources/fileIndex.ts';
import type { Problem } from '../../core/problem.ts';

/** Problems of lines with the places of these in a text (UTF-16 units), in their order. */
export function placedProblems(text: string, problems: readonly LineProblem[]): Problem[] {
  const placed: Problem[] = [];
  let line = 0;
  let start = 0;
  for (const problem of problems.toSorted((a, b) => a.line - b.line)) {
    for (; line < problem.line; line++) {
      const feed = text.indexOf('\n', start);
      if (feed < 0) break;
      start = feed + 1;
    }
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    const { code, severity, message } = problem;
    placed.push({ code, severity, message, start, end: text.charCodeAt(end - 1) === 13 ? end - 1 : end });
  }
  return placed;
}
