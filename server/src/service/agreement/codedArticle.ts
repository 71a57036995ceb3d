import {
  type CoderLayer,
  type ComparedArticle,
  NO,
  NOT_GIVEN,
  type Subject,
  YES,
} from '../../core/agreement/corpus/comparedArticle.ts';
import { union } from '../../core/agreement/spans/f1.ts';
import { type LabelledSpan, piecesOf } from '../../core/agreement/spans/span.ts';
import type { SpanAnnotation } from '../../core/annotations/model.ts';
import type { TextOffsets } from '../../core/text/offsets.ts';
import type { TextRange } from '../../core/text/range.ts';
import { ownVersion, type PlacedSpan } from '../annotations.ts';
import type { Article } from '../articles.ts';
import type { Workspace } from '../workspace.ts';
import type { PersonLayers } from './layersOfArticle.ts';

/** A sentence bears a label where at least this share of it is tagged: people rarely hit its blanks and quotes alike. */
const MOST_OF_A_SENTENCE = 0.5;

/** What was left out of one person's layer, since its place is not certain. */
export interface LeftOut {
  readonly annotator: string;
  readonly review: number;
  readonly lost: number;
}

export interface CodedArticle {
  readonly compared: ComparedArticle;
  readonly leftOut: readonly LeftOut[];
}

/** What is compared of the labels: undefined for all of them. */
export type LabelChoice = ReadonlySet<string> | undefined;

/**
 * What people say of an article, at the places that their annotations have in it now. Only their own words count:
 * records about other people's annotations are review, and change nothing here. Labels for sentences are compared
 * sentence by sentence, all others as spans.
 */
export async function codedArticle(
  workspace: Workspace,
  article: Article,
  people: readonly PersonLayers[],
  labels: LabelChoice,
): Promise<CodedArticle> {
  const layers: CoderLayer[] = [];
  const leftOut: LeftOut[] = [];
  const sentenceLabels = new Set(article.project.project.labels.filter((l) => l.sentence).map((l) => l.name));
  const wanted = (label: string) => labels === undefined || labels.has(label);
  const documentLabels = documentLabelsOf(article, people).filter(wanted);
  for (const person of people) {
    const placed: PlacedSpan[] = [];
    let lost = 0;
    for (const layer of person.layers) {
      // Each layer alone, so that nobody else's records speak in it.
      const found = await workspace.placed(article, [layer]);
      placed.push(...found.placed);
      lost += found.lost.length;
    }
    const certain = placed.filter(({ status }) => status !== 'review');
    const spans = certain.flatMap((span): LabelledSpan[] => {
      const own = ownVersion(span);
      return wanted(own.label) ? [spanOf(own, span.range, article.offsets)] : [];
    });
    layers.push({
      annotator: person.annotator,
      spans: spans.filter((span) => !sentenceLabels.has(span.label)),
      items: new Map<Subject, ReadonlyMap<string, string>>([
        ...documentLabels.map((name) => [`document:${name}`, givenValue(person, name)] as const),
        ...[...sentenceLabels]
          .filter(wanted)
          .map((label) => [`sentence:${label}`, taggedSentences(article, spans, label)] as const),
      ]),
    });
    leftOut.push({ annotator: person.annotator, review: placed.length - certain.length, lost });
  }
  return { compared: { length: article.offsets.codePoints, layers }, leftOut };
}

function spanOf(annotation: SpanAnnotation, range: TextRange, offsets: TextOffsets): LabelledSpan {
  const start = offsets.toCodePoint(range.start);
  const end = offsets.toCodePoint(range.end);
  const { label, parts } = annotation;
  // Where the gaps are now is certain only as long as the whole is as long as it was.
  if (!parts || end - start !== annotation.end - annotation.start) return { start, end, label };
  const shift = start - annotation.start;
  return { start, end, label, parts: parts.map((p) => ({ start: p.start + shift, end: p.end + shift })) };
}

/** Those of the project, and others that somebody gave here. */
function documentLabelsOf(article: Article, people: readonly PersonLayers[]): string[] {
  const names = new Set(article.project.project.documentLabels.map(({ name }) => name));
  for (const { annotations } of people)
    for (const annotation of annotations)
      if (annotation.kind === 'documentLabel') names.add(annotation.label);
  return [...names];
}

/** The one item of a document label is the article; of several values all count, sorted. */
function givenValue({ annotations }: PersonLayers, name: string): ReadonlyMap<string, string> {
  const values = annotations.flatMap((annotation) =>
    annotation.kind === 'documentLabel' && annotation.label === name
      ? [JSON.stringify(annotation.value)]
      : [],
  );
  return new Map([['', values.length === 0 ? NOT_GIVEN : [...new Set(values)].sort().join(', ')]]);
}

/** Each sentence, by its code points, with whether most of it bears the label. */
function taggedSentences(
  { paragraphs, language, offsets }: Article,
  spans: readonly LabelledSpan[],
  label: string,
): ReadonlyMap<string, string> {
  // What a person tagged twice counts once, and a gap not at all.
  const own = union(spans.filter((span) => span.label === label).flatMap(piecesOf));
  const said = new Map<string, string>();
  for (const { paragraph, start: from } of paragraphs) {
    for (const sentence of paragraph.sentences(language)) {
      const start = offsets.toCodePoint(from + sentence.start);
      const end = offsets.toCodePoint(from + sentence.end);
      const tagged = own.reduce(
        (sum, span) => sum + Math.max(0, Math.min(end, span.end) - Math.max(start, span.start)),
        0,
      );
      said.set(`${start} ${end}`, tagged >= MOST_OF_A_SENTENCE * (end - start) ? YES : NO);
    }
  }
  return said;
}
