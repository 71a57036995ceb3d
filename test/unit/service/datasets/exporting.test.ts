import { describe, expect, it } from 'vitest';
import type { Checkpoint } from '../../../../server/src/service/datasets/exportJournal.ts';
import { ExportRefused } from '../../../../server/src/service/datasets/exportRefused.ts';
import { sidecarOf } from '../../../support/agreementCorpus.ts';
import { ExportedCorpus, OUT, WRITABLE } from '../../../support/exports.ts';
import { FOLDER } from '../../../support/lsp/client.ts';

const TEXT = 'Anna Kern met Lin Wu in Hanoi 😀 today.\n';
const PROJECT = JSON.stringify({
  language: 'en',
  labels: [{ name: 'PER' }, { name: 'LOC' }, { name: 'ORG' }],
});

/** Seven articles, each with its own number in it; checkpoints stand behind every second one. */
function sevenArticles(): Record<string, string> {
  const files: Record<string, string> = { 'pressmark.json': PROJECT };
  for (let i = 0; i < 7; i++) {
    const text = `${i} ${TEXT}`;
    files[`a${i}.txt`] = text;
    files[`a${i}.txt.ann.json`] = sidecarOf(text, [
      ['Anna Kern', 'PER'],
      ['Kern met', 'ORG'],
      ['Hanoi', 'LOC'],
    ]);
  }
  return files;
}

/** Stops, or fails, once the pass has paused or written so often. */
class StopAfter {
  private asked = 0;
  private readonly times: number;

  constructor(times: number) {
    this.times = times;
  }

  get isCancellationRequested(): boolean {
    return this.asked++ >= this.times;
  }
}

describe('an export into a folder', () => {
  it('has data, the list of losses and the report, and leaves nothing beside itself', async () => {
    const corpus = new ExportedCorpus(sevenArticles());
    const { outcome, summary } = await corpus.export({ to: 'conll' });
    expect(outcome).toBe('written');
    expect([...corpus.out.keys()]).toEqual(['data.conll', 'export.json', 'losses.jsonl']);
    expect(corpus.unfinished.size).toBe(0);
    expect(summary.splits).toMatchObject([{ name: 'data', articles: 7, layers: 7 }]);
    const losses = [...(corpus.out.get('losses.jsonl') ?? '').matchAll(/"outcome":"dropped"/g)].length;
    expect(summary.losses.outcomes.find((o) => o.kind === 'span')).toEqual({
      kind: 'span',
      kept: 21 - losses,
      changed: 0,
      dropped: losses,
    });
    expect(JSON.parse(corpus.out.get('export.json') ?? '')).toMatchObject({
      version: 1,
      format: { name: 'conll' },
    });
  });

  it.each(WRITABLE.map((f) => f.name))('to %s gives the same bytes every time', async (to) => {
    const [first, second] = [new ExportedCorpus(sevenArticles()), new ExportedCorpus(sevenArticles())];
    await first.export({ to });
    await second.export({ to });
    expect(first.out).toEqual(second.out);
    expect(first.out.size).toBeGreaterThan(2);
  });

  it('overwrites neither what is no export, nor an export unless it is told to', async () => {
    const corpus = new ExportedCorpus(sevenArticles());
    corpus.host.write(`${OUT}/thesis.txt`, 'mine');
    await expect(corpus.export()).rejects.toThrow('no export of Pressmark');
    await expect(corpus.export({}, { force: true })).rejects.toThrow('no export of Pressmark');
    expect([...corpus.out]).toEqual([['thesis.txt', 'mine']]);
    corpus.host.contents.clear();
    const other = new ExportedCorpus(sevenArticles());
    await other.export({ to: 'conll' });
    await expect(other.export({ to: 'brat' })).rejects.toThrow(ExportRefused);
    expect(other.out.has('data.conll')).toBe(true);
    await other.export({ to: 'brat' }, { force: true });
    expect(other.out.has('data.conll')).toBe(false);
    expect(other.out.has('data/a0.ann')).toBe(true);
    expect(other.host.folder(`${OUT}.old`).size).toBe(0);
  });

  it.each([`${OUT}.partial`, `${OUT}.old`])('leaves %s alone, which is somebody’s own', async (folder) => {
    const corpus = new ExportedCorpus(sevenArticles());
    await corpus.export({ to: 'brat' });
    corpus.host.write(`${folder}/thesis.txt`, 'mine');
    for (const choice of [{ force: true }, { resume: true }])
      await expect(corpus.export({ to: 'conll' }, choice)).rejects.toThrow(ExportRefused);
    expect(corpus.host.folder(folder).get('thesis.txt')).toBe('mine');
    expect(corpus.out.has('data/a0.ann')).toBe(true);
  });

  it('replaces no export into which somebody has put files', async () => {
    const corpus = new ExportedCorpus(sevenArticles());
    await corpus.export({ to: 'brat' });
    corpus.host.write(`${OUT}/data/notes.txt`, 'mine');
    await expect(corpus.export({ to: 'conll' }, { force: true })).rejects.toThrow('no export wrote it');
    expect(corpus.out.get('data/notes.txt')).toBe('mine');
  });

  it('to a full disk leaves what it has written for the next run, and no dataset', async () => {
    const corpus = new ExportedCorpus(sevenArticles());
    corpus.host.room = 900;
    await expect(corpus.export({ to: 'conll' })).rejects.toThrow('ENOSPC');
    expect(corpus.out.size).toBe(0);
    expect(corpus.unfinished.size).toBeGreaterThan(0);
    corpus.host.room = Number.POSITIVE_INFINITY;
    await expect(corpus.export({ to: 'conll' })).rejects.toThrow('was broken off');
    await corpus.export({ to: 'conll' }, { resume: true });
    const whole = new ExportedCorpus(sevenArticles());
    await whole.export({ to: 'conll' });
    expect(corpus.out).toEqual(whole.out);
  });

  it('strict leaves nothing behind where something would be lost', async () => {
    const corpus = new ExportedCorpus(sevenArticles());
    const lossy = await corpus.export({ to: 'conll', strict: true });
    expect(lossy.outcome).toBe('lossy');
    expect(lossy.pass.examples.length).toBeGreaterThan(0);
    expect(corpus.out.size + corpus.unfinished.size).toBe(0);
    expect((await corpus.export({ to: 'brat', strict: true })).outcome).toBe('written');
  });

  it('names every file that cannot be read and writes nothing, or leaves the article out', async () => {
    const files = sevenArticles();
    const corpus = new ExportedCorpus({
      ...files,
      'a1.txt': new Uint8Array([0xff, 0xfe, 0x41, 0x00]),
      'a3.txt.ann.json': '{"pressmark":1,"annotations":[\n{"id":',
    });
    const failed = await corpus.export();
    expect(failed.outcome).toBe('unreadable');
    expect(failed.obstacles.map((o) => o.uri)).toEqual([`${FOLDER}/a1.txt`, `${FOLDER}/a3.txt.ann.json`]);
    expect(corpus.out.size + corpus.unfinished.size).toBe(0);
    const { outcome, summary } = await corpus.export({ keepGoing: true });
    expect(outcome).toBe('written');
    expect(summary.splits[0]?.articles).toBe(5);
  });

  it('of nothing is refused', async () => {
    const corpus = new ExportedCorpus({ 'pressmark.json': PROJECT, 'a.txt': TEXT });
    await expect(corpus.export()).rejects.toThrow('nothing to export');
    expect(corpus.unfinished.size).toBe(0);
  });
});

/** What a journal says last of the size of a file. */
function sizeIn(journal: string, file: string): number {
  const sizes = [...journal.matchAll(new RegExp(`"file":"${file}","size":(\\d+)`, 'g'))];
  return Number(sizes.at(-1)?.[1]);
}

describe('an export that was broken off', () => {
  const FORMATS_OF_BOTH_KINDS = ['spacy', 'conll', 'brat', 'label-studio'];

  it.each(FORMATS_OF_BOTH_KINDS)(
    'to %s goes on to the very same bytes, wherever it was stopped',
    async (to) => {
      const whole = new ExportedCorpus(sevenArticles());
      await whole.export({ to });
      for (let room = 300; room < 12_000; room += 700) {
        const corpus = new ExportedCorpus(sevenArticles());
        corpus.host.room = room;
        const done = await corpus.export({ to }).then(
          () => true,
          () => false,
        );
        corpus.host.room = Number.POSITIVE_INFINITY;
        if (!done) await corpus.export({ to }, { resume: true });
        expect(corpus.out).toEqual(whole.out);
        expect(corpus.unfinished.size).toBe(0);
      }
    },
  );

  it('writes what is done no second time, where the format allows that', async () => {
    const corpus = new ExportedCorpus(sevenArticles());
    corpus.host.room = 4_000;
    await expect(corpus.export({ to: 'spacy' })).rejects.toThrow('ENOSPC');
    const journal = corpus.unfinished.get('.journal.jsonl') ?? '';
    expect(journal.split('\n').length).toBeGreaterThan(3);
    const last: Checkpoint = JSON.parse(journal.trim().split('\n').at(-1) ?? '');
    const written = last.state.counts.splits[0]?.layers === last.next ? sizeIn(journal, 'data.jsonl') : 0;
    corpus.host.room = Number.POSITIVE_INFINITY;
    corpus.host.appended.clear();
    const { summary } = await corpus.export({ to: 'spacy' }, { resume: true });
    expect(summary.splits[0]?.articles).toBe(7);
    const all = Buffer.byteLength(corpus.out.get('data.jsonl') ?? '');
    expect(written).toBeGreaterThan(0);
    expect(corpus.host.appended.get(`${OUT}.partial/data.jsonl`)).toBe(all - written);
  });

  it.each([
    ['an annotation', 'a0.txt.ann.json', () => sidecarOf(`0 ${TEXT}`, [['Hanoi', 'LOC']]), 'have changed'],
    ['an article', 'a1.txt', () => `1 ${TEXT}More.\n`, 'have changed'],
    ['somebody’s new sidecar', 'a0.txt.gold.ann.json', () => sidecarOf(`0 ${TEXT}`, []), 'have changed'],
    ['a new article', 'a00.txt', () => TEXT, 'other options or of other articles'],
  ])('does not go on once %s has changed', async (_what, path, content, told) => {
    const corpus = new ExportedCorpus(sevenArticles());
    corpus.host.room = 4_000;
    await expect(corpus.export({ to: 'spacy' })).rejects.toThrow('ENOSPC');
    corpus.host.room = Number.POSITIVE_INFINITY;
    corpus.host.write(`${FOLDER}/${path}`, content());
    await expect(corpus.export({ to: 'spacy' }, { resume: true })).rejects.toThrow(told);
  });

  it('does not go on with other options, and begins anew where it is told to', async () => {
    const corpus = new ExportedCorpus(sevenArticles());
    corpus.host.room = 4_000;
    await expect(corpus.export({ to: 'spacy' })).rejects.toThrow('ENOSPC');
    corpus.host.room = Number.POSITIVE_INFINITY;
    await expect(corpus.export({ to: 'spacy', labels: ['PER'] }, { resume: true })).rejects.toThrow(
      'other options',
    );
    await corpus.export({ to: 'spacy', labels: ['PER'] }, { force: true });
    expect(corpus.out.get('data.jsonl')).not.toContain('LOC');
  });

  it('is stopped by whoever waits for it, and goes on', async () => {
    const corpus = new ExportedCorpus(sevenArticles());
    corpus.host.now = () => performance.now() * 1e6;
    await expect(corpus.export({ to: 'spacy' }, {}, new StopAfter(4))).rejects.toThrow('cancelled');
    expect(corpus.out.size).toBe(0);
    await corpus.export({ to: 'spacy' }, { resume: true });
    const whole = new ExportedCorpus(sevenArticles());
    await whole.export({ to: 'spacy' });
    expect(corpus.out).toEqual(whole.out);
  });
});
