import { describe, expect, it } from 'vitest';
import {
  choiceIn,
  figureOf,
  isBetween,
  shadeOf,
  shown,
} from '../../../client/src/views/agreement/page/choice.ts';
import type { AgreementView } from '../../../server/src/lsp/protocol/agreement.ts';

const VIEW: AgreementView = {
  annotators: ['ana', 'ben', 'cem'],
  counts: [],
  topics: [
    { key: 'kappa document:topic', subject: 'topic', measure: 'κ', byLabel: false },
    { key: 'f1 spans', subject: 'Spans', measure: 'F1', byLabel: true },
  ],
  labels: ['PER'],
  figures: [
    { topic: 'f1 spans', value: 0.5, n: 4 },
    { topic: 'f1 spans', label: 'PER', value: 0.25, n: 2 },
    { topic: 'f1 spans', pair: ['ana', 'ben'], value: 0.75, n: 2 },
  ],
  disagreements: [],
  disagreementCount: 0,
};

describe('what of an agreement view is looked at', () => {
  it('begins with F1, and keeps what was chosen as long as the view has it', () => {
    expect(choiceIn(VIEW, {})).toEqual({ topic: 'f1 spans', label: undefined, pair: undefined });
    const chosen = { topic: 'f1 spans', label: 'PER', pair: ['ben', 'cem'] as const };
    expect(choiceIn(VIEW, chosen)).toEqual(chosen);
    expect(choiceIn(VIEW, { topic: 'gone', label: 'ORG', pair: ['ana', 'zoe'] })).toEqual(choiceIn(VIEW, {}));
    expect(choiceIn(VIEW, { topic: 'kappa document:topic', label: 'PER' }).label).toBeUndefined();
  });

  it('finds the figure of a pair in either direction, and of all together', () => {
    const choice = { topic: 'f1 spans', label: undefined };
    expect(figureOf(VIEW, choice, ['ben', 'ana'])?.value).toBe(0.75);
    expect(figureOf(VIEW, choice, ['ben', 'cem'])).toBeUndefined();
    expect(figureOf(VIEW, choice)?.value).toBe(0.5);
    expect(figureOf(VIEW, { ...choice, label: 'PER' })?.value).toBe(0.25);
  });

  it('says values and shades', () => {
    expect([shown(0.12345), shown(-0.0001), shown(undefined)]).toEqual(['0.123', '0.000', '–']);
    expect([shadeOf(-0.4), shadeOf(0.84), shadeOf(undefined)]).toEqual(['shade0', 'shade8', '']);
    expect([isBetween(['ana', 'ben'], ['ben', 'ana']), isBetween(['ana', 'cem'], ['ben', 'ana'])]).toEqual([
      true,
      false,
    ]);
  });
});
