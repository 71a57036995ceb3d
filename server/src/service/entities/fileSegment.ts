import type { Segment } from '../../core/entities/names/segment.ts';
import type { FileIndex } from '../../core/entities/sources/fileIndex.ts';
import type { Problem } from '../../core/problem.ts';

/** An entity file as it was read: its problems are shown in that file. */
export interface EntityFileReport {
  readonly uri: string;
  readonly problems: readonly Problem[];
  readonly entities: number;
  /** What of it is text, where not all is: the places of the problems are in this. Absent: the file's text. */
  readonly text?: string;
}

/** An entity file as it was compiled. */
export interface FileSegment {
  readonly report: EntityFileReport;
  /** Absent where it cannot be read. */
  readonly segment?: Segment;
  /** Absent for large files, which are not compared with others. */
  readonly index?: FileIndex;
}
