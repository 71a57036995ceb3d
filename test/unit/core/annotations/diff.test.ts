import { describe, expect, it } from 'vitest';
import {
  annotationOf,
  describeChange,
  diffAnnotations,
} from '../../../../server/src/core/annotations/diff.ts';
import type { Annotation, SpanAnnotation } from '../../../../server/src/core/annotations/model.ts';
import { annotationsOf, parseSidecar } from '../../../../server/src/core/annotations/parse.ts';
import { formatMessage } from '../../../../server/src/core/message.ts';
import { A, B, lines } from './samples.ts';

const JOKOWI: SpanAnnotation = {
  ...A,
  id: '00000002-jokowi',
  start: 2,
  end: 17,
  label: 'PER',
  text: 'Presiden Jokowi',
};
const NEWER = '000000000000';

function said(before: readonly Annotation[], after: readonly Annotation[]): string[] {
  const byId = new Map([...before, ...after].map((annotation) => [annotation.id, annotation]));
  return diffAnnotations(before, after).map((change) =>
    formatMessage(describeChange(change, (ref) => byId.get(ref))),
  );
}

function read(...rows: string[]): Annotation[] {
  return annotationsOf(parseSidecar(lines(...rows)));
}

describe('what became of spans', () => {
  it('came and went, in the order of the text', () => {
    expect(said([B], [A])).toEqual(['+ ORG Taliban', '- GPE Rusia']);
  });

  it('has another label', () => {
    expect(said([JOKOWI], [{ ...JOKOWI, label: 'ORG' }])).toEqual(['~ Presiden Jokowi: PER → ORG']);
  });

  it('covers other words of the same text', () => {
    expect(said([JOKOWI], [{ ...JOKOWI, start: 11, text: 'Jokowi' }])).toEqual([
      '~ boundary: “Presiden Jokowi” → “Jokowi”',
    ]);
  });

  it('tells a corrected text from another boundary', () => {
    const corrected = { ...A, text: 'Talibann', rev: NEWER };
    expect(said([{ ...A, text: 'Talibxn' }], [{ ...A, rev: NEWER }])).toEqual([
      '~ words corrected: “Talibxn” → “Taliban”',
    ]);
    expect(said([A], [corrected])).toEqual(['~ boundary: “Taliban” → “Talibann”']);
  });

  it('was found again in a newer text, or put elsewhere in the same one', () => {
    expect(said([A], [{ ...A, start: 30, end: 37, rev: NEWER }])).toEqual([
      '~ ORG Taliban: moved along with its words',
    ]);
    expect(said([A], [{ ...A, start: 90, end: 97 }])).toEqual([
      '~ ORG Taliban: the same words in another place',
    ]);
  });

  it('has other pieces below the same hull', () => {
    const span = { ...A, text: 'Joko dan Widodo', start: 0, end: 15 };
    const before = {
      ...span,
      parts: [
        { start: 0, end: 4 },
        { start: 9, end: 15 },
      ],
    };
    expect(said([before], [span])).toEqual(['~ boundary: “Joko … Widodo” → “Joko dan Widodo”']);
  });

  it('tells each thing that differs by itself', () => {
    const { entity: _, ...bare } = A;
    const after = { ...bare, label: 'PER', note: 'see below', attributes: new Map([['role', 0]]) };
    expect(said([{ ...A, attributes: new Map([['sure', false]]) }], [after])).toEqual([
      '~ Taliban: ORG → PER',
      '~ PER Taliban: entity Q42418 taken away',
      '~ PER Taliban: sure taken away, was false',
      '~ PER Taliban: role = 0',
      '~ PER Taliban: note “see below”',
    ]);
  });

  it('was tagged anew on the same words: a change of label', () => {
    const anew = { ...A, id: '00000024-zzzzzz', label: 'NORP' };
    expect(said([A], [anew])).toEqual(['~ Taliban: ORG → NORP']);
    expect(said([A], [{ ...A, id: '00000024-zzzzzz' }])).toEqual([
      '~ ORG Taliban: removed and tagged again alike',
    ]);
  });

  it('is not guessed to be tagged anew where two are there, or the text is another one', () => {
    const one = { ...A, id: '00000024-yyyyyy', label: 'NORP' };
    const two = { ...A, id: '00000024-zzzzzz', label: 'PER' };
    expect(said([A], [one, two])).toEqual(['- ORG Taliban', '+ NORP Taliban', '+ PER Taliban']);
    expect(said([A], [{ ...one, rev: NEWER }])).toEqual(['- ORG Taliban', '+ NORP Taliban']);
  });

  it('says how a line of the gold layer came to be', () => {
    const gold = { ...A, sources: ['ana:00000024-x7f3kq'], decision: 'majority' as const };
    expect(said([], [gold])).toEqual(['+ ORG Taliban: most agreed']);
    expect(said([gold], [{ ...gold, decision: 'decided', by: 'linh' }])).toEqual([
      '~ ORG Taliban: in the gold layer majority → decided (linh)',
    ]);
    expect(said([gold], [{ ...gold, sources: [] }])).toEqual(['~ ORG Taliban: made from other tags']);
  });

  it('says where two versions wait for a decision', () => {
    const conflict = { base: null, ours: '{"a":1}', theirs: '{"a":2}' };
    expect(said([A], [{ ...A, conflict }])).toEqual(['~ ORG Taliban: two versions, to be decided']);
    expect(said([{ ...A, conflict }], [A])).toEqual(['~ ORG Taliban: the two versions are settled']);
  });

  it('shortens long quotations in their middle', () => {
    const text = `Pada hari\nRabu ${'kata '.repeat(40)}akhir`;
    expect(said([], [{ ...A, text }])).toEqual([
      '+ ORG Pada hari Rabu kata kata kata … kata kata kata kata kata akhir',
    ]);
  });
});

describe('what became of other lines', () => {
  it('names the tags that a relation links', () => {
    const row = '{"id":"00000040-rrrrrr","from":"00000024-x7f3kq","to":"00000030-aaaaaa","label":"in"}';
    const [relation] = read(row);
    expect(said([A, B], [A, B, ...(relation ? [relation] : [])])).toEqual([
      '+ relation in: ORG Taliban → GPE Rusia',
    ]);
    expect(said(read(row), read(row.replace('00000030-aaaaaa', '__proto__')))).toEqual([
      '~ in (00000024-x7f3kq → __proto__): now 00000024-x7f3kq → __proto__, was 00000024-x7f3kq → 00000030-aaaaaa',
    ]);
  });

  it('labels of the article, verdicts, status', () => {
    const label = '{"id":"00000000-tttttt","label":"topic","value":["war","trade"]}';
    expect(said([], read(label))).toEqual(['+ label of the article: topic = war, trade']);
    expect(said(read(label), read(label.replace('"trade"', '"peace"')))).toEqual([
      '~ topic: war, trade → war, peace',
    ]);
    const review =
      '{"id":"00000005-vvvvvv","rule":"language/untranslated","start":5,"end":8,"text":"abc","before":"","after":"","rev":"9f0f640a3e64","verdict":"dismissed"}';
    expect(said(read(review), read(review.replace('dismissed', 'confirmed')))).toEqual([
      '~ language/untranslated “abc”: dismissed → confirmed',
    ]);
    const whole = '{"id":"00000000-wwwwww","rule":"language/untranslated","verdict":"dismissed"}';
    expect(said(read(whole), [])).toEqual([
      '- findings dismissed in the whole article: language/untranslated',
    ]);
    const status = '{"id":"status","status":"open","rev":"9f0f640a3e64"}';
    expect(said(read(status), read(status.replace('open', 'done')))).toEqual(['~ article: open → done']);
    expect(said(read(status), read(status.replace('9f', '00')))).toEqual([
      '~ article: open, said again of its newer text',
    ]);
  });

  it('words on other people’s tags', () => {
    const record = (id: string, said: string) =>
      `{"id":"00000024-${id}","ref":"00000024-x7f3kq",${said},"was":"0123456789ab"}`;
    const rows = [
      record('aaaaaa', '"set":{"label":"PER"}'),
      record('bbbbbb', '"delete":true'),
      record('cccccc', '"accept":true'),
      record('dddddd', '"comment":"Sure?"'),
      record('eeeeee', '"resolved":true'),
      record('ffffff', '"resolved":false'),
    ];
    expect(said([A], [A, ...read(...rows)])).toEqual([
      '+ correction of ORG Taliban: label = "PER"',
      '+ objection: ORG Taliban should go',
      '+ approval of ORG Taliban',
      '+ comment on ORG Taliban: “Sure?”',
      '+ discussion of ORG Taliban closed',
      '+ discussion of ORG Taliban opened again',
    ]);
    const [one = '', two = ''] = [rows[3], rows[3]?.replace('Sure?', 'Really?')];
    expect(said([A, ...read(one)], [A, ...read(two)])).toEqual([
      '~ 00000024-dddddd (ORG Taliban): “Sure?” → “Really?”',
    ]);
  });

  it('lines of a later version, and keys that this one does not know', () => {
    const later = '{"id":"00000001-llllll","start":"?","new":1}';
    expect(said(read(later), read(later.replace('"new":1', '"new":2')))).toEqual([
      '~ a line that this version does not know: {"id":"00000001-llllll","start":"?","new":2}',
    ]);
    expect(said([A], [{ ...A, extra: [{ key: 'sure', json: 'true' }] }])).toEqual([
      '~ ORG Taliban: sure = true',
    ]);
  });
});

describe('lines that share an id', () => {
  it('are paired as they read, and nothing is told of what both lists have', () => {
    const other = { ...A, label: 'PER' };
    expect(diffAnnotations([A, other], [other, A])).toEqual([]);
    const changes = diffAnnotations([A, other], [A]);
    expect(changes.map((change) => [change.kind, annotationOf(change)])).toEqual([['removed', other]]);
  });
});
