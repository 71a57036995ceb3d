import type { NameKind } from '../../core/datasets/import/vocabulary.ts';
import type { Counting } from '../../core/formats/offsets/countings.ts';
import type { Mixed } from '../../core/formats/offsets/detective.ts';
import type { Message } from '../../core/message.ts';
import type { ProblemSeverity } from '../../core/problem.ts';
import type { FileChange } from '../ports.ts';

/** What is wrong with a file of the import, or of the corpus. An error keeps everything from being imported. */
export interface ImportProblem {
  /** As the person named it, or its path in the project. */
  readonly file: string;
  /** 1-based; absent: it is about the file as a whole. */
  readonly line?: number;
  readonly code: string;
  readonly severity: ProblemSeverity;
  readonly message: Message;
}

/** A place in an article of the corpus, as people read it. */
export interface ArticlePlace {
  /** Below the project's folder. */
  readonly path: string;
  /** Code points, `end` exclusive; 1-based line and column. Absent where it has no place. */
  readonly at?: {
    readonly start: number;
    readonly end: number;
    readonly line: number;
    readonly column: number;
  };
}

/**
 * Something that is told of one annotation. look: it is imported, and somebody should look at its place. differs: it is
 * there already, with other attributes, note or entity. leftOut: it is not imported.
 */
export interface ImportNote {
  readonly kind: 'look' | 'differs' | 'leftOut';
  readonly code: string;
  readonly message: Message;
  /** Line of the file. */
  readonly line: number;
  readonly label: string;
  readonly article: ArticlePlace;
}

export interface ImportCounts {
  readonly added: number;
  readonly there: number;
  /** Of those added: somebody should look at them. */
  readonly look: number;
  /** Of those that are there: other attributes, note or entity. */
  readonly differs: number;
  readonly leftOut: number;
}

/** What was found in one file, and what becomes of it. */
export interface FileReport extends ImportCounts {
  readonly file: string;
  /** Name and title of the format; absent where it is not known. */
  readonly format?: { readonly name: string; readonly title: string };
  /** True where nobody said which format it is. */
  readonly recognised: boolean;
  readonly offsets: {
    /** Absent: there are none, or nothing showed how they count. */
    readonly counting?: Counting;
    readonly quotes: number;
    readonly fitted: number;
    readonly mixed?: Mixed;
    /** There are no quotes, and another unit than the format's own cuts fewer words. */
    readonly undecided?: true;
    readonly sentences: readonly Message[];
  };
  /** Articles of the corpus that it speaks of, and articles that are made for it, each once. */
  readonly matched: number;
  readonly created: number;
  /** In the order of the file; the first `MOST_NOTES` of each kind. */
  readonly notes: readonly ImportNote[];
  readonly problems: readonly ImportProblem[];
}

/** So many notes of a kind are listed for a file; all are counted. */
export const MOST_NOTES = 1000;

/** What an import would do. Nothing is written yet. */
export interface ImportPlan {
  /** URI of the project's folder, below which all changes are. */
  readonly root: string;
  readonly files: readonly FileReport[];
  /** What is wrong beyond single files. */
  readonly problems: readonly ImportProblem[];
  /** Paths below the project's folder. */
  readonly created: readonly string[];
  /** Names that the project does not have, and what becomes of them. */
  readonly unknownNames: readonly {
    readonly kind: NameKind;
    readonly name: string;
    readonly label?: string;
    readonly count: number;
  }[];
  /** Something is wrong so that nothing may be imported: there are no changes then. */
  readonly stopped: boolean;
  readonly changes: readonly FileChange[];
  /** Texts that annotations refer to and that are nowhere else, by revision. */
  readonly texts: ReadonlyMap<string, string>;
}

/** The counts of all files together. */
export function totalOf(files: readonly FileReport[]): ImportCounts {
  const total = { added: 0, there: 0, look: 0, differs: 0, leftOut: 0 };
  for (const file of files) for (const key of KEYS) total[key] += file[key];
  return total;
}

const KEYS = ['added', 'there', 'look', 'differs', 'leftOut'] as const;
