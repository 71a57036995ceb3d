import { CATALOGUE } from '../core/checks/catalogue.ts';
import type { Problem } from '../core/problem.ts';
import { DEFAULT_PROJECT, type KnownRules, type Project, parseProject } from '../core/project.ts';
import type { EntitySegments } from './entities/entitySegments.ts';
import { LoadedProject } from './loadedProject.ts';
import type { Host } from './ports.ts';
import type { Texts } from './texts.ts';
import { folderOf, joined, normalized, relativePath } from './uris.ts';

export type { EntityFileReport } from './entities/fileSegment.ts';
export type { EntityKnowledge } from './entities/knowledge.ts';
export type { LoadedProject } from './loadedProject.ts';

/** The name of the project file; its folder is the corpus. */
export const PROJECT_FILE = 'pressmark.json';

const RULES: KnownRules = new Map(CATALOGUE.map((rule) => [rule.code, rule.options ?? []]));

/** The projects of the open folders: the nearest pressmark.json above an article, else its workspace folder. */
export class Projects {
  private readonly host: Host;
  private readonly texts: Texts;
  private segments: Promise<EntitySegments> | undefined;
  private folders: readonly string[] = [];
  private readonly loaded = new Map<string, Promise<LoadedProject | undefined>>();
  private generation = 0;
  private listener: (() => void) | undefined;

  constructor(host: Host, texts: Texts) {
    this.host = host;
    this.texts = texts;
  }

  /** Says whom to tell when names that a project uses were imported again meanwhile. */
  whenRenewed(listener: () => void): void {
    this.listener = listener;
  }

  /** The workspace folders' URIs. */
  get workspaceFolders(): readonly string[] {
    return this.folders;
  }

  setWorkspaceFolders(folders: readonly string[]): void {
    this.folders = folders.map((f) => normalized(f).replace(/(?<=[^/])\/$/, ''));
    this.loaded.clear();
    void this.segments?.then((segments) => segments.forgetProjects());
  }

  /** The project of a file: the nearest pressmark.json above it inside its workspace folder, else the defaults. */
  async of(uri: string): Promise<LoadedProject> {
    const folder = this.workspaceFolderOf(uri);
    let at = folderOf(uri);
    const top = folder ?? at;
    for (;;) {
      const found = await this.at(at, false);
      if (found) return found;
      if (at === top || relativePath(top, at) === undefined) break;
      at = folderOf(at);
    }
    return this.defaults(top);
  }

  /** Every corpus of the open folders: each folder that holds a pressmark.json, and each workspace folder. */
  async all(): Promise<LoadedProject[]> {
    const roots = new Set<string>();
    for (const folder of this.folders) {
      roots.add(folder);
      const query = { folder, include: [`**/${PROJECT_FILE}`], exclude: DEFAULT_PROJECT.exclude };
      for (const file of await this.host.files.list(query)) roots.add(folderOf(file));
    }
    return Promise.all([...roots].map(async (root) => (await this.at(root, false)) ?? this.defaults(root)));
  }

  /** Forgets what was read of a file that changed. Returns true where a project or its entities were affected. */
  async fileChanged(uri: string): Promise<boolean> {
    if (uri.endsWith(`/${PROJECT_FILE}`)) {
      this.loaded.clear();
      return true;
    }
    let affected = false;
    for (const loading of [...this.loaded.values()]) {
      const project = await loading;
      if (!project?.isEntityFile(uri) && !project?.usesNames(uri)) continue;
      project.forgetEntities();
      affected = true;
    }
    return affected;
  }

  private workspaceFolderOf(uri: string): string | undefined {
    return this.folders
      .filter((f) => relativePath(f, uri) !== undefined)
      .reduce<string | undefined>(
        (best, f) => (best === undefined || f.length > best.length ? f : best),
        undefined,
      );
  }

  private async defaults(root: string): Promise<LoadedProject> {
    const project = await this.at(root, true);
    if (!project) throw new Error(`no default project for ${root}`);
    return project;
  }

  private at(root: string, orDefaults: boolean): Promise<LoadedProject | undefined> {
    const key = orDefaults ? `defaults ${root}` : root;
    let loading = this.loaded.get(key);
    if (!loading) {
      loading = orDefaults
        ? Promise.resolve(this.make(root, { project: DEFAULT_PROJECT, problems: [], hasFile: false }))
        : this.load(root);
      this.loaded.set(key, loading);
    }
    return loading;
  }

  private async load(root: string): Promise<LoadedProject | undefined> {
    const file = await this.texts.read(joined(root, PROJECT_FILE));
    if (!file) return undefined;
    if ('unreadable' in file) {
      const problem: Problem = {
        code: 'project/unreadable',
        severity: 'error',
        message: file.unreadable,
        start: 0,
        end: 0,
      };
      return this.make(root, { project: DEFAULT_PROJECT, problems: [problem], hasFile: true });
    }
    return this.make(root, { ...parseProject(file.document.getText(), RULES), hasFile: true });
  }

  /** The compiled names of all projects; what compiles them is loaded with the first. */
  private entitySegments(): Promise<EntitySegments> {
    this.segments ??= import('./entities/entitySegments.ts').then(
      ({ EntitySegments }) => new EntitySegments(this.host, this.texts),
    );
    return this.segments;
  }

  private make(
    root: string,
    parsed: { project: Project; problems: readonly Problem[]; hasFile: boolean },
  ): LoadedProject {
    this.generation += 1;
    return new LoadedProject(
      root,
      parsed,
      `project ${this.generation}`,
      this.host,
      this.texts,
      () => this.entitySegments(),
      () => this.listener?.(),
    );
  }
}
