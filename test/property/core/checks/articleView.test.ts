import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ArticleView } from '../../../../server/src/core/checks/articleView.ts';
import { CATALOGUE } from '../../../../server/src/core/checks/catalogue.ts';
import { checkArticle, ruleSet } from '../../../../server/src/core/checks/check.ts';
import type { Finding } from '../../../../server/src/core/checks/finding.ts';
import { finish } from '../../../../server/src/core/steps.ts';
import { ParagraphCache, splitArticle } from '../../../../server/src/core/text/article.ts';
import { ruleContext } from '../../../support/ruleContext.ts';

const all = ruleSet(CATALOGUE, () => 'default', 'all');

/** Texts of true examples, and what rules look for in the whole article: words that stand elsewhere, lines that come twice. */
const EXAMPLES = CATALOGUE.flatMap((rule) =>
  rule.examples.bad.map(({ language, text }) => ({ language, text: text.replace(/\[\[|\]\]/g, '') })),
);
const PIECES = [
  '\n',
  '\n\n',
  ' ',
  'x',
  '“',
  '.',
  'the harbour',
  'Wolverhampton',
  ' Wolverhamton ',
  '\nRead also: Bridge opens\n',
  '\nComments\nPeter\n2 hours ago\n',
];

/** An edit as shares of the text: where it begins, how much it takes away, and what comes instead. */
const edit = (lines: readonly string[]) =>
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(200)),
    text: fc.oneof(fc.constant(''), fc.constantFrom(...PIECES), fc.constantFrom(...lines)),
    /** True where nothing is checked between this edit and the next one. */
    unchecked: fc.boolean(),
  });

/** Findings of a text that is split and checked as if it were new. */
function fromScratch(text: string, language: string): Finding[] {
  return finish(checkArticle(text, splitArticle(text, new ParagraphCache()), all, ruleContext(language)));
}

test.each(['id', 'vi', 'en'])('after any edits the findings are those of the text: %s', (language) => {
  const context = ruleContext(language);
  const lines = EXAMPLES.filter((example) => example.language === language).flatMap(({ text }) =>
    text.split('\n'),
  );
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...lines), { minLength: 1, maxLength: 40 }),
      fc.array(edit(lines), { minLength: 1, maxLength: 6 }),
      (start, edits) => {
        const cache = new ParagraphCache();
        let text = start.join('\n');
        let view = new ArticleView(text, splitArticle(text, cache));
        finish(checkArticle(text, view.paragraphs, all, context, view));
        for (const { at, length, text: added, unchecked } of edits) {
          const from = Math.floor(at * text.length);
          text = text.slice(0, from) + added + text.slice(from + length);
          view = new ArticleView(text, splitArticle(text, cache), view);
          if (unchecked) continue;
          const found = finish(checkArticle(text, view.paragraphs, all, context, view));
          expect(found).toEqual(fromScratch(text, language));
        }
      },
    ),
    { numRuns: 60 },
  );
});
