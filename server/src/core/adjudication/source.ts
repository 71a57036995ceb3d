import type { Member } from './member.ts';

/** What a `sources` entry of the gold layer names. */
export interface Source {
  /** `annotator:id`; `:id` in the shared layer. */
  readonly ref: string;
  /** `lineHash` of the annotation as it was then; undefined where the entry does not tell. */
  readonly hash: string | undefined;
}

const HASH = /@([0-9a-f]{12})$/;

/** Reads an entry of `sources`: `annotator:id@hash`, or `annotator:id`. */
export function readSource(entry: string): Source {
  const hash = HASH.exec(entry)?.[1];
  return { ref: hash === undefined ? entry : entry.slice(0, -hash.length - 1), hash };
}

/** The name that an annotator has today, where files may still have a former one. */
export type PresentName = (annotator: string) => string;

/** `annotator:id` with the annotator's present name; a reference without an annotator as it is. */
export function presentRef(ref: string, present: PresentName): string {
  const colon = ref.indexOf(':');
  return colon < 0 ? ref : present(ref.slice(0, colon)) + ref.slice(colon);
}

/** The entry of `sources` that names a source. */
export function sourceEntry({ ref, hash }: Source): string {
  return hash === undefined ? ref : `${ref}@${hash}`;
}

/** The entries that name some members, each line once, sorted. */
export function sourcesOf(members: readonly Member[]): string[] {
  return [...new Set(members.map(({ ref, hash }) => `${ref}@${hash}`))].sort();
}
