import { DOMParser } from '@xmldom/xmldom';
import { describe, expect, it } from 'vitest';
import { statisticsPage } from '../../../../server/src/cli/reporters/stats/page.ts';
import type { ShownStatistics } from '../../../../server/src/cli/reporters/stats/tables.ts';

const HOSTILE = '</title><script>alert(1)</script>" onload="x';

const RESULT: ShownStatistics = {
  articles: 3,
  annotated: 2,
  words: 900,
  characters: {
    total: 5_000,
    least: 1_000,
    median: 1_500,
    most: 2_500,
    bins: [
      { from: 0, to: 2_000, articles: 2 },
      { from: 2_000, to: 4_000, articles: 1 },
    ],
  },
  languages: [{ language: 'id', articles: 3 }],
  labels: [
    { label: 'PER', annotations: 8, articles: 2 },
    { label: HOSTILE, annotations: 2, articles: 1 },
  ],
  entities: Array.from({ length: 40 }, (_, i) => ({
    entity: `Q${i}`,
    name: i === 0 ? 'Perserikatan Bangsa-Bangsa untuk Urusan Laut' : `Nama ${i}`,
    type: 'ORG',
    mentions: 40 - i,
    tagged: i === 0 ? 2 : 0,
    articles: 1,
  })),
  people: [{ annotator: 'ana', assigned: 3, open: 1, done: 2, reviewed: 0, changed: 0, spans: 10 }],
  rules: [
    {
      rule: 'spacing/punct',
      findings: 6,
      open: 1,
      confirmed: 3,
      dismissed: 1,
      disputed: 1,
      past: { confirmed: 0, dismissed: 0 },
      precision: { value: 0.75, low: 0.3, high: 0.95, n: 4 },
    },
  ],
};

/** The charts of a page, each as XML. */
function chartsOf(page: string) {
  return [...page.matchAll(/<svg[\s\S]*?<\/svg>/g)].map(([svg]) => {
    const root = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
    if (!root) throw new Error('no chart');
    return root;
  });
}

function numbers(elements: Iterable<{ getAttribute(name: string): string | null }>, name: string): number[] {
  return [...elements].map((e) => Number(e.getAttribute(name)));
}

describe('statisticsPage', () => {
  const page = statisticsPage(RESULT);

  it('has a chart for everything that was counted, of well-formed SVG', () => {
    expect(chartsOf(page).map((c) => c.getAttribute('aria-label'))).toEqual([
      'Languages',
      'Lengths',
      'Labels',
      'Entities',
      'Progress',
      'Findings',
      'How right each rule is',
    ]);
  });

  it('draws bars as long as what they stand for', () => {
    const labels = chartsOf(page)[2];
    const [per, other] = numbers(labels?.getElementsByTagName('rect') ?? [], 'width');
    expect(per).toBeCloseTo(4 * (other ?? 0), 0);
    const findings = chartsOf(page)[5];
    const rects = [...(findings?.getElementsByTagName('rect') ?? [])];
    expect(rects.map((r) => r.getAttribute('class'))).toEqual(['k0', 'k1', 'k2', 'k3']);
    const lefts = numbers(rects, 'x');
    const widths = numbers(rects, 'width');
    for (let i = 1; i < lefts.length; i++)
      expect(lefts[i]).toBeCloseTo((lefts[i - 1] ?? 0) + (widths[i - 1] ?? 0), 0);
  });

  it('shortens long names, and keeps them whole in the tip and the table', () => {
    const [name] = [...(chartsOf(page)[3]?.getElementsByTagName('text') ?? [])].map((t) => t.textContent);
    expect(name).toBe('Perserikatan Bangsa-Bangsa un…');
    expect(page).toContain('<td>Perserikatan Bangsa-Bangsa untuk Urusan Laut</td>');
  });

  it('lists what a chart has no room for in its table', () => {
    expect(chartsOf(page)[3]?.getElementsByTagName('g').length).toBe(30);
    expect(page).toContain('and 10 more, in the table');
    expect(page).toContain('<td>Nama 39</td>');
  });

  it('runs nothing and loads nothing, whatever names say', () => {
    expect(page).toMatch(/default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='/);
    expect(page).not.toContain('<script');
    expect(page).not.toMatch(/ onload="|(?:src|href)=/);
  });

  it('leaves out what there is nothing of', () => {
    const empty = statisticsPage({
      ...RESULT,
      languages: [],
      labels: [],
      entities: [],
      people: [],
      rules: [],
      characters: { ...RESULT.characters, bins: [] },
    });
    expect(chartsOf(empty)).toEqual([]);
  });
});
