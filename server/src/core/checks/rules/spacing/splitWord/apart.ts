const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));
const NONE: ReadonlySet<string> = new Set();

/** What a language writes apart though it may also stand in one piece, or that is no piece of a word. */
export interface Apart {
  /** Before a word that is known: prefixes that people write apart, and letters that stand for themselves. */
  readonly first: ReadonlySet<string>;
  /** After a word that is known: particles and possessives. */
  readonly last: ReadonlySet<string>;
  /** Words of one letter. */
  readonly letters: ReadonlySet<string>;
  /** What the lists have for common, though it mostly is a piece of a word in them. */
  readonly pieces: ReadonlySet<string>;
  /** What stands after a number. */
  readonly units: ReadonlySet<string>;
}

const UNITS = words('m km cm mm kg g mg t l ml ha h s k x p c f v w kw rp am pm th st nd rd');

const APART: ReadonlyMap<string, Apart> = new Map([
  [
    'id',
    {
      first: words(
        'antar pasca pra non anti multi super mikro makro mini maxi semi sub tele ultra trans inter intra ekstra kontra pro eks neo poli maha serba tuna swa nir ala per di ke se e',
      ),
      last: words('nya lah kah pun ku mu'),
      letters: words('a e i o'),
      units: UNITS,
      pieces: words('hwa ng gan'),
    },
  ],
  [
    'vi',
    {
      first: NONE,
      last: NONE,
      letters: words('a à á ả ạ e è é ê ì í o ò ó ồ ổ ô ơ ờ ở u ù ú ừ ư ứ y ỳ ý ỷ ỵ ỉ ị i x'),
      units: UNITS,
      pieces: words('gi nghi ngo khuy'),
    },
  ],
  [
    'en',
    {
      first: words(
        'non anti pre post co re semi mid multi pro ex self super sub inter mini micro mega ultra vice over under un bi tri de e x t u v b c d g k w',
      ),
      last: words('like wide fold'),
      letters: words('a i o'),
      units: UNITS,
      pieces: NONE,
    },
  ],
]);

/** The exceptions of a language; undefined for languages in which split words are not looked for. */
export function apartIn(language: string): Apart | undefined {
  return APART.get(language);
}
