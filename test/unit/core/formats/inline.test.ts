import { describe, expect, it } from 'vitest';
import type { DatasetArticle, DatasetSpan } from '../../../../server/src/core/formats/dataset.ts';
import { parseInline } from '../../../../server/src/core/formats/inline/parse.ts';
import { writeInline } from '../../../../server/src/core/formats/inline/write.ts';

const span = (start: number, end: number, label: string, more: Partial<DatasetSpan> = {}): DatasetSpan => ({
  id: `${start}-${end}-${label}`,
  start,
  end,
  label,
  attributes: new Map(),
  ...more,
});
const write = (text: string, spans: DatasetSpan[], more: Partial<DatasetArticle> = {}) =>
  writeInline({ text, spans, relations: [], documentLabels: [], ...more });

describe('what is written', () => {
  it('has label, entity, attributes and note behind the words, and a backslash before brackets of the text', () => {
    const more = { entity: 'Q42418', attributes: new Map([['sure', 'yes']]), note: 'a "note"' };
    expect(write('[Taliban] \\ x', [span(1, 8, 'ORG', more)]).text).toBe(
      '\\[[Taliban](ORG Q42418 sure=yes "a \\"note\\"")\\] \\\\ x',
    );
  });

  it('puts what is no plain word into quotation marks', () => {
    const attributes = new Map<string, string | number | boolean | string[]>([
      ['a b', 'true'],
      ['n', -2.5],
      ['b', true],
      ['s', 'x'],
      ['e', ''],
      ['l', ['a', 'b c']],
    ]);
    const { text } = write('x', [
      span(0, 1, 'mit (Raum)', { entity: 'http://example.org/a?b=c', attributes }),
    ]);
    expect(text).toBe(
      '[x]("mit (Raum)" @"http://example.org/a?b=c" "a b"="true" n=-2.5 b=true s=x e="" l=["a","b c"])',
    );
  });

  it('tells what crosses, has gaps, or has no place', () => {
    const parts = [
      { start: 0, end: 1 },
      { start: 2, end: 3 },
    ];
    const relation = { id: 'r', label: 'x', from: 'a', to: 'b', attributes: new Map() };
    const { text, losses } = write('abcdef', [span(0, 3, 'A'), span(2, 5, 'B'), span(0, 3, 'C', { parts })], {
      relations: [relation],
      documentLabels: [{ id: 'd', label: 'x', value: 'y' }],
    });
    expect(text).toBe('[abc](A)def');
    expect(losses.map((l) => [l.kind, l.reasons[0]?.code, l.now])).toEqual([
      ['span', 'discontinuous', undefined],
      ['span', 'overlap', undefined],
      ['relation', 'relation', undefined],
      ['documentLabel', 'document-label', undefined],
    ]);
  });
});

describe('what is read', () => {
  it('may be written by hand', () => {
    const good = parseInline('C:\\x [Di [Moskow]( GPE  @Q649)](EVENT "x" a=1 b="1" c=tidak )');
    expect([good.text, good.problems]).toEqual(['C:\\x Di Moskow', []]);
    expect(
      good.spans.map((s) => [s.start, s.end, s.label, s.entity, s.note, Object.fromEntries(s.attributes)]),
    ).toEqual([
      [5, 14, 'EVENT', undefined, 'x', { a: 1, b: '1', c: 'tidak' }],
      [8, 14, 'GPE', 'Q649', undefined, {}],
    ]);
  });

  it.each([
    ['a\n] b', 'no-open', 2, 2],
    ['[a] b', 'no-label', 2, 1],
    ['a [b', 'no-close', 2, 1],
    ['[a]()', 'details', 4, 1],
    ['[a](ORG', 'details', 6, 1],
    ['[a](ORG\n)', 'details', 7, 1],
    ['[a](ORG Q1 Q2)', 'details', 11, 1],
    ['[a](ORG "x" "y")', 'details', 12, 1],
    ['[a](ORG x= )', 'details', 8, 1],
    ['[a](ORG x=1 x=2)', 'details', 12, 1],
    ['[a](ORG x=["a" "b"])', 'details', 8, 1],
    ['[a](ORG "x)', 'details', 8, 1],
  ])('tells what is wrong with %j', (tagged, code, start, line) => {
    const [problem, ...more] = parseInline(tagged).problems;
    expect([problem?.code, problem?.start, problem?.line]).toEqual([`inline/${code}`, start, line]);
    expect(more.length).toBeLessThan(2);
  });
});
