import type { Checker } from './checker.ts';
import { alarmsIn } from './clean.ts';
import { hashOf, type Judgements } from './judgements.ts';
import type { Texts } from './texts.ts';

/**
 * The alarms that nobody has judged, as JSON Lines on the standard output: add `verdict` (and `by`) to each and give
 * the file back with `--verdicts`. The sentences are for the eye only; they are not kept.
 */
export async function listUnjudged(
  texts: Texts,
  checker: Checker,
  judgements: Judgements,
  languages: readonly string[],
): Promise<void> {
  for (const language of languages) {
    for (const { sentence, finding, marked } of await alarmsIn(texts, language, checker)) {
      const { rule, severity } = finding;
      if (judgements.of(sentence, language, rule) !== undefined) continue;
      const entry = { hash: hashOf(sentence), language, rule, severity, marked, sentence, verdict: null };
      console.log(JSON.stringify(entry));
    }
  }
}
