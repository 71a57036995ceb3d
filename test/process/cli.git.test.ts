import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildCommandLine } from './commandLine.ts';
import { Repository } from './repository.ts';

beforeAll(buildCommandLine);

const LINE = '*.ann.json merge=pressmark diff=pressmark text eol=lf';

describe('pressmark git', () => {
  it.each([
    ['none', undefined],
    ['lines of others', '*.txt text\n'],
    ['no end of the last line', '*.txt text'],
    ['CRLF', '*.txt text\r\n*.png binary\r\n'],
  ])('installs once and takes out exactly what it put in: %s', (_, before) => {
    const repository = new Repository();
    if (before !== undefined) repository.write('.gitattributes', before);
    repository.write('deep/down/a.txt', 'x');
    const installed = repository.pressmark(['git', 'install'], 'deep/down');
    expect(installed).toMatchObject({ code: 0, out: expect.stringContaining('../../.gitattributes') });
    expect(installed.err).toContain('pressmark git install');
    const text = repository.read('.gitattributes');
    expect(text.startsWith(before ?? '')).toBe(true);
    expect(text.split(LINE)).toHaveLength(2);
    expect(repository.git('check-attr', 'merge', '--', 'deep/a.ann.json')).toContain('merge: pressmark');
    const config = repository.git('config', '--local', '--list');
    expect(repository.pressmark(['git', 'install']).out).toContain('as it was');
    expect(repository.read('.gitattributes')).toBe(text);
    expect(repository.git('config', '--local', '--list')).toBe(config);
    expect(repository.pressmark(['git', 'uninstall']).code).toBe(0);
    expect(
      existsSync(repository.path('.gitattributes')) ? repository.read('.gitattributes') : undefined,
    ).toBe(before);
    expect(repository.git('config', '--local', '--list')).not.toContain('pressmark.driver');
    expect(repository.pressmark(['git', 'uninstall'])).toMatchObject({ code: 0, out: '' });
  });

  it('works in a worktree, and keeps to itself where it is asked to', () => {
    const repository = new Repository();
    repository.write('a.txt', 'x');
    repository.commit();
    repository.git('worktree', 'add', '-q', '-b', 'second', 'second tree');
    expect(repository.pressmark(['git', 'install', '--local'], 'second tree').code).toBe(0);
    expect(existsSync(repository.path('second tree/.gitattributes'))).toBe(false);
    expect(repository.git('-C', 'second tree', 'check-attr', 'merge', '--', 'a.ann.json')).toContain(
      'pressmark',
    );
    expect(repository.git('check-attr', 'merge', '--', 'a.ann.json')).toContain('pressmark');
    expect(repository.pressmark(['git', 'uninstall']).code).toBe(0);
    expect(repository.git('check-attr', 'merge', '--', 'a.ann.json')).toContain('unspecified');
  });

  it('says what is missing', () => {
    const repository = new Repository();
    repository.git('init', '-q', '--bare', 'bare.git');
    expect(repository.pressmark(['git', 'install'], 'bare.git')).toMatchObject({
      code: 2,
      err: expect.stringContaining('bare repository'),
    });
    const outside = repository.pressmark(['git', 'install'], '..');
    expect(outside).toMatchObject({ code: 2, err: expect.stringContaining('git init') });
  });
});
