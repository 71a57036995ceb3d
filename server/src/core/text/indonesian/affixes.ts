import { prefixed } from './prefixes.ts';
import { endings } from './suffixes.ts';

/** A root shorter than this is never looked for: what is left of a word by chance is mostly short. */
const SHORTEST_ROOT = 3;
/** Verbs take at most so many prefixes (`mem-per-ber-…` does not exist; `ke-ber-lanjut-an` does). */
const MOST_PREFIXES = 2;

/**
 * The root that an Indonesian word (lower case) is derived from by affixes, possessives and particles of the grammar,
 * first of those that `isRoot` accepts: `mempertanyakannya` → `tanya`, `ketidakpastian` → `pasti`, `antarnegara` →
 * `negara`, `buku-buku` → `buku`. Undefined where there is none; the word itself is not tried. `isRoot` is asked for
 * lower-case strings of three letters and more.
 */
export function rootOf(word: string, isRoot: (root: string) => boolean): string | undefined {
  const hyphen = word.indexOf('-');
  if (hyphen > 0) return reduplicated(word, hyphen, isRoot);
  for (const ending of endings(word)) {
    if (ending.stem !== word && isPossible(ending.stem) && isRoot(ending.stem)) return ending.stem;
    const root = withoutPrefixes(ending.stem, ending.suffix, '', MOST_PREFIXES, isRoot);
    if (root !== undefined) return root;
  }
  return undefined;
}

function withoutPrefixes(
  stem: string,
  suffix: string,
  outer: string,
  most: number,
  isRoot: (root: string) => boolean,
): string | undefined {
  for (const { prefix, rest } of prefixed(stem, suffix, outer)) {
    if (isPossible(rest) && isRoot(rest)) return rest;
    if (most > 1) {
      const root = withoutPrefixes(rest, suffix, prefix, most - 1, isRoot);
      if (root !== undefined) return root;
    }
  }
  return undefined;
}

/** `kata-kata`, `kata-katanya`, `berlari-lari`, `tolong-menolong`, `sayur-mayur` is not one: its halves differ. */
function reduplicated(word: string, hyphen: number, isRoot: (root: string) => boolean): string | undefined {
  const [first, second] = [word.slice(0, hyphen), word.slice(hyphen + 1)];
  if (second === '' || second.includes('-')) return undefined;
  const root = isRoot(first) ? first : rootOf(first, isRoot);
  if (root === undefined) return undefined;
  if (second === first || second === root) return root;
  return rootOf(second, (candidate) => candidate === root || candidate === first) === undefined
    ? undefined
    : root;
}

function isPossible(root: string): boolean {
  return root.length >= SHORTEST_ROOT;
}
