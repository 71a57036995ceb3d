import picomatch from 'picomatch';
import { CATALOGUE } from '../core/checks/catalogue.ts';
import { type RuleSet, ruleSet } from '../core/checks/check.ts';
import type { Problem } from '../core/problem.ts';
import { folderOfArticle, type Project, ruleSetting, sourcePath, translationPaths } from '../core/project.ts';
import type { EntitySegments } from './entities/entitySegments.ts';
import type { EntityKnowledge } from './entities/knowledge.ts';
import type { Host } from './ports.ts';
import type { Texts } from './texts.ts';
import { joined, relativePath } from './uris.ts';

/** A project file with what follows from it. A folder without one is a project with all defaults. */
export class LoadedProject {
  /** URI of the folder. */
  readonly root: string;
  readonly project: Project;
  /** Problems of pressmark.json itself. */
  readonly problems: readonly Problem[];
  /** False where the project is all defaults. */
  readonly hasFile: boolean;
  readonly rules: RuleSet;
  private readonly host: Host;
  private readonly texts: Texts;
  private readonly segments: () => Promise<EntitySegments>;
  private readonly renewed: () => void;
  private readonly accepted: ReadonlySet<string>;
  private readonly matches: (path: string) => boolean;
  private readonly matchesEntityFile: (path: string) => boolean;
  private loading: Promise<EntityKnowledge> | undefined;
  private known: EntityKnowledge | undefined;
  private loads = 0;

  constructor(
    root: string,
    parsed: { project: Project; problems: readonly Problem[]; hasFile: boolean },
    key: string,
    host: Host,
    texts: Texts,
    segments: () => Promise<EntitySegments>,
    renewed: () => void,
  ) {
    this.renewed = renewed;
    this.root = root;
    this.project = parsed.project;
    this.problems = parsed.problems;
    this.hasFile = parsed.hasFile;
    this.host = host;
    this.texts = texts;
    this.segments = segments;
    this.rules = ruleSet(
      CATALOGUE,
      (code) => ruleSetting(parsed.project, code),
      key,
      (code) => parsed.project.rules.get(code)?.options ?? new Map(),
    );
    this.accepted = new Set(parsed.project.dictionary.map(fold));
    this.matches = picomatch([...parsed.project.include], { ignore: [...parsed.project.exclude] });
    this.matchesEntityFile = picomatch([...parsed.project.entities.files]);
  }

  /** True for articles that the project includes, by their URI. */
  includes(uri: string): boolean {
    const path = relativePath(this.root, uri);
    return path !== undefined && this.matches(path);
  }

  /** True for the project's own entity files, by their URI. */
  isEntityFile(uri: string): boolean {
    const path = relativePath(this.root, uri);
    return path !== undefined && this.matchesEntityFile(path);
  }

  /** True for a cache of names in the project that it uses, by its URI. */
  usesNames(uri: string): boolean {
    const path = relativePath(this.root, uri);
    return path !== undefined && this.project.entities.imported.some((imported) => imported.name === path);
  }

  /** The language that an article should be in (BCP 47), by its URI; undefined where the project leaves it open. */
  languageOf(uri: string): string | undefined {
    const path = relativePath(this.root, uri);
    const folder = path === undefined ? undefined : folderOfArticle(this.project.folders, path);
    if (folder?.language !== undefined) return folder.language;
    return this.project.language === 'auto' ? undefined : this.project.language;
  }

  /** The URI of the article that one is a translation of; undefined where the project knows of none. */
  sourceOf(uri: string): string | undefined {
    if (this.project.folders.length === 0) return undefined;
    const path = relativePath(this.root, uri);
    const source = path === undefined ? undefined : sourcePath(this.project.folders, path);
    return source === undefined ? undefined : joined(this.root, source);
  }

  /** The URIs under which translations of an article would stand, whether there are any or not. */
  translationsOf(uri: string): string[] {
    const path = this.project.folders.length === 0 ? undefined : relativePath(this.root, uri);
    if (path === undefined) return [];
    return translationPaths(this.project.folders, path).map((translation) => joined(this.root, translation));
  }

  /** True for words and names of the project's dictionary, in any letter case. */
  accepts(word: string): boolean {
    return this.accepted.has(fold(word));
  }

  /** All entities that the project knows; read on first call. Never rejects. */
  entities(): Promise<EntityKnowledge> {
    this.loading ??= this.loadEntities();
    return this.loading;
  }

  /**
   * What of the project counts as words: its dictionary, and the names of its entities once they are loaded (checking
   * does not wait for them). `key` is another one whenever `accepts` may answer otherwise.
   */
  words(): { readonly key: string; accepts(word: string): boolean } {
    const known = this.known;
    return {
      key: known?.key ?? this.rules.key,
      accepts: (word) =>
        this.accepts(word) || (known !== undefined && known.gazetteer.lookup(word).length > 0),
    };
  }

  /** Forgets the entities, because one of their files changed. */
  forgetEntities(): void {
    this.loads += 1;
    this.loading = undefined;
    this.known = undefined;
  }

  private async loadEntities(): Promise<EntityKnowledge> {
    this.loads += 1;
    const key = `${this.rules.key}.${this.loads}`;
    const { root, project, host, texts } = this;
    const renewed = () => {
      this.forgetEntities();
      this.renewed();
    };
    const segments = await this.segments();
    const { loadKnowledge } = await import('./entities/knowledge.ts');
    const knowledge = await loadKnowledge({ root, project, renewed }, key, segments, host, texts);
    // Entities that were forgotten while they loaded are no longer what the project knows.
    if (key === `${this.rules.key}.${this.loads}`) this.known = knowledge;
    return knowledge;
  }
}

function fold(word: string): string {
  return word.normalize('NFC').toLowerCase();
}
