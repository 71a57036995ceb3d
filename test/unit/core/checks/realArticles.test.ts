import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CATALOGUE } from '../../../../server/src/core/checks/catalogue.ts';
import { TextOffsets } from '../../../../server/src/core/text/offsets.ts';
import { overlaps } from '../../../../server/src/core/text/range.ts';
import { findingsOf } from '../../../support/examples.ts';
import { ruleContext } from '../../../support/ruleContext.ts';
import { sharedPath } from '../../../support/shared.ts';

/*
 * Two articles of a real corpus in which people marked what is wrong. The articles are not part of the project: the
 * tests look for them beside it, and are skipped where they are not.
 */

interface Issue {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kinds: readonly string[];
  readonly severity: string;
  /** True for damage that shows in the text itself. */
  readonly reachable: boolean;
}

interface GoldDocument {
  readonly file: string;
  readonly language: string;
  readonly issues: readonly Issue[];
}

const gold = sharedPath('gold/gold.json');
const seeds = sharedPath('seeds');
const documents: GoldDocument[] = gold && seeds ? JSON.parse(readFileSync(gold, 'utf8')).documents : [];

/** The kinds of damage that one rule must find there wherever it shows; all that is definite, some rule must. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  'spacing/hyphen': ['stray-spacing'],
  'quote/spacing': ['broken-quote'],
  'fused/case': ['fused-words'],
};

describe.skipIf(documents.length === 0)(
  `articles that people marked${documents.length === 0 ? ' (skipped: no shared/gold above the project)' : ''}`,
  () => {
    test.each(documents.map((d) => [d.file, d] as const))('%s', (file, { language, issues }) => {
      const text = readFileSync(join(seeds ?? '', file), 'utf8');
      const offsets = new TextOffsets(text);
      const places = issues.map((issue) => ({
        ...issue,
        start: offsets.toUtf16(issue.start),
        end: offsets.toUtf16(issue.end),
      }));
      const context = ruleContext(language);
      const found = CATALOGUE.flatMap((rule) => findingsOf(rule, text, context));
      const outside = found
        .filter((f) => f.severity === 'error' || f.severity === 'warning')
        .filter((f) => !places.some((place) => overlaps(place, f)));
      expect(outside.map((f) => `${f.rule} ${text.slice(f.start, f.end)}`)).toEqual([]);
      const definite = places.filter((p) => p.reachable && p.severity === 'definite');
      const unseen = definite.filter((p) => !found.some((f) => overlaps(p, f)));
      expect(unseen.map((p) => p.text)).toEqual([]);
      for (const [code, kinds] of Object.entries(KINDS)) {
        const due = places.filter((p) => p.reachable && p.kinds.some((kind) => kinds.includes(kind)));
        const missed = due.filter((p) => !found.some((f) => f.rule === code && overlaps(p, f)));
        expect(missed.map((p) => `${code} ${p.text}`)).toEqual([]);
      }
    });
  },
);
