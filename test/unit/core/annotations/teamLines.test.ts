import { describe, expect, it } from 'vitest';
import { parseSidecar } from '../../../../server/src/core/annotations/parse.ts';
import { readAnnotation } from '../../../../server/src/core/annotations/readAnnotation.ts';
import { annotationLine, lineHash } from '../../../../server/src/core/annotations/serialize.ts';
import { formatMessage } from '../../../../server/src/core/message.ts';

const WAS = '"was":"0123456789ab"';
const SPAN = '"start":0,"end":4,"label":"ORG","text":"Bank","before":"","after":" x","rev":"0123456789ab"';

function read(json: string) {
  const found = readAnnotation(json);
  if (!found) throw new Error('no JSON');
  return found;
}

function faultOf(json: string): string {
  const { fault } = read(json);
  return fault ? formatMessage(fault) : '';
}

describe('the lines that teams need', () => {
  it.each([
    ['status', '{"id":"status","status":"done","rev":"0123456789ab"}'],
    ['record', `{"id":"a","ref":"b","comment":"Why?",${WAS},"by":"ana","time":"2026-11-22T08:05:00Z"}`],
    ['record', `{"id":"a","ref":"ana:b","resolved":false,${WAS}}`],
    ['record', `{"id":"a","ref":"b","set":{"label":"PER","entity":null},${WAS},"note":"see the guideline"}`],
    ['span', `{"id":"a",${SPAN},"sources":["ana:b",":c"],"decision":"majority","by":"cici"}`],
    ['span', `{"id":"a",${SPAN},"conflict":{"base":null,"ours":{"id":"a"},"theirs":{"id":"a","x":[1,2]}}}`],
    [
      'status',
      '{"id":"status","status":"open","rev":"0123456789ab","conflict":{"base":null,"ours":null,"theirs":null}}',
    ],
  ])('reads and writes a %s: %s', (kind, line) => {
    const { annotation, fault } = read(line);
    expect(fault).toBeUndefined();
    expect(annotation.kind).toBe(kind);
    expect(annotationLine(annotation)).toBe(line);
  });

  it('says which id a status line must have', () => {
    const line = '{"id":"state","status":"done","rev":"0123456789ab"}';
    expect(read(line).annotation).toEqual({ kind: 'unknown', id: 'state', json: line });
    expect(faultOf(line)).toContain('"status"');
    expect(faultOf(line)).toContain('give it that id');
  });

  it('says that a status line stands twice', () => {
    const line = (status: string) => `{"id":"status","status":"${status}","rev":"0123456789ab"},\n`;
    const text = `{\n"pressmark":1,\n"annotations":[\n${line('open')}${line('done')}null\n]}\n`;
    expect(parseSidecar(text).problems.map((p) => p.code)).toEqual(['sidecar/duplicate-id']);
  });

  it.each([
    [`{"id":"a","ref":"b",${WAS}}`],
    [`{"id":"a","ref":"b","delete":true,"comment":"no",${WAS}}`],
    [`{"id":"a","ref":"b","resolved":true,"accept":true,${WAS}}`],
  ])('says that a record says one thing: %s', (line) => {
    expect(read(line).annotation.kind).toBe('unknown');
    expect(faultOf(line)).toContain('set, delete, accept, comment, resolved');
  });

  it.each([
    ['time', `{"id":"a","ref":"b","comment":"no","time":"yesterday",${WAS}}`],
    ['comment', `{"id":"a","ref":"b","comment":"",${WAS}}`],
    ['delete', `{"id":"a","ref":"b","delete":false,${WAS}}`],
    ['status', '{"id":"status","status":"finished","rev":"0123456789ab"}'],
    ['conflict', `{"id":"a",${SPAN},"conflict":{"ours":{}}}`],
    ['conflict', `{"id":"a",${SPAN},"conflict":{"base":null,"base":null,"ours":{},"theirs":{}}}`],
    ['decision', `{"id":"a",${SPAN},"decision":"dice"}`],
    ['attributes', `{"id":"a",${SPAN},"attributes":["x"]}`],
    ['set', `{"id":"a","ref":"b","set":["label"],${WAS}}`],
    ['conflict', `{"id":"a",${SPAN},"conflict":[]}`],
    ['conflict', `{"id":"a",${SPAN},"conflict":{"base":null,"ours":["x"],"theirs":null}}`],
  ])('names the key %s that cannot be right: %s', (key, line) => {
    expect(read(line).annotation.kind).toBe('unknown');
    expect(faultOf(line)).toContain(`"${key}"`);
  });

  it('hashes a line without its place, as git hashes a file', () => {
    // printf '%s' '{"id":"status","status":"done"}' | git hash-object --stdin
    const { annotation } = read('{"id":"status","status":"done","rev":"0123456789ab"}');
    expect(lineHash(annotation)).toBe('66e6f4c21927');
  });

  it('hashes what a tag says, wherever its words have gone', () => {
    const { annotation } = read(`{"id":"a",${SPAN}}`);
    if (annotation.kind !== 'span') throw new Error('expected a tag');
    const moved = { ...annotation, start: 9, end: 16, before: 'x', after: 'y', rev: 'ffffffffffff' };
    expect(lineHash(moved)).toBe(lineHash(annotation));
    for (const other of [
      { text: 'other' },
      { label: 'PER' },
      { note: 'n' },
      { parts: [{ start: 0, end: 1 }] },
    ]) {
      expect(lineHash({ ...annotation, ...other })).not.toBe(lineHash(annotation));
    }
    const parts = [
      { start: 1, end: 2 },
      { start: 4, end: 5 },
    ];
    const gone = parts.map(({ start, end }) => ({ start: start + 7, end: end + 7 }));
    const apart = { ...annotation, start: 1, parts };
    expect(lineHash({ ...apart, start: 8, parts: gone })).toBe(lineHash(apart));
    expect(lineHash({ ...apart, start: 8, parts })).not.toBe(lineHash(apart));
  });
});
