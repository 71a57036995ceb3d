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

export interface Host {
  readonly files: Files;
  /** Absent where nothing can be kept, or nobody wants it. */
  readonly cache?: Cache;
  /** A file of the bundle's data folder, e.g. `lid.176.ftz`; rejects where it is missing. */
  data(name: string): Promise<Uint8Array>;
  /** Milliseconds, monotonic. */
  now(): number;
  /** Lets everything that waits run. */
  pause(): Promise<void>;
  /** A number in [0, 1), for the ids of annotations. */
  random(): number;
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
