import { findNodeAtLocation, type Node } from 'jsonc-parser';
import { msg } from '../message.ts';
import type { Problem } from '../problem.ts';
import { annotator, PersonSchema } from './schema.ts';
import { type PlacedValue, problem, readList, readValue } from './values.ts';

/** Somebody who annotates. */
export interface Person {
  /** What their files are named after. */
  readonly name: string;
  /** For people; the name where the file has none. */
  readonly title: string;
  /** By which git's identity tells who somebody is; in lower case. */
  readonly emails: readonly string[];
  /** Names that files of theirs may still have. */
  readonly formerly: readonly string[];
  /** False for somebody who has left: what they have done counts, and they get no new articles. */
  readonly active: boolean;
}

interface PersonEntry {
  readonly name: string;
  readonly title?: string | undefined;
  readonly email?: string | readonly string[] | undefined;
  readonly formerly?: readonly string[] | undefined;
  readonly active?: boolean | undefined;
}

/**
 * The spelling by which names are compared: two that differ only in letter case, or in how their accents are encoded,
 * name the same file on many disks.
 */
export function foldName(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** The people that a project lists, each name once; what cannot be told apart is reported, and the first one counts. */
export function readPeople(node: Node | undefined, problems: Problem[]): readonly Person[] {
  const entries = (node && readEntries(node, problems)) ?? [];
  const people = new Map<string, Person>();
  const owners = new Map<string, string>();
  for (const { value, node: place } of entries) {
    const known = people.get(foldName(value.name));
    if (known) problems.push(problem('project/doubled-annotator', place, doubled(known.name, value.name)));
    else people.set(foldName(value.name), personOf(value));
  }
  for (const { value, node: place } of entries) {
    const person = people.get(foldName(value.name));
    if (person?.name !== value.name) continue;
    const unique = {
      ...person,
      emails: person.emails.filter((email) => isFirst(email, person.name, owners, place, problems)),
      formerly: person.formerly.filter((name) =>
        isFormer(name, person.name, people, owners, place, problems),
      ),
    };
    people.set(foldName(value.name), unique);
  }
  return [...people.values()];
}

function readEntries(node: Node, problems: Problem[]): PlacedValue<PersonEntry>[] {
  if (node.type !== 'array') {
    readList(node, annotator, 'annotators', problems);
    return [];
  }
  return (node.children ?? []).flatMap((child): PlacedValue<PersonEntry>[] => {
    if (child.type !== 'object') {
      const read = readValue(child, annotator, 'annotators', problems);
      return read ? [{ value: { name: read.value }, node: child }] : [];
    }
    const name = findNodeAtLocation(child, ['name']);
    // First, so that what is said of a name is what is said of one that stands alone.
    if (name && !readValue(name, annotator, 'annotators', problems)) return [];
    const read = readValue(child, PersonSchema, 'annotators', problems);
    return read ? [read] : [];
  });
}

function personOf({ name, title, email, formerly, active }: PersonEntry): Person {
  const emails = typeof email === 'string' ? [email] : (email ?? []);
  return {
    name,
    title: title ?? name,
    emails: [...new Set(emails.map((address) => address.toLowerCase()))],
    formerly: [...new Set(formerly ?? [])],
    active: active ?? true,
  };
}

function doubled(first: string, second: string) {
  return first === second
    ? msg('“{0}” is listed twice among the annotators; the first one counts: delete this one.', first)
    : msg(
        '“{0}” and “{1}” differ only in letter case, so that many disks take their files for the same ones. The first one counts: rename the other.',
        first,
        second,
      );
}

/** Whether an address belongs to nobody else. */
function isFirst(
  email: string,
  name: string,
  owners: Map<string, string>,
  place: Node,
  problems: Problem[],
): boolean {
  const key = `email ${email}`;
  const owner = owners.get(key) ?? name;
  owners.set(key, owner);
  if (owner === name) return true;
  const message = msg(
    'The address {0} belongs to “{1}” already, so that it does not tell who somebody is: delete it at one of the two.',
    email,
    owner,
  );
  problems.push(problem('project/doubled-email', place, message));
  return false;
}

/** Whether a former name is nobody's name today, and nobody else's former one. */
function isFormer(
  former: string,
  name: string,
  people: ReadonlyMap<string, Person>,
  owners: Map<string, string>,
  place: Node,
  problems: Problem[],
): boolean {
  const present = people.get(foldName(former));
  const key = `name ${foldName(former)}`;
  const owner = present?.name ?? owners.get(key) ?? name;
  if (!present && owner === name) {
    owners.set(key, name);
    return true;
  }
  const message = msg(
    '“{0}” is a name of “{1}”, and cannot also be a former name of “{2}”: take it out of "formerly".',
    former,
    owner,
    name,
  );
  problems.push(problem('project/former-name', place, message));
  return false;
}

/** The person of this name, present or former. */
export function personNamed(people: readonly Person[], name: string): Person | undefined {
  return people.find((p) => p.name === name) ?? people.find((p) => p.formerly.includes(name));
}

/** Every name that files of these people may have: present ones, then former ones. */
export function namesOf(people: readonly Person[]): string[] {
  return [...people.map((p) => p.name), ...people.flatMap((p) => p.formerly)];
}

/**
 * The person that somebody means or is known as: by their name, a former one or their title, in any letter case.
 * Undefined where nobody, or more than one, is called so.
 */
export function personCalled(people: readonly Person[], called: string): Person | undefined {
  const exact = personNamed(people, called);
  if (exact) return exact;
  const wanted = foldName(called.trim());
  const named = people.filter((p) => [p.name, p.title, ...p.formerly].some((n) => foldName(n) === wanted));
  return named.length === 1 ? named[0] : undefined;
}

/** The person with an e-mail address, in any letter case. */
export function personAt(people: readonly Person[], email: string): Person | undefined {
  const wanted = email.trim().toLowerCase();
  return people.find((p) => p.emails.includes(wanted));
}
