import { abbreviationsOf } from '../text/abbreviations.ts';

const words = (list: string): readonly string[] => list.trim().split(/\s+/);

/**
 * Lower-case abbreviations of three letters and more that stand before a lower-case word, by language: after them a
 * full stop ends no sentence. Shorter words before a stop are taken for abbreviations anyway.
 */
const BY_LANGUAGE: Readonly<Record<string, readonly string[]>> = {
  en: words(
    'etc approx dept est govt incl misc max min ave blvd vol vols fig figs eds esp cent sect app ext dist',
  ),
  id: words('dll dsb dst tsb tgl jln kec kab kel prov hlm sdr ttd alm yth'),
  ms: words('dll dsb jln sdn bhd hlm'),
  vi: words('tel tp.hcm hoc'),
  de: words(
    'bzw usw evtl ggf inkl exkl vgl sog etc max min ehem gest geb bspw insb einschl zzgl abzgl mind std sek tel str nat jährl',
  ),
  fr: words('etc env janv févr avr juil sept oct nov déc env hab tél art chap vol ill éd dép cie'),
  es: words(
    'etc aprox pág págs art cap vol tel avda núm ext máx mín dpto ene feb mar abr jun jul ago sept oct nov dic',
  ),
  pt: words(
    'etc aprox pág págs art cap vol tel núm máx mín depto jan fev mar abr mai jun jul ago set out nov dez',
  ),
  it: words('ecc art pag pagg tel vol sig sigg gen feb mar apr mag giu lug ago set ott nov dic'),
  nl: words('enz bijv evt incl excl resp max min tel blz jhr mevr dhr'),
  sv: words('bl.a osv dvs resp inkl exkl etc jan feb aug sept okt nov dec'),
  da: words('osv dvs inkl ekskl etc jan feb aug sept okt nov dec mio mia pct'),
  no: words('osv dvs inkl ekskl etc jan feb aug sept okt nov des mill mrd pst'),
  fi: words('esim mm yms jne klo milj mrd puh'),
  cs: words('tzv mil mld tis např resp apod atd hod min str'),
  sk: words('tzv mil mld tis napr resp apod atď hod min str'),
  pl: words('tys mln mld tzw ark godz min str prof ubr itp itd tel'),
  hr: words('npr tzv itd mil mlrd tis god st kn'),
  sr: words('npr tzv itd mil mlrd hilj god st'),
  ro: words('etc mil mld nr str art pag'),
  hu: words('ill stb kb pl sz old tel ezer min'),
  tr: words('vb vs yy örn bkz çev haz yay doç prof dak san'),
  ru: words('тыс млн млрд руб коп чел проц напр стр гос обл тел мин сек кв куб пос ред изд гор экз'),
  uk: words('тис млн млрд руб коп грн чол напр стор обл тел хв сек кв куб'),
  tl: words('atbp'),
  sw: words('nk n.k'),
};

/** Abbreviations that any language borrows. */
const COMMON = words('etc approx vol max min incl tel feat prod vers');

/** What the states and offices of English news are shortened to, with five letters or more; lower case. */
const LONG_CAPITALISED = words('calif assoc messrs comdr sergt lieut');

/** True for what a full stop shortens, so that it ends no sentence: `dll.`, `Prof.`, `Calif.` */
export function isShortened(word: string, language: string): boolean {
  const lower = word.toLowerCase();
  const { always, beforeNumber } = abbreviationsOf(language);
  if (always.has(lower) || beforeNumber.has(lower) || isAbbreviation(lower, language)) return true;
  return LONG_CAPITALISED.includes(lower);
}

/** True where the lower-case word is an abbreviation that a full stop does not end a sentence after. */
export function isAbbreviation(word: string, language: string): boolean {
  if (COMMON.includes(word)) return true;
  return Object.hasOwn(BY_LANGUAGE, language) && BY_LANGUAGE[language]?.includes(word) === true;
}
