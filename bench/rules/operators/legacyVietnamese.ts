import { changed, type SentenceOperator } from '../damage.ts';
import { isLower, words } from '../words.ts';
import { bare, inTable, viqr, vni } from './vietnameseCodes.ts';

const legacy = (
  name: string,
  write: (text: string) => string,
  more: Partial<SentenceOperator> = {},
): SentenceOperator => ({
  name,
  family: 'legacy Vietnamese',
  scope: 'sentence',
  languages: ['vi'],
  codes: ['encoding/legacy-vi'],
  ...more,
  apply: ({ text }) => changed(text, write(text)),
});

export const LEGACY_VIETNAMESE: readonly SentenceOperator[] = [
  legacy('vi_tcvn3', (text) => inTable(text, 'tcvn3'), { inTable: true }),
  legacy('vi_vni', vni, { inTable: true }),
  legacy('vi_viqr', viqr, { inTable: true }),
  legacy('vi_viscii', (text) => inTable(text, 'viscii')),
  legacy('vi_vps', (text) => inTable(text, 'vps')),
  {
    name: 'vi_nodiac',
    family: 'no diacritics',
    scope: 'sentence',
    languages: ['vi'],
    codes: ['vietnamese/no-diacritics', 'vietnamese/no-diacritics-part'],
    inTable: true,
    apply: ({ text }) => changed(text, bare(text)),
  },
  {
    // A run of words, about a third of the sentence.
    name: 'vi_nodiac_part',
    family: 'no diacritics',
    scope: 'sentence',
    languages: ['vi'],
    codes: ['vietnamese/no-diacritics-part', 'vietnamese/no-diacritics'],
    inTable: true,
    apply: ({ text }, random) => {
      const all = words(text);
      const length = Math.max(3, Math.round(0.3 * all.length));
      const first = random.below(Math.max(1, all.length - length + 1));
      const run = all.slice(first, first + length);
      const [from, to] = [run[0]?.start, run.at(-1)?.end];
      // Names are written without accents often enough: at least three other words must lose theirs.
      const lost = run.filter((w) => isLower(w.text) && bare(w.text) !== w.text).length;
      if (from === undefined || to === undefined || run.length < 3 || lost < 3) return undefined;
      return changed(text, text.slice(0, from) + bare(text.slice(from, to)) + text.slice(to));
    },
  },
];
