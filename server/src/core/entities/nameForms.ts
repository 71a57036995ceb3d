import { lazyByKey } from '../lazy.ts';
import type { Entity } from './entity.ts';
import { withoutDiacritics } from './fold.ts';
import { countLetters, type NameForm, nameForm } from './nameForm.ts';
import { NOT_NAMES } from './notNames.ts';
import { ORDINARY_NAMES } from './ordinaryNames.ts';
import { isStopWord } from './stopWords.ts';

/** A spelling without its diacritics is only believed from this many letters on. */
const LETTERS_FOR_PLAIN = 5;

/**
 * The spellings of an entity: each name once with all languages that use it, and, where a language other than
 * Vietnamese writes it with diacritics, the same without them. The canonical name counts as English where no
 * language lists it.
 */
export function* formsOf(thing: number, entity: Entity): Generator<NameForm> {
  const languages = languagesByName(entity);
  for (const [name, used] of languages) {
    const form = nameForm(thing, name, used, isOrdinary);
    if (form !== undefined) yield form;
    for (const variant of variantsOf(name)) {
      const other = languages.has(variant) ? undefined : nameForm(thing, variant, used, isOrdinary);
      if (other !== undefined) yield other;
    }
  }
  for (const [name, used] of languages) {
    const elsewhere = used.filter((language) => language !== 'vi');
    const plain = elsewhere.length > 0 ? withoutDiacritics(name) : name;
    if (plain === name.normalize('NFC') || languages.has(plain) || countLetters(plain) < LETTERS_FOR_PLAIN)
      continue;
    const form = nameForm(thing, plain, elsewhere, isOrdinary, true);
    if (form !== undefined) yield form;
  }
}

/** Phrases that hold a name without meaning it, as forms of no entity. */
export function* phrasesThatAreNoNames(): Generator<NameForm> {
  for (const [language, phrases] of NOT_NAMES) {
    for (const phrase of phrases) {
      const form = nameForm(-1, phrase, [language], () => false);
      if (form !== undefined) yield { ...form, strict: true };
    }
  }
}

const ARTICLE = /^(?:The|La|Le|Les|El|Los|Las|Der|Die|Das|Den|Het|De|Il|Os|As|Al|Ang|Si|Sang) (?=\p{Lu})/u;

/** The name as running text writes it: `the Hague`; Persian without the joiner that is often left out. */
function* variantsOf(name: string): Generator<string> {
  if (ARTICLE.test(name)) yield name.charAt(0).toLowerCase() + name.slice(1);
  if (name.includes('\u200c')) yield name.replaceAll('\u200c', '');
}

function isOrdinary(folded: string): boolean {
  return ORDINARY_NAMES.has(folded) || isStopWord(folded);
}

function languagesByName(entity: Entity): Map<string, string[]> {
  const byName = new Map<string, string[]>();
  for (const [language, names] of entity.names) {
    for (const name of names) {
      const key = name.normalize('NFC');
      const used = byName.get(key);
      if (used === undefined) byName.set(key, [language]);
      else if (!used.includes(language)) used.push(language);
    }
  }
  const own = entity.name.normalize('NFC');
  if (!byName.has(own)) byName.set(own, ['en']);
  return byName;
}

const noNames = lazyByKey(
  (language: string) =>
    new Set([...NOT_NAMES].flatMap(([used, phrases]) => (used === language ? phrases : []))),
);

/** True for a phrase that holds a name of a language (BCP 47) without meaning it, exactly as written. */
export function isNoNamePhrase(phrase: string, language: string): boolean {
  return noNames(language).has(phrase);
}
