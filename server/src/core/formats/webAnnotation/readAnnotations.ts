import { type Message, msg } from '../../message.ts';
import type { FileProblem, ReadDocumentLabel, ReadPart, ReadRelation, ReadSpan } from '../readArticle.ts';
import { addSaid, motivationsOf, type Said, saidBy } from './bodies.ts';
import { creatorOf } from './creator.ts';
import { decoded } from './iri.ts';
import type { Members } from './items.ts';
import { partOf, SearchedSource } from './parts.ts';
import { ownIri, type Target, targetsOf } from './targets.ts';

/** An annotation of a file, as far as it stands by itself. */
interface Annotation {
  readonly id: string;
  readonly line: number;
  readonly annotator?: string;
  readonly motivation: string | undefined;
  readonly said: Said;
  /** Stretches of texts. */
  readonly places: readonly Target[];
  /** IRIs of other annotations of the file. */
  readonly about: readonly string[];
  /** IRIs of texts as a whole. */
  readonly wholes: readonly string[];
}

/** What a file says of one text. */
export interface SourceAnnotations {
  readonly spans: ReadSpan[];
  readonly relations: ReadRelation[];
  readonly documentLabels: ReadDocumentLabel[];
}

/** What a file's annotations say, by the IRI of the text that they are about. */
export class AnnotationReader {
  readonly sources = new Map<string, SourceAnnotations>();
  readonly problems: FileProblem[] = [];
  private readonly textOf: (source: string) => string | undefined;
  private readonly byIri = new Map<string, Annotation>();
  /** In which source each annotation ended up, by its id. */
  private readonly sourceOf = new Map<string, string>();
  private readonly ids = new Set<string>();
  /** By id: the number that the next one like it gets. */
  private readonly numbers = new Map<string, number>();
  /** By comment: what it speaks for, through other comments. */
  private readonly commented = new Map<Annotation, Annotation>();
  private lastSearched: SearchedSource | undefined;
  /** Ids of annotations that something has already. */
  private readonly given = new Set<string>();
  private untagged = 0;

  /** `textOf`: the text of a source, canonical, where it is at hand. */
  constructor(textOf: (source: string) => string | undefined) {
    this.textOf = textOf;
  }

  read(items: readonly { readonly members: Members; readonly line: number }[]): void {
    const iris = new Set(items.map(({ members }) => ownIri(members)));
    const annotations = items.map(({ members, line }) =>
      this.annotation(members, line, (iri) => iris.has(iri)),
    );
    for (const annotation of annotations) this.mergeComment(annotation);
    for (const annotation of annotations) this.spans(annotation);
    this.relations(annotations);
    for (const annotation of annotations) this.wholes(annotation);
    if (this.untagged > 0) {
      const message = msg(
        '{0} annotations have no tag. They are called what they are for, such as “highlighting”.',
        this.untagged,
      );
      this.problems.push({ code: 'web-annotation/no-tag', severity: 'information', message });
    }
  }

  private annotation(members: Members, line: number, isKnown: (iri: string) => boolean): Annotation {
    const iri = ownIri(members);
    const targets = targetsOf(members);
    // What begins with # is in this file, or should be.
    const isHere = (other: string) => isKnown(other) || other.startsWith('#');
    const isAbout = (t: Target) => !t.place && isHere(t.source);
    const annotator = creatorOf(members.get('creator') ?? members.get('dcterms:creator'));
    const annotation: Annotation = {
      id: this.unlike(iri?.startsWith('#') ? decoded(iri.slice(1)) : (iri ?? `a${line}`)),
      line,
      ...(annotator === undefined ? {} : { annotator }),
      motivation: motivationsOf(members)[0],
      said: saidBy(members, isHere),
      places: targets.filter((t) => t.place),
      about: targets.filter(isAbout).map((t) => t.source),
      wholes: targets.filter((t) => !t.place && !isAbout(t)).map((t) => t.source),
    };
    if (targets.length === 0)
      this.problem(
        line,
        'no-target',
        msg('This annotation is about nothing: it has no target. It was left out.'),
      );
    if (iri !== undefined && this.byIri.has(iri)) {
      const message = msg(
        'The id {0} is that of line {1} too. Give one of the two another id.',
        iri,
        this.byIri.get(iri)?.line ?? 0,
      );
      this.problem(line, 'duplicate-id', message, 'error');
    } else if (iri !== undefined) this.byIri.set(iri, annotation);
    return annotation;
  }

  /** An annotation on an annotation that links nothing speaks for that one: a reply, or the tag of a link. */
  private mergeComment(annotation: Annotation): void {
    if (!isComment(annotation)) return;
    const seen = new Set([annotation]);
    let target = this.targetOf(annotation);
    while (target && isComment(target) && !seen.has(target)) {
      seen.add(target);
      target = this.targetOf(target);
    }
    // Those that come later find it at once.
    if (target && !seen.has(target)) for (const comment of seen) this.commented.set(comment, target);
    if (target && !seen.has(target)) addSaid(target.said, annotation.said);
    else this.noEnd(annotation);
  }

  private targetOf(comment: Annotation): Annotation | undefined {
    return this.commented.get(comment) ?? this.byIri.get(comment.about[0] ?? '');
  }

  private spans(annotation: Annotation): void {
    const { id, line, annotator, said } = annotation;
    const placed = new Map<string, ReadPart[]>();
    for (const { source, place } of annotation.places) {
      const part = place && partOf(place, this.searched(source));
      if (part && 'part' in part) {
        const parts = placed.get(source);
        if (parts) parts.push(part.part);
        else placed.set(source, [part.part]);
      } else if (part) this.problem(line, 'selector', part.wrong);
    }
    for (const [source, parts] of placed)
      for (const stretch of stretchesOf(parts))
        for (const [i, label] of this.labelsOf(
          annotation,
          said.notes.length > 0 ? 'commenting' : 'highlighting',
        ).entries()) {
          const own = this.idFor(id);
          if (own === id) this.sourceOf.set(id, source);
          this.of(source).spans.push({
            id: own,
            label,
            parts: stretch,
            attributes: i === 0 ? said.attributes : new Map(),
            ...(i === 0 && said.notes.length > 0 ? { note: said.notes.join('\n') } : {}),
            ...(i === 0 && said.entity !== undefined ? { entity: said.entity } : {}),
            ...(annotator === undefined ? {} : { annotator }),
            line,
          });
        }
  }

  /** Relations lead from the target to what is linked; from the first to the second of two targets without a body. */
  private relations(annotations: readonly Annotation[]): void {
    const waiting = annotations.filter(
      (a) => !isComment(a) && (a.said.links.length > 0 || a.about.length > 0),
    );
    // A link may be about another one, wherever that stands: both are about the text of the first.
    const seen = new Set<Annotation>();
    for (const annotation of waiting) {
      const chain: Annotation[] = [];
      let end: Annotation | undefined = annotation;
      for (; end && !this.sourceOf.has(end.id) && !seen.has(end); end = this.fromOf(end)) {
        seen.add(end);
        chain.push(end);
      }
      const source = this.sourceOf.get(end?.id ?? '');
      if (source !== undefined) for (const { id } of chain) this.sourceOf.set(id, source);
    }
    for (const annotation of waiting) this.link(annotation);
  }

  private fromOf(annotation: Annotation): Annotation | undefined {
    return annotation.places.length > 0 ? annotation : this.byIri.get(annotation.about[0] ?? '');
  }

  private link(annotation: Annotation): void {
    const { id, line, annotator, said } = annotation;
    const from = this.fromOf(annotation);
    const isSpan = annotation.places.length > 0;
    const ends = said.links.length > 0 ? said.links : annotation.about.slice(1);
    const source = this.sourceOf.get(from?.id ?? '');
    if (!from || source === undefined) {
      this.noEnd(annotation);
      return;
    }
    let first = true;
    for (const end of ends)
      for (const label of isSpan ? ['linking'] : this.labelsOf(annotation, 'linking')) {
        this.of(source).relations.push({
          id: this.idFor(id),
          label,
          from: from.id,
          to: this.byIri.get(end)?.id ?? end,
          attributes: first && !isSpan ? said.attributes : new Map(),
          ...(first && !isSpan && said.notes.length > 0 ? { note: said.notes.join('\n') } : {}),
          ...(annotator === undefined ? {} : { annotator }),
          line,
        });
        first = false;
      }
  }

  private noEnd({ line }: Annotation): void {
    const message = msg(
      'What this annotation is about is not in this file, or has no place in a text. It was left out.',
    );
    this.problem(line, 'no-end', message);
  }

  private wholes({ id, line, annotator, said, wholes }: Annotation): void {
    const note = said.named.length > 0 && said.notes.length > 0 ? said.notes.join('\n') : undefined;
    let first = true;
    for (const source of wholes)
      for (const { name, value } of said.named.length > 0 ? said.named : said.purposed) {
        this.of(source).documentLabels.push({
          id: this.idFor(id),
          label: name,
          value,
          ...(first && note !== undefined ? { note } : {}),
          ...(annotator === undefined ? {} : { annotator }),
          line,
        });
        first = false;
      }
  }

  private labelsOf({ said, motivation }: Annotation, otherwise: string): string[] {
    if (said.labels.length > 0) return said.labels;
    this.untagged++;
    return [motivation ?? otherwise];
  }

  private of(source: string): SourceAnnotations {
    const known = this.sources.get(source);
    if (known) return known;
    const made: SourceAnnotations = { spans: [], relations: [], documentLabels: [] };
    this.sources.set(source, made);
    return made;
  }

  /** The annotation's own id for the first thing that it becomes, others for those after it. */
  private idFor(id: string): string {
    if (this.given.has(id)) return this.unlike(id);
    this.given.add(id);
    return id;
  }

  private unlike(wanted: string): string {
    let id = wanted;
    for (let n = this.numbers.get(wanted) ?? 2; this.ids.has(id); n++) {
      id = `${wanted}\t${n}`;
      this.numbers.set(wanted, n + 1);
    }
    this.ids.add(id);
    return id;
  }

  private searched(source: string): SearchedSource | undefined {
    const text = this.textOf(source);
    if (text === undefined) return undefined;
    if (this.lastSearched?.text !== text) this.lastSearched = new SearchedSource(text);
    return this.lastSearched;
  }

  private problem(
    line: number,
    code: string,
    message: Message,
    severity: FileProblem['severity'] = 'warning',
  ): void {
    this.problems.push({ code: `web-annotation/${code}`, severity, message, line });
  }
}

function isComment({ places, about, wholes, said }: Annotation): boolean {
  return places.length === 0 && wholes.length === 0 && about.length === 1 && said.links.length === 0;
}

/** Parts in order as one stretch; those that overlap are each one of their own. */
function stretchesOf(parts: readonly ReadPart[]): ReadPart[][] {
  const sorted = [...parts].sort((a, b) => a.start - b.start || a.end - b.end);
  const overlap = sorted.some((part, i) => part.start < (sorted[i - 1]?.end ?? 0));
  return overlap ? sorted.map((part) => [part]) : [sorted];
}
