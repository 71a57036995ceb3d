/** What is left of a word when particle, possessive and suffix are taken off. */
export interface Ending {
  readonly stem: string;
  /** `kan`, `an`, `i`, or empty. */
  readonly suffix: string;
}

const PARTICLES = ['lah', 'kah', 'pun', 'tah'];
const POSSESSIVES = ['nya', 'ku', 'mu'];
const SUFFIXES = ['kan', 'an', 'i'];
/** A stem keeps at least so many letters. */
const SHORTEST_STEM = 3;

/** Every way to take the endings off, the word as it is first: at most sixteen. */
export function endings(word: string): Ending[] {
  const found: Ending[] = [];
  for (const particled of without(word, PARTICLES))
    for (const owned of without(particled, POSSESSIVES)) {
      found.push({ stem: owned, suffix: '' });
      for (const suffix of SUFFIXES) {
        const stem = cut(owned, suffix);
        if (stem !== undefined) found.push({ stem, suffix });
      }
    }
  return found;
}

/** The word, and the word without the first of the endings that it has. */
function without(word: string, suffixes: readonly string[]): string[] {
  for (const suffix of suffixes) {
    const stem = cut(word, suffix);
    if (stem !== undefined) return [word, stem];
  }
  return [word];
}

function cut(word: string, ending: string): string | undefined {
  return word.length >= ending.length + SHORTEST_STEM && word.endsWith(ending)
    ? word.slice(0, -ending.length)
    : undefined;
}
