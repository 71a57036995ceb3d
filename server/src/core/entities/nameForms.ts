import { lazyByKey } from '../lazy.ts';
import type { Entity } from './entity.ts';
import { composed, withoutDiacritics } from './fold.ts';
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
export function formsOf(thing: number, entity: Entity): NameForm[] {
  const forms: NameForm[] = [];
  const languages = languagesByName(entity);
  for (const [name, used] of languages) {
    add(forms, nameForm(thing, name, used, isOrdinary));
    for (const variant of variantsOf(name)) {
      if (!languages.has(variant)) add(forms, nameForm(thing, variant, used, isOrdinary));
    }
  }
  for (const [name, used] of languages) {
    const plain = withoutDiacritics(name);
    if (plain === name || languages.has(plain) || countLetters(plain) < LETTERS_FOR_PLAIN) continue;
    const elsewhere = used.filter((language) => language !== 'vi');
    if (elsewhere.length > 0) add(forms, nameForm(thing, plain, elsewhere, isOrdinary, true));
  }
  return forms;
}

function add(forms: NameForm[], form: NameForm | undefined): void {
  if (form !== undefined) forms.push(form);
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

/** The name as running text writes it: `the Hague`; words without the joiners that are often left out. */
function variantsOf(name: string): readonly string[] {
  if (JOINER.test(name)) {
    const joined = name.replace(JOINERS, '');
    return ARTICLE.test(name) ? [withSmallFirst(name), joined] : [joined];
  }
  return ARTICLE.test(name) ? [withSmallFirst(name)] : NO_VARIANTS;
}

const JOINER = /[\u200c\u200d]/;
const JOINERS = /[\u200c\u200d]/g;
const NO_VARIANTS: readonly string[] = [];

function withSmallFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function isOrdinary(folded: string): boolean {
  return ORDINARY_NAMES.has(folded) || isStopWord(folded);
}

function languagesByName(entity: Entity): Map<string, string[]> {
  const byName = new Map<string, string[]>();
  for (const [language, names] of entity.names) {
    for (const name of names) {
      const key = composed(name);
      const used = byName.get(key);
      if (used === undefined) byName.set(key, [language]);
      else if (!used.includes(language)) used.push(language);
    }
  }
  const own = composed(entity.name);
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
