import { expect, type TestContext } from 'vitest';
import { type DatasetArticle, partsOf } from '../../server/src/core/formats/dataset.ts';
import type { Format } from '../../server/src/core/formats/format.ts';
import { placeRead } from '../../server/src/core/formats/offsets/placeRead.ts';
import type { FileProblem } from '../../server/src/core/formats/readArticle.ts';
import { expectedOf, foundIn, readDataset, writeDataset } from '../property/core/formats/roundTrip.ts';
import { bytesOf, notFetched, peerPath } from './peerFiles.ts';

type Json = Record<string, unknown>;

/** The path of a peer's file; where it is not here the test is skipped, and says so. */
export function peerFile(ctx: TestContext, repository: string, path: string): string {
  return peerPath(repository, path) ?? ctx.skip(notFetched(repository));
}

/** The records of a file of JSON Lines, by nothing of ours. */
export function jsonLinesOf(path: string): Json[] {
  return Buffer.from(bytesOf(path))
    .toString()
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Json);
}

/** What a peer's file gives, and its articles at their places. */
export async function readPeer(format: Format, path: string, options: Record<string, string> = {}) {
  const ending = format.endings.find((e) => path.endsWith(e)) ?? '';
  const name = `peer${format.endings[0] ?? ''}`;
  expect(format.endings, path).toContain(ending);
  const { articles, problems } = await readDataset(format, new Map([[name, bytesOf(path)]]), options);
  const placed = articles.map((a) => placeRead(a));
  return { articles, problems, placed, layers: placed.flatMap((p) => p.articles) };
}

/** How often each code of problems occurs. */
export function codesOf(problems: readonly FileProblem[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { code } of problems) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

/** The words of every span, in order, with its label. */
export function wordsOf(articles: readonly DatasetArticle[]): string[] {
  return articles.flatMap((a) =>
    a.spans.map(
      (s) =>
        `${s.label}:${partsOf(s)
          .map((p) => a.text.slice(p.start, p.end))
          .join(' … ')}`,
    ),
  );
}

/** Writes articles in a format and reads them again: nothing may be lost but what is told. Gives how much was told. */
export async function roundTrip(format: Format, layers: readonly DatasetArticle[]): Promise<number> {
  const articles = layers.map((layer, i) => ({ ...layer, path: `peer/${i}.txt` }));
  const written = writeDataset(format, articles);
  const read = await readDataset(format, written.files);
  expect(foundIn(format, read.articles, articles)).toEqual(expectedOf(format, articles, written.losses));
  return written.losses.length;
}
