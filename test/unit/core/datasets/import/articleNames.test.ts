import { describe, expect, it } from 'vitest';
import {
  articleFile,
  numbered,
  stemOf,
} from '../../../../../server/src/core/datasets/import/articleNames.ts';

describe('the file of an article that is made', () => {
  it.each([
    ['2026/b', '2026/b.txt'],
    ['2026/b.txt', '2026/b.txt'],
    ['B.TXT', 'B.txt'],
    ['../../etc/passwd', 'etc/passwd.txt'],
    ['..\\..\\x', 'x.txt'],
    ['/abs/./x', 'abs/x.txt'],
    ['C:\\news\\x.txt', 'C_/news/x.txt'],
    ['.hidden', '_hidden.txt'],
    ['.git/config', '_git/config.txt'],
    ['a.txt.ann.json', 'a.txt.ann.json.txt'],
    ['con', '_con.txt'],
    ['nul.txt', '_nul.txt'],
    ['a\nb\0c', 'a_b_c.txt'],
    ['http://example.org/a?b=1', 'http_/example.org/a_b=1.txt'],
    ['-rf', '-rf.txt'],
    ['a. ', 'a_.txt'],
    ['Thứ hai', 'Thứ hai.txt'],
  ])('of %j is %j', (name, file) => {
    expect(articleFile(name)).toBe(file);
  });

  it('is none where a name means nothing', () => {
    for (const name of ['', '/', '..', '../..', ' . ']) expect(articleFile(name)).toBeUndefined();
  });

  it('is never longer than a disk allows', () => {
    for (const name of ['x'.repeat(5000), '😀'.repeat(500), `${'ệ'.repeat(300)}.txt`])
      expect(Buffer.byteLength(articleFile(name) ?? '')).toBeLessThanOrEqual(170);
  });

  it('lies in no more folders than a path may have', () => {
    expect(articleFile(`${'a/'.repeat(200_000)}b/c`)).toBe(`${'a/'.repeat(10)}b/c.txt`);
  });

  it('gets a number where another one has it', () => {
    expect(numbered('a/b.txt', 2)).toBe('a/b-2.txt');
  });
});

it('compares names without their endings', () => {
  expect(['./a/b.ann', '/a/b.txt', 'a\\b.xmi', 'a/b'].map(stemOf)).toEqual(['a/b', 'a/b', 'a/b', 'a/b']);
  expect(stemOf('a.b/c')).toBe('a.b/c');
});
