import { describe, expect, it } from 'vitest';
import { newSpan } from '../../../../server/src/core/annotations/create.ts';
import type { Annotation } from '../../../../server/src/core/annotations/model.ts';
import { parseSidecar } from '../../../../server/src/core/annotations/parse.ts';
import { serializeSidecar } from '../../../../server/src/core/annotations/serialize.ts';
import { validateSidecar } from '../../../../server/src/core/annotations/validate.ts';
import { DEFAULT_PROJECT } from '../../../../server/src/core/project.ts';

const article = 'Rusia mengundang Taliban ke Moskow.';
const span = newSpan({ article, range: { start: 17, end: 24 }, label: 'ORG', suffix: 'aaaaaa' });

function codes(annotations: Annotation[], text: string | undefined = article) {
  const sidecar = serializeSidecar(annotations);
  return validateSidecar(parseSidecar(sidecar), text, DEFAULT_PROJECT).map((p) => {
    expect(p.message.template).toMatch(/[:?.]/);
    return p.code;
  });
}

describe('validateSidecar', () => {
  it('is silent where all fits', () => {
    expect(codes([span])).toEqual([]);
    expect(codes([span], `Kemarin, ${article}`)).toEqual([]);
  });

  it.each<[string, Annotation[], string | undefined]>([
    ['sidecar/quote-differs', [{ ...span, start: 16 }], article],
    ['sidecar/past-end', [{ ...span, end: 900 }], article],
    ['sidecar/review', [span], 'Lalu Taliban pergi dari Kabul.'],
    ['sidecar/orphan', [span], 'Lain sama sekali.'],
    ['sidecar/unknown-label', [{ ...span, label: 'ORGA' }], article],
    [
      'sidecar/unknown-label',
      [{ kind: 'documentLabel', id: 'd', label: 'topic', value: 'x', extra: [] }],
      article,
    ],
  ])('%s', (code, annotations, text) => {
    expect(codes(annotations, text)).toEqual([code]);
  });

  it('says that an article is missing', () => {
    const sidecar = parseSidecar(serializeSidecar([span]));
    expect(validateSidecar(sidecar, undefined, DEFAULT_PROJECT).map((p) => p.code)).toEqual([
      'sidecar/no-article',
    ]);
  });

  it('says what nobody has decided, and what is out of date', () => {
    const conflict = { base: null, ours: null, theirs: '{"id":"x"}' };
    expect(codes([{ ...span, conflict }])).toEqual(['sidecar/conflict-line']);
    const status = { kind: 'status', id: 'status', status: 'done', rev: '000000000000', extra: [] } as const;
    expect(codes([status])).toEqual(['sidecar/status-outdated']);
    expect(codes([{ ...status, status: 'open' }])).toEqual([]);
    expect(codes([{ ...status, rev: span.rev }])).toEqual([]);
  });

  it('says what a line was made from that is gone, and takes the places that it is told', () => {
    const gold = { ...span, sources: ['ana:a@0123456789ab', 'budi:b'], decision: 'unanimous' } as const;
    const sidecar = parseSidecar(serializeSidecar([gold]));
    const has = (ref: string) => ref === 'ana:a';
    const found = validateSidecar(sidecar, article, DEFAULT_PROJECT, { others: { has } });
    expect(found.map((p) => [p.code, p.severity])).toEqual([['sidecar/source-gone', 'information']]);
    expect(found[0]?.message.args).toEqual(['budi:b']);
    const locate = () => ({ status: 'orphan', range: undefined }) as const;
    expect(validateSidecar(sidecar, article, DEFAULT_PROJECT, { locate }).map((p) => p.code)).toEqual([
      'sidecar/orphan',
    ]);
  });

  it('says that a relation leads nowhere or is unknown', () => {
    const relation: Annotation = {
      kind: 'relation',
      id: 'r',
      from: span.id,
      to: 'x',
      label: 'meets',
      extra: [],
    };
    expect(codes([span, relation])).toEqual(['sidecar/dangling', 'sidecar/unknown-relation']);
  });
});
