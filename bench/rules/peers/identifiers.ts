import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildData } from '../../../scripts/data/build-data.mjs';
import { confusableWith } from '../../../server/src/core/text/language/confusables.ts';
import { readEld } from '../../../server/src/core/text/language/eld.ts';
import { createFasttext } from '../../../server/src/core/text/language/fasttext.ts';

/** A language identifier that decides alone whether a sentence is foreign. */
export interface AloneDetector {
  readonly name: string;
  isForeign(text: string, own: string): boolean;
}

/** The lead of another language at which each was the best alone (bench/language/splice.mjs). */
const ELD_LEAD = 0.08;
const FASTTEXT_LOG_LEAD = 2;

/** The best score of the article's language and those that are confused with it, and of all others. */
function best(
  languages: readonly string[],
  scores: Float64Array,
  own: string,
): { mine: number; other: number } {
  const group = confusableWith(own);
  let [mine, other] = [0, 0];
  languages.forEach((language, i) => {
    const score = scores[i] ?? 0;
    if (group.has(language)) mine = Math.max(mine, score);
    else other = Math.max(other, score);
  });
  return { mine, other };
}

/** eld and fastText, each alone, with the models that the product ships. */
export async function aloneDetectors(): Promise<AloneDetector[]> {
  const folder = join(import.meta.dirname, '../../../.cache/language-data');
  await buildData(folder);
  const eld = readEld(readFileSync(join(folder, 'eld.bin')));
  const fasttext = createFasttext(readFileSync(join(folder, 'lid.176.ftz')));
  return [
    {
      name: 'eld alone',
      isForeign: (text, own) => {
        const scores = new Float64Array(eld.languages.length);
        eld.score(text, scores);
        const { mine, other } = best(eld.languages, scores, own);
        return other - mine >= ELD_LEAD;
      },
    },
    {
      name: 'fastText alone',
      isForeign: (text, own) => {
        const scores = new Float64Array(fasttext.languages.length);
        fasttext.score(text, scores);
        const { mine, other } = best(fasttext.languages, scores, own);
        return Math.log(other) - Math.log(mine) >= FASTTEXT_LOG_LEAD;
      },
    },
  ];
}
