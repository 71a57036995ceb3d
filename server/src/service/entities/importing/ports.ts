/** A source of names as it was when it was read: what tells whether it has changed. */
export interface SourceFacts {
  /** Absolute. */
  readonly path: string;
  readonly size: number;
  readonly mtimeMs: number;
  /** SHA-256 of its first 64 KiB, hexadecimal. */
  readonly head: string;
}

/** A piece of a source: bytes, inflated where the file is gzip, or why there are no more of them. */
export type SourceChunk =
  /** `consumed`: how far in the file this is. */
  | { readonly bytes: Uint8Array; readonly consumed: number }
  | {
      /** cut-off: the gzip file ends too early; damaged: its bytes are wrong; unreadable: the disk says no. */
      readonly broken: 'cut-off' | 'damaged' | 'unreadable';
      /** The byte of the file at which that was seen. */
      readonly at: number;
      readonly detail: string;
    };

/** What an import writes down on its way, so that it can go on after an interruption. */
export interface Spool {
  /** What `save` was last given; undefined where nothing is under way. */
  state(): Promise<string | undefined>;
  /** Adds text to a part. */
  append(part: number, text: string): Promise<void>;
  /** Makes sure that all parts are on the disk, then replaces the state. */
  save(state: string): Promise<void>;
  /** Bytes of each part. */
  sizes(): Promise<number[]>;
  /** Cuts the parts to these sizes; a part that is not named, or too short already, is emptied. False where one was. */
  cut(sizes: readonly number[]): Promise<boolean>;
  /** The lines of a part, some at a time. */
  lines(part: number): AsyncIterable<readonly string[]>;
  /** Lets others have it; `done`: and takes all of it away. */
  close(done: boolean): Promise<void>;
}

/** A cache of names that was imported. */
export interface CacheFile {
  /** By which a project asks for it. */
  readonly name: string;
  readonly path: string;
  readonly size: number;
}

/** The disk as imports need it. Absent where there is none, as in a browser. */
export interface ImportDisk {
  /** True where whoever asks for names waits for a cache that has to be made again; else it is made meanwhile. */
  readonly eager: boolean;
  /** Undefined where there is no such file. */
  facts(path: string): Promise<SourceFacts | undefined>;
  /** A source from a byte of its inflated content on. */
  chunks(path: string, from: number): AsyncIterable<SourceChunk>;
  /** What an import of that name has under way; undefined while another process is at it. */
  spool(name: string, parts: number): Promise<Spool | undefined>;
  /** Where the cache of a name is kept. */
  cachePath(name: string): string;
  /** The bytes of a cache, or its first ones; undefined where there is none. */
  readCache(path: string, most?: number): Promise<Uint8Array | undefined>;
  /** Puts a cache in place in one step. Gives its bytes. */
  writeCache(path: string, chunks: Iterable<Uint8Array>): Promise<number>;
  /** The caches in the user's folder. */
  caches(): Promise<CacheFile[]>;
  removeCache(path: string): Promise<void>;
}
