/**
 * What `Intl` does not tell of how a language writes dates: chosen by hand, small, and none of it is needed for
 * `12 March 2024`. All in small letters; phrases have single blanks.
 */
export interface DateTable {
  /** Months and days in further forms and cases, which may stand alone. */
  readonly months?: string;
  readonly weekdays?: string;
  /** Names of months and days that are other words too: only beside a day or year. */
  readonly doubtful?: string;
  /** Between day, month and year: `12 de marzo de 2024`. */
  readonly between?: string;
  /** Before or behind a year that stands alone. */
  readonly before?: string;
  readonly behind?: string;
  /** Before a doubtful month that stands alone. */
  readonly beforeMonth?: string;
  /** Belongs to the year: `năm 2024`, `2024 года`. */
  readonly yearWords?: string;
  /** Before the number of a day, inside the date (`ngày`), and between weekday and day only (`tanggal`). */
  readonly dayWords?: string;
  readonly dayNouns?: string;
  /** Before the number of a month. */
  readonly monthWords?: string;
  /** Parts of a month: `mid-August`. */
  readonly parts?: string;
  /** Which of them is meant: before (`last Tuesday`) or behind (`Rabu lalu`). */
  readonly which?: string;
  readonly whichBehind?: string;
  /** Directly behind the number of a day: `21st`. */
  readonly ordinals?: string;
}

const TABLES: Readonly<Record<string, DateTable>> = {
  en: {
    months: 'sept',
    doubtful: 'march, may, sept',
    between: 'of',
    before: 'by, from, before, after, around, circa, of, to',
    beforeMonth: 'in, since, until, till, during, through',
    parts: 'mid, early, late',
    which: 'last, next, this',
    ordinals: 'st, nd, rd, th',
  },
  id: {
    weekdays: "jum'at, ahad",
    months: 'nopember, pebruari',
    doubtful: 'ahad',
    before: 'tahun, pada, sejak, hingga, sampai, dari, antara, di, ke',
    yearWords: 'tahun',
    dayNouns: 'tanggal, tgl',
    parts: 'awal, akhir, pertengahan',
    whichBehind: 'lalu, depan, mendatang, kemarin',
  },
  ms: {
    doubtful: 'mac',
    beforeMonth: 'bulan',
    before: 'tahun, pada, sejak, hingga, sehingga, dari',
    yearWords: 'tahun',
    dayNouns: 'bertarikh',
    parts: 'awal, akhir, pertengahan',
    whichBehind: 'lalu, depan',
  },
  vi: {
    weekdays: 'chủ nhật, chúa nhật',
    months: 'tháng giêng, tháng chạp',
    doubtful: 'thứ 2, thứ 3, thứ 4, thứ 5, thứ 6, thứ 7',
    yearWords: 'năm',
    dayWords: 'ngày, mùng, mồng',
    monthWords: 'tháng',
    parts: 'đầu, giữa, cuối',
    whichBehind: 'vừa qua, tới, tuần trước, tuần này, tuần qua, tuần tới',
  },
  es: { between: 'de, del', before: 'en, desde, hasta, año, durante' },
  pt: { between: 'de, do', before: 'em, desde, até, ano, durante' },
  fr: { doubtful: 'mars', before: 'en, depuis, avant, après, dès', ordinals: 'er' },
  it: { before: 'nel, dal, del, al, entro', between: 'del' },
  de: { before: 'seit, jahr, jahre, bis, ab, anno' },
  nl: { before: 'in, sinds, tot, vanaf' },
  sv: { before: 'år, sedan, under' },
  ro: { doubtful: 'mai, joi', before: 'în, din, până', between: 'a' },
  tl: { before: 'noong, mula', doubtful: 'linggo' },
  sw: { before: 'mwaka, tangu', yearWords: 'mwaka' },
  tr: { doubtful: 'ocak, ekim, pazar', yearWords: 'yılı, yılında, yılının, yılından' },
  az: { yearWords: 'il, ili, ilin, ildə, ilində' },
  kk: { yearWords: 'жыл, жылы, жылғы, ж' },
  ky: { yearWords: 'жыл, жылы, жылдын, ж' },
  uz: { yearWords: 'yil, yili, yilda, yilning' },
  tg: { yearWords: 'соли, сол' },
  ar: { doubtful: 'مارس', before: 'عام, سنة, منذ, العام', yearWords: 'عام, سنة' },
  fa: { doubtful: 'مهر, تیر, دی, آذر, مارس, مه', before: 'سال, از', yearWords: 'سال' },
  ur: { doubtful: 'پیر', behind: 'میں, سے, تک', before: 'سال' },
  hi: { behind: 'में, से, तक', before: 'साल, वर्ष, सन' },
  bn: { yearWords: 'সাল, সালে, সালের' },
  ru: {
    months:
      'январе, феврале, марте, апреле, мае, июне, июле, августе, сентябре, октябре, ноябре, декабре, январю, маю, августу',
    weekdays:
      'среду, пятницу, субботу, понедельника, вторника, среды, четверга, пятницы, субботы, воскресенья',
    yearWords: 'г, гг, год, года, году, годом',
  },
  uk: {
    months: 'січні, березні, квітні, травні, червні, липні, серпні, вересні, жовтні, листопаді, грудні',
    weekdays:
      "середу, п'ятницу, суботу, неділю, понеділка, вівторка, середи, четверга, п'ятниці, суботи, неділі",
    doubtful: 'лютий, лютого, лютому',
    yearWords: 'р, рр, рік, року, році',
  },
  bg: { yearWords: 'г, година', before: 'през, от, до' },
  pl: {
    months:
      'styczniu, lutym, marcu, kwietniu, maju, czerwcu, lipcu, sierpniu, wrześniu, październiku, listopadzie, grudniu',
    weekdays: 'środę, sobotę, niedzielę, poniedziałku, wtorku, środy, czwartku, piątku, soboty, niedzieli',
    doubtful: 'lutym, luty',
    yearWords: 'r, rok, roku',
    before: 'w, od, do, roku',
  },
  cs: {
    months: 'lednu, únoru, březnu, dubnu, květnu, červnu, červenci, srpnu, říjnu, listopadu, prosinci',
    weekdays: 'středu, sobotu, neděli',
    before: 'v, od, do, roku, roce',
  },
  el: { before: 'το, του, από' },
  he: { before: 'בשנת, משנת, שנת' },
};

/** The tables by language (BCP 47 primary subtag). */
export const DATE_TABLES: ReadonlyMap<string, DateTable> = new Map(Object.entries(TABLES));

/** Further places whose names for months differ: Levantine Arabic, Austrian German, Serbian in Latin letters. */
export const FURTHER_LOCALES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    ar: ['ar-LB'],
    de: ['de-AT'],
    fa: ['fa-AF'],
    pt: ['pt-PT'],
    sr: ['sr-Latn'],
  }),
);

/** Where short names of months and days (`Oct 21`) are no other words. */
export const SHORT_NAMES: ReadonlySet<string> = new Set(['en', 'id', 'ms', 'de']);
/** Where the month may stand before the day. */
export const MONTH_FIRST: ReadonlySet<string> = new Set(['en', 'tl', 'hu', 'ps']);
/** Where endings are joined to names of months and days (`maaliskuussa`). */
export const JOINS_ENDINGS: ReadonlySet<string> = new Set(['fi', 'hu', 'kk', 'ky', 'uz', 'az', 'tr']);
/** What is joined to the front of months and days: in, to, from. */
export const PREFIXES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({ he: ['ב', 'ל', 'מ'] }),
);
