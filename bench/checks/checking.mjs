// What both benchmarks of the checks share: contexts with all language data, one check of a text, and its time.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATALOGUE } from '../../server/src/core/checks/catalogue.ts';
import { checkArticle, ruleSet } from '../../server/src/core/checks/check.ts';
import { finish } from '../../server/src/core/steps.ts';
import { ParagraphCache, splitArticle } from '../../server/src/core/text/article.ts';
import { articleLanguage } from '../../server/src/core/text/language/articleLanguage.ts';
import { createIdentifier } from '../../server/src/core/text/language/identifier.ts';
import { ruleContext } from '../../test/support/ruleContext.ts';

export const rules = CATALOGUE;
export const root = join(import.meta.dirname, '../..');
const data = (name) => new Uint8Array(readFileSync(join(root, '.cache/language-data', name)));

const made = new Map();
/** As the service makes it: with the identifier that skips plain sentences, and the word lists. */
export function contextOf(language) {
  const kept = made.get(language);
  if (kept) return kept;
  const context = ruleContext(language);
  const identifier =
    made.values().next().value?.identifier ??
    createIdentifier({ eld: data('eld.bin'), fasttext: data('lid.176.ftz') }, context.commonWords);
  made.set(language, { ...context, identifier });
  return contextOf(language);
}

/** The rules given, with their defaults. */
export const setOf = (some) => ruleSet(some, () => 'default', some.map((rule) => rule.code).join(' '));

/** A text split anew: nothing is kept from another run. */
export const prepare = (text) => ({ text, paragraphs: splitArticle(text, new ParagraphCache()) });

/** Checks what was prepared; `language` undefined: it is found out. How many findings there are. */
export function check({ text, paragraphs }, set, language) {
  const known = language ?? articleLanguage(paragraphs, contextOf('id').identifier, undefined).language;
  return finish(checkArticle(text, paragraphs, set, contextOf(known))).length;
}

/** Milliseconds of this process's time that some work takes. */
export function cpuTime(work) {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
