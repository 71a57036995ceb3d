import type { AttributeValue } from '../../annotations/model.ts';
import { TextOffsets } from '../../text/offsets.ts';
import type { TextRange } from '../../text/range.ts';
import { type DatasetArticle, type DatasetSpan, partsOf } from '../dataset.ts';
import { jsonLine } from '../jsonLines.ts';
import { fragmentsOf, joined, sameParts } from './fragments.ts';
import { EVENT, isEvent, type Links, linksOf, type RelationLine } from './links.ts';
import { bratName, bratReference } from './names.ts';
import {
  type Extra,
  extraJson,
  linesOfNote,
  linesOfValue,
  noteType,
  OWN_NOTE,
  PERSON_NOTE,
} from './values.ts';

/** The `.ann` file of an article. `text` is its text as it is written beside it. */
export function annotationFile(article: DatasetArticle, text: string): string {
  const file = new AnnotationFile(text);
  const { path, language, annotator } = article;
  file.aboutArticle({ article: path, language, annotator });
  const links = linksOf(article);
  for (const span of article.spans) file.name(span.id, isEvent(span) ? 'E' : 'T');
  for (const { relation } of links.relations) file.name(relation.id, 'R');
  for (const span of article.spans) file.span(span, links);
  for (const line of links.relations) file.relation(line);
  for (const { label, members } of links.equivalences) file.equivalence(label, members);
  for (const { label, value, note } of article.documentLabels)
    file.aboutArticle({ documentLabel: label, value, note });
  return file.text();
}

/** In the order in which they stand in the file. */
const KINDS = ['T', 'E', 'R', '*', 'A', 'N', '#'] as const;
type Kind = (typeof KINDS)[number];

class AnnotationFile {
  private readonly article: string;
  private readonly offsets: TextOffsets;
  /** Of annotations, by the ids that they have here. */
  private readonly ids = new Map<string, string>();
  /** Of triggers that several events share, by label and place. */
  private readonly triggers = new Map<string, string>();
  private readonly counts = new Map<Kind, number>();
  private readonly lines = new Map<Kind, string[]>(KINDS.map((kind) => [kind, []]));

  constructor(article: string) {
    this.article = article;
    this.offsets = new TextOffsets(article);
  }

  text(): string {
    return KINDS.flatMap((kind) => this.lines.get(kind) ?? [])
      .map((line) => `${line}\n`)
      .join('');
  }

  /** Gives an annotation its id, before lines refer to it. */
  name(id: string, kind: Kind): void {
    this.ids.set(id, this.next(kind));
  }

  span(span: DatasetSpan, links: Links): void {
    const id = this.idOf(span.id);
    const fragments = fragmentsOf(this.article, partsOf(span));
    const words = fragments.map(({ start, end }) => this.article.slice(start, end)).join(' ');
    const label = bratName(span.label);
    const places = fragments.map((f) => this.counted(f)).map(({ start, end }) => `${start} ${end}`);
    const bound = `${label} ${places.join(';')}\t${words}`;
    if (isEvent(span)) {
      const args = (links.args.get(span.id) ?? []).map((r) => ` ${bratName(r.label)}:${this.idOf(r.to)}`);
      this.put('E', `${id}\t${label}:${this.trigger(bound)}${args.join('')}`);
    } else this.put('T', `${id}\t${bound}`);
    if (span.entity !== undefined)
      this.put('N', `${this.next('N')}\tReference ${id} ${bratReference(span.entity)}\t${words}`);
    const attributes = isEvent(span)
      ? [...span.attributes].filter(([name]) => name !== EVENT)
      : span.attributes;
    this.details(id, new Map(attributes), span.note, this.division(partsOf(span), fragments));
  }

  relation({ relation, roles, attributes }: RelationLine): void {
    const id = this.idOf(relation.id);
    const ends = `${roles[0]}:${this.idOf(relation.from)} ${roles[1]}:${this.idOf(relation.to)}`;
    this.put('R', `${id}\t${bratName(relation.label)} ${ends}`);
    this.details(id, attributes, relation.note);
  }

  equivalence(label: string, members: readonly string[]): void {
    this.put('*', `*\t${bratName(label)} ${members.map((m) => this.idOf(m)).join(' ')}`);
  }

  /** What is about the article stands in a note on itself: brat wants every note to be about something that is there. */
  aboutArticle(said: object): void {
    const id = this.next('#');
    this.put('#', `${id}\t${OWN_NOTE} ${id}\t${jsonLine(said).trimEnd()}`);
  }

  /** Attributes and note of an annotation, each in brat's own way as far as there is one. */
  private details(
    id: string,
    attributes: ReadonlyMap<string, AttributeValue>,
    note: string | undefined,
    division: Pick<Extra, 'parts' | 'fragments'> = {},
  ): void {
    const unsaid = new Map<string, AttributeValue>();
    for (const [name, value] of attributes) {
      const { lines, whole } = linesOfValue(name, value);
      if (!whole) unsaid.set(name, value);
      const type = noteType(name);
      for (const line of lines) {
        if (type) this.note(id, bratName(type), String(line));
        else this.put('A', `${this.next('A')}\t${bratName(name)} ${id}${line === true ? '' : ` ${line}`}`);
      }
    }
    const said = note === undefined ? { lines: [], whole: true } : linesOfNote(note);
    for (const line of said.lines) this.note(id, PERSON_NOTE, line);
    const json = extraJson({
      attributes: unsaid,
      ...(note === undefined || said.whole ? {} : { note }),
      ...division,
    });
    if (json !== undefined) this.note(id, OWN_NOTE, json);
  }

  /** How a span is divided, where reading its fragments would not tell. */
  private division(
    parts: readonly TextRange[],
    fragments: readonly TextRange[],
  ): Pick<Extra, 'parts' | 'fragments'> {
    if (
      sameParts(
        parts,
        joined(fragments, (start, end) => this.article.slice(start, end)),
      )
    )
      return {};
    const from = this.offsets.toCodePoint(fragments[0]?.start ?? 0);
    const relative = (ranges: readonly TextRange[]) =>
      ranges.map((r) => this.counted(r)).map(({ start, end }) => ({ start: start - from, end: end - from }));
    return { parts: relative(parts), fragments: relative(fragments) };
  }

  private trigger(bound: string): string {
    const known = this.triggers.get(bound);
    if (known) return known;
    const id = this.next('T');
    this.triggers.set(bound, id);
    this.put('T', `${id}\t${bound}`);
    return id;
  }

  private note(target: string, type: string, text: string): void {
    this.put('#', `${this.next('#')}\t${type} ${target}\t${text}`);
  }

  private put(kind: Kind, line: string): void {
    this.lines.get(kind)?.push(line);
  }

  private next(kind: Kind): string {
    const number = (this.counts.get(kind) ?? 0) + 1;
    this.counts.set(kind, number);
    return `${kind}${number}`;
  }

  private idOf(id: string): string {
    return this.ids.get(id) ?? id;
  }

  private counted({ start, end }: TextRange): TextRange {
    return { start: this.offsets.toCodePoint(start), end: this.offsets.toCodePoint(end) };
  }
}
