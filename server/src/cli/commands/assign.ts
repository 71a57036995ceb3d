import { type AssignmentPlan, assign as shareOut } from '../../core/assignment/assign.ts';
import { serializeAssignments } from '../../core/assignment/assignmentFile.ts';
import { mostOf, type Overlap } from '../../core/assignment/overlap.ts';
import { formatMessage, msg } from '../../core/message.ts';
import { type Person, personCalled } from '../../core/project.ts';
import { TextOffsets } from '../../core/text/offsets.ts';
import { readOptional, writeAtomically } from '../../disk/writeFile.ts';
import { assignmentProblems, type LoadedAssignments } from '../../service/assignments.ts';
import type { LoadedProject } from '../../service/projects.ts';
import { relativePath } from '../../service/uris.ts';
import { articlePaths } from '../articlePaths.ts';
import { assignmentTable, assignOutput, prettyAssignment } from '../assignmentView.ts';
import { pathOf } from '../disk.ts';
import type { Io } from '../io.ts';
import { Session } from '../session.ts';
import { EXIT, type ExitCode, UsageError } from '../usageError.ts';

export interface AssignOptions {
  readonly format: 'pretty' | 'json' | 'csv';
  readonly overlap: Overlap;
  readonly balance: 'articles' | 'characters';
  readonly seed: string;
  /** Absent: all of the project. */
  readonly annotators?: readonly string[];
  readonly reassign?: string;
  readonly write?: boolean;
}

/** `pressmark assign [paths]`: gives each article that nobody has yet to one or more annotators. */
export async function assign(io: Io, paths: readonly string[], options: AssignOptions): Promise<ExitCode> {
  const session = new Session(io, paths);
  const uris = await articlePaths(session, paths);
  const project = await oneProject(session, uris);
  await session.tellProject(project);
  const file = await session.workspace.assignments.of(project);
  const known = await tellProblems(session, project, file);
  const assigned = new Set(file.assignments.flatMap((a) => a.annotators));
  const { annotators, leaving } = peopleOf(project, options, assigned);
  const plan = shareOut({
    articles: await weighed(session, project, [...new Set([...uris, ...known])], options.balance),
    annotators,
    existing: file.assignments.map(({ article, annotators: names, extra }) => ({
      article,
      annotators: [...new Set(names.map((name) => personCalled(project.project.people, name)?.name ?? name))],
      extra,
    })),
    overlap: options.overlap,
    seed: options.seed,
    ...(leaving ? { reassign: { from: leaving, kept: await keptBy(session, project, uris, leaving) } } : {}),
  });
  const pending = plan.added.length + plan.moved.length > 0;
  const written = options.write === true && pending && !session.failed;
  if (written) await write(project, file, plan);
  const shown = session.shown(file.uri);
  if (options.format === 'json') {
    await io.out(`${JSON.stringify(assignOutput(plan, shown, written), undefined, 1)}\n`);
  } else if (options.format === 'csv') await io.out(assignmentTable(plan));
  else await io.show(prettyAssignment(io, plan, shown, written, session.failed));
  if (session.failed) return EXIT.failed;
  return pending && !written ? EXIT.found : EXIT.clean;
}

async function oneProject({ workspace }: Session, uris: readonly string[]): Promise<LoadedProject> {
  const projects = new Map<string, LoadedProject>();
  for (const uri of uris) {
    const project = await workspace.projects.of(uri);
    projects.set(project.root, project);
  }
  const [project, other] = [...projects.values()];
  if (!project)
    throw new UsageError(msg('There are no articles here. Name a folder or files that have some.'));
  if (other) {
    throw new UsageError(
      msg('These articles belong to several projects, which assign each for itself: name the folder of one.'),
    );
  }
  return project;
}

/** Who gets articles, and who is to give theirs away. */
function peopleOf(
  { project: { people } }: LoadedProject,
  { annotators: wanted, reassign, overlap }: AssignOptions,
  assigned: ReadonlySet<string>,
): { readonly annotators: readonly string[]; readonly leaving: string | undefined } {
  if (people.length === 0) {
    throw new UsageError(
      msg('The project lists nobody who annotates: add "annotators" to pressmark.json first.'),
    );
  }
  const chosen = wanted ? wanted.map((name) => named(people, name)) : people.filter((p) => p.active);
  // Somebody who has left the project's list may still have articles.
  const leaving = reassign === undefined ? undefined : (personCalled(people, reassign)?.name ?? reassign);
  if (leaving !== undefined && !personCalled(people, leaving) && !assigned.has(leaving)) {
    throw new UsageError(
      msg(
        '“{0}” is none of the project’s annotators, and has no article: there is nothing to give away.',
        leaving,
      ),
    );
  }
  const annotators = chosen.map(({ name }) => name).filter((name) => name !== leaving);
  if (annotators.length < mostOf(overlap)) {
    throw new UsageError(
      msg(
        'An overlap of {0} needs as many annotators, and there are {1}. Name more of them, or a smaller overlap.',
        mostOf(overlap),
        annotators.length,
      ),
    );
  }
  return { annotators, leaving };
}

function named(people: readonly Person[], name: string): Person {
  const person = personCalled(people, name);
  if (person) return person;
  const list = people.map((p) => p.name).join(', ');
  throw new UsageError(msg('“{0}” is none of the project’s annotators: {1}.', name, list));
}

/** Tells what is wrong with the file of assignments; gives the addresses of the articles that it speaks of. */
async function tellProblems(
  session: Session,
  project: LoadedProject,
  file: LoadedAssignments,
): Promise<string[]> {
  const { io, workspace } = session;
  const articles = new Map(
    (await workspace.corpus.articles()).flatMap(({ uri }) => {
      const path = relativePath(project.root, uri);
      return path === undefined ? [] : [[path, uri] as const];
    }),
  );
  const offsets = new TextOffsets(file.text ?? '');
  for (const problem of assignmentProblems(file, project, new Set(articles.keys()))) {
    // What cannot be read cannot be written back either.
    if (problem.severity === 'error') session.failed = true;
    const { line, column } = offsets.position(problem.start);
    const place = `${session.shown(file.uri)}:${line}:${column}`;
    io.tell(`${place}: ${problem.severity}: ${formatMessage(problem.message)}`);
  }
  return file.assignments.flatMap(({ article, annotators }) =>
    annotators.length > 0 ? (articles.get(article) ?? []) : [],
  );
}

async function weighed(
  { workspace, io }: Session,
  project: LoadedProject,
  uris: readonly string[],
  balance: AssignOptions['balance'],
) {
  const articles: { path: string; weight: number }[] = [];
  for (const [i, uri] of uris.entries()) {
    const path = relativePath(project.root, uri);
    if (path === undefined) continue;
    if (balance === 'articles') {
      articles.push({ path, weight: 1 });
      continue;
    }
    io.status(`${i + 1}/${uris.length} ${path}`);
    const file = await workspace.texts.read(uri);
    const text = file && 'document' in file ? file.document.getText() : '';
    articles.push({ path, weight: new TextOffsets(text).codePoints });
  }
  io.status('');
  return articles;
}

/** The paths of the articles that somebody keeps: what they have called done or reviewed, and what is not asked about. */
async function keptBy(
  { workspace }: Session,
  project: LoadedProject,
  uris: readonly string[],
  name: string,
): Promise<ReadonlySet<string>> {
  const { annotatorsOf } = await workspace.assignments.of(project);
  const kept = new Set(annotatorsOf.keys());
  for (const uri of uris) {
    const path = relativePath(project.root, uri);
    if (path === undefined || !annotatorsOf.get(path)?.includes(name)) continue;
    if (!(await workspace.sidecars.isDone(uri, project, name))) kept.delete(path);
  }
  return kept;
}

async function write(
  { root }: LoadedProject,
  { uri, text }: LoadedAssignments,
  { assignments }: AssignmentPlan,
): Promise<void> {
  const path = pathOf(uri);
  const bytes = await readOptional(path);
  const isSame = (bytes === undefined ? undefined : Buffer.from(bytes).toString('utf8')) === text;
  const written =
    isSame && (await writeAtomically(path, serializeAssignments(assignments), bytes, pathOf(root)));
  if (written === 'written') return;
  throw new UsageError(
    written === 'outside'
      ? msg(
          '{0} is a link that leads out of the project, so nothing was written: replace it by a file.',
          path,
        )
      : msg('{0} was changed by somebody else meanwhile, so nothing was written. Try again.', path),
  );
}
