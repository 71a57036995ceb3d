import type { Severity } from '../checks/finding.ts';
import type { TextRange } from '../text/range.ts';
import type { DatasetDescription } from './description.ts';
import type { ArticleFolder } from './folders.ts';
import type { Person } from './people.ts';

/** What `pressmark.json` settles for everybody who works on a corpus. */
export interface Project {
  /** Globs of articles, relative to the project file's folder, with `/`. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** `auto`, or the BCP 47 tag of the language that every article should be in. */
  readonly language: string;
  /** Folders with a language of their own, or with translations of another one's articles. */
  readonly folders: readonly ArticleFolder[];
  readonly labels: readonly Label[];
  readonly relations: readonly RelationType[];
  readonly documentLabels: readonly DocumentLabelType[];
  readonly entities: EntitySources;
  /** By rule code. */
  readonly rules: ReadonlyMap<string, RuleSetting>;
  /** Words and names that every rule accepts. */
  readonly dictionary: readonly string[];
  /** Who annotates; empty: everybody shares one sidecar per article. */
  readonly annotators: readonly string[];
  /** The same people in the same order, with what else is known of them. */
  readonly people: readonly Person[];
  /** Nobody is shown what others have annotated. */
  readonly blind: boolean;
  /** The file that says who annotates which article, relative to the project file's folder. */
  readonly assignments: string;
  /** Least agreement, 0–1, by measure. */
  readonly agreement: ReadonlyMap<string, number>;
  /** What the team says of the dataset that its corpus becomes. */
  readonly dataset: DatasetDescription;
}

/** A tag for a span. */
export interface Label {
  readonly name: string;
  /** For people; the name where the file has none. */
  readonly title: string;
  /** One key for annotation mode. */
  readonly key?: string;
  /** `#rrggbb`. */
  readonly color: string;
  readonly guideline?: string;
  /** For whole sentences rather than names. */
  readonly sentence: boolean;
  readonly attributes: readonly AttributeType[];
}

/** What annotators may say about a span besides its label. */
export interface AttributeType {
  readonly name: string;
  readonly type: 'text' | 'number' | 'boolean' | 'choice';
  /** For `choice`. */
  readonly values?: readonly string[];
  readonly default?: string | number | boolean;
}

export interface RelationType {
  readonly name: string;
  /** Labels that may stand at either end; empty: every label. */
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly symmetric: boolean;
}

export interface DocumentLabelType {
  readonly name: string;
  /** Values to choose from; empty: free text. */
  readonly values: readonly string[];
}

export interface EntitySources {
  /** Globs of entity files, relative to the project file's folder. */
  readonly files: readonly string[];
  /** Countries and territories in every language. */
  readonly builtIn: boolean;
  /** Caches of names that `pressmark entities import` made. */
  readonly imported: readonly ImportedNames[];
}

/** A cache of names that a project uses. */
export interface ImportedNames {
  /** Its name in the user's cache folder, or its path relative to the project file's folder, ending in `.pmnames`. */
  readonly name: string;
  /** Where the project file says so (UTF-16 units). */
  readonly place: TextRange;
}

export interface RuleSetting {
  /** Absent: the rule's own. */
  readonly severity?: Severity | 'off';
  readonly options: ReadonlyMap<string, unknown>;
}

/** What the project says about a rule's severity; `default` where it says nothing. */
export function ruleSetting(project: Project, code: string): Severity | 'off' | 'default' {
  return project.rules.get(code)?.severity ?? 'default';
}

/** The severity of a rule in this project, given the rule's own. */
export function ruleSeverity(project: Project, code: string, own: Severity): Severity | 'off' {
  return project.rules.get(code)?.severity ?? own;
}
