import { lazy, lazyByKey } from '../../../lazy.ts';
import { msg } from '../../../message.ts';
import { ARTICLES_THAT_TEACH } from '../../../text/lexicon/knownWords.ts';
import type { Paragraph } from '../../../text/paragraph.ts';
import type { Token } from '../../../text/tokens.ts';
import type { ArticleRule, RuleContext } from '../../rule.ts';
import { COUNTRY_WORDS } from './countryWords.ts';
import { isOneEdit } from './edits.ts';
import { OTHER_SPELLINGS } from './spellings.ts';

/** Shorter names have too many neighbours that are names too. */
const FEWEST_LETTERS = 8;
/** How often a name must stand in the article before another word counts as a misspelling of it. */
const FEWEST_OF_NAME = 2;
/** Languages that begin every noun with a capital: there only names of countries are compared. */
const CAPITAL_NOUNS: ReadonlySet<string> = new Set(['de', 'lb']);
const LONG_NAME = /^\p{Lu}\p{Ll}+$/u;

/** Country names by language, and within it by first and last letter, which a misspelling keeps. */
const countriesOf = lazyByKey(
  (language: string): ReadonlyMap<string, readonly string[]> =>
    byEnds((Object.hasOwn(COUNTRY_WORDS, language) ? (COUNTRY_WORDS[language] ?? '') : '').split(' ')),
);
const allCountries = lazy(
  (): ReadonlySet<string> => new Set(Object.values(COUNTRY_WORDS).join(' ').split(' ')),
);

/** A long capitalised word of a paragraph. */
interface LongName {
  readonly token: Token;
  /** The country whose name it nearly is. */
  readonly country: string | undefined;
  /** Its capital comes neither from its place in the sentence nor from the language. */
  readonly mayBeName: boolean;
}

/** How often a name stands in the article, and where first. */
interface NameCount {
  count: number;
  readonly name: LongName;
  readonly index: number;
}

export const nearMiss: ArticleRule = {
  code: 'name/near-miss',
  title: 'Misspelt name',
  description:
    'A word one letter away from the name of a country, or from a name that the article has elsewhere.',
  group: 'garbled',
  severity: 'warning',
  heedsDictionary: true,
  options: [
    {
      name: 'leastLetters',
      description: 'How long a name must be; shorter names have more neighbours that are names too.',
      type: 'number',
      default: FEWEST_LETTERS,
      least: 5,
      most: 40,
      whole: true,
    },
    {
      name: 'leastCount',
      description:
        'How often the article must have a name before another word counts as a misspelling of it.',
      type: 'number',
      default: FEWEST_OF_NAME,
      least: 2,
      most: 20,
      whole: true,
    },
  ],
  examples: {
    bad: [
      {
        language: 'en',
        text: 'The pass leads from [[Tajiistan]] to its neighbour.',
        fixed: 'The pass leads from Tajikistan to its neighbour.',
      },
      {
        language: 'id',
        text: 'Rombongan tiba dari [[Kazakhtsan]] kemarin.',
        fixed: 'Rombongan tiba dari Kazakhstan kemarin.',
      },
      {
        language: 'en',
        text: 'The mayor of Wolverhampton spoke first.\nPeople came to Wolverhampton by train, and left [[Wolverhamton]] on foot.',
        fixed:
          'The mayor of Wolverhampton spoke first.\nPeople came to Wolverhampton by train, and left Wolverhampton on foot.',
      },
    ],
    good: [
      { language: 'en', text: 'Tajikistan and Uzbekistan share a border; Slovenia and Slovakia do not.' },
      {
        language: 'id',
        text: 'Ia lahir di Afganistan dan tinggal di Afghanistan.',
        note: 'two spellings in use',
      },
      { language: 'en', text: 'Petersen met Peterson.', note: 'two people' },
    ],
  },
  scope: 'article',
  *check(article, context, options) {
    const fewestLetters = options.number('leastLetters');
    const fewestOfName = options.number('leastCount');
    const counts = new Map<string, NameCount>();
    const key = `name/near-miss names ${context.language} ${fewestLetters}`;
    const named = article.collect(key, (paragraph) => longNames(paragraph, key, context, fewestLetters));
    // Large articles have ten thousands of names, and are read at every keystroke: each is looked up once.
    for (const { index, items } of named)
      for (const name of items) {
        const known = counts.get(name.token.text);
        if (known === undefined) counts.set(name.token.text, { count: 1, name, index });
        else known.count++;
      }
    const repeated = byEnds(
      [...counts].filter(([, { count }]) => count >= fewestOfName).map(([name]) => name),
    );
    for (const { count, name: only, index } of counts.values()) {
      const { token, country, mayBeName } = only;
      if (count !== 1 || context.accepts(token.text)) continue;
      const name = country ?? (mayBeName ? neighbour(token.text, repeated) : undefined);
      if (name === undefined || isNameOfCorpus(token.text, context)) continue;
      const start = article.paragraphs[index]?.start ?? 0;
      const range = { start: start + token.start, end: start + token.end };
      yield {
        ...range,
        message: msg('“{0}” looks like a misspelling of “{1}”.', token.text, name),
        why: country
          ? msg('It is one letter away from the name of a country, and stands once in the article.')
          : msg(
              'It is one letter away from “{0}”, which the article has {1} times.',
              name,
              counts.get(name)?.count ?? 0,
            ),
        fixes: [{ title: msg('Write “{0}”', name), edits: [{ ...range, newText: name }] }],
      };
    }
  },
};

/** Several articles spell it so: another name, or another spelling in use. */
function isNameOfCorpus(word: string, { corpus, language }: RuleContext): boolean {
  const known = word.toLowerCase().normalize('NFC');
  return corpus.articlesWithWord(language, known) >= ARTICLES_THAT_TEACH;
}

function longNames(
  paragraph: Paragraph,
  key: string,
  { language }: RuleContext,
  fewestLetters: number,
): readonly LongName[] {
  return paragraph.memo(key, () => {
    const { text, tokens } = paragraph;
    const comparesNames = !CAPITAL_NOUNS.has(language);
    const names: LongName[] = [];
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i];
      // Most words end here.
      if (token === undefined || token.end - token.start < fewestLetters) continue;
      if (isSmallAscii(text.charCodeAt(token.start)) || !LONG_NAME.test(token.text)) continue;
      const country = countryNear(token.text, language);
      const mayBeName = comparesNames && tokens[i - 1]?.kind === 'word' && !OTHER_SPELLINGS.has(token.text);
      names.push({ token, country, mayBeName });
    }
    return names;
  });
}

function isSmallAscii(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}

function countryNear(word: string, language: string): string | undefined {
  if (allCountries().has(word) || OTHER_SPELLINGS.has(word)) return undefined;
  for (const names of [countriesOf(language), countriesOf('en')]) {
    const name = neighbour(word, names);
    if (name !== undefined) return name;
  }
  return undefined;
}

function byEnds(words: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const word of words) {
    const key = ends(word);
    const group = groups.get(key);
    if (group) group.push(word);
    else groups.set(key, [word]);
  }
  return groups;
}

function ends(word: string): string {
  return word.charAt(0) + word.charAt(word.length - 1);
}

/** A name of the same first and last letter that one edit makes of the word; differences of accents do not count. */
function neighbour(word: string, names: ReadonlyMap<string, readonly string[]>): string | undefined {
  return names.get(ends(word))?.find((name) => isOneEdit(word, name) && plain(word) !== plain(name));
}

function plain(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '');
}
