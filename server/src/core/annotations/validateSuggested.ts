import { msg } from '../message.ts';
import type { Problem } from '../problem.ts';
import { unknownLabel } from '../project/labels.ts';
import type { Project } from '../project/project.ts';
import { problemAt } from './problemAt.ts';
import type { Sidecar } from './sidecar.ts';

/**
 * What must be looked at in a file of machine suggestions: the parser's own problems, labels that the project does not
 * have, and lines that are no suggestions. Where its words have changed nothing is to be done: such a suggestion is not
 * shown, and the next `pressmark suggest --write` takes it out. Places are UTF-16 offsets in the file's text.
 */
export function validateSuggested(sidecar: Sidecar, hasArticle: boolean, project: Project): Problem[] {
  const problems: Problem[] = [...sidecar.problems];
  if (!hasArticle && sidecar.annotations.length > 0) {
    const message = msg('The article of these suggestions is missing: restore it, or delete this file.');
    problems.push({ code: 'sidecar/no-article', severity: 'error', message, start: 0, end: 0 });
  }
  const labels = project.labels.map((label) => label.name);
  for (const entry of sidecar.annotations) {
    const { annotation } = entry;
    if (annotation.kind === 'unknown') continue;
    if (annotation.kind !== 'span') {
      const message = msg(
        'This file holds suggestions of “pressmark suggest”, and this line is none, so that nobody reads it: move it to the file of whoever wrote it.',
      );
      problems.push(problemAt(entry, 'sidecar/not-a-suggestion', 'warning', message));
    } else if (!labels.includes(annotation.label)) {
      const message = unknownLabel(annotation.label, labels);
      problems.push(problemAt(entry, 'sidecar/unknown-label', 'warning', message));
    }
  }
  return problems;
}
