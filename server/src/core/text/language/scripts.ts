import { lazy } from '../../lazy.ts';

/** Scripts that tell languages apart, by the ranges of their letters in the basic plane. */
const RANGES: readonly (readonly [script: string, first: number, last: number])[] = [
  ['Latn', 0x0041, 0x024f],
  ['Grek', 0x0370, 0x03ff],
  ['Cyrl', 0x0400, 0x052f],
  ['Armn', 0x0530, 0x058f],
  ['Hebr', 0x0590, 0x05ff],
  ['Arab', 0x0600, 0x06ff],
  ['Deva', 0x0900, 0x097f],
  ['Beng', 0x0980, 0x09ff],
  ['Guru', 0x0a00, 0x0a7f],
  ['Gujr', 0x0a80, 0x0aff],
  ['Orya', 0x0b00, 0x0b7f],
  ['Taml', 0x0b80, 0x0bff],
  ['Telu', 0x0c00, 0x0c7f],
  ['Knda', 0x0c80, 0x0cff],
  ['Mlym', 0x0d00, 0x0d7f],
  ['Sinh', 0x0d80, 0x0dff],
  ['Thai', 0x0e00, 0x0e7f],
  ['Laoo', 0x0e80, 0x0eff],
  ['Tibt', 0x0f00, 0x0fff],
  ['Mymr', 0x1000, 0x109f],
  ['Geor', 0x10a0, 0x10ff],
  ['Hang', 0x1100, 0x11ff],
  ['Ethi', 0x1200, 0x139f],
  ['Khmr', 0x1780, 0x17ff],
  ['Mong', 0x1800, 0x18af],
  ['Latn', 0x1e00, 0x1eff],
  ['Grek', 0x1f00, 0x1fff],
  ['Kana', 0x3040, 0x30ff],
  ['Hani', 0x3400, 0x9fff],
  ['Hang', 0xac00, 0xd7a3],
  ['Hani', 0xf900, 0xfaff],
  ['Arab', 0xfb50, 0xfdff],
  ['Arab', 0xfe70, 0xfefc],
  ['Latn', 0xff21, 0xff5a],
];

/** Scripts of languages that do not use Latin letters alone; of those not named here nothing is known but Latin. */
const SCRIPTS: Readonly<Record<string, string>> = {
  am: 'Ethi',
  ar: 'Arab',
  arz: 'Arab',
  as: 'Beng',
  az: 'Latn Cyrl Arab',
  azb: 'Arab',
  be: 'Cyrl',
  bg: 'Cyrl',
  bn: 'Beng',
  bo: 'Tibt',
  bs: 'Latn Cyrl',
  ckb: 'Arab',
  dv: '',
  dz: 'Tibt',
  el: 'Grek',
  fa: 'Arab',
  gu: 'Gujr',
  he: 'Hebr',
  hi: 'Deva',
  hy: 'Armn',
  ja: 'Kana Hani',
  ka: 'Geor',
  kk: 'Cyrl Latn Arab',
  km: 'Khmr',
  kn: 'Knda',
  ko: 'Hang Hani',
  ku: 'Latn Arab',
  ky: 'Cyrl',
  lo: 'Laoo',
  mk: 'Cyrl',
  ml: 'Mlym',
  mn: 'Cyrl Mong',
  mr: 'Deva',
  my: 'Mymr',
  ne: 'Deva',
  or: 'Orya',
  pa: 'Guru Arab',
  ps: 'Arab',
  ru: 'Cyrl',
  sa: 'Deva',
  sd: 'Arab Deva',
  sh: 'Latn Cyrl',
  si: 'Sinh',
  sr: 'Cyrl Latn',
  ta: 'Taml',
  te: 'Telu',
  tg: 'Cyrl',
  th: 'Thai',
  ti: 'Ethi',
  tt: 'Cyrl Latn',
  ug: 'Arab',
  uk: 'Cyrl',
  ur: 'Arab',
  uz: 'Latn Cyrl',
  wuu: 'Hani',
  yi: 'Hebr',
  yue: 'Hani',
  zh: 'Hani',
};

/** Languages written in Latin letters only, of those that the detectors know well. */
const LATIN: ReadonlySet<string> = new Set(
  'af ca cs cy da de en eo es et eu fi fil fr ga gl hr hu id is it jv la lt lv ms mt nb nl nn no pl pt ro sk sl sq su sv sw tl tr vi yo zu'.split(
    ' ',
  ),
);

/** The script of a letter, by its UTF-16 unit; undefined for other characters and for scripts not in the table. */
function scriptOf(unit: number): string | undefined {
  if (unit < 0x41 || (unit > 0x5a && unit < 0x61) || (unit > 0x7a && unit < 0xc0)) return undefined;
  if (unit <= 0x24f) return unit === 0xd7 || unit === 0xf7 ? undefined : 'Latn';
  let low = 0;
  let high = RANGES.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const range = RANGES[middle];
    if (!range || unit < range[1]) high = middle;
    else if (unit > range[2]) low = middle + 1;
    else return range[0];
  }
  return undefined;
}

/** All scripts of the table; a letter's script is told by its place here. */
const NAMES: readonly string[] = [...new Set(RANGES.map(([script]) => script))];
/** Letters of no script of the table, and other characters. */
const NONE = NAMES.length;

/** By unit one more than the place of its script; 0 where nobody has asked yet. */
const places = lazy(() => new Uint8Array(0x10000));

function learn(table: Uint8Array, unit: number): number {
  const script = scriptOf(unit);
  const place = 1 + (script === undefined ? NONE : NAMES.indexOf(script));
  table[unit] = place;
  return place;
}

/** How many letters of each script a text has. */
export class ScriptCounts {
  /** Letters of all scripts. */
  readonly letters: number;
  private readonly counts: readonly number[];

  /** Only the first `limit` units are read. */
  constructor(text: string, limit = 1_000) {
    const counts = new Array<number>(NONE + 1).fill(0);
    const table = places();
    const end = Math.min(text.length, limit);
    for (let i = 0; i < end; i++) {
      const unit = text.charCodeAt(i);
      const place = (table[unit] || learn(table, unit)) - 1;
      counts[place] = (counts[place] ?? 0) + 1;
    }
    this.letters = end - (counts[NONE] ?? 0);
    this.counts = counts;
  }

  /** Letters of a script (ISO 15924; Hira is counted with Kana). */
  of(script: string): number {
    const place = NAMES.indexOf(script);
    return place < 0 ? 0 : (this.counts[place] ?? 0);
  }
}

/** The scripts that a language is written in (ISO 15924); undefined where that is not known. */
export function scriptsOf(language: string): readonly string[] | undefined {
  if (LATIN.has(language)) return ['Latn'];
  const scripts = Object.hasOwn(SCRIPTS, language) ? SCRIPTS[language] : undefined;
  return scripts ? scripts.split(' ') : undefined;
}
