import { finish, type Steps } from '../steps.ts';
import type { Entity } from './entity.ts';
import { TERRITORY_IDS } from './territoryIds.ts';
import { TERRITORY_VARIANTS } from './territoryVariants.ts';
import { TERRITORY_VARIANTS_BY_LANGUAGE } from './territoryVariantsByLanguage.ts';

/** The languages that the platform names territories in and that news corpora are likely to be in (BCP 47). */
export const TERRITORY_LANGUAGES: readonly string[] =
  'en id vi ru ar zh es fr de pt hi ja ko tr fa ms tl sw th it nl pl uk ur bn ps tg uz kk ky az ro cs sv fi hu el he sr bg'.split(
    ' ',
  );

/** What is no country: a union and the organisation of all, and a continent without a government. */
const OTHER_TYPES: ReadonlyMap<string, string> = new Map([
  ['EU', 'ORG'],
  ['UN', 'ORG'],
  ['AQ', 'LOC'],
]);

/** Names with a bracket give the part before it, unless two territories would then share it (Saint Martin, Congo). */
const BRACKET = /^([^()（）]{3,}?)\s*[(（][^()（）]*[)）]$/u;
const SHARED: ReadonlySet<string> = new Set(['CD', 'CG', 'MF', 'SX', 'HK', 'MO', 'CC', 'VG', 'VI']);

/**
 * Countries and territories of ISO 3166 with their Wikidata ids (as country-coder has them) and their names in the
 * given languages (BCP 47), by the platform's `Intl.DisplayNames` in its long and short form, and as news write them.
 * Languages that the platform does not know are passed over. The canonical name is English.
 */
export function territories(languages: readonly string[]): Entity[] {
  return finish(nameTerritories(languages));
}

/** {@link territories} in steps: the platform takes its time to load the names of a language. */
export function* nameTerritories(languages: readonly string[]): Steps<Entity[]> {
  const rows = TERRITORY_IDS.trim()
    .split(/,?\s*\n\s*|, /)
    .map((row) => {
      const [code = '', id = ''] = row.trim().split(' ');
      return { code, id, names: new Map<string, readonly string[]>() };
    });
  for (const language of new Set(['en', ...languages])) {
    const namer = namerOf(language);
    if (!namer) continue;
    for (const { code, names } of rows) {
      const found = namesOf(code, namer.language, namer);
      if (found.length > 0) names.set(namer.language, found);
    }
    yield;
  }
  return rows.flatMap(({ code, id, names }) => {
    const name = names.get('en')?.[0];
    return name === undefined ? [] : [territory(code, id, name, names)];
  });
}

/** Regions of which CLDR has a short name in some language; asking for the others would double the time. */
const SHORTENED: ReadonlySet<string> = new Set('BA CC CG GB HK KR MM MO PN PS SA UN US'.split(' '));
/** Regions whose long name says whose they are; the short one is the usual one. */
const SHORT_FIRST: ReadonlySet<string> = new Set(['HK', 'MO']);

interface Namer {
  readonly language: string;
  readonly namers: { readonly long: Intl.DisplayNames; readonly short: Intl.DisplayNames };
}

function namerOf(language: string): Namer | undefined {
  try {
    if (Intl.DisplayNames.supportedLocalesOf(language).length === 0) return undefined;
    const long = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    const short = new Intl.DisplayNames(language, { type: 'region', fallback: 'none', style: 'short' });
    return { language: language.split('-')[0]?.toLowerCase() ?? language, namers: { long, short } };
  } catch {
    return undefined; // no language tag at all
  }
}

function namesOf(code: string, language: string, { namers }: Namer): readonly string[] {
  const names = new Set<string>();
  const asked = SHORT_FIRST.has(code)
    ? (['short', 'long'] as const)
    : SHORTENED.has(code)
      ? (['long', 'short'] as const)
      : (['long'] as const);
  for (const style of asked) {
    const name = namers[style].of(code);
    if (name === undefined) continue;
    const bare = BRACKET.exec(name)?.[1];
    names.add(bare !== undefined && !SHARED.has(code) ? bare : name);
    if (language === 'en' && name.includes(' & ')) names.add(name.replace(' & ', ' and '));
    if (name.startsWith('St. ')) names.add(name.replace('St. ', 'Saint '));
  }
  const variants = TERRITORY_VARIANTS[code]?.[language] ?? [];
  for (const name of variants) names.add(name);
  for (const name of TERRITORY_VARIANTS_BY_LANGUAGE[language]?.[code] ?? []) names.add(name);
  return [...names];
}

function territory(
  code: string,
  id: string,
  name: string,
  names: ReadonlyMap<string, readonly string[]>,
): Entity {
  return {
    id,
    type: OTHER_TYPES.get(code) ?? 'GPE',
    name,
    names,
    description: new Map(),
    url: `https://www.wikidata.org/wiki/${id}`,
    source: { kind: 'built-in' },
  };
}
