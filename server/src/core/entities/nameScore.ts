import { comparable, countLetters, type NameForm } from './nameForm.ts';
import { startsSentence } from './neighbours.ts';
import { looksPersonal } from './personNames.ts';
import type { SearchedText } from './searchedText.ts';

/**
 * How sure it is that `start`–`end` (its tail included) is the form's name: 0 not at all, 1 a long name in its own
 * language and letter case. The steps between are judgement, not measurement: they order alternatives and let a
 * caller draw a line.
 */
export function nameScore(form: NameForm, at: SearchedText, start: number, end: number): number {
  const own = form.languages.includes(at.language) || form.languages.includes('und');
  if (form.strict && !own) return 0;
  const written = comparable(at.text.slice(start, end));
  const spelling = spellingScore(form, written, at);
  if (spelling === 0 || (form.strict && spelling < 1)) return 0;
  if (form.strict && form.abbreviation && at.letterCase() === 'upper' && at.language === 'en') return 0;
  if (looksPersonal(at, start, end, written)) return 0;
  let score = spelling * (own ? 1 : form.languages.includes('en') ? 0.95 : 0.85);
  if (!own && form.abbreviation) score *= 0.85;
  if (form.plain) score *= 0.75;
  if ((form.strict && !form.abbreviation) || (!own && countLetters(written) <= 6)) {
    if (startsSentence(at.text, start)) score *= 0.7;
  }
  return score;
}

/** 1 for the form's own letter case, 0.9 for a title's or a headline's, 0 where the capitals rule it out. */
function spellingScore(form: NameForm, written: string, at: SearchedText): number {
  if (written === form.text) return 1;
  if (form.abbreviation) return 0;
  const first = form.text.charAt(0);
  const needsCapital = first !== first.toLowerCase();
  const has = written.charAt(0);
  if (needsCapital && has === has.toLowerCase()) return 0;
  if (written === written.toUpperCase()) return countLetters(written) >= 4 ? 0.9 : 0;
  if (!needsCapital && written.slice(1) === form.text.slice(1))
    return at.letterCase() === 'sentence' ? 0.95 : 0.9;
  return 0.9;
}
