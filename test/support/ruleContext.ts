import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RuleContext } from '../../server/src/core/checks/rule.ts';
import { type CommonWords, readCommonWords } from '../../server/src/core/text/commonWords.ts';

const DATA = join(import.meta.dirname, '../../dist/data/common-words.txt');

/** A few words of three languages, for where the data file has not been built. */
const FEW: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [
    'en',
    new Set(
      'the a of and to in is was for on that with as by at he she it they we you but or this his'.split(' '),
    ),
  ],
  [
    'id',
    new Set(
      'yang dan di ke dari itu ini untuk dengan pada adalah tidak akan telah para bagi oleh juga'.split(' '),
    ),
  ],
  [
    'vi',
    new Set('và của là các có được cho trong với không này đã một những người ở đến khi về như'.split(' ')),
  ],
]);

const few: CommonWords = {
  has: (language, word) => FEW.get(language)?.has(word.normalize('NFC').toLowerCase()) === true,
  of: (language) => FEW.get(language),
};

/** What a rule may know, for tests: a language, common words, and a dictionary of the words given. */
export function ruleContext(language: string, accepted: readonly string[] = []): RuleContext {
  const words = new Set(accepted.map((word) => word.toLowerCase()));
  return {
    language,
    commonWords: existsSync(DATA) ? readCommonWords(readFileSync(DATA)) : few,
    identifier: undefined,
    accepts: (word) => words.has(word.toLowerCase()),
  };
}
