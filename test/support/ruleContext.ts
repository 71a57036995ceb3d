import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildData } from '../../scripts/data/build-data.mjs';
import { noCorpusKnowledge } from '../../server/src/core/checks/corpusKnowledge.ts';
import type { RuleContext } from '../../server/src/core/checks/rule.ts';
import { readCommonWords } from '../../server/src/core/text/commonWords.ts';
import { createIdentifier } from '../../server/src/core/text/language/identifier.ts';
import { noLexicon } from '../../server/src/core/text/lexicon/lexicon.ts';

const DATA = join(import.meta.dirname, '../../.cache/language-data');
// Made once from the packages; as the build does it.
await buildData(DATA);
const read = (name: string) => new Uint8Array(readFileSync(join(DATA, name)));
const commonWords = readCommonWords(read('common-words.txt'));
const identifier = createIdentifier({ eld: read('eld.bin'), fasttext: read('lid.176.ftz') });

/** What a rule may know, for tests: a language, common words, the identifier, and a dictionary of the words given. */
export function ruleContext(language: string, accepted: readonly string[] = []): RuleContext {
  const words = new Set(accepted.map((word) => word.toLowerCase()));
  return {
    language,
    commonWords,
    lexicon: noLexicon,
    corpus: noCorpusKnowledge,
    identifier,
    accepts: (word) => words.has(word.toLowerCase()),
  };
}
