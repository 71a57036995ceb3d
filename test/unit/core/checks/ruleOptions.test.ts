import { expect, test } from 'vitest';
import { CATALOGUE } from '../../../../server/src/core/checks/catalogue.ts';
import { findingsOf } from '../../../support/examples.ts';
import { ruleContext } from '../../../support/ruleContext.ts';

/** What each option of each rule changes: text, findings without it, options, findings with them. */
const CASES: readonly (readonly [string, string, string, readonly string[], object, readonly string[]])[] = [
  [
    'fused/case',
    'en',
    'Read tempoPlus and withHelen.',
    ['tempoPlus', 'withHelen'],
    { families: ['Tempo'] },
    ['withHelen'],
  ],
  ['markup/placeholder', 'id', 'Kata [[FOTO]] dia %s.', ['%s'], { more: ['[[FOTO]]'] }, ['[[FOTO]]', '%s']],
  ['markup/placeholder', 'en', 'He %s said.', ['%s'], { more: ['%s'] }, ['%s']],
  [
    'name/near-miss',
    'en',
    'In old Girton and new Girton they met, not in Grton.',
    [],
    { leastLetters: 5 },
    ['Grton'],
  ],
  [
    'name/near-miss',
    'en',
    'Of Wolverhampton and in Wolverhampton they told of Wolverhamton.',
    ['Wolverhamton'],
    { leastCount: 3 },
    [],
  ],
  ['repeated/char', 'en', 'He wrote Nooo on it.', [], { least: 3 }, ['Nooo']],
  ['repeated/char', 'en', 'He wrote Nooooooo on it.', ['Nooooooo'], { least: 20 }, []],
  ['repeated/char', 'en', 'Rice ..... 5', [], { leastMarks: 4 }, ['.....']],
  ['repeated/char', 'en', 'Rice ............... 5 aaaa', ['...............'], { leastMarks: 20 }, []],
  [
    'repeated/word',
    'id',
    'Ada di di sini dan ke ke sana.',
    ['di di', 'ke ke'],
    { allowed: ['DI'] },
    ['ke ke'],
  ],
];

test.each(CASES)('%s (%s) in %j', (code, language, text, without, options, found) => {
  const rule = CATALOGUE.find((r) => r.code === code);
  expect(rule?.options?.map((o) => o.name)).toEqual(expect.arrayContaining(Object.keys(options)));
  const marked = (set: object) =>
    rule
      ? findingsOf(rule, text, ruleContext(language), { ...set }).map((f) => text.slice(f.start, f.end))
      : [];
  expect(marked({})).toEqual(without);
  expect(marked(options)).toEqual(found);
});
