/** The annotator's name under which the adjudicated layer is kept. */
export const GOLD = 'gold';
/** The name under which a batch of suggestions is kept: nobody's annotations, and never read as such. */
export const SUGGESTED = 'suggested';

const ENDING = '.ann.json';

/** What annotators may be called, so that their names can stand in file names and addresses as they are. */
export const ANNOTATOR_NAME = /^[\p{L}\p{N}_][\p{L}\p{N}_-]{0,63}$/u;

/** The article's part of a sidecar's address, and whose sidecar it is; `annotator` is absent for the shared one. */
export interface SidecarOwner {
  readonly article: string;
  readonly annotator?: string;
}

/**
 * The address of an article's sidecar: `<article>.ann.json`, or an annotator's own `<article>.<annotator>.ann.json`.
 * Takes and gives a URI or a path; a URI's query and fragment stay behind the name.
 */
export function sidecarUri(articleUri: string, annotator?: string): string {
  const { name, rest } = splitUri(articleUri);
  const owner =
    annotator === undefined ? '' : `.${isUri(articleUri) ? encodeURIComponent(annotator) : annotator}`;
  return `${name}${owner}${ENDING}${rest}`;
}

/** True where an address is a sidecar's. */
export function isSidecar(uri: string): boolean {
  return articleOfSidecar(uri) !== undefined;
}

/**
 * Whose sidecar an address is; undefined for any other address. In `a.txt.linh.ann.json` the name alone does not tell
 * an annotator from an article's ending: where the project lists its annotators they (and `gold` and `suggested`) decide, else what
 * follows `.txt`, `.text` or `.md` is taken for an annotator.
 */
export function articleOfSidecar(uri: string, annotators: readonly string[] = []): SidecarOwner | undefined {
  // Asked of every file of a corpus, nearly all of which are articles.
  if (!uri.includes(ENDING)) return undefined;
  const { name, rest } = splitUri(uri);
  if (!name.endsWith(ENDING)) return undefined;
  const stem = name.slice(0, -ENDING.length);
  const file = stem.slice(stem.lastIndexOf('/') + 1);
  if (file === '') return undefined;
  const dot = file.lastIndexOf('.');
  const owner = decoded(file.slice(dot + 1), isUri(uri));
  const article = file.slice(0, Math.max(dot, 0));
  const known = annotators.includes(owner) || owner === GOLD || owner === SUGGESTED;
  const isOwner =
    known || (annotators.length === 0 && /\.(?:txt|text|md)$/i.test(article) && ANNOTATOR_NAME.test(owner));
  if (dot <= 0 || !isOwner) return { article: stem + rest };
  return { article: stem.slice(0, stem.length - file.length + dot) + rest, annotator: owner };
}

function isUri(address: string): boolean {
  return /^[A-Za-z][A-Za-z0-9+.-]+:\//.test(address);
}

/** A URI's name up to its query or fragment; in a path both marks are letters like any other. */
function splitUri(address: string): { name: string; rest: string } {
  const end = isUri(address) ? address.search(/[?#]/) : -1;
  return end < 0 ? { name: address, rest: '' } : { name: address.slice(0, end), rest: address.slice(end) };
}

function decoded(part: string, encoded: boolean): string {
  if (!encoded) return part;
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
