import type { Structure } from './cas.ts';
import { textIn } from './graph.ts';
import { NO_LANGUAGE } from './ownTypes.ts';

/** What a view says of its text as a whole. */
export interface ViewMetadata {
  readonly name?: string;
  readonly language?: string;
  readonly annotator?: string;
}

/** What DocumentAnnotation and its subtypes, and INCEpTION's CASMetadata, say of a view. */
export function metadataOf(structures: readonly Structure[]): ViewMetadata {
  const first = (name: string): string | undefined => {
    for (const { features } of structures) {
      const value = textIn(features.get(name));
      if (value) return value;
    }
    return undefined;
  };
  const id = first('documentId');
  const title = first('documentTitle');
  const owner = ownerIn(id, title, first('documentUri'));
  const name = owner === undefined ? (id ?? title ?? first('sourceDocumentName')) : title;
  const language = first('language');
  const annotator = first('username') ?? owner;
  return {
    ...(name === undefined ? {} : { name }),
    ...(language === undefined || language === NO_LANGUAGE ? {} : { language }),
    ...(annotator === undefined || annotator === UNANNOTATED ? {} : { annotator }),
  };
}

/** What INCEpTION calls the text before anybody annotated it. */
const UNANNOTATED = 'INITIAL_CAS';

/**
 * INCEpTION and WebAnno put the annotator where others have the id of the text; its address then ends with the title, or
 * leads into their repository, and not with the id.
 */
function ownerIn(id = '', title = '', uri = ''): string | undefined {
  if (!id || !title || uri.endsWith(id)) return undefined;
  return uri.endsWith(`/${title}`) || REPOSITORY.test(uri) ? id : undefined;
}

const REPOSITORY = /\/repository\/project\/\d{1,15}\/document\/\d{1,15}\/source\//;
