import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SpanAnnotation } from '../../server/src/core/annotations/model.ts';
import { annotationsOf, parseSidecar } from '../../server/src/core/annotations/parse.ts';
import { BUNDLE, buildCommandLine } from './commandLine.ts';
import { ARTICLE, FILE, said, sidecar, tag } from './mergeSamples.ts';
import { Repository } from './repository.ts';

beforeAll(buildCommandLine);

const BASE = sidecar(tag(1), tag(5), tag(9));
/** Each side changes a neighbour of what the other changes: git by itself sees a conflict. */
const OURS = sidecar(tag(1, 'PER'), tag(5), tag(7), tag(9));
const THEIRS = sidecar(tag(1, 'ORG', { note: 'seen' }), tag(5, 'GPE'), tag(8), tag(9));
const BOTH = ['word01=PER(seen)', 'word05=GPE', 'word07=ORG', 'word08=ORG', 'word09=ORG'];
/** What contradicts OURS. */
const OTHER = sidecar(tag(1, 'LOC'), tag(5), tag(9));

/** A repository with the branches `main` (ours) and `other` (theirs), `main` checked out. */
function branches(ours: string | undefined, theirs: string | undefined, base: string | null = BASE) {
  const repository = new Repository();
  repository.write('news/a b.txt', ARTICLE);
  if (base !== null) repository.write(FILE, base);
  repository.commit('base');
  repository.git('branch', 'other');
  const change = (text: string | undefined) => {
    if (text === undefined) repository.git('rm', '-q', '--', FILE);
    else repository.write(FILE, text);
    repository.commit('change');
  };
  change(ours);
  repository.git('checkout', '-q', 'other');
  change(theirs);
  repository.git('checkout', '-q', 'main');
  return repository;
}

function withDriver(...sides: Parameters<typeof branches>): Repository {
  const repository = branches(...sides);
  const { code, err } = repository.pressmark(['git', 'install', '--local'], 'news');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return repository;
}

describe('git with the merge driver', () => {
  it('merges what git alone could not', () => {
    expect(branches(OURS, THEIRS).tryGit('merge', 'other').code).toBe(1);
    const repository = withDriver(OURS, THEIRS);
    repository.git('merge', '-q', '-m', 'merged', 'other');
    expect(said(repository.read(FILE))).toEqual(BOTH);
  });

  it.each([
    ['rebase', ['rebase', '-q', 'other']],
    ['cherry-pick', ['cherry-pick', 'other']],
  ])('merges in a %s', (_, command) => {
    const repository = withDriver(OURS, THEIRS);
    repository.git(...command);
    expect(said(repository.read(FILE))).toEqual(BOTH);
  });

  it('merges in a revert and when a stash is applied', () => {
    const repository = withDriver(OURS, THEIRS);
    repository.write(FILE, sidecar(tag(1, 'PER'), tag(5), tag(6), tag(7), tag(9)));
    repository.commit('later');
    repository.git('revert', '--no-edit', 'HEAD~1');
    expect(said(repository.read(FILE))).toEqual(['word01=ORG', 'word05=ORG', 'word06=ORG', 'word09=ORG']);
    repository.write(FILE, sidecar(tag(1), tag(2), tag(5), tag(6), tag(9)));
    repository.git('stash', '-q');
    repository.write(FILE, sidecar(tag(1), tag(3), tag(5), tag(6), tag(9)));
    repository.commit('meanwhile');
    repository.git('stash', 'pop', '-q');
    expect(said(repository.read(FILE))).toEqual(
      ['word01', 'word02', 'word03', 'word05', 'word06', 'word09'].map((w) => `${w}=ORG`),
    );
  });

  it('stops at a true conflict, with both versions in the line', () => {
    const repository = withDriver(OURS, OTHER);
    const { code, err } = repository.tryGit('merge', 'other');
    expect(code).toBe(1);
    expect(err).toContain('PER');
    expect(said(repository.read(FILE))).toEqual(['word01=PER!', 'word05=ORG', 'word07=ORG', 'word09=ORG']);
    const [first] = annotationsOf(parseSidecar(repository.read(FILE)));
    const conflict = first?.kind === 'span' ? first.conflict : undefined;
    expect(conflict?.theirs).toContain('"label":"LOC"');
    expect(conflict?.base).toContain('"label":"ORG"');
  });

  it('keeps a line that one side removed and the other changed', () => {
    const repository = withDriver(sidecar(tag(5), tag(9)), OTHER);
    expect(repository.tryGit('merge', 'other').code).toBe(1);
    expect(said(repository.read(FILE))).toEqual(['word01=LOC!', 'word05=ORG', 'word09=ORG']);
  });

  it('merges histories that have each other’s changes', () => {
    const repository = withDriver(OURS, THEIRS);
    repository.git('branch', 'ours-then');
    repository.git('merge', '-q', '-m', 'one way', 'other');
    repository.git('checkout', '-q', 'other');
    repository.git('merge', '-q', '-m', 'other way', 'ours-then');
    repository.write(FILE, repository.read(FILE).replace('"label":"GPE"', '"label":"LOC"'));
    repository.commit('theirs again');
    repository.git('checkout', '-q', 'main');
    repository.git('merge', '-q', '-m', 'crossed', 'other');
    expect(said(repository.read(FILE))).toEqual(BOTH.map((line) => line.replace('GPE', 'LOC')));
  });

  it('agrees with decisions that were taken alike on both sides of crossing histories', () => {
    const repository = withDriver(OURS, OTHER);
    repository.git('branch', 'ours-then');
    const decide = (branch: string, other: string, more: Partial<SpanAnnotation>) => {
      repository.git('checkout', '-q', branch);
      expect(repository.tryGit('merge', other).code).toBe(1);
      repository.write(FILE, sidecar(tag(1, 'PER', more), tag(5), tag(7), tag(9)));
      repository.commit('decided');
    };
    decide('main', 'other', {});
    decide('other', 'ours-then', { note: 'asked Ana' });
    repository.git('checkout', '-q', 'main');
    repository.git('merge', '-q', '-m', 'crossed', 'other');
    expect(said(repository.read(FILE))[0]).toBe('word01=PER(asked Ana)');
  });

  it('shows changes in words', () => {
    const repository = withDriver(OURS, THEIRS);
    const diff = repository.git('diff', 'HEAD~1', 'HEAD', '--', FILE);
    expect(diff).toMatch(/^\+.*PER.*word01/m);
    expect(diff).not.toContain('"label"');
  });

  it('follows a renamed article', () => {
    const repository = withDriver(OURS, THEIRS);
    repository.git('checkout', '-q', 'other');
    repository.git('mv', 'news/a b.txt', 'news/-c.txt');
    repository.git('mv', FILE, 'news/-c.txt.ann.json');
    repository.commit('renamed');
    repository.git('checkout', '-q', 'main');
    repository.git('merge', '-q', '-m', 'merged', 'other');
    expect(said(repository.read('news/-c.txt.ann.json'))).toEqual(BOTH);
  });

  it('merges a sidecar that both sides added', () => {
    const repository = withDriver(sidecar(tag(1), tag(3)), sidecar(tag(2), tag(3)), null);
    repository.git('merge', '-q', '-m', 'merged', 'other');
    expect(said(repository.read(FILE))).toEqual(['word01=ORG', 'word02=ORG', 'word03=ORG']);
  });

  it('leaves both versions between markers where one cannot be read', () => {
    const repository = withDriver(OURS, THEIRS.replace('"label":"GPE"', '"label":"GPE'));
    const { code, err } = repository.tryGit('merge', 'other');
    expect(code).toBe(1);
    expect(err).toContain('broken');
    const text = repository.read(FILE);
    expect(text).toContain('<<<<<<< ours');
    expect(text).toContain('"label":"GPE,');
    expect(text).toContain('"label":"PER"');
  });

  it('goes on merging by lines where the program has gone', () => {
    const repository = branches(OURS, THEIRS);
    mkdirSync(repository.path('gone'));
    symlinkSync(BUNDLE, repository.path("gone/it's 100%.mjs"));
    expect(
      repository.pressmark(['git', 'install', '--local'], '.', repository.path("gone/it's 100%.mjs")).code,
    ).toBe(0);
    repository.git('merge', '-q', '-m', 'merged', 'other');
    expect(said(repository.read(FILE))).toEqual(BOTH);
    repository.git('reset', '-q', '--hard', 'HEAD~1');
    repository.git(
      'config',
      'merge.pressmark.driver',
      repository.git('config', 'merge.pressmark.driver').trim().replaceAll('100', 'no'),
    );
    expect(repository.tryGit('merge', 'other').code).toBe(1);
    expect(repository.read(FILE)).toContain('>>>>>>> theirs');
  });
});

describe('hostile file names', () => {
  it.each([
    '-c.txt.ann.json',
    '--driver.ann.json',
    ':(top)x.ann.json',
    '%A.ann.json',
    'a\nb \'c\' "$(d)".txt.ann.json',
  ])('reach neither a shell nor git’s options: %j', (name) => {
    for (const isDriven of [true, false]) {
      const repository = new Repository();
      const commit = (text: string) => {
        repository.write(name, text);
        repository.commit();
      };
      commit(BASE);
      repository.git('branch', 'other');
      commit(OURS);
      repository.git('checkout', '-q', 'other');
      commit(THEIRS);
      repository.git('checkout', '-q', 'main');
      symlinkSync('.', repository.path('link'));
      if (isDriven) expect(repository.pressmark(['git', 'install', '--local']).code).toBe(0);
      expect(repository.tryGit('merge', '-q', '-m', 'merged', 'other').code).toBe(isDriven ? 0 : 1);
      if (!isDriven) expect(repository.pressmark(['resolve', '--', `link/${name}`]).code).toBe(0);
      expect(said(repository.read(name))).toEqual(BOTH);
      expect(repository.git('ls-files', '-u')).toBe('');
    }
  });
});

describe('people with files of their own', () => {
  it('never conflict in plain git', () => {
    const repository = new Repository();
    repository.write('a.txt', ARTICLE);
    repository.write('a.txt.ana.ann.json', BASE);
    repository.commit();
    repository.git('checkout', '-q', '-b', 'ana');
    repository.write('a.txt.ana.ann.json', OURS);
    repository.commit();
    repository.git('checkout', '-q', '-b', 'linh', 'main');
    repository.write('a.txt.linh.ann.json', THEIRS);
    repository.commit();
    repository.git('merge', '-q', '-m', 'merged', 'ana');
    expect(repository.read('a.txt.ana.ann.json')).toBe(OURS);
    expect(repository.read('a.txt.linh.ann.json')).toBe(THEIRS);
  });
});

describe('pressmark resolve', () => {
  it('merges what plain git could not, from any folder, and adds it', () => {
    const repository = branches(OURS, THEIRS);
    expect(repository.tryGit('merge', 'other').code).toBe(1);
    const { code, err } = repository.pressmark(['resolve', 'a b.txt.ann.json'], 'news');
    expect({ code, err }).toMatchObject({ code: 0, err: expect.stringContaining('added to git') });
    expect(said(repository.read(FILE))).toEqual(BOTH);
    expect(repository.git('ls-files', '-u')).toBe('');
  });

  it('names the sides by what they are while git rebases', () => {
    const repository = branches(OURS, OTHER);
    expect(repository.tryGit('rebase', 'other').code).toBe(1);
    const { code, err } = repository.pressmark(['resolve']);
    expect(code).toBe(1);
    expect(err).toMatch(/the branch you rebase onto: .*LOC.*your commit: .*PER/);
    expect(said(repository.read(FILE))).toEqual(['word01=LOC!', 'word05=ORG', 'word07=ORG', 'word09=ORG']);
    expect(repository.git('ls-files', '-u')).not.toBe('');
  });

  it('keeps what a side added to a file that the other deleted', () => {
    const repository = branches(undefined, THEIRS);
    expect(repository.tryGit('merge', 'other').code).toBe(1);
    expect(repository.pressmark(['resolve']).code).toBe(1);
    expect(said(repository.read(FILE))).toEqual(['word01=ORG(seen)!', 'word05=GPE!', 'word08=ORG']);
  });

  it('takes versions apart that stand between markers, outside of any merge', () => {
    for (const style of ['merge', 'diff3', 'zdiff3']) {
      const repository = branches(OURS, THEIRS);
      expect(repository.tryGit('-c', `merge.conflictStyle=${style}`, 'merge', 'other').code).toBe(1);
      const marked = repository.read(FILE);
      repository.git('merge', '--abort');
      repository.write(FILE, marked);
      const { code } = repository.pressmark(['resolve', FILE]);
      const lines = said(repository.read(FILE));
      // Without the common ancestor nobody knows which side changed a label: that is to be decided.
      if (style === 'merge') expect([code, lines[0]]).toEqual([1, 'word01=PER!']);
      else expect([code, lines]).toEqual([0, BOTH]);
    }
  });

  it('says again what is to be decided where the driver has merged', () => {
    const repository = withDriver(OURS, OTHER);
    expect(repository.tryGit('merge', 'other').code).toBe(1);
    const before = repository.read(FILE);
    const { code, err } = repository.pressmark(['resolve']);
    expect({ code, err }).toMatchObject({ code: 1, err: expect.stringContaining('decide on: 1') });
    expect(repository.read(FILE)).toBe(before);
  });

  it('leaves a file that somebody has edited since', () => {
    const repository = branches(OURS, THEIRS);
    expect(repository.tryGit('merge', 'other').code).toBe(1);
    const edited = sidecar(tag(1, 'PER'), tag(33));
    repository.write(FILE, edited);
    expect(repository.pressmark(['resolve']).code).toBe(1);
    expect(repository.read(FILE)).toBe(edited);
    expect(repository.pressmark(['resolve', '--from-index', '--no-add']).code).toBe(0);
    expect(said(repository.read(FILE))).toEqual(BOTH);
    expect(repository.git('ls-files', '-u')).not.toBe('');
  });

  it('changes nothing where a version cannot be read', () => {
    const repository = branches(OURS, THEIRS.replace('"label":"GPE"', '"label":"GPE'));
    expect(repository.tryGit('merge', 'other').code).toBe(1);
    const before = repository.read(FILE);
    const { code, err } = repository.pressmark(['resolve']);
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining('Nothing was changed') });
    expect(repository.read(FILE)).toBe(before);
  });
});

describe('pressmark merge', () => {
  it('prints the merged file, or writes it', () => {
    const repository = new Repository();
    for (const [name, text] of [
      ['b', BASE],
      ['o', OURS],
      ['t', THEIRS],
      ['x', OTHER],
    ] as const)
      repository.write(name, text);
    const printed = repository.pressmark(['merge', 'b', 'o', 't']);
    expect([printed.code, said(printed.out)]).toEqual([0, BOTH]);
    expect(repository.pressmark(['merge', 'b', 'o', 'x', '-o', 'new']).code).toBe(1);
    expect(said(repository.read('new'))[0]).toBe('word01=PER!');
    expect(repository.read('o')).toBe(OURS);
    repository.write('broken', '{"pressmark":1,');
    expect(repository.pressmark(['merge', 'b', 'broken', 't', '-o', 'none'])).toMatchObject({
      code: 2,
      out: '',
    });
    expect(existsSync(repository.path('none'))).toBe(false);
    expect(repository.pressmark(['merge', 'b', 'nowhere', 't']).code).toBe(2);
  });
});
