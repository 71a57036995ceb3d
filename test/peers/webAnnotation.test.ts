import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { placeRead } from '../../server/src/core/formats/offsets/placeRead.ts';
import { webAnnotation } from '../../server/src/core/formats/webAnnotation.ts';
import { expectedOf, foundIn, readDataset, writeDataset } from '../property/core/formats/roundTrip.ts';
import { bytesOf, notFetched, peerPath } from '../support/peerFiles.ts';

const FOLDER = 'packages/text-annotator/test';
const file = (path: string) => peerPath('recogito/text-annotator-js', `${FOLDER}/${path}`);
const skipped = file('annotations.w3c.json') ? '' : `: ${notFetched('recogito/text-annotator-js')}`;

const read = (bytes: Uint8Array) => readDataset(webAnnotation, new Map([['annotations.w3c.jsonld', bytes]]));
const folded = (text: string) => text.replace(/\s+/g, ' ').trim();

describe.skipIf(skipped)(`recogito's files${skipped}`, () => {
  it('annotations.w3c.json: five highlights without bodies, of two people, on two sources', async () => {
    const { articles, problems } = await read(bytesOf(file('annotations.w3c.json') ?? ''));
    expect(problems.map((p) => p.code)).toEqual(['web-annotation/no-tag']);
    expect(articles.map((a) => [a.name, a.spans.length, a.relations.length])).toEqual([
      ['https://www.gutenberg.org/files/1727/1727-h/1727-h.htm', 3, 0],
      ['https://www.gutenberg.org', 2, 0],
    ]);
    const spans = articles.flatMap((a) => a.spans);
    expect(spans.every((s) => s.label === 'highlighting' && s.parts.length === 1)).toBe(true);
    // One of them has a line end and an indentation that its quote has as one blank.
    expect(
      spans.map((s) => (s.parts[0]?.end ?? 0) - (s.parts[0]?.start ?? 0) - (s.parts[0]?.quote?.length ?? 0)),
    ).toEqual([0, 0, 8, 0, 0]);
  });

  it('index.html, whose offsets count what its page leaves out: every quote is found, and told', async () => {
    const { articles } = await read(bytesOf(file('annotations.w3c.json') ?? ''));
    const text = readFileSync(file('index.html') ?? '', 'utf8').replace(/<[^>]*>/g, '');
    for (const article of articles) {
      const placed = placeRead(article, text);
      expect(placed.lost).toEqual([]);
      expect(placed.unsure.length).toBe(article.spans.length);
      const own = placed.articles.flatMap((a) => a.spans.map((s) => folded(text.slice(s.start, s.end))));
      expect(own.sort()).toEqual(article.spans.map((s) => folded(s.parts[0]?.quote ?? '')).sort());
      const written = writeDataset(webAnnotation, placed.articles);
      const again = await readDataset(webAnnotation, written.files);
      expect(foundIn(webAnnotation, again.articles, placed.articles)).toEqual(
        expectedOf(webAnnotation, placed.articles, []),
      );
    }
  });

  it('fixtures.ts: twelve characters quoted, 931 said by position: both are kept, and somebody is asked', async () => {
    const fixtures = (await import(/* @vite-ignore */ file('model/w3c/fixtures.ts') ?? '')) as Record<
      string,
      unknown
    >;
    const { articles } = await read(new Uint8Array(Buffer.from(JSON.stringify(fixtures.textAnnotation))));
    const [article] = articles;
    const [part] = article?.spans[0]?.parts ?? [];
    expect([part?.start, part?.end, part?.quote?.length]).toEqual([1070, 2001, 12]);
    expect(article?.spans[0]).toMatchObject({ label: 'commenting', annotator: 'Oleksandr' });
    if (!article) throw new Error('no article');
    const text = `${'x'.repeat(40)} ${part?.quote} ${'y'.repeat(3000)}`;
    const { articles: placed, unsure } = placeRead(article, text);
    expect(unsure.map((u) => u.doubt.code)).toEqual(['requoted']);
    expect(placed[0]?.spans).toMatchObject([{ start: 41, end: 53 }]);
  });

  it('fixtures.ts: a quote without a position', async () => {
    const fixtures = (await import(/* @vite-ignore */ file('model/w3c/fixtures.ts') ?? '')) as Record<
      string,
      unknown
    >;
    const { articles } = await read(
      new Uint8Array(Buffer.from(JSON.stringify(fixtures.incompleteTextAnnotation))),
    );
    expect(articles[0]?.spans[0]?.parts).toMatchObject([{ start: 0, end: 0 }]);
  });
});
