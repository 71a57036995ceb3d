import { describe, expect, it } from 'vitest';
import { brat } from '../../../../server/src/core/formats/brat.ts';
import type { Format } from '../../../../server/src/core/formats/format.ts';
import type { ReadArticle } from '../../../../server/src/core/formats/readArticle.ts';
import { webAnnotation } from '../../../../server/src/core/formats/webAnnotation.ts';
import { yedda } from '../../../../server/src/core/formats/yedda.ts';

// Each of these takes minutes where the work grows faster than the file.

async function articleOf(
  format: Format,
  path: string,
  content: string,
  beside: Readonly<Record<string, string>> = {},
): Promise<ReadArticle | undefined> {
  const files = new Map(Object.entries(beside).map(([name, text]) => [name, Buffer.from(text)]));
  const file = { path, bytes: Buffer.from(content), beside: files };
  let found: ReadArticle | undefined;
  for await (const item of format.read?.(file, { options: new Map() }) ?? [])
    if (item.kind === 'article') found = item.article;
  return found;
}
const many = <T>(count: number, make: (i: number) => T) => Array.from({ length: count }, (_, i) => make(i));

describe('a large file', () => {
  it('of brat’s may have many fragments, in one annotation or many', async () => {
    const text = 'Ani dan Budi. '.repeat(60_000);
    const lines = many(
      10_000,
      (i) => `T${i}\tPER ${14 * i} ${14 * i + 3};${14 * i + 8} ${14 * i + 12}\tAni Budi\n`,
    );
    const places = many(10_000, (i) => `${14 * i} ${14 * i + 3}`).join(';');
    const long = `T99999\tPER ${places}\t${many(10_000, () => 'Ani').join(' ')}\n`;
    const article = await articleOf(brat, 'a.ann', lines.join('') + long, { 'a.txt': text });
    expect(article?.spans).toHaveLength(10_001);
    expect(article?.spans[9999]?.parts).toEqual([
      { start: 139_986, end: 139_989, quote: 'Ani' },
      { start: 139_994, end: 139_998, quote: 'Budi' },
    ]);
    expect(article?.spans.at(-1)?.parts[9999]).toEqual({ start: 139_986, end: 139_989, quote: 'Ani' });
  });

  it('of YEDDA’s may have many marks', async () => {
    const article = await articleOf(
      yedda,
      'a.txt.ann',
      `[@Ani#PER*] pergi. ${'Lama sekali. '.repeat(5)}`.repeat(20_000),
    );
    expect(article?.spans).toHaveLength(20_000);
    expect(article?.spans.every((s) => s.parts[0]?.quote === 'Ani')).toBe(true);
  });

  it('of Web Annotations may have many words without positions, targets, tags and replies', async () => {
    const text = `${'x '.repeat(200_000)}Ani pergi.`;
    const words = (exact: string) => ({ source: 'a.txt', selector: { type: 'TextQuoteSelector', exact } });
    const at = (start: number) => ({
      source: 'a.txt',
      selector: { type: 'TextPositionSelector', start, end: start + 1 },
    });
    const tag = (value: string, purpose = 'tagging') => ({ type: 'TextualBody', purpose, value });
    const replies = many(5000, (i) => ({
      id: `#r${i}`,
      target: i === 0 ? '#w0' : `#r${i - 1}`,
      body: tag(`reply ${i}`, 'replying'),
    }));
    const annotations = [
      ...many(3000, (i) => ({ id: `#w${i}`, body: tag('PER'), target: words('Ani') })),
      { id: '#targets', body: tag('PER'), target: many(10_000, (i) => at(2 * i)) },
      { id: '#tags', body: many(10_000, (i) => tag(`T${i}`)), target: at(0) },
      { id: '#values', body: [tag('PER'), ...many(10_000, (i) => tag(`v${i}`, 'odd'))], target: at(0) },
      ...replies.reverse(),
    ];
    const article = await articleOf(webAnnotation, 'a.jsonld', JSON.stringify(annotations), {
      'a.txt': text,
    });
    expect(article?.spans).toHaveLength(3000 + 1 + 10_000 + 1);
    expect(article?.spans[0]?.parts).toEqual([{ start: 400_000, end: 400_003, quote: 'Ani' }]);
    expect(article?.spans[0]?.note?.split('\n')).toHaveLength(5000);
    expect(article?.spans[3000]?.parts).toHaveLength(10_000);
    expect(article?.spans.at(-1)?.attributes.get('odd')).toHaveLength(10_000);
    expect(new Set(article?.spans.map((s) => s.id)).size).toBe(13_002);
  });
});
