import { msg } from '../message.ts';
import type { Problem } from '../problem.ts';
import { unknownLabel } from '../project/labels.ts';
import type { Project } from '../project/project.ts';
import { TextOffsets } from '../text/offsets.ts';
import { revisionOf } from '../text/revision.ts';
import type { LocatedArticle } from './locate.ts';
import { conflictMessage, openConflict } from './merge/decide.ts';
import type { Annotation } from './model.ts';
import { type Locator, placeProblems } from './placeProblems.ts';
import { problemAt } from './problemAt.ts';
import type { Sidecar, SidecarEntry } from './sidecar.ts';
import { type OtherLayers, wordProblems } from './wordProblems.ts';

/** What is known beyond the sidecar, its article and the project; what is absent is not looked at. */
export interface KnownBesides {
  /** By old texts; absent: by quotes alone. */
  readonly locate?: Locator;
  readonly others?: OtherLayers;
}

/**
 * What must be looked at in a sidecar: the parser's own problems, and what does not fit the article (undefined where
 * there is none), the project or the other sidecars. Places are UTF-16 offsets in the sidecar's text.
 */
export function validateSidecar(
  sidecar: Sidecar,
  articleText: string | undefined,
  project: Project,
  besides: KnownBesides = {},
): Problem[] {
  const problems: Problem[] = [...sidecar.problems];
  const article: LocatedArticle | undefined =
    articleText === undefined
      ? undefined
      : { text: articleText, offsets: new TextOffsets(articleText), revision: revisionOf(articleText) };
  if (!article && sidecar.annotations.length > 0) {
    const message = msg(
      'The article of these annotations is missing: restore it, or move this file along with it.',
    );
    problems.push({ code: 'sidecar/no-article', severity: 'error', message, start: 0, end: 0 });
  }
  const labels = project.labels.map((label) => label.name);
  const ids = new Set(sidecar.annotations.map((entry) => entry.annotation.id));
  for (const entry of sidecar.annotations) {
    const { annotation } = entry;
    if (annotation.kind === 'span' && !labels.includes(annotation.label)) {
      problems.push(
        problemAt(entry, 'sidecar/unknown-label', 'warning', unknownLabel(annotation.label, labels)),
      );
    }
    if (article && (annotation.kind === 'span' || annotation.kind === 'review')) {
      problems.push(...placeProblems(entry, annotation, article, besides.locate));
    }
    const conflict = openConflict(annotation);
    if (conflict) {
      problems.push(problemAt(entry, 'sidecar/conflict-line', 'error', conflictMessage(conflict)));
    }
    problems.push(...nameProblems(entry, annotation, project, ids));
    problems.push(...wordProblems(entry, annotation, article?.revision, besides.others));
  }
  return problems;
}

function nameProblems(
  entry: SidecarEntry,
  annotation: Annotation,
  project: Project,
  ids: ReadonlySet<string>,
): Problem[] {
  if (annotation.kind === 'relation') {
    const missing = [annotation.from, annotation.to].filter((id) => !ids.has(id));
    const dangling = missing.map((id) =>
      problemAt(
        entry,
        'sidecar/dangling',
        'warning',
        msg(
          'This relation leads to the annotation {0}, which is not in this file: delete the line, or restore that annotation.',
          id,
        ),
      ),
    );
    if (project.relations.some((relation) => relation.name === annotation.label)) return dangling;
    const message = msg(
      'The project has no relation "{0}": add it to the relations in pressmark.json, or delete this line.',
      annotation.label,
    );
    return [...dangling, problemAt(entry, 'sidecar/unknown-relation', 'warning', message)];
  }
  if (
    annotation.kind === 'documentLabel' &&
    !project.documentLabels.some((l) => l.name === annotation.label)
  ) {
    const message = msg(
      'The project has no document label "{0}": add it to the documentLabels in pressmark.json, or delete this line.',
      annotation.label,
    );
    return [problemAt(entry, 'sidecar/unknown-label', 'warning', message)];
  }
  return [];
}
