import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { formatMessage, type Message, msg } from '../core/message.ts';
import type { Problem } from '../core/problem.ts';
import { TextOffsets } from '../core/text/offsets.ts';
import { blobId } from '../disk/blobId.ts';
import { userCache, userCompiledNames } from '../disk/diskCache.ts';
import { importDisk } from '../disk/importDisk.ts';
import { userKeptTexts } from '../disk/keptTexts.ts';
import { diskOutput } from '../disk/output.ts';
import { gitHistory } from '../git/history.ts';
import { folderProblems } from '../service/folderProblems.ts';
import type { Host } from '../service/ports.ts';
import { NEVER_CANCELLED } from '../service/ports.ts';
import { type LoadedProject, PROJECT_FILE } from '../service/projects.ts';
import { joined } from '../service/uris.ts';
import { Workspace } from '../service/workspace.ts';
import { disk, pathOf, uriOf } from './disk.ts';
import type { Io } from './io.ts';

/** One run of a command over the files below its folders. */
export class Session {
  readonly io: Io;
  readonly workspace: Workspace;
  /** True once a file could not be read or used: the run then ends with 2, whatever else it found. */
  failed = false;
  private readonly told = new Set<string>();
  private readonly toldProjects = new Set<LoadedProject>();

  private readonly aboutCorpus: boolean;

  /**
   * `paths`: files and folders that the run is about; their projects are those of the nearest pressmark.json above.
   * `cache`: what the corpus teaches is kept for the next run; false: not even the texts that tags refer to are.
   */
  constructor(io: Io, paths: readonly string[], { cache }: { readonly cache?: boolean } = {}) {
    this.io = io;
    this.workspace = new Workspace(hostOf(io, cache), { get: () => undefined, all: () => [] });
    const full = (paths.length === 0 ? ['.'] : paths).map((path) => resolve(io.cwd, path));
    const folders = full.map(projectFolder);
    this.workspace.projects.setWorkspaceFolders([...new Set(folders)].map(uriOf));
    this.aboutCorpus =
      full.some(isFolder) || folders.some((folder) => existsSync(join(folder, PROJECT_FILE)));
  }

  /**
   * Learns from all articles of the projects. Without a project file only a folder that was named is a corpus: whoever
   * names a file in a home folder does not mean all that is below it.
   */
  async learn(): Promise<void> {
    if (!this.aboutCorpus) return;
    await this.workspace.learning.learn(NEVER_CANCELLED, (done, all) =>
      this.io.status(`learning: ${done}/${all} articles`),
    );
    this.io.status('');
  }

  /** Gathers what people have tagged in the articles of the projects; of the same corpora as `learn`. */
  async gatherTags(): Promise<void> {
    if (!this.aboutCorpus) return;
    await this.workspace.tagged.gather(NEVER_CANCELLED, (done, all) =>
      this.io.status(`reading tags: ${done}/${all}`),
    );
    this.io.status('');
  }

  /** Tells, once per run, that nothing is suggested from the tags of a project whose people annotate blind. */
  tellBlind({ root }: LoadedProject): void {
    if (this.told.has(root)) return;
    this.told.add(root);
    const message = msg(
      'The people of this project annotate blind, so that nothing is suggested from what others have tagged: say for whom with --by, and leave --write away.',
    );
    this.io.tell(`${this.shown(joined(root, PROJECT_FILE))}: ${formatMessage(message)}`);
  }

  /** A path for people and for machine output: from the working folder, with `/`. */
  shown(uri: string): string {
    return relative(this.io.cwd, pathOf(uri)).split(sep).join('/');
  }

  /** Tells that a file could not be used, and goes on. */
  fail(uri: string, message: Message): void {
    this.failed = true;
    this.io.tell(`${this.shown(uri)}: ${formatMessage(message)}`);
  }

  /** Tells that the older version of a file could not be used as a whole: nobody can mend that any more. */
  tellOlder(uri: string, message: Message): void {
    this.io.tell(`${this.shown(uri)}, as it was: ${formatMessage(message)}`);
  }

  /** Tells the problems of a project file, once per run. */
  async tellProject(project: LoadedProject): Promise<void> {
    if (this.toldProjects.has(project)) return;
    this.toldProjects.add(project);
    const problems = [...project.problems, ...(await folderProblems(project, this.workspace.host))];
    await this.tellOnce(joined(project.root, PROJECT_FILE), problems);
  }

  /** Tells the problems of a project's entity files, once per run. */
  async tellEntityFiles(project: LoadedProject): Promise<void> {
    const { files, problems: named } = await project.entities();
    await this.tellOnce(joined(project.root, PROJECT_FILE), named, 'imported names');
    // What is merely worth knowing is told by `validate`.
    for (const { uri, problems, text } of files)
      await this.tellOnce(
        uri,
        problems.filter((problem) => problem.severity !== 'information'),
        '',
        text,
      );
  }

  private async tellOnce(
    uri: string,
    problems: readonly Problem[],
    about = '',
    known?: string,
  ): Promise<void> {
    const what = `${uri} ${about}`;
    if (this.told.has(what) || problems.length === 0) return;
    this.told.add(what);
    const file = known ?? (await this.workspace.texts.read(uri, Number.POSITIVE_INFINITY));
    const text = typeof file === 'string' ? file : file && 'document' in file ? file.document.getText() : '';
    const offsets = new TextOffsets(text);
    for (const { message, severity, start } of problems) {
      if (severity === 'error') this.failed = true;
      const { line, column } = offsets.position(start);
      this.io.tell(`${this.shown(uri)}:${line}:${column}: ${severity}: ${formatMessage(message)}`);
    }
  }
}

/** The nearest folder from here upwards with a project file, else this folder, or the one that this file is in. */
function projectFolder(path: string): string {
  let folder = path;
  while (!isFolder(folder) && folder !== dirname(folder)) folder = dirname(folder);
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, PROJECT_FILE))) return at;
    if (at === dirname(at)) return folder;
  }
}

/** True for a folder that is there. */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function hostOf(io: Io, cache: boolean | undefined): Host {
  const log = (line: string) => io.tell(line);
  return {
    files: disk,
    output: diskOutput,
    blobId,
    history: gitHistory(),
    ...(cache === false ? {} : { keptTexts: userKeptTexts(log), compiledNames: userCompiledNames(log) }),
    imports: importDisk(true),
    ...(cache ? { cache: userCache(log) } : {}),
    data: (name) => readFile(join(import.meta.dirname, '..', 'data', name)),
    now: () => performance.now(),
    pause: () => setImmediate(),
    random: () => Math.random(),
    time: () => `${new Date().toISOString().slice(0, 19)}Z`,
    log,
  };
}
