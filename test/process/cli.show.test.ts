import { beforeAll, describe, expect, it } from 'vitest';
import * as contracts from '../../server/src/cli/contracts.ts';
import { annotationsOf, parseSidecar } from '../../server/src/core/annotations/parse.ts';
import { lineHash, serializeSidecar } from '../../server/src/core/annotations/serialize.ts';
import { annotation } from '../unit/core/annotations/records/layers.ts';
import { buildCommandLine, Corpus } from './commandLine.ts';

const ARTICLE = 'Delegasi Taliban tiba di Moskow.\nTaliban bertemu pejabat Rusia.\n';
const PROJECT = '{ "annotators": ["ana", "budi", "dewi"] }';

beforeAll(buildCommandLine, 60_000);

/** A corpus in which ana has tagged, and others speak of her tags. */
async function spokenOf(): Promise<Corpus> {
  const corpus = new Corpus({ 'a.txt': ARTICLE, 'pressmark.json': PROJECT });
  const tag = (label: string, quote: string, ...more: string[]) =>
    corpus.run(['annotate', 'a.txt', '--label', label, '--quote', quote, '--by', 'ana', ...more]);
  await tag('ORG', 'Taliban', '--all');
  await tag('GPE', 'Moskow');
  const [first, moskow, second] = annotationsOf(parseSidecar(corpus.read('a.txt.ana.ann.json')));
  if (!first || !moskow || !second) throw new Error('not tagged');
  const says = (id: string, about: typeof first, what: object) =>
    annotation({ id, ref: about.id, ...what, was: lineHash(about) });
  const write = (name: string, all: Parameters<typeof serializeSidecar>[0]) =>
    corpus.write(`a.txt.${name}.ann.json`, serializeSidecar(all));
  write('budi', [
    says('1', first, { set: { label: 'PER', note: 'a \u001b]0;group' } }),
    says('2', moskow, { delete: true, note: 'a city' }),
    says('3', second, { delete: true }),
    says('4', first, { comment: 'Why\nORG?', time: '2026-11-22T08:05:00Z' }),
    annotation({ id: 'status', status: 'done', rev: '0123456789ab' }),
  ]);
  write('dewi', [
    says('5', moskow, { accept: true }),
    annotation({ id: '6', ref: 'gone', comment: 'Where is it?', was: '' }),
    says('7', first, { resolved: true }),
  ]);
  return corpus;
}

describe('pressmark show, where people speak of each other’s tags', () => {
  it('applies what counts and lists who says what', async () => {
    const corpus = await spokenOf();
    const { code, out } = await corpus.run(['show', 'a.txt']);
    expect(code).toBe(0);
    expect(out.split('\n')).toEqual([
      '1:10    ana      PER    Taliban  changed',
      '                  its owner has ORG, note –',
      '                  budi: should be PER, note a <U+001B>]0;group.',
      '                  budi 2026-11-22T08:05:00Z: Why ORG?',
      '                  settled',
      '1:26    ana      GPE    Moskow  disputed',
      '                  budi: this tag is wrong. (“a city”) [contradicted]',
      '                  dewi agrees.',
      '2:1     ana      ORG    Taliban  deleted',
      '                  budi: this tag is wrong.',
      '–       budi     status done',
      '–       dewi     a word on gone, which is no longer there: Where is it?',
      '',
    ]);
  });

  it('gives the same as JSON', async () => {
    const corpus = await spokenOf();
    const { annotations } = await corpus.json(contracts.ShowOutput, 'show', 'a.txt', '--format', 'json');
    expect(annotations.map((a) => [a.kind, a.layer])).toEqual([
      ...Array(3).fill(['span', 'ana']),
      ...Array(4).fill(['record', 'budi']),
      ['status', 'budi'],
      ...Array(3).fill(['record', 'dewi']),
    ]);
    expect(annotations[0]).toMatchObject({
      label: 'PER',
      standing: {
        now: 'changed',
        disputed: false,
        own: { label: 'ORG' },
        words: [{ by: 'budi', says: 'set', set: { label: 'PER' }, outcome: 'applied' }],
        comments: [{ by: 'budi', text: 'Why\nORG?', outdated: false }],
        resolved: true,
      },
    });
    expect(annotations[1]).toMatchObject({
      label: 'GPE',
      standing: { now: 'kept', disputed: true, acceptedBy: ['dewi'] },
    });
    expect(annotations[2]).toMatchObject({ label: 'ORG', standing: { now: 'deleted' } });
    const outcomes = annotations.flatMap((a) => (a.kind === 'record' ? [[a.id, a.outcome]] : []));
    expect(Object.fromEntries(outcomes)).toEqual({
      1: 'applied',
      2: 'contradicted',
      3: 'applied',
      4: 'thread',
      5: 'accepted',
      6: 'missing',
      7: 'thread',
    });
  });

  it('leaves what is struck out of the tagged view, and says so', async () => {
    const corpus = await spokenOf();
    const { out, err } = await corpus.run(['show', 'a.txt', '--inline']);
    expect(out).toBe(
      'Delegasi [Taliban](PER "a \\u001b]0;group") tiba di [Moskow](GPE).\nTaliban bertemu pejabat Rusia.\n',
    );
    expect(err).toMatch(/^1 annotation/);
  });

  it('keeps everybody’s words in force where one layer is asked for', async () => {
    const corpus = await spokenOf();
    const { out } = await corpus.run(['show', 'a.txt', '--layer', 'ana']);
    expect(out).toContain('PER    Taliban  changed');
    expect(out).not.toContain('status');
  });
});
