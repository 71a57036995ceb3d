import { stateOf } from '../../core/annotations/articleStatus.ts';
import { annotationsOf } from '../../core/annotations/parse.ts';
import type { GivenTag } from '../../core/suggestions/tagged/givenTag.ts';
import { beginsAfter } from '../../core/suggestions/tagged/sameCase.ts';
import type { LoadedProject } from '../projects.ts';
import type { Layer } from '../sidecars.ts';
import { shownAnnotation, standingsOf } from '../standings.ts';

/** Longer ones are sentences. */
const LONGEST = 200;

/** What an article's layers teach. */
export interface TagsOfArticle {
  readonly tags: readonly GivenTag[];
  /** Somebody has said to be through with the article. */
  readonly done: boolean;
}

/**
 * The tags of some layers that teach what words are tagged as: those of names, with people's records applied. A tag
 * that somebody has said to be wrong, or that people dispute, teaches nothing, nor does the label of a sentence, nor one
 * line that git could not merge.
 */
export function tagsOfLayers(layers: readonly Layer[], { project }: LoadedProject): TagsOfArticle {
  const sentenceLabels = new Set(project.labels.filter((l) => l.sentence).map((l) => l.name));
  const standings = standingsOf(layers, project.people);
  const tags: GivenTag[] = [];
  let done = false;
  for (const { annotator, sidecar } of layers) {
    if (!sidecar) continue;
    const annotations = annotationsOf(sidecar);
    done ||= stateOf(annotations) !== 'open';
    for (const annotation of annotations) {
      if (annotation.kind !== 'span' || annotation.conflict) continue;
      const standing = standings.of(annotation);
      if (standing && (standing.now === undefined || standing.disputed)) continue;
      const { label, text, start, before, entity, parts } = shownAnnotation(annotation, standing);
      if (sentenceLabels.has(label) || text.length > LONGEST || parts !== undefined) continue;
      tags.push({ text, startsSentence: beginsAfter(before), label, annotator, entity, place: start });
    }
  }
  return { tags, done };
}
