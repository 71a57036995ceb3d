import type { DatasetArticle } from '../dataset.ts';
import type { DatasetSchema } from '../format.ts';
import { EVENT, isEvent, linksOf } from './links.ts';
import { bratName } from './names.ts';
import { linesOfValue, noteType } from './values.ts';

/** Attributes with more values than a person would choose from have theirs not listed. */
const MOST_VALUES = 30;

/** brat's `annotation.conf`: what may be annotated, of the project's schema and of what the articles have beyond it. */
export class Configuration {
  private readonly schema: DatasetSchema;
  private readonly labels = new Set<string>();
  private readonly events = new Map<string, Set<string>>();
  private readonly relations = new Set<string>();
  private readonly equivalences = new Set<string>();
  private readonly attributes = new Map<string, Set<string>>();

  constructor(schema: DatasetSchema) {
    this.schema = schema;
  }

  /** Takes in what an article's annotations are called. */
  add(article: DatasetArticle): void {
    const { args, relations, equivalences } = linksOf(article);
    for (const span of article.spans) {
      if (!isEvent(span)) this.labels.add(span.label);
      else for (const { label } of args.get(span.id) ?? [{ label: undefined }]) this.role(span.label, label);
    }
    for (const { relation } of relations) this.relations.add(relation.label);
    for (const { label } of equivalences) this.equivalences.add(label);
    for (const { attributes } of [...article.spans, ...relations])
      for (const [name, value] of attributes) {
        // These stand in lines of other kinds.
        if (noteType(name) || (name === EVENT && value === true)) continue;
        const values = this.attributes.get(name) ?? new Set();
        this.attributes.set(name, values);
        for (const line of linesOfValue(name, value).lines)
          if (typeof line === 'string' && values.size <= MOST_VALUES) values.add(line);
      }
  }

  /** The text of the file. */
  text(): string {
    const { schema } = this;
    const known = schema.labels.filter((l) => !this.events.has(l) || this.labels.has(l));
    const entities = [...new Set([...known, ...sorted(this.labels)])];
    const ends = (labels: readonly string[]) => labels.map(bratName).join('|') || ANY;
    const relations = schema.relations.map(({ name, from, to }) => relation(name, ends(from), ends(to)));
    const declared = new Set(schema.relations.map((r) => r.name));
    for (const name of sorted(this.relations))
      if (!declared.has(name)) relations.push(relation(name, ANY, ANY));
    for (const name of sorted(this.equivalences))
      if (!declared.has(name) && !this.relations.has(name))
        relations.push(`${relation(name, ANY, ANY)}, <REL-TYPE>:symmetric-transitive`);
    const events = sorted(this.events.keys()).map((name) =>
      [
        bratName(name),
        sorted(this.events.get(name) ?? [])
          .map((r) => `${bratName(r)}*:${ANY}`)
          .join(', '),
      ]
        .join('\t')
        .trimEnd(),
    );
    return section('entities', entities.map(bratName))
      .concat(section('relations', [...relations, OVERLAPS]))
      .concat(section('events', events))
      .concat(section('attributes', this.attributeLines(ends)));
  }

  private attributeLines(ends: (labels: readonly string[]) => string): string[] {
    const declared = new Map(this.schema.attributes.map((a) => [a.name, a]));
    const names = [...declared.keys(), ...sorted(this.attributes.keys()).filter((n) => !declared.has(n))];
    return names.map((name) => {
      const given = declared.get(name)?.values ?? [];
      const found = this.attributes.get(name) ?? new Set();
      const values = given.length > 0 ? given : found.size <= MOST_VALUES ? sorted(found) : [];
      const listed = values.length > 0 && values.every((v) => /^[\w.+-]+$/.test(v));
      const of = ends(declared.get(name)?.labels ?? []);
      return `${bratName(name)}\tArg:${of}${listed ? `, Value:${values.join('|')}` : ''}`;
    });
  }

  private role(event: string, label: string | undefined): void {
    const roles = this.events.get(event) ?? new Set();
    this.events.set(event, roles);
    if (label !== undefined) roles.add(label);
  }
}

const ANY = '<ANY>';

/** Lets spans overlap and nest, which brat's editor else forbids. */
const OVERLAPS = '<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>';

function relation(name: string, from: string, to: string): string {
  return `${bratName(name)}\tArg1:${from}, Arg2:${to}`;
}

function section(name: string, lines: readonly string[]): string {
  return `[${name}]\n${lines.map((l) => `${l}\n`).join('')}\n`;
}

function sorted(names: Iterable<string>): string[] {
  return [...names].sort();
}
