import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorOf } from '../../server/src/core/annotations/create.ts';
import type { Annotation } from '../../server/src/core/annotations/model.ts';
import { serializeSidecar } from '../../server/src/core/annotations/serialize.ts';
import type { DatasetArticle } from '../../server/src/core/formats/dataset.ts';
import { TextOffsets } from '../../server/src/core/text/offsets.ts';
import { revisionOf } from '../../server/src/core/text/revision.ts';
import { exportedArticle } from '../../server/src/service/datasets/exportArticles.ts';
import { ExportedCorpus, WRITABLE } from '../support/exports.ts';
import { FOLDER } from '../support/lsp/client.ts';
import { anyDataset } from './core/formats/datasetArbitraries.ts';

const PROJECT = JSON.stringify({ language: 'en' });
const CHOICE = { layer: 'shared', review: 'drop', empty: 'keep', done: false } as const;

/** The sidecar in which an article's annotations could have come. */
function sidecarOf(article: DatasetArticle): string {
  const offsets = new TextOffsets(article.text);
  const revision = revisionOf(article.text);
  const units = (offset: number) => offsets.toCodePoint(offset);
  const said = ({ note }: { readonly note?: string }) => (note === undefined ? {} : { note });
  const spans = article.spans.map((span): Annotation => {
    const anchor = anchorOf({ article: article.text, range: span, suffix: '', offsets, revision });
    return {
      kind: 'span',
      id: span.id,
      label: span.label,
      ...anchor,
      ...(span.parts ? { parts: span.parts.map((p) => ({ start: units(p.start), end: units(p.end) })) } : {}),
      ...(span.attributes.size > 0 ? { attributes: span.attributes } : {}),
      ...said(span),
      ...(span.entity === undefined ? {} : { entity: span.entity }),
      extra: [],
    };
  });
  const relations = article.relations.map(
    ({ id, label, from, to, attributes, ...rest }): Annotation => ({
      kind: 'relation',
      id,
      label,
      from,
      to,
      ...(attributes.size > 0 ? { attributes } : {}),
      ...said(rest),
      extra: [],
    }),
  );
  const labels = article.documentLabels.map(
    ({ id, label, value, ...rest }): Annotation => ({
      kind: 'documentLabel',
      id,
      label,
      value,
      ...said(rest),
      extra: [],
    }),
  );
  return serializeSidecar([...spans, ...relations, ...labels]);
}

/** Articles that sidecars can say: their own names and languages are of no matter here. */
const anyArticles = anyDataset().map((articles) =>
  articles.map(({ annotator: _, ...article }, i) => ({ ...article, path: `a${i}.txt`, language: 'en' })),
);

function corpusOf(articles: readonly DatasetArticle[]): ExportedCorpus {
  const files: Record<string, string> = { 'pressmark.json': PROJECT };
  for (const article of articles) {
    files[article.path] = article.text;
    files[`${article.path}.ann.json`] = sidecarOf(article);
  }
  return new ExportedCorpus(files);
}

const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1);

describe('articles that come out of their sidecars', () => {
  it('are those that went in', async () => {
    await fc.assert(
      fc.asyncProperty(anyArticles, async (articles) => {
        const { workspace } = corpusOf(articles);
        for (const article of articles) {
          const uri = `${FOLDER}/${article.path}`;
          const exported = await exportedArticle(workspace, uri, article.path, CHOICE);
          if (!('layers' in exported)) throw new Error('obstacles');
          expect(exported.layers.map((l) => l.article)).toEqual([
            {
              ...article,
              relations: [...article.relations].sort(byId),
              documentLabels: [...article.documentLabels].sort(byId),
            },
          ]);
          expect(exported.layers.flatMap((l) => l.losses)).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it.each(WRITABLE.map((f) => f.name))('to %s are counted as the list of losses says', async (to) => {
    await fc.assert(
      fc.asyncProperty(anyArticles, async (articles) => {
        fc.pre(articles.length > 0);
        const corpus = corpusOf(articles);
        const { summary } = await corpus.export({ to, empty: 'keep' });
        const lines = (corpus.out.get('losses.jsonl') ?? '').split('\n').filter((l) => l !== '');
        const losses = lines.map((line) => JSON.parse(line));
        const all = {
          article: articles.length,
          span: articles.flatMap((a) => a.spans).length,
          relation: articles.flatMap((a) => a.relations).length,
          documentLabel: articles.flatMap((a) => a.documentLabels).length,
        };
        for (const { kind, kept, changed, dropped } of summary.losses.outcomes) {
          const own = losses.filter((l) => l.kind === kind);
          expect({ kept, changed, dropped }).toEqual({
            kept: all[kind] - own.length,
            changed: own.filter((l) => l.outcome === 'changed').length,
            dropped: own.filter((l) => l.outcome === 'dropped').length,
          });
        }
        for (const { kind, reason, changed, dropped } of summary.losses.reasons) {
          const own = losses.filter(
            (l) => l.kind === kind && l.reasons.some((r: { code: string }) => r.code === reason),
          );
          expect(changed + dropped).toBe(own.length);
        }
        for (const { kind, article, start, end, quote, parts, characters } of losses) {
          if (start === undefined || parts) continue;
          const text = [...(articles.find((a) => a.path === article)?.text ?? '')];
          if (kind === 'article') {
            expect(start + characters).toBeLessThanOrEqual(text.length);
            continue;
          }
          expect(text.slice(start, end).join('')).toBe(quote);
        }
        const written = summary.splits.flatMap((s) => s.labels).reduce((sum, l) => sum + l.written, 0);
        const dropped = losses.filter((l) => l.outcome === 'dropped').length;
        expect(written).toBe(all.span + all.relation + all.documentLabel - dropped);
      }),
      { numRuns: 25 },
    );
  });
});
