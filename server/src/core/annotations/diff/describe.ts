import { type Message, msg } from '../../message.ts';
import { refusedIn } from '../../suggestions/refusalLine.ts';
import type { Annotation, AnnotationRecord, ArticleReview, FindingReview, SpanAnnotation } from '../model.ts';
import { inWords } from './aspects.ts';
import type { AnnotationChange, Changed } from './change.ts';
import { oneLine, shortened } from './shortened.ts';

/** Gives the annotation that another one speaks of, by id or `annotator:id`; undefined where it is not known. */
export type AnnotationLookup = (ref: string) => Annotation | undefined;

const KNOWS_NOTHING: AnnotationLookup = () => undefined;

/**
 * A change in words, on one line and without its place: `+ ORG Taliban`, `~ Jokowi: PER → ORG`. Without a lookup, tags
 * that a relation or a comment speaks of are named by their ids.
 */
export function describeChange(change: AnnotationChange, lookup: AnnotationLookup = KNOWS_NOTHING): Message {
  switch (change.kind) {
    case 'added':
      return describeAnnotation('+', change.after, lookup);
    case 'removed':
      return describeAnnotation('-', change.before, lookup);
    default:
      return onOneLine(describeChanged(change, lookup));
  }
}

/** A tag that nobody touched, while the text below it now reads otherwise. */
export function describeReworded(sign: string, annotation: Annotation, now: string): Message {
  return onOneLine(
    msg('{0} {1}: the text now says “{2}”', sign, subjectOf(annotation, KNOWS_NOTHING), shortened(now)),
  );
}

/** Labels and ids may hold line ends too, where somebody else wrote them. */
function onOneLine({ template, args }: Message): Message {
  return { template, args: args.map((arg) => (typeof arg === 'string' ? oneLine(arg) : arg)) };
}

/** An annotation in words, on one line, behind a sign. */
export function describeAnnotation(
  sign: string,
  annotation: Annotation,
  lookup: AnnotationLookup = KNOWS_NOTHING,
): Message {
  return onOneLine(wordsFor(sign, annotation, lookup));
}

function wordsFor(sign: string, annotation: Annotation, lookup: AnnotationLookup): Message {
  switch (annotation.kind) {
    case 'span':
      return describeSpan(sign, annotation);
    case 'relation': {
      const [from, to] = [annotation.from, annotation.to].map((id) => nameOf(id, lookup));
      return msg('{0} relation {1}: {2} → {3}', sign, annotation.label, from ?? '', to ?? '');
    }
    case 'documentLabel':
      return msg(
        '{0} label of the article: {1} = {2}',
        sign,
        annotation.label,
        shortened(inWords(annotation.value)),
      );
    case 'review':
    case 'articleReview':
      return describeReview(sign, annotation);
    case 'record':
      return describeRecord(sign, annotation, lookup);
    case 'status':
      return msg('{0} article: {1}', sign, annotation.status);
    case 'unknown':
      return msg('{0} a line that this version does not know: {1}', sign, shortened(annotation.json));
  }
}

function describeSpan(sign: string, { label, text, decision, by }: SpanAnnotation): Message {
  const words = shortened(text);
  switch (decision) {
    case 'unanimous':
      return msg('{0} {1} {2}: all agreed', sign, label, words);
    case 'majority':
      return msg('{0} {1} {2}: most agreed', sign, label, words);
    case 'decided':
      return by === undefined
        ? msg('{0} {1} {2}: decided', sign, label, words)
        : msg('{0} {1} {2}: decided by {3}', sign, label, words, by);
    default:
      return msg('{0} {1} {2}', sign, label, words);
  }
}

function describeReview(sign: string, review: FindingReview | ArticleReview): Message {
  const label = refusedIn(review);
  if (label !== undefined) return describeRefusal(sign, review, label);
  const { rule } = review;
  if (review.kind === 'articleReview') {
    return review.word === undefined
      ? msg('{0} findings dismissed in the whole article: {1}', sign, rule)
      : msg('{0} findings dismissed: {1}, wherever they mark “{2}”', sign, rule, review.word);
  }
  return review.verdict === 'confirmed'
    ? msg('{0} finding confirmed: {1} “{2}”', sign, rule, shortened(review.text))
    : msg('{0} finding dismissed: {1} “{2}”', sign, rule, shortened(review.text));
}

function describeRefusal(sign: string, review: FindingReview | ArticleReview, label: string): Message {
  if (review.kind === 'review')
    return msg('{0} refused the suggestion {1}: “{2}”', sign, label, shortened(review.text));
  return review.word === undefined
    ? msg('{0} refused every suggestion {1} in the whole article', sign, label)
    : msg('{0} refused every suggestion {1}: “{2}”', sign, label, shortened(review.word));
}

function describeRecord(sign: string, record: AnnotationRecord, lookup: AnnotationLookup): Message {
  const about = nameOf(record.ref, lookup);
  if (record.comment !== undefined)
    return msg('{0} comment on {1}: “{2}”', sign, about, shortened(record.comment));
  if (record.resolved !== undefined) {
    return record.resolved
      ? msg('{0} discussion of {1} closed', sign, about)
      : msg('{0} discussion of {1} opened again', sign, about);
  }
  if (record.set) {
    const keys = record.set.map(({ key, json }) => `${key} = ${json}`).join(', ');
    return msg('{0} correction of {1}: {2}', sign, about, shortened(keys));
  }
  return record.delete
    ? msg('{0} objection: {1} should go', sign, about)
    : msg('{0} approval of {1}', sign, about);
}

function describeChanged(change: Changed, lookup: AnnotationLookup): Message {
  const { before, after } = change;
  const [was, is] = [change.was, change.is].map((value) => value && shortened(value));
  const subject = subjectOf(after, lookup);
  switch (change.kind) {
    case 'label':
      return msg('~ {0}: {1} → {2}', wordsOf(after, lookup), was ?? '', is ?? '');
    case 'boundary':
      return msg('~ boundary: “{0}” → “{1}”', was ?? '', is ?? '');
    case 'words':
      return msg('~ words corrected: “{0}” → “{1}”', was ?? '', is ?? '');
    case 'place':
      return msg('~ {0}: the same words in another place', subject);
    case 'moved':
      return msg('~ {0}: moved along with its words', subject);
    case 'anew':
      return msg('~ {0}: removed and tagged again alike', subject);
    case 'value':
    case 'verdict':
      return msg('~ {0}: {1} → {2}', subject, was ?? '', is ?? '');
    case 'ends': {
      const ends = [before, after].map((line) =>
        line.kind === 'relation' ? `${nameOf(line.from, lookup)} → ${nameOf(line.to, lookup)}` : '',
      );
      return msg('~ {0}: now {1}, was {2}', subject, ends[1] ?? '', ends[0] ?? '');
    }
    case 'status':
      return was === is
        ? msg('~ article: {0}, said again of its newer text', is ?? '')
        : msg('~ article: {0} → {1}', was ?? '', is ?? '');
    case 'comment':
      return msg('~ {0}: “{1}” → “{2}”', subject, was ?? '', is ?? '');
    case 'record':
      return msg('~ {0}: said differently', subject);
    case 'conflict':
      return msg('~ {0}: two versions, to be decided', subject);
    case 'settled':
      return msg('~ {0}: the two versions are settled', subject);
    case 'form':
      return after.kind === 'unknown'
        ? msg('~ a line that this version does not know: {0}', shortened(after.json))
        : msg('~ {0}: written differently, says the same', subject);
    default:
      return describeValue(change, subject, was, is);
  }
}

/** What has a name and a value that may come, go or change. */
function describeValue(
  { kind, name = '' }: Changed,
  subject: string,
  was: string | undefined,
  is: string | undefined,
): Message {
  switch (kind) {
    case 'entity':
      if (is === undefined) return msg('~ {0}: entity {1} taken away', subject, was ?? '');
      return was === undefined
        ? msg('~ {0}: entity {1}', subject, is)
        : msg('~ {0}: entity {1} → {2}', subject, was, is);
    case 'note':
      if (is === undefined) return msg('~ {0}: note “{1}” taken away', subject, was ?? '');
      return was === undefined
        ? msg('~ {0}: note “{1}”', subject, is)
        : msg('~ {0}: note “{1}” → “{2}”', subject, was, is);
    case 'decision':
      return was === is
        ? msg('~ {0}: made from other tags', subject)
        : msg('~ {0}: in the gold layer {1} → {2}', subject, was ?? '–', is ?? '–');
    default:
      if (is === undefined) return msg('~ {0}: {1} taken away, was {2}', subject, name, was ?? '');
      return was === undefined
        ? msg('~ {0}: {1} = {2}', subject, name, is)
        : msg('~ {0}: {1} = {2}, was {3}', subject, name, is, was);
  }
}

/** What a change is about, in a few words that need no translation. */
function subjectOf(annotation: Annotation, lookup: AnnotationLookup): string {
  switch (annotation.kind) {
    case 'span':
      return `${annotation.label} ${shortened(annotation.text)}`;
    case 'relation':
      return `${annotation.label} (${nameOf(annotation.from, lookup)} → ${nameOf(annotation.to, lookup)})`;
    case 'documentLabel':
      return annotation.label;
    case 'review':
      return `${refusedIn(annotation) ?? annotation.rule} “${shortened(annotation.text)}”`;
    case 'articleReview':
      return refusedIn(annotation) ?? annotation.rule;
    case 'record':
      return `${annotation.id} (${nameOf(annotation.ref, lookup)})`;
    default:
      return annotation.id;
  }
}

/** The words that a label is on, or what else tells which line it is. */
function wordsOf(annotation: Annotation, lookup: AnnotationLookup): string {
  if (annotation.kind === 'span') return shortened(annotation.text);
  if (annotation.kind === 'relation')
    return `${nameOf(annotation.from, lookup)} → ${nameOf(annotation.to, lookup)}`;
  return annotation.id;
}

/** Another annotation as a few words; its id where it is not known. */
function nameOf(ref: string, lookup: AnnotationLookup): string {
  const annotation = lookup(ref);
  return annotation?.kind === 'span' ? `${annotation.label} ${shortened(annotation.text)}` : ref;
}
