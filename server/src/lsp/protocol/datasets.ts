/** Annotations written out in other tools' formats, and read from them. Types only, for the client. */

/** Client to server. `pressmark/formats`, no params; answer FormatsView. */
export const FormatsRequest = 'pressmark/formats';
export interface FormatsView {
  readonly formats: readonly FormatView[];
  /** What `layer` of an export may be, the usual one first, with a sentence on each in the client's language. */
  readonly layers: readonly { readonly name: string; readonly about: string }[];
  /** Whose annotations an import may be, for a project that lists annotators; else empty. */
  readonly annotators: readonly string[];
}

/** A format that annotations can be exchanged in. */
export interface FormatView {
  /** As the requests name it. */
  readonly name: string;
  /** Its proper name. */
  readonly title: string;
  readonly writes: boolean;
  readonly reads: boolean;
  /** With the dot, in lower case, the usual one first. */
  readonly endings: readonly string[];
  /** What it cannot hold as it is, in the client's language; empty where it holds everything. */
  readonly limits: string;
  /** It labels tokens: what becomes of a span that cuts one is to be chosen. */
  readonly aligns: boolean;
}

/** Client to server. `pressmark/export`, params ExportParams; answer ExportView or DatasetRefusal. */
export const ExportRequest = 'pressmark/export';
export interface ExportParams {
  readonly format: string;
  readonly layer: string;
  readonly align: 'strict' | 'expand' | 'contract';
  /** Shares such as `80/10/10`; absent: one part. */
  readonly split?: string;
  readonly seed?: string;
  /** URI of the folder that is to be made. */
  readonly folder: string;
  /** Only what would become of the annotations: nothing is written. */
  readonly preview: boolean;
  readonly workDoneToken?: string | number;
}
export interface ExportView {
  /** What was, or would be, written, kept, changed and dropped; a sentence in the client's language. */
  readonly sentence: string;
  /** All that there is to tell, as plain text. */
  readonly report: string;
  /** How many annotations the format changes or drops. */
  readonly losses: number;
}

/** Client to server. `pressmark/import`, params ImportParams; answer ImportView or DatasetRefusal. */
export const ImportRequest = 'pressmark/import';
export interface ImportParams {
  /** Absent: found out by the files. */
  readonly format?: string;
  /** URIs of files and folders. */
  readonly sources: readonly string[];
  /** URI of the folder that new articles go to; where the corpus takes none from it, one of its own folders. */
  readonly into: string;
  /** Whose annotations they are; absent: as the files say. */
  readonly by?: string;
  /** What becomes of labels that the project does not have. */
  readonly unknownLabels: 'refuse' | 'add' | 'keep';
  readonly preview: boolean;
  readonly workDoneToken?: string | number;
}
export interface ImportView {
  readonly sentence: string;
  /** As plain text. */
  readonly report: string;
  /** How many annotations are new. */
  readonly added: number;
  /** How many of them stand at places that somebody should look at. */
  readonly unsure: number;
  /** Labels that the project does not have. */
  readonly unknownLabels: readonly string[];
  /** Something in the files keeps everything from being imported; the report says what. */
  readonly stopped: boolean;
}

/** Why nothing was done, for people, in the client's language. */
export interface DatasetRefusal {
  readonly refused: string;
}
