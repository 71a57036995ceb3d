import { mkdtempSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { revisionOf } from '../../../server/src/core/text/revision.ts';
import { keptTexts } from '../../../server/src/disk/keptTexts.ts';

const place = () => join(mkdtempSync(join(tmpdir(), 'pressmark-texts-')), 'texts');
const YEAR = 366 * 24 * 3600 * 1000;

it('a text comes back by its revision, for this user only', async () => {
  const folder = place();
  const kept = keptTexts(folder, () => undefined);
  const text = 'Tổng thống\r\n\u{1f600}\n';
  expect(await kept.get(revisionOf(text))).toBeUndefined();
  await kept.put(revisionOf(text), text);
  await kept.put(revisionOf(text), text);
  expect(await keptTexts(folder, () => undefined).get(revisionOf(text))).toBe(text);
  expect(readdirSync(folder)).toEqual([`${revisionOf(text)}.txt`]);
  expect(statSync(join(folder, `${revisionOf(text)}.txt`)).mode & 0o777).toBe(0o600);
});

it('a revision that is none leads nowhere', async () => {
  const folder = place();
  const kept = keptTexts(folder, () => undefined);
  for (const rev of ['../../etc/passwd', '', '0123456789AB', '0123456789abc', '0123456789ab\n']) {
    await kept.put(rev, 'x');
    expect(await kept.get(rev)).toBeUndefined();
  }
});

it('what nobody needs for a year goes, what is used stays', async () => {
  const folder = place();
  const first = keptTexts(folder, () => undefined);
  for (const text of ['old', 'used', 'read']) await first.put(revisionOf(text), text);
  writeFileSync(join(folder, 'notes.txt'), 'not ours');
  const old = new Date(Date.now() - YEAR);
  for (const name of readdirSync(folder)) utimesSync(join(folder, name), old, old);
  const kept = keptTexts(folder, () => undefined);
  await kept.put(revisionOf('used'), 'used');
  expect(await kept.get(revisionOf('read'))).toBe('read');
  await kept.put(revisionOf('new'), 'new');
  expect(readdirSync(folder).sort()).toEqual(
    ['notes.txt', ...['new', 'read', 'used'].map((text) => `${revisionOf(text)}.txt`)].sort(),
  );
});

it('a disk that takes nothing is told of, and throws nothing', async () => {
  const folder = place();
  writeFileSync(folder, 'a file where the folder should be');
  const told: string[] = [];
  await keptTexts(folder, (line) => told.push(line)).put(revisionOf('x'), 'x');
  expect(told).toEqual([expect.stringContaining('cannot be kept there')]);
});
