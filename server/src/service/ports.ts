import type { ImportDisk } from './entities/importing/ports.ts';

/**
 * The outside world, as the service needs it. Each host (Node, browser worker, test) brings its own; nothing else
 * in the service touches a disk, a clock or a timer. Files are named by URI throughout.
 */

/** What to look for below a folder. Globs are relative to it, with `/`. */
export interface FileQuery {
  readonly folder: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

export interface Files {
  /** The bytes of a file; undefined where there is none or it cannot be read. */
  read(uri: string): Promise<Uint8Array | undefined>;
  /** URIs of the files that a query finds, sorted. An unreadable folder is passed over. */
  list(query: FileQuery): Promise<string[]>;
  /** Another one whenever a file was written; undefined where there is none. Absent where nobody can tell. */
  stamp?(uri: string): Promise<string | undefined>;
  /** So many files may be read that nobody asked for, where each may have to be fetched; absent: any number. */
  readonly mostUnasked?: number;
}

/** What costs much to find out again, kept from session to session, by the folder (URI) that it is about. */
export interface Cache {
  /** Undefined where nothing is kept, or it cannot be read. */
  get(folder: string): Promise<Uint8Array | undefined>;
  /** Never rejects: what cannot be kept is found out again. */
  put(folder: string, bytes: Uint8Array): Promise<void>;
}

/** Who somebody says they are: git's `user.name` and `user.email`. */
export interface Identity {
  readonly name?: string;
  readonly email?: string;
}

/** A file that differs between two states of a folder; absent `was` or `is`: it was not there before, or is no longer. */
export interface ChangedFile {
  /** Its URI in the older state; another one than `is` where it was renamed. */
  readonly was?: string;
  readonly is?: string;
}

/** The commit that gave a line of a file its present form; absent `commit`: the line is not committed yet. */
export interface BlamedLine {
  readonly commit?: string;
  readonly author: string;
  /** ISO 8601 with the author's offset. */
  readonly time: string;
  /** The first line of the commit's message. */
  readonly summary: string;
}

/**
 * What version control knows of the files, for whoever may ask: nothing here changes anything. All of it is undefined
 * or empty where there is no repository, no such commit, or a shallow clone ends before it; nothing throws. Commits
 * are named as git names them: `HEAD`, a branch, an id.
 */
export interface History {
  /** The bytes of a stored file whose git blob id begins with `rev`, of the repository that `uri` lies in. */
  blob(uri: string, rev: string): Promise<Uint8Array | undefined>;
  /** What a file held in the commits that changed it, newest first, over renames; at most so many different ones. */
  past(uri: string, most: number): Promise<readonly Uint8Array[]>;
  /** What a file held in a commit. */
  at(uri: string, commit: string): Promise<Uint8Array | undefined>;
  /** The files below a folder that differ between two commits; absent `to`: the files as they are on the disk. */
  changed(folder: string, from: string, to?: string): Promise<readonly ChangedFile[]>;
  /** The commit from which two went apart. */
  base(folder: string, a: string, b: string): Promise<string | undefined>;
  /** A commit's full id and its committer's time, ISO 8601 in UTC. Absent where nobody can tell. */
  committed?(
    folder: string,
    commit: string,
  ): Promise<{ readonly id: string; readonly time: string } | undefined>;
  /** Branches, the one at hand first, then remote ones, then tags. */
  names(folder: string): Promise<readonly string[]>;
  /** By 0-based line of the file as it is on the disk, or as `text` where it is given. */
  blame(uri: string, text?: string): Promise<readonly BlamedLine[]>;
  identity(folder: string): Promise<Identity | undefined>;
}

/** Texts that annotations refer to and that were never committed, by revision, kept on this machine. */
export interface KeptTexts {
  get(rev: string): Promise<string | undefined>;
  /** Never rejects. */
  put(rev: string, text: string): Promise<void>;
}

/** A file that is to be made, or replaced, in the state in which it was looked at. */
export interface FileChange {
  readonly uri: string;
  /** What it held then; undefined where there was none. */
  readonly before: Uint8Array | undefined;
  readonly after: Uint8Array;
}

/** What became of several changes: all were made, or none, for a reason and because of the file that it names. */
export type Replaced =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly uri: string;
      /**
       * changed: somebody wrote it in the meantime; outside: it lies, by links, outside the folder; twice: it is, by
       * links, the same file as another one that is to be written.
       */
      readonly why: 'changed' | 'outside' | 'twice' | 'failed';
      /** What the disk says of it. */
      readonly detail?: string;
    };

/** Where datasets are written to and imports carried out. Everything rejects where the disk refuses. */
export interface Output {
  /** Adds bytes to a file's end; makes it, and the folders above it, where they are missing. */
  append(uri: string, bytes: Uint8Array): Promise<void>;
  /** How many bytes a file has, any number for a folder; undefined where there is neither. */
  size(uri: string): Promise<number | undefined>;
  /** Cuts a file to its first so many bytes. */
  truncate(uri: string, size: number): Promise<void>;
  /** All that is in a folder and its folders, hidden files too, with `/`. Absent where `Files.list` finds all. */
  entries?(folder: string): Promise<string[]>;
  /** SHA-256 of a file's bytes, hexadecimal. Absent where files cannot be read bit by bit. */
  sha256?(uri: string): Promise<string>;
  /** Gives a file or folder another name; fails where that one is taken. */
  rename(from: string, to: string): Promise<void>;
  /** Removes a file, or a folder with all that is in it. */
  remove(uri: string): Promise<void>;
  /** Makes all changes below a folder, or none of them. */
  replaceAll(folder: string, changes: readonly FileChange[]): Promise<Replaced>;
}

export interface Host {
  readonly files: Files;
  /** Absent where nothing can be written, or the folder is not trusted. */
  readonly output?: Output;
  /** Absent where nobody can tell, or where the folder is not trusted. */
  readonly history?: History;
  /** Absent where nothing can be kept. */
  readonly keptTexts?: KeptTexts;
  /** Absent where nothing can be kept, or nobody wants it. */
  readonly cache?: Cache;
  /** The same for the compiled names of large entity files, by the file's URI. */
  readonly compiledNames?: Cache;
  /** Names that were imported on this machine; absent where there is no disk. */
  readonly imports?: ImportDisk;
  /** A file of the bundle's data folder, e.g. `lid.176.ftz`; rejects where it is missing. */
  data(name: string): Promise<Uint8Array>;
  /** What git calls a blob of these bytes, hexadecimal; absent where the platform is not faster at it than we are. */
  blobId?(bytes: Uint8Array): string;
  /** Milliseconds, monotonic. */
  now(): number;
  /** Lets everything that waits run. */
  pause(): Promise<void>;
  /** A number in [0, 1), for the ids of annotations. */
  random(): number;
  /** The time of day, for what people say to each other: ISO 8601 in UTC, to the second. */
  time(): string;
  /** A line for the log that a person may read when something went wrong. */
  log(line: string): void;
}

/** Tells long work to stop. LSP's cancellation tokens fit. */
export interface Cancellation {
  readonly isCancellationRequested: boolean;
}

export const NEVER_CANCELLED: Cancellation = { isCancellationRequested: false };

/** Thrown by work that saw its cancellation; the edge turns it into LSP's answer. */
export class Cancelled extends Error {
  constructor() {
    super('cancelled');
    this.name = 'Cancelled';
  }
}
