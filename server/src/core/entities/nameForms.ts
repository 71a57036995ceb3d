import type { Entity } from './entity.ts';
import { withoutDiacritics } from './fold.ts';
import { countLetters, type NameForm, nameForm } from './nameForm.ts';
import { NOT_NAMES } from './notNames.ts';
import { ORDINARY_NAMES } from './ordinaryNames.ts';

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

function isOrdinary(folded: string): boolean {
  return ORDINARY_NAMES.has(folded);
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
