import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../../server/src/core/annotations/model.ts';
import { isSidecar } from '../../../../server/src/core/annotations/sidecarNames.ts';
import { brat } from '../../../../server/src/core/formats/brat.ts';
import { ExportedCorpus } from '../../../support/exports.ts';
import { BOTH_WAYS, ImportedCorpus } from '../../../support/imports.ts';
import { anyDataset } from '../../core/formats/datasetArbitraries.ts';
import { writeDataset } from '../../core/formats/roundTrip.ts';

/** Articles with all kinds of annotations, as a project has them: named as labels can be. */
const articles = anyDataset({ label: fc.constantFrom('PER', 'ORG', 'GPE') })
  .filter(
    (all) =>
      all.length > 0 &&
      all.every(({ text }) => text.isWellFormed() && !text.includes('\0') && text.trim() !== ''),
  )
  .map((all) => all.map((a, i) => ({ ...a, text: `${i}. ${a.text}`, spans: a.spans.map(shifted) })))
  .map((all) => all.map(({ annotator: _, ...a }) => a));

function shifted<T extends { start: number; end: number; parts?: readonly { start: number; end: number }[] }>(
  span: T,
): T {
  const move = ({ start, end }: { start: number; end: number }) => ({ start: start + 3, end: end + 3 });
  return { ...span, ...move(span), ...(span.parts ? { parts: span.parts.map(move) } : {}) };
}

/** The files of a corpus that has these articles in it. */
async function corpusOf(all: Parameters<typeof writeDataset>[1]): Promise<Map<string, string>> {
  const corpus = new ImportedCorpus({ 'pressmark.json': '{}' });
  for (const [path, bytes] of writeDataset(brat, all).files) corpus.give(path.replace(/^data\//, ''), bytes);
  // Of a text beyond the first plane, tags on no words do not tell what offsets count: brat's count code points.
  await corpus.import('brat', { unknownNames: 'keep', offsets: 'codePoint' });
  return corpus.files;
}

/**
 * Formats whose files nowhere say what their offsets count: for tags on no words in a text beyond the first plane, which
 * do not tell it either, whoever imports them is asked, and says it.
 */
const UNSTATED: ReadonlySet<string> = new Set(['brat', 'web-annotation']);

/** What a sidecar says, whatever its ids are. */
function content(annotations: readonly Annotation[]): string[] {
  const byId = new Map(annotations.map((a) => [a.id, a]));
  const contentOf = (id: string): string => {
    const annotation = byId.get(id);
    if (!annotation) return id;
    const own = Object.entries({ ...annotation, id: '' }).map(([key, value]) => {
      if (key === 'from' || key === 'to') return [key, contentOf(String(value))];
      return [key, value instanceof Map ? [...value].sort() : value];
    });
    return JSON.stringify(own.sort());
  };
  return annotations.map((a) => contentOf(a.id)).sort();
}

describe.each(BOTH_WAYS)('$name', (format) => {
  it('brings back what was exported without loss, into an empty corpus and into its own', async () => {
    let whole = 0;
    await fc.assert(
      fc.asyncProperty(articles, async (all) => {
        const files = await corpusOf(all);
        const exported = new ExportedCorpus(Object.fromEntries(files));
        const { summary } = await exported.export({ to: format.name, empty: 'keep', review: 'keep' });
        if (summary.losses.reasons.length > 0) return;
        whole++;
        const empty = new ImportedCorpus(Object.fromEntries([...files].filter(([path]) => !isSidecar(path))));
        const full = new ImportedCorpus(Object.fromEntries(files));
        for (const [path, content] of exported.out) {
          empty.give(path, content);
          full.give(path, content);
        }
        const names = [...exported.out.keys()].filter(
          (p) => !/^(?:export\.json|losses\.jsonl|README)/.test(p),
        );
        const own = names.filter((p) => format.endings.some((e) => p.endsWith(e)));
        if (own.length === 0) return;
        const said = UNSTATED.has(format.name) ? ({ offsets: 'codePoint' } as const) : {};
        const wish = { unknownNames: 'keep', ...said } as const;
        expect((await full.plan(format.name, wish, own)).changes.map((c) => c.uri)).toEqual([]);
        await empty.import(format.name, wish, own);
        for (const path of [...files.keys()].filter(isSidecar))
          expect(content(empty.annotations(path))).toEqual(content(full.annotations(path)));
      }),
      { numRuns: 10 },
    );
    // What labels tokens, or holds no links, loses something of nearly every such article.
    if (format.holds.insideTokens === 'kept' && format.holds.relations === 'kept')
      expect(whole).toBeGreaterThan(0);
  });
});
