/** A prefix by its name in the grammar (`me` for mem-, men- …), and what may stand behind it. */
export interface Prefixed {
  readonly prefix: string;
  readonly rest: string;
}

/** Which prefix may stand right inside which: `me` + `per`, `di` + `ber`, `ke` + `ter` … */
const INSIDE: Readonly<Record<string, string>> = {
  me: 'per ber ke se',
  di: 'per ber ke se',
  ku: 'per ber',
  ter: 'per ke se',
  ber: 'ke pe per se',
  ke: 'ber ter pe per se',
  pe: 'ber per',
  se: 'ke pe per ber ter',
  // Bound forms stand before whole words.
  bound: 'per ber ke pe ter se',
};
const VOWELS = 'aeiou';
/**
 * Forms that are bound to the word behind them, as the spelling rules (EYD) write them: together. Left out are those
 * that begin many other words too (`re`, `de`, `bi`, `ko`).
 */
const BOUND = [
  'antar',
  'anti',
  'pasca',
  'pra',
  'non',
  'multi',
  'semi',
  'sub',
  'super',
  'supra',
  'mikro',
  'makro',
  'kontra',
  'ultra',
  'inter',
  'intra',
  'ekstra',
  'infra',
  'mega',
  'mini',
  'tele',
  'trans',
  'neo',
  'pro',
  'eks',
  'bio',
  'geo',
  'swa',
  'tuna',
  'adi',
  'dwi',
  'tri',
  'catur',
  'panca',
  'dasa',
  'nir',
  'purna',
  'maha',
  'manca',
  'serba',
  'kilo',
  'mili',
  'mono',
  'poli',
  'proto',
  'psiko',
  'sosio',
  'hidro',
  'agro',
  'oto',
  'auto',
  'foto',
  'video',
  'dis',
  'wira',
  'hiper',
  'hipo',
  'elektro',
  'radio',
  'termo',
  'aero',
  'giga',
  'nano',
  'retro',
];
/** Words that a bound form stands before are no shorter. */
const SHORTEST_BOUND = 4;

/**
 * What may stand behind the first prefix of a stem, with the sound that a nasal swallowed given back (`menulis` →
 * `tulis`, `memukul` → `pukul`). `suffix` is what was taken off the end: `ke-` as a prefix wants `-an` there, or a
 * verb around it. `outer` is the prefix taken off before, or empty.
 */
export function prefixed(stem: string, suffix: string, outer: string): Prefixed[] {
  const found: Prefixed[] = [];
  const allowed = outer === '' ? undefined : INSIDE[outer];
  const add = (prefix: string, rest: string): void => {
    if (rest.length >= 3 && (allowed === undefined || allowed.split(' ').includes(prefix)))
      found.push({ prefix, rest });
  };
  switch (stem[0]) {
    case 'm':
      if (stem.startsWith('me')) nasal(stem.slice(2), 'me', add);
      break;
    case 'p':
      if (stem.startsWith('per')) add('per', stem.slice(3));
      if (stem.startsWith('pel')) add('pe', stem.slice(3));
      if (stem.startsWith('pe')) {
        nasal(stem.slice(2), 'pe', add);
        add('pe', stem.slice(2));
      }
      break;
    case 'd':
      if (stem.startsWith('di')) add('di', stem.slice(2));
      break;
    case 'b':
      if (stem.startsWith('ber')) {
        add('ber', stem.slice(3));
        // `be-` before r, and where the first syllable ends in -er: `beroda`, `bekerja`.
        add('ber', stem.slice(2));
      } else if (stem.startsWith('be') && stem.slice(3, 5) === 'er') add('ber', stem.slice(2));
      if (stem.startsWith('bel')) add('ber', stem.slice(3));
      break;
    case 't':
      if (stem.startsWith('ter')) {
        add('ter', stem.slice(3));
        add('ter', stem.slice(2));
      } else if (stem.startsWith('te') && stem.slice(3, 5) === 'er') add('ter', stem.slice(2));
      break;
    case 'k':
      if (stem.startsWith('ketidak') && suffix === 'an') add('ke', stem.slice(7));
      if (stem.startsWith('ke') && (suffix === 'an' || (outer !== '' && suffix !== '')))
        add('ke', stem.slice(2));
      if (stem.startsWith('ku')) add('ku', stem.slice(2));
      if (stem.startsWith('kau')) add('ku', stem.slice(3));
      break;
    case 's':
      if (stem.startsWith('se')) add('se', stem.slice(2));
      break;
  }
  if (outer === '') {
    for (const bound of BOUND)
      if (stem.length >= bound.length + SHORTEST_BOUND && stem.startsWith(bound))
        found.push({ prefix: 'bound', rest: stem.slice(bound.length) });
  }
  return found;
}

/** The stems behind a nasal prefix (me-, pe-), `rest` being what stands behind its e. */
function nasal(rest: string, prefix: string, add: (prefix: string, rest: string) => void): void {
  const first = rest[0] ?? '';
  const second = rest[1] ?? '';
  if ('lmnrwy'.includes(first)) add(prefix, rest);
  if (first === 'm') {
    const stem = rest.slice(1);
    if (VOWELS.includes(second)) add(prefix, `p${stem}`);
    else if ('bpfv'.includes(second)) add(prefix, stem);
  }
  if (first !== 'n') return;
  if (second === 'g') {
    const stem = rest.slice(2);
    const third = stem[0] ?? '';
    if (VOWELS.includes(third)) {
      add(prefix, stem);
      add(prefix, `k${stem}`);
      // Roots of one syllable take menge-: `mengecek`, `pengeboman`.
      if (third === 'e') add(prefix, stem.slice(1));
    } else if ('ghkqx'.includes(third)) add(prefix, stem);
    return;
  }
  if (second === 'y') {
    add(prefix, `s${rest.slice(2)}`);
    return;
  }
  const stem = rest.slice(1);
  if (VOWELS.includes(second)) add(prefix, `t${stem}`);
  // t and s stay in clusters and in loan words: `mentransfer`, `menstabilkan`, `mensosialisasikan`.
  else if ('dcjztsy'.includes(second)) add(prefix, stem);
}
