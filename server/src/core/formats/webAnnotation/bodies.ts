import type { AttributeValue } from '../../annotations/model.ts';
import { parseJson } from '../../json/scan.ts';
import { isAttributeValue } from '../attributeValue.ts';
import { membersOf } from '../jsonLines.ts';
import { ATTRIBUTE, JSON_VALUE } from './collection.ts';
import { entityOf } from './iri.ts';
import type { Members } from './items.ts';
import { iriOf, listed, textOf } from './targets.ts';

/** What an annotation says, gathered from its bodies. */
export interface Said {
  readonly labels: string[];
  readonly attributes: Map<string, AttributeValue>;
  /** Lists among the values of attributes that may still grow. */
  readonly lists: Map<string, string[]>;
  readonly notes: string[];
  entity?: string;
  /** IRIs of what it links to. */
  readonly links: string[];
  /** Values with names that we gave them, and by what they are for: for what is said of an article as a whole. */
  readonly named: NamedValue[];
  readonly purposed: NamedValue[];
}

export interface NamedValue {
  readonly name: string;
  readonly value: AttributeValue;
}

/** Says something in words of one's own, for people. */
const IN_WORDS = ['commenting', 'replying', 'describing', 'questioning', 'editing'];
const NAMING = ['tagging', 'classifying'];

/** What an annotation's bodies say. `isKnown` tells the ids of the file's annotations. */
export function saidBy(annotation: Members, isKnown: (iri: string) => boolean): Said {
  const said: Said = {
    labels: [],
    attributes: new Map(),
    lists: new Map(),
    notes: [],
    links: [],
    named: [],
    purposed: [],
  };
  const motivations = motivationsOf(annotation);
  const usual = motivations.length === 1 ? motivations[0] : undefined;
  const bodyValue = textOf(annotation.get('bodyValue'));
  if (bodyValue !== undefined) add(said, usual ?? 'commenting', bodyValue);
  for (const body of listed(annotation.get('body'))) {
    const members = membersOf(body);
    const purpose = textOf(listed(members?.get('purpose'))[0]) ?? usual;
    const value = textOf(members?.get('value') ?? members?.get('chars'));
    const iri = iriOf(members?.get('source')) ?? iriOf(body);
    const name = textOf(members?.get(ATTRIBUTE));
    if (members && name !== undefined) {
      const own = ownValue(members, value ?? '');
      said.attributes.set(name, own);
      said.named.push({ name, value: own });
    } else if (value !== undefined) add(said, purpose ?? 'commenting', value);
    else if (iri !== undefined && isKnown(iri)) said.links.push(iri);
    else if (iri !== undefined) {
      said.purposed.push({ name: purpose ?? 'linking', value: entityOf(iri) });
      if (said.entity === undefined) said.entity = entityOf(iri);
      else attribute(said, purpose ?? 'linking', iri);
    }
  }
  return said;
}

/** Adds what a comment on an annotation, or a tag of a link, says to what that says itself. */
export function addSaid(to: Said, more: Said): void {
  to.labels.push(...more.labels);
  to.notes.push(...more.notes);
  to.links.push(...more.links);
  for (const [name, value] of more.attributes) if (!to.attributes.has(name)) to.attributes.set(name, value);
  if (more.entity === undefined) return;
  if (to.entity === undefined) to.entity = more.entity;
  else attribute(to, 'identifying', more.entity);
}

/** What the annotation is for, as it says itself. */
export function motivationsOf(annotation: Members): string[] {
  return listed(annotation.get('motivation')).flatMap((m) =>
    typeof m === 'string' ? [m.replace(/^oa:/, '')] : [],
  );
}

function add(said: Said, purpose: string, value: string): void {
  said.purposed.push({ name: purpose, value });
  if (NAMING.includes(purpose)) said.labels.push(value);
  else if (IN_WORDS.includes(purpose)) said.notes.push(value);
  else attribute(said, purpose, value);
}

/** Says a value of an attribute; a second one makes a list of them. */
function attribute(said: Said, name: string, value: string): void {
  const before = said.attributes.get(name);
  const list = said.lists.get(name);
  if (list && list === before) list.push(value);
  else if (before === undefined) said.attributes.set(name, value);
  else {
    const made = [...listed(before).map(String), value];
    said.lists.set(name, made);
    said.attributes.set(name, made);
  }
}

function ownValue(members: Members, value: string): AttributeValue {
  const json = textOf(members.get(JSON_VALUE));
  const parsed = json === undefined ? undefined : parseJson(json)?.value;
  return isAttributeValue(parsed) ? parsed : value;
}
