import { NO_WORD } from '../../../../text/lexicon/wordBook.ts';
import type { Token } from '../../../../text/tokens.ts';
import { GUESTS } from './functionWords.ts';
import { type Judgements, SIGNS } from './hosts.ts';

/** With fewer foreign words, what has capitals is a name or a title. */
export const LONG_TITLE = 5;

const ALL = (1 << GUESTS.length) - 1;

/**
 * The guests, a bit each in their order, of which a text can have a run that is worth a look: two foreign words in small
 * letters with no mark and no native word between them, or a function word among the capitals of a long title. One walk
 * for all guests, which ends at nothing in most texts.
 */
export function guestsToLookFor(tokens: readonly Token[], { numbers, signs }: Judgements): number {
  let likely = 0;
  let foreignBefore = 0;
  let functions = 0;
  let words = 0;
  for (let i = 0; i < numbers.length; i++) {
    const number = numbers[i] ?? NO_WORD;
    const token = tokens[i];
    if (number === NO_WORD) {
      if (token?.text === '-') continue;
      foreignBefore = functions = words = 0;
      continue;
    }
    const bits = signs.of(number, token);
    const foreign = (bits >> SIGNS.foreign) & ALL;
    likely |= foreign & foreignBefore;
    foreignBefore = (foreignBefore | foreign) & ~(bits >> SIGNS.native);
    functions |= (bits >> SIGNS.function) & ALL;
    if (foreign !== 0 || (bits & CAPITAL) !== 0) words++;
    if (words >= LONG_TITLE) likely |= functions;
  }
  return likely;
}

const CAPITAL = 1 << SIGNS.capital;
