import type { LanguageWords } from '../../../../text/lexicon/lexicon.ts';
import { hasVietnameseMark, isSyllable, parseSyllable } from '../../../../text/vietnamese/syllable.ts';

/** The longest syllable has seven letters; three of them are the most that are looked for. */
const LONGEST_SYLLABLE = 7;
const LONGEST = 3 * LONGEST_SYLLABLE;
const SHORTEST = 3;
/** Syllables that a borrowed word may have too must be so common. */
const COMMON = 3;
/** The syllables of one letter that are words. */
const ONE_LETTER: ReadonlySet<string> = new Set(['ở', 'ý', 'y', 'à', 'ô']);
/** Letters that no other language of Latin letters has, or few. */
const OWN_LETTERS = /[ăđĩũơư\u1ea0-\u1ef9]/;

/**
 * Borrowed words that are written in one piece, of syllables that are common by themselves; those with a tone that
 * borrowed words seldom have, and those of syllables that Vietnamese text seldom has, need not be here.
 */
const BORROWED: ReadonlySet<string> = new Set(
  `ôtô môtô bêtông đôla rôbốt lôgô càphê cafê sôcôla xàphòng xìgà ximăng ápphích bilan bôlinh cacao cađô canô cara casê catalô cátxê côngtennơ cốtlết cờlê đăngten đêxiben
  đinamô đivăng đômiô gara gasô gôm hêli hyđrô iốt karatê kilô kilômét lavabô lítôi loga mêtan milimét môđen môtơ nilông ôliu ôxi ôxít ôxy ơrô pađan páctê pêđan phôtô phôtôcopy
  pianô pijama pinhông piston pômat pôpơlin prôtêin pyjama rađa rađiô rôti rumba salông săngđá săm sêri sơmi têlê tôlê tômát tuốcbin tuýp xăngđan xenlulô xêrum xìcăngđan
  xíchlô xinê xirô xôda xúcxích xườngxám viđêô virút vitamin vôn vônfam yoga áxít axít axêtilen apatít bazơ canxi cácbon cácbonat clo crôm đêtôn nitơ natri nitrát pêrôxít silíc vắcxin văcxin vácxin xalông ghita búpbê cátsét cạctông cáctông ápxe băngrôn áptômát míttinh mítting xăngtimét ắcquy bíttết cùlao
  tàvẹt cốppha cốtpha xàbông xàbần lắcquy bùlon bulông mùixoa mùsoa mùtạt càrem càvạt cồlê pôngsô ốpla ốplếp sốtvang vécni sơmirơmoóc`.split(
    /\s+/,
  ),
);

/**
 * The syllables that a word (small letters, NFC) may be a row of, two or three, the likeliest row first; none where it
 * is a syllable, or may be a borrowed or foreign word.
 */
export function fusedSyllables(word: string, words: LanguageWords | undefined): (readonly string[])[] {
  if (word.length < SHORTEST || word.length > LONGEST || isSyllable(word) || BORROWED.has(word)) return [];
  return [...splits(word, 3)]
    .map((parts) => ({ parts, score: worth(parts, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ parts }) => parts);
}

function* splits(word: string, most: number): Generator<readonly string[]> {
  for (let at = 1; at < word.length && at <= LONGEST_SYLLABLE; at++) {
    const first = word.slice(0, at);
    if (!isSyllable(first)) continue;
    const rest = word.slice(at);
    if (isSyllable(rest)) yield [first, rest];
    if (most > 2) for (const more of splits(rest, most - 1)) yield [first, ...more];
  }
}

/** 0 where it may be a borrowed or foreign word; else the more the commoner the syllables are and the fewer. */
function worth(split: readonly string[], words: LanguageWords | undefined): number {
  let score = 1;
  let least = 5;
  let letters = 0;
  let isToned = false;
  for (const syllable of split) {
    const commonness = words?.commonness(syllable) ?? 1;
    if (commonness === 0 || (syllable.length === 1 && !ONE_LETTER.has(syllable))) return 0;
    score *= commonness / 5;
    least = Math.min(least, commonness);
    letters += syllable.length;
    if (hasTone(syllable)) isToned = true;
  }
  const word = split.join('');
  const isCommon = least >= COMMON;
  if (!hasVietnameseMark(word) && (!isCommon || letters < (least > COMMON ? 5 : 6))) return 0;
  // Other languages write é, à and ô too; borrowed words have no tones but on stops.
  if ((!OWN_LETTERS.test(word) || !isToned) && !isCommon) return 0;
  return score / split.length;
}

/** A tone that borrowed words seldom have: any but the level one, and the rising one before a final stop. */
function hasTone(word: string): boolean {
  const syllable = parseSyllable(word);
  if (syllable === undefined || syllable.tone === 'level') return false;
  return syllable.tone !== 'rising' || !/[cpt]h?$/.test(syllable.rime);
}
