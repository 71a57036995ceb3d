import { type AssignmentFile, readAssignments } from '../core/assignment/assignmentFile.ts';
import { msg } from '../core/message.ts';
import type { Problem } from '../core/problem.ts';
import { personNamed } from '../core/project.ts';
import type { LoadedProject } from './projects.ts';
import type { Texts } from './texts.ts';
import { joined } from './uris.ts';

/** Hundreds of thousands of articles fit into it. */
const MAX_ASSIGNMENTS_BYTES = 100_000_000;

/** A project's file of assignments as it is now. */
export interface LoadedAssignments extends AssignmentFile {
  readonly uri: string;
  /** Undefined where there is no such file, or none that can be read. */
  readonly text: string | undefined;
  /** Who annotates an article, by its path from the project file's folder; present names. */
  readonly annotatorsOf: ReadonlyMap<string, readonly string[]>;
}

/** Reads the files that say who annotates which article, and keeps what they say until they change. */
export class Assignments {
  private readonly texts: Texts;
  private readonly loaded = new Map<string, Promise<LoadedAssignments>>();

  constructor(texts: Texts) {
    this.texts = texts;
  }

  /** Who annotates what in a project; nobody anything where there is no file. */
  of(project: LoadedProject): Promise<LoadedAssignments> {
    const uri = assignmentsUri(project);
    const key = `${project.rules.key} ${uri}`;
    const known = this.loaded.get(key) ?? this.load(uri, project);
    this.loaded.set(key, known);
    return known;
  }

  /** Forgets what was read of a file that changed. */
  fileChanged(uri: string): void {
    for (const key of this.loaded.keys()) if (key.endsWith(` ${uri}`)) this.loaded.delete(key);
  }

  /** Forgets everything: projects or folders changed. */
  forget(): void {
    this.loaded.clear();
  }

  private async load(uri: string, { project: { people } }: LoadedProject): Promise<LoadedAssignments> {
    const file = await this.texts.read(uri, MAX_ASSIGNMENTS_BYTES);
    if (!file || 'unreadable' in file) {
      const problems = file ? [unreadable(file.unreadable)] : [];
      const empty = { assignments: [], problems, writable: !file, annotatorsOf: new Map() };
      return { ...empty, uri, text: undefined };
    }
    const text = file.document.getText();
    const read = readAssignments(text);
    const annotatorsOf = new Map(
      read.assignments.map(({ article, annotators }) => [
        article,
        [...new Set(annotators.map((name) => personNamed(people, name)?.name ?? name))],
      ]),
    );
    return { ...read, uri, text, annotatorsOf };
  }
}

/** Where a project's assignments are kept. */
export function assignmentsUri({ root, project }: LoadedProject): string {
  return joined(root, project.assignments);
}

function unreadable(message: Problem['message']): Problem {
  return { code: 'assignments/unreadable', severity: 'error', message, start: 0, end: 0 };
}

/**
 * What must be looked at in a project's file of assignments: what cannot be read, people that the project does not
 * list, and articles that are gone. `articles`: the paths of those that there are, from the project file's folder.
 */
export function assignmentProblems(
  { assignments, problems }: AssignmentFile,
  { project: { people, annotators } }: LoadedProject,
  articles: ReadonlySet<string>,
): Problem[] {
  const found = [...problems];
  for (const { article, annotators: names, start, end } of assignments) {
    const place = { start, end };
    for (const name of names) {
      if (personNamed(people, name)) continue;
      const message =
        people.length === 0
          ? msg(
              'The project lists no annotators, so that “{0}” is nobody: add the name to "annotators" in pressmark.json.',
              name,
            )
          : msg(
              '“{0}” is none of the project’s annotators ({1}): correct the name, add it to "annotators" in pressmark.json, or give the article to somebody else with pressmark assign --reassign.',
              name,
              annotators.join(', '),
            );
      found.push({ code: 'assignments/unknown-annotator', severity: 'warning', message, ...place });
    }
    if (articles.has(article)) continue;
    const message = msg(
      'There is no article “{0}”: correct its path if it was renamed, else delete this line.',
      article,
    );
    found.push({ code: 'assignments/no-article', severity: 'warning', message, ...place });
  }
  return found.sort((a, b) => a.start - b.start);
}
