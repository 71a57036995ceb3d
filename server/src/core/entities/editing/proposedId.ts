import { withoutDiacritics } from '../fold.ts';

/** What the ids of a label's entities begin with, as the sample's do; other labels stand for themselves. */
const KINDS: ReadonlyMap<string, string> = new Map([
  ['PER', 'person'],
  ['ORG', 'org'],
  ['GPE', 'place'],
  ['LOC', 'place'],
  ['FAC', 'place'],
  ['NORP', 'people'],
  ['EVENT', 'event'],
]);
/** Longer ids are cut at a word: people read them. */
const LONGEST_SLUG = 60;
const NO_WORD = /[^\p{L}\p{M}\p{N}]+/gu;

/**
 * An id for a new entity, such as `org:serikat-nelayan-teluk`: the same for the same name and label, as long as it is
 * free; else with a number. Latin letters lose their diacritics; those of other scripts stay, since whoever reads the
 * name can read them.
 */
export function proposedId(name: string, label: string, isTaken: (id: string) => boolean): string {
  const kind = KINDS.get(label) ?? (slug(label) || 'entity');
  const base = `${kind}:${slug(name) || 'x'}`;
  if (!isTaken(base)) return base;
  for (let n = 2; ; n++) if (!isTaken(`${base}-${n}`)) return `${base}-${n}`;
}

function slug(text: string): string {
  const latin = withoutDiacritics(text.normalize('NFKC')).replace(/['’ʼ]/g, '');
  // Signs of scripts in which they are vowels went with the diacritics: there the name itself is taken.
  const letters = /[^\u0000-\u024f\u1e00-\u1eff\s\p{P}\p{S}]/u.test(latin) ? text.normalize('NFKC') : latin;
  const whole = letters.toLowerCase().replace(NO_WORD, '-').replace(/^-|-$/g, '');
  if (whole.length <= LONGEST_SLUG) return whole;
  const cut = whole
    .slice(0, LONGEST_SLUG)
    .toWellFormed()
    .replace(/\ufffd$/, '');
  const hyphen = cut.lastIndexOf('-');
  return hyphen > 0 ? cut.slice(0, hyphen) : cut;
}
