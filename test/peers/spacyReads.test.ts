import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DatasetArticle } from '../../server/src/core/formats/dataset.ts';
import type { Format } from '../../server/src/core/formats/format.ts';
import { spacyTokens } from '../../server/src/core/formats/records/spacyTokens.ts';
import { spacy, spacyDoc } from '../../server/src/core/formats/spacy.ts';
import { TextOffsets } from '../../server/src/core/text/offsets.ts';
import { anyArticle } from '../property/core/formats/datasetArbitraries.ts';
import { readDataset, writeDataset } from '../property/core/formats/roundTrip.ts';
import { asSpacyReads, whyNoSpacy } from '../support/spacyReader.ts';

const noSpacy = whyNoSpacy();

function linesOf(format: Format, articles: readonly DatasetArticle[]): string {
  return new TextDecoder().decode(writeDataset(format, articles).files.get('data.jsonl'));
}

/** The spans that mark words, where they are once they begin and end with tokens: offsets in code points. */
function marksOf(article: DatasetArticle, format: Format): string[] {
  const offsets = new TextOffsets(article.text);
  const losses = writeDataset(format, [article]).losses.map((l) => l.loss);
  return article.spans
    .flatMap((span) => {
      const loss = losses.find((l) => l.kind === 'span' && l.item.id === span.id);
      const now = loss?.kind === 'span' ? loss.now : span;
      return now ? [now] : [];
    })
    .filter((s) => s.start < s.end)
    .filter((s) =>
      spacyTokens(article.text, article.language).some((t) => !t.blank && t.start < s.end && t.end > s.start),
    )
    .map((s) =>
      JSON.stringify([offsets.toCodePoint(s.start), offsets.toCodePoint(s.end), s.label, s.entity ?? '']),
    )
    .sort();
}

describe('spaCy itself', () => {
  it('makes a DocBin of what is written for it, with every span on its words', (ctx) => {
    if (noSpacy) ctx.skip(noSpacy);
    const articles = fc.sample(anyArticle(), { numRuns: 500, seed: 6 });
    const views = asSpacyReads('doc', linesOf(spacyDoc, articles));
    expect(views).toHaveLength(articles.length);
    for (const [i, article] of articles.entries()) {
      const view = views[i];
      const found = (view?.spans.sc ?? []).map((s) => JSON.stringify(s)).sort();
      expect([view?.words, found], article.text).toEqual([true, marksOf(article, spacyDoc)]);
    }
  });

  it('writes documents that are read as it read them', async (ctx) => {
    if (noSpacy) ctx.skip(noSpacy);
    const articles = fc.sample(anyArticle(), { numRuns: 300, seed: 8 });
    const views = asSpacyReads('doc', linesOf(spacyDoc, articles));
    const files = new Map([
      ['spacy.jsonl', Buffer.from(views.map((v) => JSON.stringify(v.json)).join('\n'))],
    ]);
    const read = await readDataset(spacyDoc, files);
    expect([read.problems, read.articles.length]).toEqual([[], articles.length]);
    for (const [i, { text, spans }] of read.articles.entries()) {
      const found = spans.map((s) =>
        JSON.stringify([s.parts[0]?.start, s.parts[0]?.end, s.label, s.entity ?? '']),
      );
      expect([text, found.sort()]).toEqual([
        articles[i]?.text,
        (views[i]?.spans.sc ?? []).map((s) => JSON.stringify(s)).sort(),
      ]);
    }
  });

  it('makes training examples of records, where the tokens of its pipeline end with the spans', (ctx) => {
    if (noSpacy) ctx.skip(noSpacy);
    const articles = fc.sample(anyArticle(), { numRuns: 500, seed: 7 }).filter((a) => a.text !== '');
    const records = linesOf(spacy, articles)
      .trimEnd()
      .split('\n')
      .map((line) => {
        const record = JSON.parse(line) as { text: string; spans: { sc: [number, number][] } };
        const cuts = new Set([
          0,
          [...record.text].length,
          ...record.spans.sc.flatMap(([from, to]) => [Number(from), Number(to)]),
        ]);
        const edges = [...cuts].sort((a, b) => a - b);
        return JSON.stringify({ ...record, edges: edges.slice(1).map((end, k) => [edges[k], end]) });
      });
    const views = asSpacyReads('example', records.join('\n'));
    for (const [i, article] of articles.entries()) {
      const offsets = new TextOffsets(article.text);
      const expected = article.spans
        .filter((s) => s.start < s.end)
        .map((s) => [offsets.toCodePoint(s.start), offsets.toCodePoint(s.end), s.label, s.entity ?? '']);
      const order = (spans: readonly unknown[]) => spans.map((s) => JSON.stringify(s)).sort();
      expect(order(views[i]?.spans.sc ?? []), article.text).toEqual(order(expected));
    }
  });
});
