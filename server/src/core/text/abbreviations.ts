import { lazyByKey } from '../lazy.ts';

/** Abbreviations of one language, without their last full stop, in lower case. */
interface AbbreviationList {
  /** Never the end of a sentence: titles, and words that a name or a term always follows. */
  readonly always?: string;
  /** Not the end where a number follows: `no. 5`, `hlm. 12`. */
  readonly beforeNumber?: string;
  /** Ordinals are written with a full stop: `3. Oktober`. */
  readonly ordinals?: true;
}

/**
 * Common abbreviations of news text by language (BCP 47 primary subtag), written down by hand. Those that often end
 * a sentence (`etc.`, `dll.`, `Inc.`) are left out on purpose: what follows them decides.
 */
const LISTS: Readonly<Record<string, AbbreviationList>> = {
  en: {
    always:
      'mr mrs ms messrs dr prof st mt ft gen col lt maj capt cmdr sgt cpl pvt adm rev hon gov sen rep pres supt fr sr mme mlle vs e.g i.e cf viz approx dept est jan feb mar apr jun jul aug sep sept oct nov dec',
    beforeNumber: 'no nos art arts p pp vol vols fig figs ch chap sec par para ver ca c',
  },
  id: {
    always:
      'dr drs dra ir prof h hj kh tn ny nn sdr sdri bpk yth jl jln gg kec kab kel ds rt rw a.n u.b u.p d.a cq tsb tgl tg s.d s/d ybs alm jend letjen mayjen brigjen kol letkol kapt komjen irjen kombes akbp akp iptu ipda ust st',
    beforeNumber: 'no nomor hlm hal ps pasal jld telp tlp rp kv',
  },
  ms: {
    always: 'dr prof hj hjh en pn cik tn jln kpg kg tmn bhg sdr yb yab tg sg bt',
    beforeNumber: 'no bil hlm ms tel',
  },
  vi: {
    always: 'tp tx q p.v ths ts pgs gs gs.ts pgs.ts bs ds ks ls nxb tr gđ ubnd hđnd kts mr mrs ms dr',
    beforeNumber: 'số p q tr đ k',
  },
  de: {
    always:
      'dr prof hr fr frl st bzw z.b z. d.h u.a o.ä i.d.r vgl ca evtl ggf inkl exkl sog str tel mio mrd geb gest dipl ing med phil jur rer nat gen ev kath jan feb mär apr jun jul aug sept okt nov dez',
    beforeNumber: 'nr s bd abs art kap abb nrn',
    ordinals: true,
  },
  fr: {
    always:
      'm mm mme mmes mlle dr pr me mgr st ste c.-à-d cf env av boul janv févr avr juil sept oct nov déc gén col cap',
    beforeNumber: 'no n p pp art vol chap fig al',
  },
  es: {
    always:
      'sr sra sres srta d dña dr dra prof ing lic arq gral cnel tte avda av c/ ud uds vd p.ej ee.uu aprox ee',
    beforeNumber: 'núm no n.º pág págs art vol cap fig',
  },
  pt: {
    always: 'sr sra srs srta d dr dra prof profa eng gen cel av r exmo exma aprox v.exa',
    beforeNumber: 'n no núm pág págs p pp art vol cap fig',
  },
  it: {
    always:
      'sig sigg sig.ra sig.na dr dott dott.ssa prof prof.ssa ing avv on sen gen col mons s ss egr spett ecc.mo ca es',
    beforeNumber: 'n nn pag pagg art artt vol cap fig',
  },
  nl: {
    always: 'dhr mevr mw mr dr drs ir ing prof st o.a bijv d.w.z m.b.t i.v.m ca jl gen kol',
    beforeNumber: 'nr nrs blz art p pag',
  },
  pl: {
    always: 'prof dr hab inż mgr św ul al pl os gen płk mjr kpt por ks bp abp m.in np tzw tzn ok im ww',
    beforeNumber: 'nr str s art ust poz t r',
    ordinals: true,
  },
  ru: {
    always:
      'г гг ул пр просп пер пл д р обл им акад проф доц ген полк кап т.е т.н т.к св гр см ср тыс млн млрд руб',
    beforeNumber: 'стр с ст п пп рис гл № т',
  },
  uk: {
    always: 'м вул просп пл буд обл р ім акад проф доц ген полк т.зв св див тис млн млрд грн',
    beforeNumber: 'стор с ст п рис гл',
  },
  cs: {
    always: 'p pí dr mudr judr ing mgr bc prof doc ph.d sv tzv tzn např mj ul nám tř gen plk',
    beforeNumber: 'č str odst',
    ordinals: true,
  },
  sk: {
    always: 'p dr mudr judr ing mgr bc prof doc sv tzv napr ul nám gen plk',
    beforeNumber: 'č str ods',
    ordinals: true,
  },
  hr: {
    always: 'g gđa gosp dr mr prof doc dipl ing sv ul tzv tj npr gen',
    beforeNumber: 'br str čl st',
    ordinals: true,
  },
  tr: {
    always: 'dr prof doç yrd av sn hz alb gen org tuğg tümg bkz vb cad sok mah',
    beforeNumber: 'no s sf md',
    ordinals: true,
  },
  sv: { always: 'dr prof hr fr kl ca t.ex bl.a s.k d.v.s f.d st', beforeNumber: 'nr s kap' },
  da: {
    always: 'dr prof hr fru kl ca f.eks bl.a d.v.s fhv skt',
    beforeNumber: 'nr s kap stk',
    ordinals: true,
  },
  no: { always: 'dr prof hr fru kl ca f.eks bl.a dvs', beforeNumber: 'nr s kap', ordinals: true },
  fi: { always: 'tri prof esim ns mm ks', beforeNumber: 'nro s', ordinals: true },
  hu: { always: 'dr prof id ifj özv st pl ún kb ld', beforeNumber: 'sz old', ordinals: true },
  ro: { always: 'dl dna dr prof ing str bd sf nr al', beforeNumber: 'art pag vol' },
  el: { always: 'κ κα κκ δρ καθ αγ λεωφ π.χ δηλ', beforeNumber: 'αρ σελ' },
  tl: { always: 'g gng bb dr dra prof atty engr gob sen kgg sta sto', beforeNumber: 'blg no' },
  sw: { always: 'dkt dk prof mh bw bi st', beforeNumber: 'na uk' },
};

/** Ways of writing one language under another tag. */
const SAME: Readonly<Record<string, string>> = {
  bs: 'hr',
  sr: 'hr',
  sh: 'hr',
  sl: 'hr',
  nb: 'no',
  nn: 'no',
  fil: 'tl',
  be: 'ru',
};

/** What the sentence rules ask about a language. */
export interface Abbreviations {
  readonly always: ReadonlySet<string>;
  readonly beforeNumber: ReadonlySet<string>;
  readonly ordinals: boolean;
}

const ENGLISH_TITLES = 'mr mrs ms dr prof st vs';

/** The abbreviations of a language (BCP 47 primary subtag); for one without a list, the titles that all news share. */
export const abbreviationsOf = lazyByKey((language: string): Abbreviations => {
  const own = Object.hasOwn(SAME, language) ? (SAME[language] ?? language) : language;
  const list = Object.hasOwn(LISTS, own) ? LISTS[own] : undefined;
  return {
    always: new Set(`${ENGLISH_TITLES} ${list?.always ?? ''}`.trim().split(' ')),
    beforeNumber: new Set((list?.beforeNumber ?? 'no').split(' ')),
    ordinals: list?.ordinals === true,
  };
});
