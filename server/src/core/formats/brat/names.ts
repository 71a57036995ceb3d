/** A character that brat's configuration does not take in a name, written so that it can be read back: `-u0020-`. */
const WRITTEN = /-u([0-9A-F]{4,6})?-/g;

/** What is written so: every other character, and a hyphen that would look like the beginning of such a thing. */
const TO_WRITE = /[^\w-]|-(?=u[0-9A-F]{0,6}(?:[^0-9A-Za-z_]|$))/gu;

/**
 * The name of a label, role or attribute as brat stores it: of `a-z A-Z 0-9 _ -` alone, not of hyphens only. Names
 * beyond that are written with `-u0020-` for each such character; no two names become one, and `nameOf` reads them.
 */
export function bratName(name: string): string {
  if (name === '') return '-u-';
  return /^-+$/.test(name) ? escaped('-') + name.slice(1) : name.replace(TO_WRITE, escaped);
}

/** The name that `bratName` wrote; any other name as it is. */
export function nameOf(stored: string): string {
  return stored.replace(WRITTEN, (written, hex?: string) => {
    const code = Number.parseInt(hex ?? '', 16);
    return hex === undefined ? '' : code > 0x10ffff ? written : String.fromCodePoint(code);
  });
}

function escaped(char: string): string {
  return `-u${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}-`;
}

const WIKIDATA = /^[QPL]\d+$/;

/** An entity as brat's normalisations name it: `Wikidata:Q42`, an id that has a source as it is, others as `Entity:…`. */
export function bratReference(entity: string): string {
  if (WIKIDATA.test(entity)) return `Wikidata:${entity}`;
  const sourced = /^[^\s:\p{C}]+:[^\s\p{C}]+$/u.test(entity) && !/^(?:Wikidata|Entity):/.test(entity);
  return sourced ? entity : `Entity:${bratName(entity)}`;
}

/** The entity that a normalisation names: `Wikidata:Q42` is Q42, another source stays before its id. */
export function entityOf(source: string, id: string): string {
  if (source === 'Wikidata' && WIKIDATA.test(id)) return id;
  return source === 'Entity' ? nameOf(id) : `${source}:${id}`;
}
