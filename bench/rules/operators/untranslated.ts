import { type Damaged, replaced, type SentenceOperator } from '../damage.ts';
import type { Random } from '../random.ts';
import { isLower, type Word, wordRun } from '../words.ts';

/** What is left over in a text: mostly English; in English, what it was translated from. */
const GUESTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['id', ['en']],
  ['vi', ['en']],
  ['en', ['id', 'vi']],
]);

/** Two to four common words of the same sentence in the other language, put for as many of its own. */
function leftOver(text: string, foreign: string, random: Random): Damaged | undefined {
  const length = 2 + random.below(3);
  const lower = (w: Word) => isLower(w.text);
  const guest = wordRun(foreign, length, random, lower);
  const own = wordRun(text, length, random, lower);
  return guest && own && replaced(text, own.start, own.end, guest.text);
}

export const UNTRANSLATED: readonly SentenceOperator[] = [
  {
    name: 'untranslated',
    family: 'untranslated',
    scope: 'sentence',
    codes: ['untranslated/phrase'],
    inTable: true,
    apply: ({ text, language, translation }, random) => {
      const foreign = translation(random.pick(GUESTS.get(language) ?? []) ?? '');
      return foreign === undefined ? undefined : leftOver(text, foreign, random);
    },
  },
  {
    name: 'untranslated_sent',
    family: 'untranslated',
    scope: 'sentence',
    codes: ['untranslated/sentence'],
    inTable: true,
    apply: ({ text, language, translation }, random) => {
      const foreign = translation(random.pick(GUESTS.get(language) ?? []) ?? '');
      // Shorter sentences are names and exclamations in any language.
      if (foreign === undefined || foreign === text || foreign.split(' ').length < 5) return undefined;
      return { text: foreign, start: 0, end: foreign.length };
    },
  },
  {
    // A common noun that was taken for a name: capitalised English behind a word of the text.
    name: 'untranslated_name',
    family: 'untranslated',
    scope: 'sentence',
    languages: ['id'],
    codes: ['untranslated/name'],
    quiet: true,
    apply: ({ text }, random) => {
      const nouns = [
        'Person',
        'Nationals',
        'Secretary',
        'Office',
        'Meeting',
        'Council',
        'Spokesman',
        'Report',
      ];
      const own = random.pick(
        Array.from(
          text.matchAll(
            /(?<=\b(?:sekretaris|warga|ketua|menteri|kantor|juru bicara|anggota|laporan|para) )\p{L}+/giu,
          ),
        ),
      );
      return own && replaced(text, own.index, own.index + own[0].length, random.pick(nouns) ?? '');
    },
  },
];
