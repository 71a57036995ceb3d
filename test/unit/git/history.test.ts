import { existsSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { revisionOf } from '../../../server/src/core/text/revision.ts';
import { gitHistory } from '../../../server/src/git/history.ts';
import { TestRepository } from '../../support/repository.ts';

const history = gitHistory();
const text = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes);
const texts = (all: readonly Uint8Array[]) => all.map(text);

describe('old texts', () => {
  it('are found by revision, also those that no commit has any more', async () => {
    const repository = TestRepository.init();
    repository.commit('a.txt', 'one\n');
    repository.commit('a.txt', 'two\n');
    repository.git('reset', '--quiet', '--hard', 'HEAD~1');
    repository.commit('a.txt', 'three\n');
    const uri = repository.uri('a.txt');
    expect(text(await history.blob(uri, revisionOf('one\n')))).toBe('one\n');
    expect(text(await history.blob(uri, revisionOf('two\n')))).toBe('two\n');
    expect(await history.blob(uri, revisionOf('never\n'))).toBeUndefined();
    expect(await history.blob(uri, 'HEAD')).toBeUndefined();
    // A commit, not a text.
    expect(await history.blob(uri, repository.git('rev-parse', 'HEAD').slice(0, 12))).toBeUndefined();
  });

  it('are found in their order although a branch has the name of the revision', async () => {
    const repository = TestRepository.init();
    repository.commit('a.txt', 'one\n');
    repository.git('branch', revisionOf('one\n'));
    expect(text(await history.blob(repository.uri('a.txt'), revisionOf('one\n')))).toBeUndefined();
    expect(texts(await history.past(repository.uri('a.txt'), 5))).toEqual(['one\n']);
  });

  it('are listed newest first, each once, over renames', async () => {
    const repository = TestRepository.init();
    const long = 'A line that stays in all of them.\n'.repeat(5);
    repository.commit('old name.txt', `${long}1\n`);
    repository.commit('old name.txt', `${long}2\n`);
    repository.commit('old name.txt', `${long}1\n`);
    repository.git('mv', 'old name.txt', 'sub-new.txt');
    repository.commitAll('rename');
    repository.commit('sub-new.txt', `${long}3\n`);
    const uri = repository.uri('sub-new.txt');
    expect(texts(await history.past(uri, 10))).toEqual([`${long}3\n`, `${long}1\n`, `${long}2\n`]);
    expect(texts(await history.past(uri, 1))).toEqual([`${long}3\n`]);
    expect(await history.past(repository.uri('none.txt'), 5)).toEqual([]);
  });

  it('are read by many at once, large and empty ones too', async () => {
    const repository = TestRepository.init();
    const contents = Array.from({ length: 40 }, (_, i) => (i === 3 ? '' : `${i}\n`.repeat(1 + i * 3000)));
    for (const [i, content] of contents.entries()) repository.write(`${i}.txt`, content);
    repository.commitAll('all');
    const read = await Promise.all(
      contents.map((content) => history.blob(repository.uri('0.txt'), revisionOf(content))),
    );
    expect(texts(read.map((bytes) => bytes ?? new Uint8Array()))).toEqual(contents);
    expect(read.every((bytes) => bytes !== undefined)).toBe(true);
  });
});

describe('a file in a commit', () => {
  const names = [
    ' lead',
    '-n.txt',
    'it\'s "quoted".txt',
    'new\nline.txt',
    'Báo chí.txt',
    '*.txt',
    'a b/c?.txt',
    ':x.txt',
  ];
  it.each(names)('is read by its name %j', async (name) => {
    const repository = TestRepository.init();
    repository.write('other.txt', 'other');
    repository.commit(name, `of ${name}`);
    const uri = repository.uri(name);
    expect(text(await history.at(uri, 'HEAD'))).toBe(`of ${name}`);
    expect(texts(await history.past(uri, 5))).toEqual([`of ${name}`]);
    repository.write(name, 'changed');
    expect(await history.changed(repository.uri(), 'HEAD')).toEqual([{ was: uri, is: uri }]);
    expect((await history.blame(uri)).map((line) => line.commit)).toEqual([undefined]);
  });

  it.each(['-x', '--output=f', 'no/such', '', 'HEAD\n', 'a\0b', 'HEAD..HEAD', '@{999}', '^', 'HEAD:a.txt'])(
    'is nothing where the commit is called %j',
    async (commit) => {
      const repository = TestRepository.init();
      repository.commit('a.txt', 'one\n');
      const before = repository.git('status', '--porcelain', '--ignored');
      expect(await history.at(repository.uri('a.txt'), commit)).toBeUndefined();
      expect(await history.changed(repository.uri(), commit)).toEqual([]);
      expect(await history.changed(repository.uri(), 'HEAD', commit)).toEqual([]);
      expect(await history.base(repository.uri(), commit, 'HEAD')).toBeUndefined();
      expect(repository.git('status', '--porcelain', '--ignored')).toBe(before);
    },
  );

  it('is found by a branch that looks like an option, and by the branch before', async () => {
    const repository = TestRepository.init();
    const first = repository.commit('a.txt', 'one\n');
    repository.git('update-ref', 'refs/heads/-x', first);
    repository.git('checkout', '--quiet', '-b', 'next');
    repository.commit('a.txt', 'two\n');
    const uri = repository.uri('a.txt');
    expect(text(await history.at(uri, '-x'))).toBe('one\n');
    expect(text(await history.at(uri, '@{-1}'))).toBe('one\n');
    expect(text(await history.at(uri, 'next'))).toBe('two\n');
    expect(await history.base(repository.uri(), '-x', 'next')).toBe(first);
    expect(await history.names(repository.uri())).toEqual(['next', '-x', 'main']);
  });
});

describe('where there is nothing to know', () => {
  const nothing = async (uri: string) => {
    expect(await history.blob(uri, revisionOf('x'))).toBeUndefined();
    expect(await history.past(uri, 3)).toEqual([]);
    expect(await history.at(uri, 'HEAD')).toBeUndefined();
    expect(await history.changed(uri, 'HEAD')).toEqual([]);
    expect(await history.base(uri, 'HEAD', 'HEAD')).toBeUndefined();
    expect(await history.names(uri)).toEqual([]);
    expect(await history.blame(uri)).toEqual([]);
  };

  it('everything is empty', async () => {
    const plain = mkdtempSync(join(tmpdir(), 'pressmark-plain-'));
    await nothing(pathToFileURL(join(plain, 'a.txt')).toString());
    await nothing('memfs:/corpus/a.txt');
    expect(await history.identity('memfs:/corpus')).toBeUndefined();
  });

  it('a repository without commits, a broken one and a bare one are no trouble', async () => {
    await nothing(TestRepository.init().uri('a.txt'));
    const broken = mkdtempSync(join(tmpdir(), 'pressmark-broken-'));
    writeFileSync(join(broken, '.git'), 'gitdir: /nowhere\n');
    await nothing(pathToFileURL(join(broken, 'a.txt')).toString());
    const bare = new TestRepository();
    bare.git('init', '--quiet', '--bare');
    await nothing(bare.uri('a.txt'));
  });

  it('git need not be installed', async () => {
    const repository = TestRepository.init();
    repository.commit('a.txt', 'one\n');
    const path = process.env.PATH;
    process.env.PATH = '/nowhere';
    try {
      const alone = gitHistory();
      expect(await alone.blob(repository.uri('a.txt'), revisionOf('one\n'))).toBeUndefined();
      expect(await alone.past(repository.uri('a.txt'), 3)).toEqual([]);
      expect(await alone.identity(repository.uri())).toBeUndefined();
    } finally {
      process.env.PATH = path;
    }
  });

  it('a shallow clone ends where it ends', async () => {
    const origin = TestRepository.init();
    origin.commit('a.txt', 'one\n');
    origin.commit('a.txt', 'two\n');
    origin.git('clone', '--quiet', '--depth', '1', `file://${origin.folder}`, `${origin.folder}-shallow`);
    const clone = new TestRepository(`${origin.folder}-shallow`);
    const uri = clone.uri('a.txt');
    expect(await history.blob(uri, revisionOf('one\n'))).toBeUndefined();
    expect(text(await history.blob(uri, revisionOf('two\n')))).toBe('two\n');
    expect(texts(await history.past(uri, 5))).toEqual(['two\n']);
    expect(await history.at(uri, 'HEAD~1')).toBeUndefined();
  });
});

describe('around the repository', () => {
  it('worktrees, submodules, subfolders and links lead to the right one', async () => {
    const inner = TestRepository.init();
    inner.commit('in.txt', 'inner\n');
    const outer = TestRepository.init();
    outer.commit('sub folder/a.txt', 'one\n');
    outer.git('submodule', '--quiet', 'add', inner.folder, 'module');
    outer.commitAll('module');
    outer.git('worktree', 'add', '--quiet', `${outer.folder}-tree`, '-b', 'other');
    const tree = new TestRepository(`${outer.folder}-tree`);
    tree.commit('sub folder/a.txt', 'two\n');
    expect(text(await history.at(tree.uri('sub folder/a.txt'), 'HEAD'))).toBe('two\n');
    expect(text(await history.at(outer.uri('sub folder/a.txt'), 'HEAD'))).toBe('one\n');
    expect(text(await history.at(outer.uri('module/in.txt'), 'HEAD'))).toBe('inner\n');
    const link = `${outer.folder}-link`;
    symlinkSync(outer.path('sub folder'), link);
    const linked = pathToFileURL(link).toString();
    expect(text(await history.at(`${linked}/a.txt`, 'other'))).toBe('two\n');
    expect(await history.changed(linked, 'HEAD', 'other')).toEqual([
      { was: `${linked}/a.txt`, is: `${linked}/a.txt` },
    ]);
    expect(await history.changed(outer.uri('module'), 'HEAD')).toEqual([]);
  });

  it('variables that tie git to another repository do not count', async () => {
    const repository = TestRepository.init();
    repository.commit('a.txt', 'one\n');
    process.env.GIT_DIR = '/nowhere';
    process.env.GIT_INDEX_FILE = '/nowhere/index';
    try {
      expect(text(await gitHistory().at(repository.uri('a.txt'), 'HEAD'))).toBe('one\n');
      expect(await gitHistory().changed(repository.uri(), 'HEAD')).toEqual([]);
    } finally {
      delete process.env.GIT_DIR;
      delete process.env.GIT_INDEX_FILE;
    }
  });

  it('nothing that the settings of a repository name is run', async () => {
    const repository = TestRepository.init();
    repository.commit('.gitattributes', '*.txt filter=evil diff=evil\n');
    repository.commit('a.txt', 'one\n');
    const script = repository.path('../evil.sh');
    const trace = `${repository.folder}-trace`;
    writeFileSync(script, `#!/bin/sh\necho "$0 $*" >> '${trace}'\ncat\n`, { mode: 0o755 });
    for (const key of [
      'filter.evil.clean',
      'filter.evil.smudge',
      'filter.evil.process',
      'filter.a=b.clean',
      'diff.evil.textconv',
      'diff.evil.command',
      'diff.external',
      'core.fsmonitor',
      'core.pager',
      'gpg.program',
    ]) {
      repository.git('config', key, script);
    }
    for (const [key, value] of [
      ['filter.evil.required', 'true'],
      ['log.showSignature', 'true'],
    ] as const) {
      repository.git('config', key, value);
    }
    repository.write('a.txt', 'two\n');
    const uri = repository.uri('a.txt');
    expect(await history.changed(repository.uri(), 'HEAD')).toEqual([{ was: uri, is: uri }]);
    expect(await history.changed(repository.uri(), 'HEAD~1', 'HEAD')).toEqual([{ is: uri }]);
    expect(await history.blame(uri)).toHaveLength(1);
    expect(await history.blame(uri, 'three\nfour\n')).toHaveLength(2);
    expect(texts(await history.past(uri, 5))).toEqual(['one\n']);
    expect(existsSync(trace)).toBe(false);
  });
});

describe('changes', () => {
  it('between commits and on the disk have renames, new and deleted files, below the folder only', async () => {
    const repository = TestRepository.init();
    const long = (word: string) => `${word} and the same words after it.\n`.repeat(8);
    for (const name of ['keep', 'move', 'go', 'plain']) repository.write(`in/${name}.txt`, long(name));
    const first = repository.commit('out.txt', 'x\n');
    repository.git('mv', 'in/move.txt', 'in/moved.txt');
    repository.git('rm', '--quiet', 'in/go.txt');
    const second = repository.commit('in/new.txt', 'new\n');
    repository.commit('out.txt', 'y\n');
    const uri = (name: string) => repository.uri(`in/${name}.txt`);
    const sorted = (all: readonly object[]) => all.map((one) => JSON.stringify(one)).sort();
    const expected = [{ was: uri('go') }, { was: uri('move'), is: uri('moved') }, { is: uri('new') }];
    expect(sorted(await history.changed(repository.uri('in'), first, second))).toEqual(sorted(expected));
    // Moved behind git's back, and one that git does not know.
    repository.git('mv', 'in/plain.txt', 'in/plain2.txt');
    repository.git('reset', '--quiet');
    repository.write('in/fresh.txt', 'fresh\n');
    expect(sorted(await history.changed(repository.uri('in'), 'HEAD'))).toEqual(
      sorted([{ was: uri('plain'), is: uri('plain2') }, { is: uri('fresh') }]),
    );
  });
});

describe('people', () => {
  it('are told by the settings of git, and by the lines that they wrote', async () => {
    const repository = TestRepository.init();
    repository.git('config', 'user.name', 'Budi');
    repository.git('config', 'user.email', 'budi@example.org');
    expect(await history.identity(repository.uri('gone/for/good'))).toEqual({
      name: 'Budi',
      email: 'budi@example.org',
    });
    const commit = repository.commit('a.txt', 'one\n', 'First: things\n\nMore.');
    const lines = await history.blame(repository.uri('a.txt'), 'one\ntwo\n');
    expect(lines[0]).toMatchObject({ commit, author: 'Ana Test', summary: 'First: things' });
    expect(lines[0]?.time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
    expect(lines[1]).toMatchObject({ author: '', summary: '' });
    expect(lines[1]?.commit).toBeUndefined();
  });
});

describe('a commit', () => {
  it('has its full id and its time in UTC, whatever its message says', async () => {
    const repository = TestRepository.init();
    repository.commit('a.txt', 'one\n');
    repository.git('commit', '--quiet', '--amend', '--date=@0 +0000', '-m', 'x\n\ncommitter y <z> 1 +0000');
    const seconds = Number(repository.git('log', '-1', '--format=%ct'));
    expect(await history.committed?.(repository.uri('a.txt'), 'HEAD')).toEqual({
      id: repository.git('rev-parse', 'HEAD').trim(),
      time: `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`,
    });
    expect(await history.committed?.(repository.uri('a.txt'), 'nowhere')).toBeUndefined();
  });
});
