import * as v from 'valibot';
import { compareIds, type ExtraMember } from '../annotations/model.ts';
import { jsonMembers, minifyJson, nestingDepth, parseJson } from '../json/scan.ts';
import { type Message, msg } from '../message.ts';
import type { Problem, ProblemSeverity } from '../problem.ts';
import { annotator, glob } from '../project/schema.ts';

/** Who annotates an article. */
export interface Assignment {
  /** The article's path from the project file's folder, with `/`. */
  readonly article: string;
  /** Names, each once, in the order of the file; empty: nobody does any more. */
  readonly annotators: readonly string[];
  /** Keys of the line that this version does not know, in their order. */
  readonly extra: readonly ExtraMember[];
}

/** An assignment and where its line stands. */
export interface AssignmentEntry extends Assignment {
  /** UTF-16 offsets of the line in the file. */
  readonly start: number;
  readonly end: number;
}

/** What a file of assignments says. */
export interface AssignmentFile {
  /** By path; several lines on one article count as one. */
  readonly assignments: readonly AssignmentEntry[];
  /** Places are UTF-16 offsets in the file's text. */
  readonly problems: readonly Problem[];
  /** False where writing could lose something: a line that cannot be read. */
  readonly writable: boolean;
}

/** A line of the file, for the published JSON Schema. */
export const AssignmentSchema = v.object({
  article: v.pipe(glob, v.description('Path of the article from the folder of pressmark.json, with "/".')),
  annotators: v.pipe(v.array(annotator), v.description('Who annotates it.')),
});

/** More problems than this help nobody. */
const MOST_PROBLEMS = 200;
const MOST_NESTING = 64;

/**
 * Reads a file of assignments: JSON Lines, one article a line. Never throws; what is wrong with a line is told with its
 * place and its remedy, and the other lines are read.
 */
export function readAssignments(text: string): AssignmentFile {
  const byArticle = new Map<string, AssignmentEntry>();
  const problems: Problem[] = [];
  let writable = true;
  const report = (severity: ProblemSeverity, code: string, message: Message, start: number, end: number) => {
    if (severity === 'error') writable = false;
    if (problems.length < MOST_PROBLEMS) problems.push({ code, severity, message, start, end });
  };
  for (const { line, start, end } of linesOf(text)) {
    const read = readLine(line);
    if ('fault' in read) {
      report('error', read.code, read.fault, start, end);
      continue;
    }
    const known = byArticle.get(read.article);
    if (known) {
      const message = msg(
        '“{0}” has two lines, and the annotators of both count: put all of them on one line, and delete the other.',
        read.article,
      );
      report('warning', 'assignments/doubled-article', message, start, end);
    }
    byArticle.set(read.article, known ? joined(known, read) : { ...read, start, end });
  }
  return { assignments: sortByArticle([...byArticle.values()]), problems, writable };
}

/** The canonical text: a line for each article, by path, known keys first, no blanks, LF, final newline. */
export function serializeAssignments(assignments: readonly Assignment[]): string {
  return sortByArticle(assignments)
    .map(({ article, annotators, extra }) => {
      const members = [`"article":${JSON.stringify(article)}`, `"annotators":${JSON.stringify(annotators)}`];
      for (const { key, json } of extra) members.push(`${JSON.stringify(key)}:${json}`);
      return `{${members.join(',')}}\n`;
    })
    .join('');
}

function sortByArticle<T extends Assignment>(assignments: readonly T[]): T[] {
  return [...assignments].sort((a, b) => compareIds(a.article, b.article));
}

function joined(first: AssignmentEntry, second: Assignment): AssignmentEntry {
  const keys = new Set(first.extra.map(({ key }) => key));
  return {
    ...first,
    annotators: [...new Set([...first.annotators, ...second.annotators])],
    extra: [...first.extra, ...second.extra.filter(({ key }) => !keys.has(key))],
  };
}

/** The lines that hold something, without their line ends. */
function* linesOf(text: string): Generator<{ line: string; start: number; end: number }> {
  for (let start = text.startsWith('\ufeff') ? 1 : 0; start < text.length; ) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    const line = text.slice(start, end).replace(/\r$/, '');
    if (line.trim() !== '') yield { line, start, end: start + line.length };
    start = end + 1;
  }
}

type ReadLine = Assignment | { readonly code: string; readonly fault: Message };

function readLine(line: string): ReadLine {
  if (/^(?:<{7}|>{7}|\|{7}|={7})(?: |$)/.test(line)) {
    return {
      code: 'assignments/conflict',
      fault: msg(
        'Git could not merge the lines around this one: keep the lines of both sides, one for each article, and delete this one.',
      ),
    };
  }
  const parsed = nestingDepth(line) > MOST_NESTING ? undefined : parseJson(line);
  if (!parsed) {
    return {
      code: 'assignments/syntax',
      fault: msg(
        'This line cannot be read, and nothing is written to the file until it can. A line is written like {0}.',
        EXAMPLE,
      ),
    };
  }
  const result = v.safeParse(AssignmentSchema, parsed.value);
  const members = result.success ? jsonMembers(line) : [];
  const keys = new Set(members.map(({ key }) => key));
  if (!result.success || keys.size < members.length) {
    return {
      code: 'assignments/value',
      fault: msg(
        'This line is not of the expected form, and nothing is written to the file until it is. A line is written like {0}.',
        EXAMPLE,
      ),
    };
  }
  const { article, annotators } = result.output;
  return {
    article,
    annotators: [...new Set(annotators)],
    extra: members
      .filter(({ key }) => key !== 'article' && key !== 'annotators')
      .map(({ key, start, end }) => ({ key, json: minifyJson(line.slice(start, end)) })),
  };
}

const EXAMPLE = '{"article":"2026/a.txt","annotators":["ana","budi"]}';
