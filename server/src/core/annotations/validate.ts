import { type Message, msg } from '../message.ts';
import type { Problem, ProblemSeverity } from '../problem.ts';
import { unknownLabel } from '../project/labels.ts';
import type { Project } from '../project/project.ts';
import { TextOffsets } from '../text/offsets.ts';
import { revisionOf } from '../text/revision.ts';
import { type LocatedArticle, locate } from './locate.ts';
import type { Annotation, FindingReview, SpanAnnotation } from './model.ts';
import type { Sidecar, SidecarEntry } from './sidecar.ts';

/**
 * What must be looked at in a sidecar: the parser's own problems, and what does not fit the article (undefined where
 * there is none) or the project. Places are UTF-16 offsets in the sidecar's text.
 */
export function validateSidecar(
  sidecar: Sidecar,
  articleText: string | undefined,
  project: Project,
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
      problems.push(at(entry, 'sidecar/unknown-label', 'warning', unknownLabel(annotation.label, labels)));
    }
    if (article && (annotation.kind === 'span' || annotation.kind === 'review')) {
      problems.push(...placeProblems(entry, annotation, article));
    }
    problems.push(...nameProblems(entry, annotation, project, ids));
  }
  return problems;
}

function at(entry: SidecarEntry, code: string, severity: ProblemSeverity, message: Message): Problem {
  return { code, severity, message, start: entry.start, end: entry.end };
}

function placeProblems(
  entry: SidecarEntry,
  annotation: SpanAnnotation | FindingReview,
  article: LocatedArticle,
): Problem[] {
  const { text, start, end, rev } = annotation;
  if (rev === article.revision && end > article.offsets.codePoints) {
    const message = msg(
      'This annotation ends at {0}, but the article has {1} characters only: tag the words again and delete this line.',
      end,
      article.offsets.codePoints,
    );
    return [at(entry, 'sidecar/past-end', 'error', message)];
  }
  const { status } = locate(annotation, article);
  if (status === 'review' && rev === article.revision) {
    const message = msg(
      'The article does not say “{0}” at {1}–{2}: tag the words again and delete this line.',
      text,
      start,
      end,
    );
    return [at(entry, 'sidecar/quote-differs', 'error', message)];
  }
  if (status === 'review') {
    const message = msg(
      'The article has changed, and the place of “{0}” is not certain: look at it, then tag it again or delete this line.',
      text,
    );
    return [at(entry, 'sidecar/review', 'warning', message)];
  }
  if (status === 'orphan') {
    const message = msg(
      'The article no longer says “{0}”: delete this line, or tag what stands there now.',
      text,
    );
    return [at(entry, 'sidecar/orphan', 'warning', message)];
  }
  return [];
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
      at(
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
    return [...dangling, at(entry, 'sidecar/unknown-relation', 'warning', message)];
  }
  if (
    annotation.kind === 'documentLabel' &&
    !project.documentLabels.some((l) => l.name === annotation.label)
  ) {
    const message = msg(
      'The project has no document label "{0}": add it to the documentLabels in pressmark.json, or delete this line.',
      annotation.label,
    );
    return [at(entry, 'sidecar/unknown-label', 'warning', message)];
  }
  return [];
}
