import { describe, expect, it } from 'vitest';
import { newSpan } from '../../../../server/src/core/annotations/create.ts';
import type { Annotation, SpanAnnotation } from '../../../../server/src/core/annotations/model.ts';
import { lineHash, serializeSidecar } from '../../../../server/src/core/annotations/serialize.ts';
import { revisionOf } from '../../../../server/src/core/text/revision.ts';
import { exportedArticle } from '../../../../server/src/service/datasets/exportArticles.ts';
import type { ExportChoice } from '../../../../server/src/service/datasets/exportChoice.ts';
import { sidecarOf } from '../../../support/agreementCorpus.ts';
import { ExportedCorpus } from '../../../support/exports.ts';
import { FOLDER } from '../../../support/lsp/client.ts';

const TEXT = 'Anna Kern met Lin Wu in Hanoi 😀 today.\nThe bank of Oslo paid her.\n';
const LABELS = [{ name: 'PER' }, { name: 'LOC' }, { name: 'ORG' }];
const PEOPLE = JSON.stringify({
  language: 'en',
  labels: LABELS,
  annotators: [{ name: 'ana', formerly: ['anna'] }, 'ben'],
});
const ALONE = JSON.stringify({ language: 'en', labels: LABELS });
const CHOICE: ExportChoice = { layer: 'shared', review: 'drop', empty: 'done', done: false };

type Files = Readonly<Record<string, string>>;

async function exported(files: Files, choice: Partial<ExportChoice> = {}) {
  const { workspace } = new ExportedCorpus({ 'pressmark.json': ALONE, 'a.txt': TEXT, ...files });
  const article = await exportedArticle(workspace, `${FOLDER}/a.txt`, 'a.txt', { ...CHOICE, ...choice });
  if ('obstacles' in article) throw new Error(article.obstacles.map((o) => o.message.template).join());
  return article;
}

function span(quote: string, label: string, suffix: string, text = TEXT): SpanAnnotation {
  const start = text.indexOf(quote);
  return newSpan({ article: text, range: { start, end: start + quote.length }, suffix, label });
}

function words({ layers }: Awaited<ReturnType<typeof exported>>) {
  return layers.map(({ article: { annotator, text, spans } }) => [
    annotator,
    ...spans.map((s) => `${s.label} ${text.slice(s.start, s.end)}`),
  ]);
}

describe('the layers of an article', () => {
  const files: Files = {
    'pressmark.json': PEOPLE,
    'a.txt.ann.json': sidecarOf(TEXT, [['today', 'ORG']], { done: false }),
    'a.txt.ana.ann.json': sidecarOf(TEXT, [['Hanoi', 'LOC']]),
    'a.txt.ben.ann.json': sidecarOf(TEXT, [['Hanoi', 'ORG']], { done: false }),
    'a.txt.gold.ann.json': sidecarOf(TEXT, [['Lin Wu', 'PER']], { done: false }),
  };

  it('are one person’s, gold, the shared one, or all of them in the project’s order', async () => {
    expect(words(await exported(files, { layer: 'ana' }))).toEqual([['ana', 'LOC Hanoi']]);
    expect(words(await exported(files, { layer: 'gold' }))).toEqual([['gold', 'PER Lin Wu']]);
    expect(words(await exported(files, { layer: 'shared' }))).toEqual([[undefined, 'ORG today']]);
    expect(words(await exported(files, { layer: 'all' })).map(([who]) => who)).toEqual([
      undefined,
      'ana',
      'ben',
      'gold',
    ]);
  });

  it('are only those that are done where somebody wants that; gold is done where it is there', async () => {
    const done = await exported(files, { layer: 'all', done: true });
    expect(done.layers.map((l) => l.article.annotator)).toEqual(['ana', 'gold']);
    expect(await exported(files, { layer: 'ben', done: true })).toMatchObject({
      layers: [],
      passedOver: 'notDone',
    });
  });

  it('are one where somebody’s files have two names, with ids that are unlike each other', async () => {
    const two = {
      'pressmark.json': PEOPLE,
      'a.txt.anna.ann.json': sidecarOf(TEXT, [['Hanoi', 'LOC']]),
      'a.txt.ana.ann.json': sidecarOf(TEXT, [['Hanoi', 'ORG']]),
    };
    const { layers } = await exported(two, { layer: 'ana' });
    expect(layers.map((l) => l.article.spans.map((s) => `${s.label} ${s.id}`))).toEqual([
      ['LOC 00000024-aaaaa0~2', 'ORG 00000024-aaaaa0'],
    ]);
  });

  it('of an article without annotations are there where somebody says that there are none', async () => {
    const done = { 'a.txt.ann.json': sidecarOf(TEXT, []) };
    const begun = { 'a.txt.ann.json': sidecarOf(TEXT, [], { done: false }) };
    expect((await exported(done)).layers).toHaveLength(1);
    expect(await exported(begun)).toMatchObject({ layers: [], passedOver: 'empty' });
    expect(await exported({})).toMatchObject({ layers: [], passedOver: 'empty' });
    expect((await exported(begun, { empty: 'keep' })).layers).toHaveLength(1);
    expect((await exported({}, { empty: 'keep' })).layers).toHaveLength(1);
    expect(await exported(done, { empty: 'drop' })).toMatchObject({ layers: [], passedOver: 'empty' });
  });

  it('are those of the languages that somebody wants', async () => {
    const shared = { 'a.txt.ann.json': sidecarOf(TEXT, [['Hanoi', 'LOC']]) };
    expect((await exported(shared, { languages: new Set(['en', 'vi']) })).layers).toHaveLength(1);
    const other = await exported(shared, { languages: new Set(['vi']) });
    expect(other).toMatchObject({ layers: [], passedOver: 'language' });
  });
});

describe('records of others', () => {
  const tag = span('Hanoi', 'LOC', 'aaaaa1');
  const wrong = span('Lin Wu', 'ORG', 'aaaaa2');
  const said = (id: string, ref: SpanAnnotation, what: object): Annotation =>
    ({ kind: 'record', id, ref: ref.id, ...what, was: lineHash(ref), extra: [] }) as Annotation;
  const files: Files = {
    'pressmark.json': PEOPLE,
    'a.txt.ana.ann.json': serializeSidecar([tag, wrong]),
    'a.txt.ben.ann.json': serializeSidecar([
      said('1', tag, { set: [{ key: 'label', json: '"ORG"' }] }),
      said('2', wrong, { delete: true }),
      said('3', wrong, { comment: 'No.' }),
    ]),
  };

  it('are applied; what they delete and comments are counted', async () => {
    const ana = await exported(files, { layer: 'ana' });
    expect(words(ana)).toEqual([['ana', 'ORG Hanoi']]);
    expect(ana.layers[0]?.leftOut).toMatchObject({ deleted: 1, comments: 0 });
    const ben = await exported(files, { layer: 'ben', empty: 'keep' });
    expect(ben.layers[0]?.leftOut).toMatchObject({ deleted: 0, comments: 1 });
  });
});

describe('an article that has changed since', () => {
  const before = TEXT;
  const after = `Update: Anna Kern met Lin Wu in Hanoi 😀 today.\n`;
  const gapped: SpanAnnotation = {
    ...span('Lin Wu in Hanoi', 'PER', 'aaaaa3'),
    parts: [
      { start: 14, end: 17 },
      { start: 24, end: 29 },
    ],
  };
  const files: Files = {
    'a.txt': after,
    'a.txt.ann.json': serializeSidecar([
      span('Hanoi', 'LOC', 'aaaaa1'),
      span('The bank of Oslo', 'ORG', 'aaaaa2'),
      gapped,
      { kind: 'relation', id: 'r1', from: '00000014-aaaaa3', to: '00000024-aaaaa1', label: 'in', extra: [] },
      { kind: 'relation', id: 'r2', from: '00000039-aaaaa2', to: '00000024-aaaaa1', label: 'in', extra: [] },
      { kind: 'relation', id: 'r3', from: 'r2', to: 'r1', label: 'on', extra: [] },
    ]),
  };

  async function kept(choice: Partial<ExportChoice> = {}) {
    const corpus = new ExportedCorpus({ 'pressmark.json': ALONE, ...files });
    Object.assign(corpus.host, { keptTexts: { get: async () => before, put: async () => undefined } });
    const article = await exportedArticle(corpus.workspace, `${FOLDER}/a.txt`, 'a.txt', {
      ...CHOICE,
      ...choice,
    });
    if ('obstacles' in article) throw new Error('obstacles');
    return article;
  }

  it('has its tags where their words are now, in pieces too', async () => {
    const { layers } = await kept();
    const [layer] = layers;
    const text = layer?.article.text ?? '';
    expect(
      layer?.article.spans.map((s) => [s.label, (s.parts ?? [s]).map((p) => text.slice(p.start, p.end))]),
    ).toEqual([
      ['PER', ['Lin', 'Hanoi']],
      ['LOC', ['Hanoi']],
    ]);
    expect(layer?.article.relations.map((r) => r.id)).toEqual(['r1']);
  });

  it('loses those whose words are gone, with what hangs on them', async () => {
    const { layers } = await kept();
    const told = layers[0]?.losses.map(({ loss, quote }) => [
      loss.kind === 'article' ? '' : loss.item.id,
      loss.reasons.map((r) => r.code).join(),
      quote,
    ]);
    expect(told).toEqual([
      ['00000039-aaaaa2', 'orphan', 'The bank of Oslo'],
      ['r2', 'end-dropped', undefined],
      ['r3', 'end-dropped', undefined],
    ]);
  });

  it('whose old text nobody has keeps guesses only where somebody wants them', async () => {
    const twice = 'Hanoi. Hanoi. Hanoi.\n';
    const old = { ...span('Hanoi', 'LOC', 'aaaaa1', `About ${twice}`), before: '', after: '' };
    const changed: Files = { 'a.txt': twice, 'a.txt.ann.json': serializeSidecar([old]) };
    const dropped = await exported(changed);
    expect(dropped.layers[0]?.article.spans).toEqual([]);
    expect(dropped.layers[0]?.losses[0]?.loss.reasons[0]?.code).toBe('review');
    expect(dropped.layers[0]?.review).toBe(1);
    const guessed = await exported(changed, { review: 'keep' });
    expect(guessed.layers[0]?.article.spans).toHaveLength(1);
    expect(guessed.layers[0]).toMatchObject({ losses: [], review: 1 });
  });
});

describe('what somebody chooses', () => {
  const a = span('Anna Kern', 'PER', 'aaaaa1');
  const b = span('Hanoi', 'LOC', 'aaaaa2');
  const files: Files = {
    'a.txt.ann.json': serializeSidecar([
      a,
      b,
      { kind: 'relation', id: 'r1', from: a.id, to: b.id, label: 'in', extra: [] },
      { kind: 'relation', id: 'r2', from: 'r1', to: a.id, label: 'on', extra: [] },
      { kind: 'documentLabel', id: 'd1', label: 'topic', value: 'war', extra: [] },
    ]),
  };

  it('are labels: others are counted with the relations on them, and no losses', async () => {
    const { layers } = await exported(files, { labels: new Set(['PER']) });
    expect(layers[0]?.article).toMatchObject({
      spans: [{ label: 'PER' }],
      relations: [],
      documentLabels: [{}],
    });
    expect(layers[0]).toMatchObject({ losses: [], leftOut: { labels: 3 } });
  });

  it('never is half of a file: lines in the midst of a merge stop the article', async () => {
    const conflict = { base: null, ours: '{"label":"PER"}', theirs: null };
    const sidecar = serializeSidecar([{ ...a, conflict }]);
    await expect(exported({ 'a.txt.ann.json': sidecar })).rejects.toThrow('Git could not merge');
    const marks = `<<<<<<< ours\n${serializeSidecar([a])}=======\n${serializeSidecar([b])}>>>>>>> theirs\n`;
    await expect(exported({ 'a.txt.ann.json': marks })).rejects.toThrow();
  });

  it('counts lines and keys that this version does not know', async () => {
    const odd = serializeSidecar([
      { ...a, extra: [{ key: 'mood', json: '"good"' }] },
      { kind: 'unknown', id: '00000099-zzzzz9', json: '{"id":"00000099-zzzzz9","shape":"round"}' },
    ]);
    const { layers } = await exported({ 'a.txt.ann.json': odd });
    expect(layers[0]?.leftOut).toMatchObject({ unknownLines: 1, unknownKeys: 1 });
  });
});

it('an article with line ends of Windows and a mark of byte order is as its offsets count', async () => {
  const disk = `\ufeff${TEXT.replaceAll('\n', '\r\n')}`;
  const whole = await exported({
    'a.txt': disk,
    'a.txt.ann.json': sidecarOf(TEXT, [['The bank', 'ORG']]),
  });
  expect(whole.layers[0]?.article.text).toBe(TEXT);
  expect(words(whole)).toEqual([[undefined, 'ORG The bank']]);
  expect(revisionOf(disk)).toBe(revisionOf(TEXT));
});
