/**
 * Names that are also words of some language, folded: they match only in articles of a language that uses the name,
 * and exactly in its letter case. Names of three letters or fewer need not stand here.
 */
export const ORDINARY_NAMES: ReadonlySet<string> = new Set(
  [
    // English: turkey the bird, chad of a ballot, a jersey, a guinea, china of a cup; Jordan and Georgia are people too.
    'turkey chad jordan jersey guinea georgia china grenada times state post',
    // German Island and Polen, Croatian mali, French Inde, Swedish Kina, Malay mana, Esperanto-like small words.
    'island polen mali peru inde chine kina benin togo lima mana palau cina',
    // Vietnamese syllables that make up many words and personal names.
    'pháp thái nhật trung',
    // French and Turkish words for a country that are the word for its people elsewhere; Indonesian Amerika the continent.
    'argentine japon amerika',
  ]
    .join(' ')
    .split(' ')
    // Saints and churches bear these far oftener than the island does.
    .concat('st. martin', 'saint martin', 'st martin'),
);
