import { describe, expect, it } from 'vitest';
import { webannoTsv } from '../../../../../server/src/core/formats/webannoTsv.ts';
import { readDataset } from '../../../../property/core/formats/roundTrip.ts';

const HEAD = ['#FORMAT=WebAnno TSV 3.3', '#T_SP=my.Span|value', '', ''];
const FIRST = ['#Text=Pasar pagi', '1-1\t0-5\tPasar\tA\t', '1-2\t6-10\tpagi\t_\t'];

async function problemsOf(lines: readonly string[], end = '\n') {
  const content = lines.join('\n') + end;
  const { articles, problems } = await readDataset(webannoTsv, new Map([['a.tsv', Buffer.from(content)]]));
  return { articles, told: problems.map((p) => [p.code, p.severity, p.line]) };
}

describe('damaged WebAnno TSV', () => {
  it.each<[string, readonly string[], string, number]>([
    ['is none', ['a\tb'], 'webanno-tsv/no-format', 1],
    ['is empty', [''], 'webanno-tsv/no-format', 1],
    ['is of version 2', ['#FORMAT=WebAnno TSV 2.0', '', ''], 'webanno-tsv/version', 1],
    ['is of a version to come', ['#FORMAT=WebAnno TSV 3.4', '', ''], 'webanno-tsv/version', 1],
    ['declares what is no layer', ['#FORMAT=WebAnno TSV 3.3', '#T_XX=my.Span', ''], 'webanno-tsv/header', 2],
    ['declares a layer without a type', ['#FORMAT=WebAnno TSV 3.3', '#T_SP=|a', ''], 'webanno-tsv/header', 2],
    [
      'declares a slot without a target',
      ['#FORMAT=WebAnno TSV 3.3', '#T_SP=my.A|ROLE_my.A:x_my.L', ''],
      'webanno-tsv/header',
      2,
    ],
    ['has a head only', HEAD, 'webanno-tsv/no-sentences', 4],
    ['has a column more', [...HEAD, ...FIRST, '1-3\t10-10\t\tA\tB\t'], 'webanno-tsv/columns', 8],
    ['has a column less', [...HEAD, '#Text=Pasar', '1-1\t0-5\tPasar'], 'webanno-tsv/columns', 6],
    ['has spaces for tabs', [...HEAD, '#Text=Pasar', '1-1 0-5 Pasar A'], 'webanno-tsv/columns', 6],
    ['has shifted columns', [...HEAD, '#Text=Pasar', '0-5\tPasar\t1-1\tA\t'], 'webanno-tsv/token', 6],
    ['has tokens without text', [...HEAD, '1-1\t0-5\tPasar\tA\t'], 'webanno-tsv/no-text', 5],
    ['has a text without tokens', [...HEAD, ...FIRST, '', '#Text=dibuka'], 'webanno-tsv/no-tokens', 9],
    ['has offsets that go back', [...HEAD, ...FIRST, '1-3\t4-7\tr p\t_\t'], 'webanno-tsv/offsets', 8],
    [
      'has an end before its begin',
      [...HEAD, '#Text=Pasar', '1-1\t5-0\tPasar\tA\t'],
      'webanno-tsv/offsets',
      6,
    ],
    ['has a part outside its token', [...HEAD, ...FIRST, '1-2.1\t0-2\tPa\tA\t'], 'webanno-tsv/offsets', 8],
    [
      'has a sentence that overlaps the one before',
      [...HEAD, ...FIRST, '', '#Text=i', '2-1\t9-10\ti\t_\t'],
      'webanno-tsv/offsets',
      10,
    ],
    [
      'has a sentence a long way behind',
      [...HEAD, ...FIRST, '', '#Text=i', '2-1\t999999999\ti\t_\t'],
      'webanno-tsv/token',
      10,
    ],
    [
      'asks for a gap that no text has',
      [...HEAD, ...FIRST, '', '#Text=i', '2-1\t999999998-999999999\ti\t_\t'],
      'webanno-tsv/offsets',
      10,
    ],
    ['has tokens behind its text', [...HEAD, '#Text=Pa', '1-1\t0-5\tPasar\tA\t'], 'webanno-tsv/offsets', 6],
  ])('that %s is refused with its line', async (_, lines, code, line) => {
    const { articles, told } = await problemsOf(lines);
    expect(articles).toEqual([]);
    expect(told).toEqual([[code, 'error', line]]);
  });

  it('that was cut off within a line is refused', async () => {
    const whole = [...HEAD, ...FIRST].join('\n');
    const { articles, told } = await problemsOf([whole.slice(0, -3)], '');
    expect([articles, told]).toEqual([[], [['webanno-tsv/cut-off', 'error', 7]]]);
    expect((await problemsOf([whole], '')).told).toEqual([]);
  });

  it('leaves out what points nowhere, and says so', async () => {
    const { articles, told } = await problemsOf([
      '#FORMAT=WebAnno TSV 3.3',
      '#T_SP=my.Span|value',
      '#T_RL=my.Rel|BT_my.Span',
      '',
      '',
      '#pressmark.relation={"label":"r","from":"1","to":"8"}',
      '#pressmark.nonsense',
      '#Text=Pasar pagi',
      '1-1\t0-5\tPasar\tA[1]\t1-2|1-9|1-1[7_1]|1-1[1_1]\t',
      '1-2\t6-10\tpagi\t_\t_\t',
    ]);
    expect(told).toEqual([
      ['webanno-tsv/reference', 'warning', 9],
      ['webanno-tsv/reference', 'warning', 9],
      ['webanno-tsv/reference', 'warning', 9],
      ['webanno-tsv/comment', 'warning', 7],
      ['webanno-tsv/comment', 'warning', 6],
    ]);
    expect(articles[0]?.relations).toHaveLength(1);
  });

  it('with other words than its text is read, and the first of them told', async () => {
    const { articles, told } = await problemsOf([
      ...HEAD,
      '#Text=Pasar pagi',
      '1-1\t0-5\tPasar\tA\t',
      '1-2\t6-10\tsore\t_\t',
    ]);
    expect(articles).toHaveLength(1);
    expect(told).toEqual([['webanno-tsv/other-words', 'warning', 7]]);
  });

  it('of hostile cells, heads and stacks is read in one go', async () => {
    const many = 40_000;
    const cells = [
      '['.repeat(many),
      '\\'.repeat(many),
      '|'.repeat(many),
      '1-1->'.repeat(many),
      '[1'.repeat(many),
    ];
    const { articles } = await problemsOf([
      '#FORMAT=WebAnno TSV 3.3',
      `#T_SP=my.Span|${cells.map((_, i) => `f${i}`).join('|')}`,
      ...Array.from({ length: 2000 }, (_, i) => `#T_SP=my.L${i}|`),
      '#T_RL=my.Rel|BT_uima.tcas.Annotation',
      '',
      '',
      '#Text=a',
      `1-1\t0-1\ta\t${cells.join('\t')}\t${'*\t'.repeat(2000)}${'1-1|'.repeat(many)}1-1\t`,
    ]);
    expect(articles[0]?.relations).toHaveLength(many + 1);
  });
});
