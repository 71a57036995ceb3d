import { lazyByKey } from '../../../lazy.ts';

/** The words that join two equal parts of a sentence, lower case. */
export interface Conjunctions {
  readonly and: ReadonlySet<string>;
  readonly or: ReadonlySet<string>;
  /** The first units of all of them, and their lengths, a bit each: a quick look at a word. */
  readonly firsts: ReadonlySet<number>;
  readonly lengths: number;
}

/** `and words | or words` by language. Arabic writes its “and” onto the next word; Japanese and Thai have no blanks. */
const BY_LANGUAGE: Readonly<Record<string, string>> = {
  en: 'and|or',
  id: 'dan serta|atau',
  ms: 'dan serta|atau',
  vi: 'và|hoặc',
  de: 'und sowie|oder',
  nl: 'en|of',
  fr: 'et|ou',
  es: 'y e|o u',
  pt: 'e|ou',
  it: 'e ed|o oppure',
  ro: 'și|sau',
  sv: 'och|eller',
  da: 'og|eller',
  nb: 'og|eller',
  fi: 'ja|tai',
  pl: 'i oraz|lub albo',
  cs: 'a|nebo',
  ru: 'и|или',
  uk: 'і та|або',
  ar: '|أو',
  hi: 'और|या',
  tr: 've|veya',
  tl: 'at|o',
  sw: 'na|au',
};

/** The conjunctions of a language (BCP 47 primary subtag), undefined where they are not known. */
export const conjunctionsOf = lazyByKey((language: string): Conjunctions | undefined => {
  if (!Object.hasOwn(BY_LANGUAGE, language)) return undefined;
  const [and = [], or = []] = (BY_LANGUAGE[language] ?? '')
    .split('|')
    .map((words) => words.split(' ').filter((word) => word !== ''));
  const all = [...and, ...or];
  return {
    and: new Set(and),
    or: new Set(or),
    firsts: new Set(all.map((word) => word.charCodeAt(0))),
    lengths: all.reduce((bits, word) => bits | (1 << word.length), 0),
  };
});
