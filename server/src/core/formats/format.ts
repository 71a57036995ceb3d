import type { Message } from '../message.ts';
import type { DatasetArticle } from './dataset.ts';
import type { Holds, Loss } from './loss.ts';
import type { FileProblem, ReadArticle } from './readArticle.ts';

/** What becomes of a span that begins or ends inside a token, in formats that label tokens. */
export const ALIGNMENTS = ['strict', 'expand', 'contract'] as const;
export type Alignment = (typeof ALIGNMENTS)[number];

/** A choice that a format offers beyond those that all have, e.g. the columns of a CoNLL file. */
export interface FormatOption {
  readonly name: string;
  /** What it does, in one line, for the help. */
  readonly description: Message;
  /** The only values that it takes; absent: any text, checked by `problem`. */
  readonly values?: readonly string[];
  readonly byDefault: string;
  readonly uses: 'write' | 'read' | 'both';
  /** What is wrong with a value; undefined where nothing is. Asked only where `values` is absent. */
  problem?(value: string): Message | undefined;
}

export interface WriteOptions {
  /** The dataset's or split's name, e.g. `train`: the file's name without ending, or the folder of the files. */
  readonly name: string;
  readonly align: Alignment;
  /** The project's labels, relations and document labels by name, in the project's order, for files that declare them. */
  readonly schema: DatasetSchema;
  /** Values of the format's own options, each of them there. */
  readonly options: ReadonlyMap<string, string>;
}

/** What annotations of the dataset may say: names in the project's order. Names that occur beyond these are not errors. */
export interface DatasetSchema {
  readonly labels: readonly string[];
  readonly relations: readonly {
    readonly name: string;
    readonly from: readonly string[];
    readonly to: readonly string[];
  }[];
  readonly documentLabels: readonly { readonly name: string; readonly values: readonly string[] }[];
  /** Attributes of labels, with the values that they may take; empty: any. */
  readonly attributes: readonly {
    readonly name: string;
    readonly labels: readonly string[];
    readonly values: readonly string[];
  }[];
}

/** A piece of a file: pieces of the same file are to be appended in the order in which they come. */
export interface Piece {
  /** Relative to the folder of the dataset, with `/`; never outside it. */
  readonly file: string;
  /** Text is written as UTF-8. */
  readonly content: string | Uint8Array;
}

export interface Written {
  readonly pieces: readonly Piece[];
  readonly losses: readonly ArticleLoss[];
}

/** A loss and the article that it is about. */
export interface ArticleLoss {
  readonly article: DatasetArticle;
  readonly loss: Loss;
}

/**
 * Writes a dataset article by article and holds no more than a few of them. The same articles in the same order give
 * the same bytes. Layers of one article (several annotators) come one after the other.
 */
export interface FormatWriter {
  add(article: DatasetArticle): Written;
  /** What is left to write once all articles are in. Nothing may be added after it. */
  end(): Written;
}

/** A file that is to be read, and those beside it that the format asked for. */
export interface InputFile {
  /** As a person names it; with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** By the names that `companions` gave. A file that is not there has no entry. */
  readonly beside: ReadonlyMap<string, Uint8Array>;
}

export interface ReadOptions {
  /** Values of the format's own options, each of them there. */
  readonly options: ReadonlyMap<string, string>;
}

/** What reading gives, as it goes: articles, and what is wrong with the file or was left in it. */
export type ReadItem =
  | { readonly kind: 'article'; readonly article: ReadArticle }
  | { readonly kind: 'problem'; readonly problem: FileProblem };

/** An interchange format: what it can hold, how it is written and how it is read. */
export interface Format {
  /** As `--to` and `--from` name it. */
  readonly name: string;
  /** Its proper name. */
  readonly title: string;
  /** `article`: files for every article; `dataset`: one file for all. */
  readonly layout: 'article' | 'dataset';
  /** Endings of the files that are read, with the dot, in lower case, the usual one first. */
  readonly endings: readonly string[];
  readonly holds: Holds;
  /**
   * True where what is written of an article, and at the end, depends on no article before: an export that was broken
   * off then goes on where it was, with a new writer.
   */
  readonly independent?: true;
  /**
   * True where files have numbers for the labels of spans: every part of a dataset then has to be told of the same
   * labels in its `schema`, those included that the project does not list.
   */
  readonly numbersLabels?: true;
  readonly options: readonly FormatOption[];
  /** Names of the files beside one that is read, relative to its folder, that reading it wants. */
  companions?(path: string): readonly string[];
  /**
   * How surely a file is of this format, 0 to 1, by its name and its first characters (4,096 at most): 0 no, 1 by a
   * mark that only this format has.
   */
  recognise(path: string, head: string): number;
  /** Absent: it is read only. */
  open?(options: WriteOptions): FormatWriter;
  /** Absent: it is written only. Never throws; stops where nothing more can be read, with a problem of severity error. */
  read?(file: InputFile, options: ReadOptions): Iterable<ReadItem> | AsyncIterable<ReadItem>;
}
