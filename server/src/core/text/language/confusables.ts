import { lazyByKey } from '../../lazy.ts';

/**
 * Languages that detectors take for each other in written news (measured: Malay is called Indonesian in 41–82 %). A
 * sentence in one of them is never reported in an article in another one, and their scores stand for each other.
 * By the article's language; BCP 47 primary subtags and, for `sh`, the code that fastText knows.
 */
const GROUPS: readonly (readonly string[])[] = [
  ['id', 'ms'],
  ['hr', 'bs', 'sr', 'sh'],
  ['no', 'nb', 'nn', 'da'],
  ['cs', 'sk'],
  ['bg', 'mk'],
  ['be', 'ru'],
  ['be', 'uk'],
];

/** Other tags of one language: what the detectors say, and what articles and projects say. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['nb', 'no'],
  ['fil', 'tl'],
  ['in', 'id'],
  ['iw', 'he'],
  ['cmn', 'zh'],
]);

/** The tag that the tables here use for a language: its primary subtag, without historical names. */
export function primaryTag(language: string): string {
  const primary = language.split('-', 1)[0]?.toLowerCase() ?? '';
  return ALIASES.get(primary) ?? primary;
}

/** A language and all that are never told from it. */
export const confusableWith = lazyByKey((language: string): ReadonlySet<string> => {
  const all = new Set([language]);
  for (const group of GROUPS) if (group.includes(language)) for (const other of group) all.add(other);
  return all;
});

/**
 * The languages that are hardly told from one and still have a name of their own for both detectors and projects: not
 * the other tags of the same language (`nb` for `no`), and not `sh`, which is several.
 */
export function tellable(language: string): readonly string[] {
  return [...confusableWith(language)].filter(
    (other) => other !== language && other !== 'sh' && primaryTag(other) === other,
  );
}
