import { isMeasure, type MeasureName } from '../../core/agreement/measures.ts';
import { gate } from '../../core/agreement/thresholds.ts';
import { unknownLabel } from '../../core/project/labels.ts';
import { AgreementPass } from '../../service/agreement/agreement.ts';
import { comparedPeople } from '../../service/agreement/people.ts';
import { NEVER_CANCELLED } from '../../service/ports.ts';
import type { LoadedProject } from '../../service/projects.ts';
import { agreeOutput } from '../agreementOutput.ts';
import { articlePaths } from '../articlePaths.ts';
import type { AgreeOutput } from '../contracts/agreement.ts';
import type { Io } from '../io.ts';
import { csvAgreement } from '../reporters/agreement/csv.ts';
import { markdownAgreement } from '../reporters/agreement/markdown.ts';
import { prettyAgreement } from '../reporters/agreement/pretty.ts';
import { number, type Per, subjectTitle, titleOf } from '../reporters/agreement/tables.ts';
import { Session } from '../session.ts';
import { EXIT, type ExitCode, UsageError } from '../usageError.ts';

export interface AgreeOptions {
  readonly format: 'pretty' | 'json' | 'csv' | 'markdown';
  readonly annotators?: readonly string[];
  readonly labels?: readonly string[];
  readonly measure?: ReadonlySet<MeasureName>;
  readonly per?: Per;
  /** Also what people have begun and not called done. */
  readonly all?: boolean;
  readonly disagreements?: boolean;
  /** Least values by measure; they come before those of the project. */
  readonly failUnder?: ReadonlyMap<MeasureName, number>;
}

/** What is measured where nobody asks for anything else: the rest is for those who know why they want it. */
export const USUAL_MEASURES: readonly MeasureName[] = [
  'f1',
  'boundary',
  'overlap',
  'chars',
  'uAlpha',
  'cuAlpha',
  'kuAlpha',
  'raw',
  'kappa',
  'alpha',
];

/** `pressmark agree [paths]`: how well annotators agree, and where they do not. */
export async function agree(io: Io, paths: readonly string[], options: AgreeOptions): Promise<ExitCode> {
  const session = new Session(io, paths);
  const articles = await articlePaths(session, paths);
  const projects = await projectsOf(session, articles);
  for (const project of projects) await session.tellProject(project);
  const people = comparedPeople(projects, options.annotators);
  if ('refused' in people) throw new UsageError(people.refused);
  knownLabels(projects, options.labels ?? []);
  const thresholds = thresholdsOf(projects, options);
  const pass = new AgreementPass(session.workspace, people.annotators, {
    articles,
    measures: new Set([...(options.measure ?? USUAL_MEASURES), ...thresholds.keys()]),
    ...(options.labels ? { labels: options.labels } : {}),
    unfinished: options.all === true,
    byArticle: options.per === 'article',
    disagreements: options.disagreements ? Number.POSITIVE_INFINITY : 0,
  });
  const report = await pass.run(NEVER_CANCELLED, (done, all) => io.status(`${done}/${all} articles`));
  io.status('');
  for (const { uri, message } of report.skipped) session.fail(uri, message);
  const output = agreeOutput(session, report, gate(report.together, thresholds), {
    byArticle: options.per === 'article',
    disagreements: options.disagreements === true,
  });
  await write(io, output, options);
  tellGate(io, output);
  if (output.articles.compared === 0 && options.all !== true)
    io.tell('No article is called done by two of them: --all compares what they have begun, too.');
  if (session.failed) return EXIT.failed;
  return output.missed.length > 0 ? EXIT.found : EXIT.clean;
}

async function write(io: Io, output: AgreeOutput, { format, per }: AgreeOptions): Promise<void> {
  switch (format) {
    case 'json':
      return io.out(`${JSON.stringify(output, undefined, 1)}\n`);
    case 'csv':
      return io.out(csvAgreement(output, per));
    case 'markdown':
      return io.out(markdownAgreement(output, per));
    case 'pretty':
      return io.show(prettyAgreement(io, output, per));
  }
}

function tellGate(io: Io, { missed, undefined: unknown }: AgreeOutput): void {
  for (const { figure, least } of missed) {
    const { low, high, n } = figure;
    const interval = low === undefined || high === undefined ? '' : `, 95 % ${number(low)}–${number(high)}`;
    const label = figure.label === undefined ? '' : ` (${figure.label})`;
    io.tell(
      `${figure.measure}${label} is ${number(figure.value)}, below ${least}: ${subjectTitle(figure)}, ${titleOf(figure)}, n = ${n}${interval}`,
    );
  }
  for (const { figure, least } of unknown)
    io.tell(
      `${figure.measure} is undefined, so the threshold ${least} was not tried: ${subjectTitle(figure)}. ${figure.undefined ?? ''}`,
    );
}

async function projectsOf(session: Session, articles: readonly string[]): Promise<LoadedProject[]> {
  const projects = new Set<LoadedProject>();
  for (const uri of articles) projects.add(await session.workspace.projects.of(uri));
  return projects.size > 0 ? [...projects] : session.workspace.projects.all();
}

/** The project's thresholds (of several projects the highest), and over them those of the command line. */
function thresholdsOf(
  projects: readonly LoadedProject[],
  { failUnder = new Map() }: AgreeOptions,
): ReadonlyMap<MeasureName, number> {
  const thresholds = new Map<MeasureName, number>();
  for (const { project } of projects)
    for (const [name, least] of project.agreement)
      if (isMeasure(name)) thresholds.set(name, Math.max(least, thresholds.get(name) ?? least));
  return new Map([...thresholds, ...failUnder]);
}

function knownLabels(projects: readonly LoadedProject[], labels: readonly string[]): void {
  const known = projects
    .flatMap(({ project }) => [...project.labels, ...project.documentLabels])
    .map(({ name }) => name);
  const unknown = labels.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new UsageError(unknownLabel(unknown, known));
}
