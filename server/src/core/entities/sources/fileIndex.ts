import { type Message, msg } from '../../message.ts';
import type { ProblemSeverity } from '../../problem.ts';
import type { Steps } from '../../steps.ts';
import type { CommonWords } from '../../text/commonWords.ts';
import type { Entity } from '../entity.ts';
import { foldName } from '../fold.ts';
import { quotable } from './fieldValues.ts';

/** What of an entity file must be known to compare it with others. */
export interface FileIndex {
  readonly uri: string;
  readonly entities: readonly IndexedEntity[];
}

interface IndexedEntity {
  readonly id: string;
  readonly type: string;
  /** From 0. */
  readonly line: number;
  /** The canonical name as names are compared. */
  readonly canonical: string;
  readonly aliases: ReadonlySet<string>;
}

/** Something to say about a line (from 0) of an entity file. */
export interface LineProblem {
  readonly uri: string;
  readonly line: number;
  readonly severity: ProblemSeverity;
  readonly code: string;
  readonly message: Message;
}

/** Entities between two steps. */
const ENTITIES_A_STEP = 300;

/** The index of a file's entities. */
export function* indexFile(uri: string, entities: readonly Entity[]): Steps<FileIndex> {
  const indexed: IndexedEntity[] = [];
  for (const [i, { id, type, name, names, source }] of entities.entries()) {
    const aliases = new Set<string>();
    for (const own of names.values()) for (const alias of own) aliases.add(foldName(alias));
    const line = source.kind === 'file' ? source.line : 0;
    indexed.push({ id, type, line, canonical: foldName(name), aliases });
    if (i % ENTITIES_A_STEP === 0) yield;
  }
  return { uri, entities: indexed };
}

/**
 * What entity files say together that people should know: ids that stand in several of them, and two entities each of
 * which has the other's canonical name among its own. Both are kept, and each is told once, where it is seen second.
 */
export function* crossProblems(
  files: readonly FileIndex[],
  fileName: (uri: string) => string,
): Steps<LineProblem[]> {
  const problems: LineProblem[] = [];
  const owners = new Map<string, { uri: string; line: number }>();
  const bearers = new Map<string, IndexedEntity>();
  let done = 0;
  for (const { uri, entities } of files) {
    for (const entity of entities) {
      const owner = owners.get(entity.id);
      if (owner === undefined) owners.set(entity.id, { uri, line: entity.line });
      else if (owner.uri !== uri) {
        const message = msg(
          'The id {0} also stands in {1}, line {2}: the two are one entity, and the names of both count.',
          quotable(entity.id),
          fileName(owner.uri),
          owner.line + 1,
        );
        problems.push({ uri, line: entity.line, severity: 'information', code: 'entities/joined', message });
      }
      for (const alias of entity.aliases) {
        const other = bearers.get(alias);
        if (other === undefined || other.id === entity.id || !other.aliases.has(entity.canonical)) continue;
        const message = msg(
          'The entities {0} and {1} have each other’s name: every mention of them is ambiguous. If they are one, join their lines; else delete the names that are not theirs.',
          quotable(other.id),
          quotable(entity.id),
        );
        problems.push({ uri, line: entity.line, severity: 'warning', code: 'entities/alias-cycle', message });
        break;
      }
      if (!bearers.has(entity.canonical)) bearers.set(entity.canonical, entity);
      if (++done % ENTITIES_A_STEP === 0) yield;
    }
  }
  return problems;
}

/** In which languages a name for all languages is looked up. */
const USUAL = ['en', 'id', 'vi'];

/** Names that are also among the commonest words of their language; each is told once for its line. */
export function* commonWordProblems(
  uri: string,
  entities: readonly Entity[],
  words: CommonWords,
): Steps<LineProblem[]> {
  const problems: LineProblem[] = [];
  for (const [i, { names, source }] of entities.entries()) {
    if (source.kind !== 'file') continue;
    if (i % ENTITIES_A_STEP === 0) yield;
    const told = new Set<string>();
    for (const [language, own] of names) {
      for (const name of own) {
        if (name.includes(' ') || told.has(name)) continue;
        const word =
          language === 'und'
            ? USUAL.find((l) => words.has(l, name))
            : words.has(language, name)
              ? language
              : undefined;
        if (word === undefined) continue;
        told.add(name);
        const message = msg(
          '“{0}” is also one of the commonest words ({1}), so it is taken for this name with care only. Add a longer name too.',
          quotable(name),
          word,
        );
        problems.push({
          uri,
          line: source.line,
          severity: 'information',
          code: 'entities/common-word',
          message,
        });
      }
    }
  }
  return problems;
}
