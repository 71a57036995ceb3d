import type { AttributeValue } from '../../annotations/model.ts';
import type { TypeSystem } from './types.ts';

/** A common analysis structure of UIMA: texts, feature structures, and which of them are indexed in which view. */
export interface Cas {
  readonly types: TypeSystem;
  readonly sofas: readonly Sofa[];
  /** All but the sofas, in the file's order. */
  readonly structures: readonly Structure[];
  readonly views: readonly View[];
}

/** A text (subject of analysis); each view has one. */
export interface Sofa {
  readonly id: number;
  /** The view's name, `_InitialView` for the usual only one. */
  readonly name: string;
  /** Absent where it is elsewhere, or no text. */
  readonly text?: string;
  readonly line: number;
}

/** A typed record; what has a begin and an end in a sofa is an annotation. */
export interface Structure {
  /** What references name; 0 where the file gives none. */
  readonly id: number;
  /** E.g. `uima.tcas.Annotation`. */
  readonly type: string;
  readonly features: ReadonlyMap<string, FeatureValue>;
  /** 1-based line of the file. */
  readonly line: number;
}

/** `unclear`: as it stands in a file that does not say whether it is text, a number or references. */
export type FeatureValue =
  | { readonly kind: 'value'; readonly value: AttributeValue }
  | { readonly kind: 'reference'; readonly id: number }
  | { readonly kind: 'references'; readonly ids: readonly number[] }
  | { readonly kind: 'unclear'; readonly text: string };

export interface View {
  /** Id of its sofa. */
  readonly sofa: number;
  /** Ids of the structures that are indexed in it. */
  readonly members: readonly number[];
}
