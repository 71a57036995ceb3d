import { GOLD } from '../../core/annotations/sidecarNames.ts';
import { Vocabulary } from '../../core/datasets/import/vocabulary.ts';
import type { Detection } from '../../core/formats/offsets/detection.ts';
import { Detective, type FileVerdict, mixedSentence } from '../../core/formats/offsets/detective.ts';
import { detectRead } from '../../core/formats/offsets/placeRead.ts';
import type { ReadArticle } from '../../core/formats/readArticle.ts';
import { msg } from '../../core/message.ts';
import type { Steps } from '../../core/steps.ts';
import { utf8Bytes } from '../../core/text/utf8.ts';
import { type Cancellation, Cancelled, type FileChange } from '../ports.ts';
import { runSteps } from '../stepping.ts';
import { relativePath } from '../uris.ts';
import type { Workspace } from '../workspace.ts';
import { FileTally, type ImportRun, importArticle } from './importArticle.ts';
import {
  foundFiles,
  itemsOf,
  MAX_ALL_BYTES,
  type OpenInput,
  openInput,
  optionProblem,
  readableFormats,
} from './importInput.ts';
import { ImportLayers } from './importLayers.ts';
import { ArticleFinder } from './importMatching.ts';
import { namesOfImport } from './importNames.ts';
import type { FileReport, ImportPlan, ImportProblem } from './importReport.ts';
import type { ImportProgress, ImportRequest } from './importRequest.ts';
import { SourceText } from './sourceText.ts';

/** Milliseconds between two pauses. */
const SLICE_MS = 10;

/**
 * What an import of files would do to a corpus: nothing is written. Each file is read twice, so that no more than an
 * article is held: first to find out how its offsets count, then to place its annotations. Throws `Cancelled`.
 */
export async function importDataset(
  workspace: Workspace,
  request: ImportRequest,
  cancel: Cancellation,
  progress: ImportProgress,
): Promise<ImportPlan> {
  const { host } = workspace;
  const project = await workspace.projects.of(`${request.into.replace(/\/$/, '')}/x`);
  const finder = await ArticleFinder.of(workspace, project, request.into);
  const layers = new ImportLayers(workspace, project);
  const vocabulary = new Vocabulary(project.project, request.names);
  const shown = (uri: string) => relativePath(project.root, uri) ?? uri;
  const steps = <T>(work: Steps<T>) => runSteps(work, host, cancel);
  const run: ImportRun = { request, finder, layers, vocabulary, steps, shown };
  const found = await foundFiles(host, request);
  const problems: ImportProblem[] = [...found.problems];
  const badOption = optionProblem(request.format ? [request.format] : readableFormats(), request.options);
  if (badOption) problems.push({ file: '', code: 'import/option', severity: 'error', message: badOption });
  const pacer = new Pacer(workspace, cancel);
  const files: FileReport[] = [];
  const passed: string[] = [];
  let read = 0;
  for (const [i, file] of found.files.entries()) {
    progress(i, found.files.length, file.shown);
    const input = await openInput(host, file, request);
    if ('passed' in input) {
      passed.push(file.shown);
      continue;
    }
    if (!('problem' in input)) read += input.file.bytes.length;
    if (read > MAX_ALL_BYTES) {
      problems.push(tooMuch(file.shown));
      break;
    }
    if ('problem' in input) problems.push(input.problem);
    else files.push(await importFile(run, input, file.shown, pacer));
  }
  progress(found.files.length, found.files.length, '');
  if (files.length === 0 && problems.length === 0) {
    const message = msg(
      'None of the files here is of a format that is known. Say which one it is with --from.',
    );
    problems.push({
      file: request.sources[0]?.shown ?? '',
      code: 'import/nothing',
      severity: 'error',
      message,
    });
  }
  if (files.length > 0) problems.push(...passed.map(passedOver));
  const names = await namesOfImport(workspace, project, vocabulary, request.unknownNames);
  problems.push(...names.problems);
  const changes: FileChange[] = [...names.changes];
  for (const [uri, text] of finder.created) {
    changes.push({ uri, before: undefined, after: utf8Bytes(text) });
    if (!project.includes(uri)) problems.push(notIncluded(shown(uri)));
  }
  for (const change of layers.changes()) {
    if ('after' in change) changes.push(change);
    else
      problems.push({
        file: shown(change.uri),
        code: 'import/sidecar',
        severity: 'error',
        message: change.refused,
      });
  }
  const stopped = [...problems, ...files.flatMap((f) => f.problems)].some((p) => p.severity === 'error');
  return {
    root: project.root,
    files,
    problems,
    created: [...finder.created.keys()].map(shown),
    unknownNames: names.unknown,
    stopped,
    changes: stopped ? [] : changes,
    texts: layers.texts(),
  };
}

async function importFile(
  run: ImportRun,
  input: OpenInput,
  shown: string,
  pacer: Pacer,
): Promise<FileReport> {
  const tally = new FileTally(shown);
  const { verdict, detections } = await detect(run, input, tally, pacer);
  const { offsets } = run.request;
  if (verdict.mixed && offsets === 'auto')
    tally.problem('import/mixed-offsets', mixedSentence(verdict.mixed), verdict.mixed.otherLine);
  if (verdict.undecided)
    tally.problem('import/undecided-offsets', verdict.undecided.message, verdict.undecided.line);
  const stem = input.file.path.replace(/\.[^./]*$/, '');
  let ordinal = 0;
  for await (const item of itemsOf(input)) {
    if (item.kind !== 'article') continue;
    ordinal++;
    const fallback = `${stem}-${String(ordinal).padStart(4, '0')}`;
    const known = detections[ordinal - 1];
    await importArticle(run, tally, item.article, { fallback, counting: verdict.counting, known });
    await pacer.pause();
  }
  const people = [...tally.annotators].filter((name) => name !== GOLD);
  if (people.length > 0 && !run.layers.hasPeople) tally.information('import/one-file', onlyOneFile(people));
  const { counting, quotes, fitted, mixed, undecided, report } = verdict;
  return {
    file: shown,
    format: { name: input.format.name, title: input.format.title },
    recognised: input.recognised,
    offsets: {
      quotes,
      fitted,
      sentences: report,
      ...(counting ? { counting } : {}),
      ...(mixed ? { mixed } : {}),
      ...(undecided ? { undecided: true } : {}),
    },
    ...tally.report(),
  };
}

/** What a file shows as a whole, and each of its articles by itself. */
interface Detected {
  readonly verdict: FileVerdict;
  readonly detections: readonly (Detection | undefined)[];
}

/** Reads a file through: what is wrong with it, and how its offsets count. */
async function detect(run: ImportRun, input: OpenInput, tally: FileTally, pacer: Pacer): Promise<Detected> {
  const detective = new Detective();
  const { offsets } = run.request;
  const unit = offsets === 'auto' || offsets === 'quotes' ? undefined : offsets;
  const detections: (Detection | undefined)[] = [];
  for await (const item of itemsOf(input)) {
    await pacer.pause();
    if (item.kind === 'problem') {
      const { file, ...problem } = item.problem;
      const folder = tally.file.slice(0, tally.file.lastIndexOf('/') + 1);
      tally.problems.push({ ...problem, file: file === undefined ? tally.file : folder + file });
      continue;
    }
    const text = await textOf(run, item.article);
    const detection = text === undefined ? undefined : detectRead(item.article, text, unit ? { unit } : {});
    if (detection) detective.add(item.article, detection);
    // What each counting fits is added up by now.
    detections.push(detection && { ...detection, fits: [] });
  }
  if (detections.length === 0 && tally.problems.length === 0) {
    const message = msg('There is no article in this file. Check that it is the right one, and its format.');
    tally.problem('import/empty', message);
  }
  return { verdict: detective.verdict(input.format.title), detections };
}

/** The text that an article's offsets count; undefined where the file leaves it elsewhere, and it is not there. */
async function textOf({ finder }: ImportRun, read: ReadArticle): Promise<string | undefined> {
  if (read.text !== undefined) return read.text;
  const match = await finder.find(read, '');
  return 'source' in match && match.source instanceof SourceText ? match.source.text : undefined;
}

/** A file of a folder that is left out. A text is hardly anybody's annotations; anything else may be a file cut short. */
function passedOver(file: string): ImportProblem {
  const message = msg(
    'This file was left out: no format recognises it. If it has annotations, see whether it is whole, or name it by itself and say its format with --from.',
  );
  const severity = /\.(txt|xml)$/i.test(file) ? 'information' : 'warning';
  return { file, code: 'import/passed', severity, message };
}

function tooMuch(file: string): ImportProblem {
  const message = msg(
    'Up to this file there are more than {0} MB, which is more than can be imported at once. Import the files in several goes.',
    MAX_ALL_BYTES / 1e6,
  );
  return { file, code: 'import/too-much', severity: 'error', message };
}

function onlyOneFile(people: readonly string[]) {
  return msg(
    'The annotations here are by {0}. This project lists no annotators, so that all share one file for each article and who made which is not kept. List them in pressmark.json to keep it.',
    people.join(', '),
  );
}

function notIncluded(path: string): ImportProblem {
  const message = msg(
    'This new article would not be among those that pressmark.json includes. Choose another folder with --into, or change "include".',
  );
  return { file: path, code: 'import/not-included', severity: 'error', message };
}

/** Lets others go first, and sees whether the work is still wanted. */
class Pacer {
  private readonly workspace: Workspace;
  private readonly cancel: Cancellation;
  private until = 0;

  constructor(workspace: Workspace, cancel: Cancellation) {
    this.workspace = workspace;
    this.cancel = cancel;
  }

  async pause(): Promise<void> {
    const { host } = this.workspace;
    if (host.now() < this.until) return;
    await host.pause();
    if (this.cancel.isCancellationRequested) throw new Cancelled();
    this.until = host.now() + SLICE_MS;
  }
}
