import { findNodeAtLocation, getNodeValue, type Node } from 'jsonc-parser';
import type { GenericSchema } from 'valibot';
import * as v from 'valibot';
import { type Message, msg } from '../message.ts';
import type { Problem } from '../problem.ts';
import { nearestName } from './nearest.ts';

/** The part of a valibot schema that says what may stand inside. */
type Shape = GenericSchema & {
  readonly entries?: Readonly<Record<string, Shape>>;
  readonly item?: Shape;
  readonly wrapped?: Shape;
  readonly value?: Shape;
  readonly options?: readonly Shape[] | readonly unknown[];
};

/** A value that fits its schema, and where it stands. */
export interface PlacedValue<T> {
  readonly value: T;
  readonly node: Node;
}

/**
 * A list's elements that fit; the others are reported and left out. A value that is no list is reported, and gives
 * undefined.
 */
export function readList<T>(node: Node, item: GenericSchema<unknown, T>, key: string, problems: Problem[]) {
  if (node.type !== 'array') {
    problems.push(
      problem(
        'project/value',
        node,
        msg('"{0}" should be a list in square brackets. Until then the default counts.', key),
      ),
    );
    return undefined;
  }
  return (node.children ?? []).flatMap((child): PlacedValue<T>[] => {
    const value = readValue(child, item, key, problems);
    return value === undefined ? [] : [value];
  });
}

/** An object's values that fit, by key; the others are reported and left out. */
export function readEntries<T>(
  node: Node,
  item: GenericSchema<unknown, T>,
  key: string,
  problems: Problem[],
) {
  if (node.type !== 'object') {
    problems.push(
      problem(
        'project/value',
        node,
        msg('"{0}" should be a list of names and values in braces. Until then the default counts.', key),
      ),
    );
    return undefined;
  }
  return (node.children ?? []).flatMap(
    (property): { name: string; keyNode: Node; valueNode: Node; value: T }[] => {
      const [keyNode, valueNode] = property.children ?? [];
      if (!keyNode || !valueNode) return [];
      const name = String(keyNode.value);
      const read = readValue(valueNode, item, name, problems);
      return read ? [{ name, keyNode, valueNode, value: read.value }] : [];
    },
  );
}

/** The value if it fits; else it is reported. Unknown keys inside are reported and otherwise ignored. */
export function readValue<T>(
  node: Node,
  schema: GenericSchema<unknown, T>,
  key: string,
  problems: Problem[],
): PlacedValue<T> | undefined {
  const result = v.safeParse(schema, getNodeValue(node));
  if (!result.success) {
    const issue = result.issues[0];
    const path = (issue.path ?? []).map((step) => step.key as string | number);
    const place = findNodeAtLocation(node, path) ?? node;
    const name = path.findLast((step) => typeof step === 'string') ?? key;
    problems.push(problem('project/value', place, expectation(issue, String(name))));
    return undefined;
  }
  reportUnknownKeys(node, schema as Shape, problems);
  return { value: result.output, node };
}

function expectation(issue: v.BaseIssue<unknown>, key: string): Message {
  switch (issue.type) {
    case 'string':
      return msg('"{0}" should be text in quotation marks. Until then it does not count.', key);
    case 'boolean':
      return msg('"{0}" should be true or false. Until then it does not count.', key);
    case 'number':
    case 'min_value':
    case 'max_value':
      return msg('"{0}" should be a number from 0 to 1. Until then it does not count.', key);
    case 'array':
      return msg('"{0}" should be a list in square brackets. Until then it does not count.', key);
    case 'picklist':
      return msg('"{0}" should be one of {1}. Until then it does not count.', key, String(issue.expected));
    default:
      return issue.received === 'undefined' || issue.expected === null
        ? msg(
            '"{0}" is missing or not of the expected form: see the page about the project file. Until then it does not count.',
            key,
          )
        : formExpectation(issue, key);
  }
}

function formExpectation(issue: v.BaseIssue<unknown>, key: string): Message {
  switch (key) {
    case 'color':
      return msg('A colour is written like "#0096ff". Until then this entry does not count.');
    case 'key':
      return msg('A key is one letter a–z or one digit. Until then this entry does not count.');
    case 'language':
      return msg('A language is written like "id", "vi" or "en", or "auto". Until then "auto" counts.');
    case 'annotators':
    case 'formerly':
      return msg(
        'Annotators’ names have letters, digits, "-" and "_" only, and "gold", "shared" and "suggested" are taken. Until then {0} does not count.',
        String(issue.received),
      );
    case 'email':
      return msg(
        'An e-mail address is written like "ana@example.org", several as a list in square brackets. Until then this entry does not count.',
      );
    case 'license':
      return msg(
        'A licence is written by its SPDX name, such as "CC-BY-4.0", or as a web address. Until then it does not count.',
      );
    case 'url':
      return msg('An address begins with "https://". Until then it does not count.');
    case 'imported':
      return msg(
        '{0} is neither the name of an imported cache of names nor a path in the project that ends in “.pmnames”. Until then it does not count.',
        String(issue.received),
      );
    case 'version':
      return msg('A version is written like "1.0.0". Until then it does not count.');
    case 'published':
      return msg('A day is written like "2026-11-22". Until then it does not count.');
    case 'include':
    case 'path':
    case 'translationOf':
    case 'exclude':
    case 'files':
    case 'assignments':
      return msg(
        '{0} leads out of the project’s folder: write a pattern relative to it. Until then it does not count.',
        String(issue.received),
      );
    default:
      return msg(
        'The value {1} of "{0}" is not of the expected form: see the page about the project file. Until then it does not count.',
        key,
        String(issue.received),
      );
  }
}

/** Reports keys that the schema does not know, at any depth, with the nearest that it knows. */
function reportUnknownKeys(node: Node, schema: Shape, problems: Problem[]): void {
  const inside = schema.wrapped ?? (schema.options ?? []).find(hasEntries);
  if (inside && (schema.wrapped || node.type === 'object')) {
    reportUnknownKeys(node, inside, problems);
    return;
  }
  if (node.type === 'array' && schema.item) {
    for (const child of node.children ?? []) reportUnknownKeys(child, schema.item, problems);
  }
  if (node.type !== 'object' || !schema.entries) return;
  for (const property of node.children ?? []) {
    const [keyNode, valueNode] = property.children ?? [];
    if (!keyNode) continue;
    const key = String(keyNode.value);
    const inner = Object.hasOwn(schema.entries, key) ? schema.entries[key] : undefined;
    if (!inner) problems.push(unknownKey(keyNode, Object.keys(schema.entries)));
    else if (valueNode) reportUnknownKeys(valueNode, inner, problems);
  }
}

function hasEntries(option: unknown): option is Shape {
  return typeof option === 'object' && option !== null && 'entries' in option;
}

/** The problem of a key that is not known, naming the nearest known one. */
export function unknownKey(keyNode: Node, known: readonly string[]): Problem {
  const key = String(keyNode.value);
  const near = nearestName(key, known);
  const message = near
    ? msg('Pressmark does not know the key "{0}". Do you mean "{1}"?', key, near)
    : msg('Pressmark does not know the key "{0}": delete it. Known here are {1}.', key, known.join(', '));
  return problem('project/unknown-key', keyNode, message);
}

/** A warning at a node. */
export function problem(code: string, node: Node, message: Message): Problem {
  return { code, severity: 'warning', message, start: node.offset, end: node.offset + node.length };
}
