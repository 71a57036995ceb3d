import type { CommonWords } from '../../../text/commonWords.ts';
import { countScripts, scriptsOf } from '../../../text/language/scripts.ts';

/**
 * Share of the words of a sentence that must be among the language's commonest. Measured on professional news: 87–95
 * of 100 sentences in Indonesian, Vietnamese, English and German have it, of those in other languages under 1.
 */
const SHARE = 0.2;
/** Between Spanish, Portuguese, Galician and Catalan, which share a third of their commonest words. */
const SHARE_OF_IBERIAN = 0.45;
const IBERIAN: ReadonlySet<string> = new Set(['es', 'pt', 'gl', 'ca']);
/** Of the letters, where one language in print writes with the script. */
const SHARE_OF_SCRIPT = 0.8;
const OWN_SCRIPT: ReadonlySet<string> = new Set(
  'th lo km my ko ka hy el he am ta te kn ml gu or si bo'.split(' '),
);
/** Without accents, `a`, `de`, `di` and their like are words of half the languages of Europe. */
const COUNTS = /[^\0-\x7f]|.../;

/**
 * True where a sentence is plainly in a language (BCP 47 primary subtag), so that no detector need be asked: a fifth
 * of its words are common words of the language that others do not have, or it is in a script of its own. False says
 * nothing.
 */
export function isPlainlyIn(
  language: string,
  sentence: string,
  words: readonly string[],
  commonWords: CommonWords,
): boolean {
  if (OWN_SCRIPT.has(language)) return isInOwnScript(language, sentence);
  const common = commonWords.of(language);
  if (common === undefined) return false;
  const needed = words.length * (IBERIAN.has(language) ? SHARE_OF_IBERIAN : SHARE);
  let found = 0;
  for (const word of words)
    if (common.has(word.toLowerCase()) && COUNTS.test(word) && ++found >= needed) return true;
  return false;
}

function isInOwnScript(language: string, sentence: string): boolean {
  const { letters, byScript } = countScripts(sentence);
  const own = (scriptsOf(language) ?? []).reduce((sum, script) => sum + (byScript.get(script) ?? 0), 0);
  return own >= letters * SHARE_OF_SCRIPT;
}
