import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMessage } from '../../../../server/src/core/message.ts';
import type { ImportPlan } from '../../../../server/src/service/datasets/importReport.ts';
import { BOTH_WAYS, ImportedCorpus } from '../../../support/imports.ts';
import { anyDataset } from '../../core/formats/datasetArbitraries.ts';
import { writeDataset } from '../../core/formats/roundTrip.ts';

function errorsOf(plan: ImportPlan): string[] {
  return [...plan.problems, ...plan.files.flatMap((f) => f.problems)]
    .filter((p) => p.severity === 'error')
    .map((p) => `${p.file}:${p.line} ${p.code} ${formatMessage(p.message)}`);
}

/** Texts that an article of a corpus can have. */
const sound = anyDataset().filter((all) =>
  all.every(({ text }) => text.isWellFormed() && !text.includes('\0') && text.trim() !== ''),
);

describe.each(BOTH_WAYS)('$name', (format) => {
  it('is imported a second time without any change', async () => {
    await fc.assert(
      fc.asyncProperty(sound, async (articles) => {
        const corpus = new ImportedCorpus({ 'pressmark.json': '{}' });
        for (const [path, bytes] of writeDataset(format, articles).files) corpus.give(path, bytes);
        const wish = { unknownNames: 'keep' } as const;
        const first = await corpus.import(format.name, wish);
        fc.pre(articles.length > 0);
        expect(errorsOf(first)).toEqual([]);
        const before = corpus.files;
        const second = await corpus.plan(format.name, wish);
        expect(errorsOf(second)).toEqual([]);
        expect(second.changes.map((c) => c.uri)).toEqual([]);
        expect(second.files.map((f) => f.added + f.created)).toEqual(second.files.map(() => 0));
        expect(corpus.files).toEqual(before);
      }),
      { numRuns: 12 },
    );
  });
});
