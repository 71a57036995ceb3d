import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sidecarOf } from '../../../support/agreementCorpus.ts';
import { ExportedCorpus, OUT } from '../../../support/exports.ts';

const LABELS = ['PER', 'LOC', 'zeta', 'Alpha', 'a:b', 'É', 'B-PER'];

/** Articles with one label each, in a project that lists the first two labels only. */
function corpusOf(labels: readonly string[]): ExportedCorpus {
  const files: Record<string, string> = {
    'pressmark.json': JSON.stringify({ language: 'en', labels: [{ name: 'PER' }, { name: 'LOC' }] }),
  };
  for (const [i, label] of labels.entries()) {
    // Near-duplicates would stay together.
    const text = `Anna Kern met ${Array.from({ length: 20 }, (_, w) => `w${i}x${w}`).join(' ')}.\n`;
    files[`a${i}.txt`] = text;
    files[`a${i}.txt.ann.json`] = sidecarOf(text, [['Anna Kern', label]]);
  }
  return new ExportedCorpus(files);
}

/** The names of numbers that each file of the dataset states. */
function namesIn(corpus: ExportedCorpus): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [uri, bytes] of corpus.host.contents) {
    if (!uri.startsWith(`${OUT}/`)) continue;
    const stated = Buffer.from(bytes).toString('utf8');
    const names = /"names":\s*(\[[^\]]*\])/.exec(stated)?.[1];
    if (names !== undefined) found.set(uri.slice(OUT.length + 1), JSON.parse(names));
  }
  return found;
}

const anyLabels = fc.array(fc.constantFrom(...LABELS), { minLength: 3, maxLength: 9 });
const parts = [
  { name: 'train', share: 0.5 },
  { name: 'validation', share: 0.25 },
  { name: 'test', share: 0.25 },
];

describe.each([
  ['parquet', new Map<string, string>()],
  ['huggingface', new Map([['tags', 'ids']])],
])('numbers of labels in %s', (to, options) => {
  it('are the same in every part of any split, the labels included that the project does not list', async () => {
    await fc.assert(
      fc.asyncProperty(anyLabels, fc.nat(1000), async (labels, seed) => {
        const corpus = corpusOf(labels);
        await corpus.export({ to, options, split: { parts, seed: `${seed}` } });
        const names = namesIn(corpus);
        const others = [...new Set(labels)].filter((l) => l !== 'PER' && l !== 'LOC').sort();
        const expected = ['O', ...['PER', 'LOC', ...others].flatMap((l) => [`B-${l}`, `I-${l}`])];
        expect([...names.keys()].length).toBeGreaterThan(0);
        for (const [file, stated] of names) expect([file, stated]).toEqual([file, expected]);
      }),
      { numRuns: 40 },
    );
  });

  it('are the same once an export that was broken off has gone on', async () => {
    const labels = ['zeta', 'PER', 'Alpha', 'É', 'LOC', 'zeta', 'a:b', 'B-PER'];
    const whole = corpusOf(labels);
    await whole.export({ to, options, split: { parts, seed: '1' } });
    for (let room = 500; room < 8_000; room += 900) {
      const corpus = corpusOf(labels);
      corpus.host.room = room;
      const done = await corpus.export({ to, options, split: { parts, seed: '1' } }).then(
        () => true,
        () => false,
      );
      corpus.host.room = Number.POSITIVE_INFINITY;
      if (!done) await corpus.export({ to, options, split: { parts, seed: '1' } }, { resume: true });
      expect(namesIn(corpus)).toEqual(namesIn(whole));
    }
  });
});
