import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildData } from '../../scripts/data/build-data.mjs';
import { noCorpusKnowledge } from '../../server/src/core/checks/corpusKnowledge.ts';
import type { RuleContext } from '../../server/src/core/checks/rule.ts';
import { readCommonWords } from '../../server/src/core/text/commonWords.ts';
import { createIdentifier } from '../../server/src/core/text/language/identifier.ts';
import { withLearned } from '../../server/src/core/text/lexicon/knownWords.ts';
import type { LanguageWords, Lexicon } from '../../server/src/core/text/lexicon/lexicon.ts';
import { TableWords } from '../../server/src/core/text/lexicon/tableWords.ts';
import { readWordTable } from '../../server/src/core/text/lexicon/wordTable.ts';

const DATA = join(import.meta.dirname, '../../.cache/language-data');
// Made once from the packages; as the build does it.
await buildData(DATA);
const read = (name: string) => new Uint8Array(readFileSync(join(DATA, name)));
const commonWords = readCommonWords(read('common-words.txt'));
const identifier = createIdentifier({ eld: read('eld.bin'), fasttext: read('lid.176.ftz') });
const loaded = new Map<string, LanguageWords | undefined>();

function wordsOf(language: string): LanguageWords | undefined {
  if (loaded.has(language)) return loaded.get(language);
  const name = `words/${language}.bin`;
  const table = existsSync(join(DATA, name)) ? readWordTable(read(name)) : undefined;
  const words = table && new TableWords(language, table);
  loaded.set(language, words);
  return words;
}

/** The shipped word lists, each read when first asked for. */
export const shippedLexicon: Lexicon = { key: 'shipped', of: wordsOf };

/** What a rule may know, for tests: a language, common words, the identifier, and a dictionary of the words given. */
export function ruleContext(language: string, accepted: readonly string[] = []): RuleContext {
  const words = new Set(accepted.map((word) => word.toLowerCase()));
  const accepts = (word: string): boolean => words.has(word.toLowerCase());
  const corpus = noCorpusKnowledge;
  return {
    language,
    commonWords,
    lexicon: withLearned(shippedLexicon, { corpus, accepts, key: [...words].join(' ') }),
    corpus,
    identifier,
    accepts,
  };
}
