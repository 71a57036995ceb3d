/** Annotations written out in other tools' formats, and read from them. Types only, for the client. */

/** Client to server. `pressmark/formats`, params FormatsParams; answer FormatsView. */
export const FormatsRequest = 'pressmark/formats';
export interface FormatsParams {
  /** What is to be exported, as in ExportParams: its layers are told. */
  readonly within?: readonly string[];
}
export interface FormatsView {
  readonly formats: readonly FormatView[];
  /** What `layer` of an export may be, the usual one first, with a sentence on each in the client's language. */
  readonly layers: readonly { readonly name: string; readonly about: string }[];
  /** Whose annotations an import may be, for a project that lists annotators; else empty. */
  readonly annotators: readonly string[];
  /** Names of the labels that may be exported alone. */
  readonly labels: readonly string[];
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
  readonly options: readonly FormatOptionView[];
}

/** A choice that a format offers beyond those that all have. */
export interface FormatOptionView {
  readonly name: string;
  /** What it does, in a line in the client's language. */
  readonly about: string;
  /** The only values that it takes; absent: any text, which `pressmark/formats/option` checks. */
  readonly values?: readonly string[];
  readonly byDefault: string;
  readonly uses: 'write' | 'read' | 'both';
}

/** The entry among the formats that stands for sentences to train a classifier with: it is no format of annotations. */
export const SENTENCES = 'sentences';

/** Client to server. Params OptionParams; answer: what is wrong with the value, for people, or null. */
export const OptionRequest = 'pressmark/formats/option';
export interface OptionParams {
  readonly format: string;
  readonly option: string;
  readonly value: string;
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
  /** Values of the format's own options; those that are missing have their defaults. */
  readonly options?: Readonly<Record<string, string>>;
  /** Only articles that their annotator called done. */
  readonly done?: boolean;
  /** Only tags with these labels; absent: all. */
  readonly labels?: readonly string[];
  /** BCP 47: only articles in these languages; absent: all. */
  readonly languages?: readonly string[];
  /** URIs of articles, and of folders that they lie in; absent: the whole corpus. */
  readonly within?: readonly string[];
  /** URI of the folder that is to be made. */
  readonly folder: string;
  /** Replace an older export in that folder; anything else that is there is never replaced. */
  readonly force?: boolean;
  /** Only what would become of the annotations: nothing is written. */
  readonly preview: boolean;
  readonly workDoneToken?: string | number;
}
export interface ExportView {
  /** What was, or would be, written, kept, changed and dropped; a sentence in the client's language. */
  readonly sentence: string;
  readonly report: ReportView;
  /** How many annotations the format changes or drops. */
  readonly losses: number;
}

/** All that there is to tell. */
export interface ReportView {
  /** Plain text: nothing in it is markup. */
  readonly text: string;
  readonly links: readonly ReportLink[];
}

/** A place in a report that stands for a place in a file. */
export interface ReportLink {
  /** Of the report; lines and UTF-16 units of it, 0-based, `end` exclusive. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly uri: string;
  /** Of the file, 0-based. */
  readonly at: { readonly line: number; readonly character: number };
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
  /** What becomes of names that the project does not have. */
  readonly unknownLabels: 'refuse' | 'add' | 'keep';
  /** Names of the files, and what they are called in the project; an empty one leaves out what has the name. */
  readonly names?: Readonly<Record<string, string>>;
  /** Annotators of the files, and who they are in the project. */
  readonly annotators?: Readonly<Record<string, string>>;
  /** Values of the format's own options; those that are missing have their defaults. */
  readonly options?: Readonly<Record<string, string>>;
  /** How positions count; absent: found out by the words that stand there. */
  readonly offsets?: OffsetsChoice;
  readonly preview: boolean;
  readonly workDoneToken?: string | number;
}
/** `quotes`: positions are only a hint, and the words decide. */
export type OffsetsChoice = 'auto' | 'codePoint' | 'utf16' | 'byte' | 'quotes';
export interface ImportView {
  readonly sentence: string;
  readonly report: ReportView;
  /** How many annotations are new. */
  readonly added: number;
  /** How many of them stand at places that somebody should look at. */
  readonly unsure: number;
  /** Labels and the like that the project does not have, each name once. */
  readonly unknownNames: readonly UnknownNameView[];
  /** What could not be found out about how positions count, in sentences; empty where it is known. */
  readonly unclearOffsets: readonly string[];
  /** Something in the files keeps everything from being imported; the report says what. */
  readonly stopped: boolean;
}

/** A name that occurs in the files and not in the project. */
export interface UnknownNameView {
  readonly name: string;
  /** How often, and as the name of what; a phrase in the client's language. */
  readonly about: string;
  /** Names of the project that it may stand for, the likeliest first. */
  readonly known: readonly string[];
}

/** Why nothing was done, for people, in the client's language. */
export interface DatasetRefusal {
  readonly refused: string;
}
