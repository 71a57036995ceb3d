import { describe, expect, test } from 'vitest';
import {
  folderOfArticle,
  parseProject,
  sourcePath,
  translationPaths,
} from '../../../../server/src/core/project.ts';

const parsed = (folders: unknown) => parseProject(JSON.stringify({ folders }));
const codes = (folders: unknown) => parsed(folders).problems.map((p) => p.code);

describe('folders', () => {
  test('are read, however their paths are written', () => {
    const { project, problems } = parsed([
      { path: './id/', language: 'id', translationOf: 'en/' },
      { path: 'en', language: 'auto' },
    ]);
    expect(problems).toEqual([]);
    expect(project.folders).toMatchObject([
      { path: 'id', language: 'id', translationOf: 'en' },
      { path: 'en' },
    ]);
    expect(project.folders[1]).not.toHaveProperty('language');
  });

  test('report what cannot be used, and keep the rest', () => {
    expect(codes([{ path: 'id' }, { path: 'id/', language: 'id' }])).toEqual(['project/doubled-folder']);
    expect(codes([{ path: 'id', translationOf: 'id' }])).toEqual(['project/own-translation']);
    expect(codes([{ path: 'id', translationOf: 'id/en' }])).toEqual(['project/own-translation']);
    expect(codes([{ path: '../id' }])).toEqual(['project/value']);
    expect(codes([{ path: 'id', translationOf: '/en' }])).toEqual(['project/value']);
    expect(codes([{ language: 'id' }])).toEqual(['project/value']);
    expect(codes([{ path: 'id', lang: 'id' }])).toEqual(['project/unknown-key']);
    expect(codes({ id: 'id' })).toEqual(['project/value']);
    expect(parsed([{ path: 'id', language: 'id', translationOf: 'id' }]).project.folders).toEqual([
      { path: 'id', language: 'id', place: { start: 12, end: 62 } },
    ]);
  });

  test('may be the whole project, and have dots and doubled strokes in their paths', () => {
    for (const path of ['.', './', './/']) {
      const { project, problems } = parsed([
        { path, language: 'vi' },
        { path: 'b', language: 'id' },
      ]);
      expect(problems).toEqual([]);
      expect(folderOfArticle(project.folders, 'a/x.txt')?.language).toBe('vi');
      expect(folderOfArticle(project.folders, 'b/x.txt')?.language).toBe('id');
    }
    for (const path of ['a/./b', 'a//b', './/a/b/.'])
      expect(parsed([{ path, language: 'vi' }]).project.folders[0]?.path).toBe('a/b');
    expect(parsed([{ path: '.hidden' }]).project.folders[0]?.path).toBe('.hidden');
    expect(codes([{ path: '.', translationOf: 'en' }])).toEqual(['project/own-translation']);
    expect(codes([{ path: 'id', translationOf: './' }])).toEqual(['project/own-translation']);
  });

  const { folders } = parsed([
    { path: 'id', language: 'id', translationOf: 'en' },
    { path: 'id/old', language: 'ms' },
    { path: 'vi', translationOf: 'en' },
  ]).project;

  test('speak for what they hold, the innermost first', () => {
    expect(folderOfArticle(folders, 'id/a.txt')?.language).toBe('id');
    expect(folderOfArticle(folders, 'id/old/a.txt')?.language).toBe('ms');
    expect(folderOfArticle(folders, 'idea/a.txt')).toBeUndefined();
  });

  test('name the source of an article, and its translations', () => {
    expect(sourcePath(folders, 'id/x/a.txt')).toBe('en/x/a.txt');
    expect(sourcePath(folders, 'id/old/a.txt')).toBeUndefined();
    expect(sourcePath(folders, 'en/a.txt')).toBeUndefined();
    expect(translationPaths(folders, 'en/x/a.txt')).toEqual(['id/x/a.txt', 'vi/x/a.txt']);
    expect(translationPaths(folders, 'en/old/a.txt')).toEqual(['vi/old/a.txt']);
    expect(translationPaths(folders, 'id/a.txt')).toEqual([]);
  });
});
