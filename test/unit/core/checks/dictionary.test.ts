import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../../server/src/core/checks/catalogue.ts';
import { findingsOf, unmarked } from '../../../support/examples.ts';
import { ruleContext } from '../../../support/ruleContext.ts';

describe('rules that heed the dictionary', () => {
  const heeding = CATALOGUE.filter((rule) => rule.heedsDictionary);

  it.each(heeding.map((rule) => [rule.code, rule] as const))(
    '%s passes over accepted words',
    (_code, rule) => {
      const words = rule.examples.bad.flatMap(({ language, text }) => {
        const plain = unmarked(text);
        return plain.ranges.map((range) => ({
          language,
          ...plain,
          word: plain.text.slice(range.start, range.end),
        }));
      });
      const single = words.filter(({ word }) => !/\s/.test(word));
      expect(single.length).toBeGreaterThan(0);
      for (const { language, text, word } of single) {
        const context = { ...ruleContext(language), accepts: (w: string) => w === word };
        const found = findingsOf(rule, text, context).map((f) => text.slice(f.start, f.end));
        expect(found).not.toContain(word);
      }
    },
  );

  it('are there', () => {
    expect(heeding.map((rule) => rule.code)).toContain('fused/case');
  });
});
