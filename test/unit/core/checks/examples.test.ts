import { describe, expect, test } from 'vitest';
import { CATALOGUE } from '../../../../server/src/core/checks/catalogue.ts';
import { findingsOf, fixed, unmarked } from '../../../support/examples.ts';
import { ruleContext } from '../../../support/ruleContext.ts';

describe.each(CATALOGUE.map((rule) => [rule.code, rule] as const))('%s', (_, rule) => {
  test('has examples of both kinds', () => {
    expect(rule.examples.bad.length).toBeGreaterThan(0);
    expect(rule.examples.good.length).toBeGreaterThan(0);
    for (const { text } of rule.examples.bad) expect(text).toMatch(/\[\[/);
    for (const { text } of rule.examples.good) expect(text).not.toMatch(/\[\[/);
  });

  test.each(rule.examples.bad.map((example) => [example.text, example] as const))(
    'marks %j',
    (_, example) => {
      const { text, ranges } = unmarked(example.text);
      const findings = findingsOf(rule, text, ruleContext(example.language));
      const show = (r: { start: number; end: number }) =>
        `${r.start}-${r.end} ${JSON.stringify(text.slice(r.start, r.end))}`;
      expect(findings.map(show)).toEqual(ranges.map(show));
      if (example.fixed !== undefined) expect(fixed(text, findings)).toBe(example.fixed);
      for (const finding of findings) {
        expect(finding.message.template).not.toBe('');
        expect(finding.why.template).not.toBe('');
      }
    },
  );

  test.each(rule.examples.good.map((example) => [example.text, example] as const))(
    'passes over %j',
    (_, example) => {
      const findings = findingsOf(rule, example.text, ruleContext(example.language));
      expect(findings.map((f) => example.text.slice(f.start, f.end))).toEqual([]);
    },
  );
});
