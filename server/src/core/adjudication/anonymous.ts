import { revisionOf } from '../text/revision.ts';

/** Letters for people who are not to be recognised: A, B … Z, AA … by their place in the order. */
export function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter;
}

/**
 * The annotators of an article in an order that is the same for everybody and another one in each article, so that
 * nobody learns who stands behind a letter. `article`: its path in the project.
 */
export function shuffledFor(article: string, annotators: readonly string[]): string[] {
  return annotators
    .map((name) => ({ name, at: revisionOf(`${article}\n${name}`) }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.name < b.name ? -1 : 1))
    .map(({ name }) => name);
}
