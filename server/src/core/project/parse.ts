import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import * as v from 'valibot';
import { isMeasure, MEASURE_NAMES } from '../agreement/measures.ts';
import { nestingDepth } from '../json/scan.ts';
import { type Message, msg } from '../message.ts';
import type { Problem } from '../problem.ts';
import { DEFAULT_PROJECT } from './defaults.ts';
import { readDescription } from './description.ts';
import { readFolders } from './folders.ts';
import { readLabels, readRelations } from './labels.ts';
import { readPeople } from './people.ts';
import type { DocumentLabelType, EntitySources, Project } from './project.ts';
import { type KnownRules, readRules } from './rules.ts';
import * as schema from './schema.ts';
import { problem, readEntries, readList, readValue, unknownKey } from './values.ts';

/** UTF-16 units; a project file is written by hand. */
export const MAX_PROJECT_LENGTH = 4 * 1024 * 1024;
/** Brackets in brackets: the known keys need 5. */
export const MAX_PROJECT_DEPTH = 64;

export interface ParsedProject {
  readonly project: Project;
  /** Places are UTF-16 offsets in the file's text. */
  readonly problems: readonly Problem[];
}

/**
 * Reads `pressmark.json`: JSON with comments and trailing commas. Never throws; for every part that is missing or
 * cannot be used the default counts, and a problem says where and what to do. `knownRules` are the rules that exist:
 * where they are given, other codes and options are reported.
 */
export function parseProject(text: string, knownRules?: KnownRules): ParsedProject {
  if (text.length > MAX_PROJECT_LENGTH || nestingDepth(text) > MAX_PROJECT_DEPTH) return beyondLimits();
  const errors: ParseError[] = [];
  const root = treeOf(text, errors);
  if (root === 'too deep') return beyondLimits();
  const problems = errors.slice(0, 1).map(syntaxProblem);
  if (root?.type !== 'object') {
    if (problems.length === 0) {
      const message = msg('The project file should be an object in braces. Until then the defaults count.');
      problems.push({ code: 'project/syntax', severity: 'error', message, start: 0, end: text.length });
    }
    return { project: DEFAULT_PROJECT, problems };
  }
  const nodes = membersOf(root, schema.ProjectSchema.entries, problems);
  return { project: readProject(nodes, problems, knownRules), problems: sortByPlace(problems) };
}

function beyondLimits(): ParsedProject {
  const message = msg(
    'The project file is too large or too deeply nested, so that the defaults count: shorten it.',
  );
  const problem: Problem = { code: 'project/limits', severity: 'error', message, start: 0, end: 0 };
  return { project: DEFAULT_PROJECT, problems: [problem] };
}

function treeOf(text: string, errors: ParseError[]): Node | undefined | 'too deep' {
  try {
    return parseTree(text, errors, { allowTrailingComma: true });
  } catch {
    // The parser recurses, and brackets after a comment that holds a quote escape `nestingDepth`.
    return 'too deep';
  }
}

/** The first mistake: the parser's later ones mostly follow from it. */
function syntaxProblem({ error, offset, length }: ParseError): Problem {
  return {
    code: 'project/syntax',
    severity: 'error',
    message: syntaxMessage(printParseErrorCode(error)),
    start: offset,
    end: offset + length,
  };
}

function syntaxMessage(error: string): Message {
  switch (error) {
    case 'CommaExpected':
      return msg('A comma is missing before this. What can be read counts.');
    case 'ColonExpected':
      return msg('A colon is missing before this. What can be read counts.');
    case 'CloseBraceExpected':
    case 'CloseBracketExpected':
    case 'EndOfFileExpected':
      return msg(
        'A bracket is missing or one too many: each "{" needs a "}", each "[" a "]". What can be read counts.',
      );
    case 'UnexpectedEndOfString':
      return msg('This text has no quotation mark at its end. What can be read counts.');
    case 'UnexpectedEndOfComment':
      return msg('This comment has no "*/" at its end. What can be read counts.');
    case 'PropertyNameExpected':
      return msg('A key in quotation marks is missing here. What can be read counts.');
    case 'ValueExpected':
      return msg('A value is missing here. What can be read counts.');
    default:
      return msg('The project file is not valid JSON here: correct it. What can be read counts.');
  }
}

function sortByPlace(problems: readonly Problem[]): Problem[] {
  return problems.toSorted((a, b) => a.start - b.start);
}

type Members = ReadonlyMap<string, Node>;

/** The values of an object's known keys; unknown and doubled keys are reported, of doubled ones the last counts. */
function membersOf(node: Node, known: object, problems: Problem[]): Members {
  const members = new Map<string, Node>();
  for (const property of node.children ?? []) {
    const [keyNode, valueNode] = property.children ?? [];
    if (!keyNode) continue;
    const key = String(keyNode.value);
    if (!Object.hasOwn(known, key)) problems.push(unknownKey(keyNode, Object.keys(known)));
    else if (members.has(key)) {
      problems.push(
        problem(
          'project/doubled-key',
          keyNode,
          msg('"{0}" stands twice; the last one counts: delete the other.', key),
        ),
      );
    }
    if (valueNode) members.set(key, valueNode);
  }
  return members;
}

function readProject(nodes: Members, problems: Problem[], knownRules: KnownRules | undefined): Project {
  const list = <T>(key: string, item: v.GenericSchema<unknown, T>): readonly T[] | undefined => {
    const node = nodes.get(key);
    return node && readList(node, item, key, problems)?.map((read) => read.value);
  };
  const people = readPeople(nodes.get('annotators'), problems);
  const one = <T>(key: string, item: v.GenericSchema<unknown, T>): T | undefined => {
    const node = nodes.get(key);
    return node && readValue(node, item, key, problems)?.value;
  };
  const labels = readLabels(nodes.get('labels'), problems);
  return {
    include: list('include', schema.glob) ?? DEFAULT_PROJECT.include,
    exclude: list('exclude', schema.glob) ?? DEFAULT_PROJECT.exclude,
    language: one('language', schema.languageTag) ?? DEFAULT_PROJECT.language,
    folders: readFolders(nodes.get('folders'), problems),
    labels,
    relations: readRelations(nodes.get('relations'), labels, problems),
    documentLabels: (list('documentLabels', schema.DocumentLabelSchema) ?? []).map(
      ({ name, values }): DocumentLabelType => ({ name, values: values ?? [] }),
    ),
    entities: readEntitySources(nodes.get('entities'), problems),
    rules: readRules(nodes.get('rules'), problems, knownRules),
    dictionary: list('dictionary', schema.text) ?? DEFAULT_PROJECT.dictionary,
    annotators: people.map((person) => person.name),
    people,
    blind: one('blind', v.boolean()) ?? DEFAULT_PROJECT.blind,
    assignments: one('assignments', schema.glob) ?? DEFAULT_PROJECT.assignments,
    agreement: readAgreement(nodes.get('agreement'), problems),
    dataset: readDescription(nodes.get('dataset'), problems),
  };
}

function readEntitySources(node: Node | undefined, problems: Problem[]): EntitySources {
  const { entities } = DEFAULT_PROJECT;
  if (!node) return entities;
  if (node.type !== 'object') {
    readEntries(node, v.unknown(), 'entities', problems);
    return entities;
  }
  const members = membersOf(node, { files: true, builtIn: true, imported: true }, problems);
  const files = members.get('files');
  const builtIn = members.get('builtIn');
  const imported = members.get('imported');
  return {
    files: (files && readList(files, schema.glob, 'files', problems)?.map((f) => f.value)) ?? entities.files,
    builtIn: (builtIn && readValue(builtIn, v.boolean(), 'builtIn', problems)?.value) ?? entities.builtIn,
    imported:
      (imported &&
        readList(imported, schema.importedNames, 'imported', problems)?.map(({ value, node: at }) => ({
          name: value,
          place: { start: at.offset, end: at.offset + at.length },
        }))) ??
      entities.imported,
  };
}

function readAgreement(node: Node | undefined, problems: Problem[]): ReadonlyMap<string, number> {
  if (!node) return DEFAULT_PROJECT.agreement;
  const entries = readEntries(node, schema.ratio, 'agreement', problems) ?? [];
  for (const { name, keyNode } of entries)
    if (!isMeasure(name)) problems.push(unknownKey(keyNode, [...MEASURE_NAMES]));
  return new Map(entries.filter((e) => isMeasure(e.name)).map((e) => [e.name, e.value]));
}
