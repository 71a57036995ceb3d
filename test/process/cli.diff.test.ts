import { symlinkSync } from 'node:fs';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import * as contracts from '../../server/src/cli/contracts.ts';
import { newSpan } from '../../server/src/core/annotations/create.ts';
import type { Annotation } from '../../server/src/core/annotations/model.ts';
import { serializeSidecar } from '../../server/src/core/annotations/serialize.ts';
import { buildCommandLine, Corpus } from './commandLine.ts';
import { Repository } from './repository.ts';

beforeAll(buildCommandLine);

/** A branch's name that git allows and no shell would leave alone. */
const HOSTILE = ['it’s;$(touch', '{IFS}hacked)|&'].join('$');
const TEXT = 'Rusia mengundang Taliban.\n\nPresiden Jokowi berbicara di Hanoi.\n';

function tag(words: string, label: string, text = TEXT, more: Partial<Annotation> = {}): Annotation {
  const start = text.indexOf(words);
  const span = newSpan({
    article: text,
    range: { start, end: start + words.length },
    suffix: 'aaaaaa',
    label,
  });
  return { ...span, ...more } as Annotation;
}

/** A repository with one article and Ana's tags in its only commit. */
function repository(name?: string): Repository {
  const made = new Repository(name);
  made.write('pressmark.json', '{"annotators":["ana","linh"]}');
  made.write('a.txt', TEXT);
  made.write('a.txt.ana.ann.json', serializeSidecar([tag('Rusia', 'GPE'), tag('Presiden Jokowi', 'PER')]));
  commit(made, 'one');
  return made;
}

function commit(repo: Repository, message: string): void {
  repo.git('add', '--all');
  repo.git('commit', '-q', '-m', message);
}

function relabelled(label: string): string {
  return serializeSidecar([tag('Rusia', 'GPE'), tag('Presiden Jokowi', label), tag('Taliban', 'ORG')]);
}

describe('pressmark diff', () => {
  it('tells what the files say against HEAD, and ends with 1 only then', () => {
    const repo = repository();
    expect(repo.pressmark(['diff'])).toEqual({ code: 0, out: 'No annotation changes\n', err: '' });
    repo.write('a.txt.ana.ann.json', relabelled('NORP'));
    const { code, out } = repo.pressmark(['diff']);
    expect(code).toBe(1);
    expect(out).toBe(
      'a.txt\n  ana\n    + ORG Taliban (line 1)\n    ~ Presiden Jokowi: PER → NORP (line 3)\n\n' +
        '2 changes (1 added, 0 removed, 1 changed, 0 moved) in 1 article\n',
    );
    expect(repo.pressmark(['diff', '--by', 'linh']).code).toBe(0);
    expect(repo.pressmark(['diff', '--', 'b']).code).toBe(0);
    expect(repo.pressmark(['diff', 'a.txt']).code).toBe(1);
    expect(repo.pressmark(['diff', 'HEAD', '--', 'a.txt.ana.ann.json']).code).toBe(1);
  });

  it('compares commits, ranges, and what a branch did since it left another', () => {
    const repo = repository();
    repo.git('switch', '-q', '-c', HOSTILE);
    repo.write('a.txt.ana.ann.json', relabelled('PER'));
    commit(repo, 'two');
    repo.git('switch', '-q', 'main');
    repo.write('a.txt.linh.ann.json', serializeSidecar([tag('Hanoi', 'GPE')]));
    commit(repo, 'three');
    const branch = HOSTILE;
    const changes = (...args: string[]) =>
      repo
        .pressmark(['diff', ...args])
        .out.split('\n')
        .filter((line) => line.startsWith('    '));
    expect(changes(`main...${branch}`)).toEqual(['    + ORG Taliban (line 1)']);
    expect(changes('main', branch)).toEqual(['    + ORG Taliban (line 1)', '    - GPE Hanoi (line 3)']);
    expect(changes(`${branch}..`)).toEqual(['    - ORG Taliban (line 1)', '    + GPE Hanoi (line 3)']);
    expect(repo.read('a.txt')).toBe(TEXT);
    expect(repo.git('status', '--porcelain')).toBe('');
  });

  it('follows articles that were renamed, with names that no shell would leave alone', () => {
    const repo = repository();
    const name = '- `x` "y"\n$z|@all.txt';
    repo.git('mv', '--', 'a.txt', name);
    repo.git('mv', '--', 'a.txt.ana.ann.json', `${name}.ana.ann.json`);
    repo.write(`${name}.ana.ann.json`, relabelled('PER'));
    const { out } = repo.pressmark(['diff', '--format', 'json']);
    const { articles } = v.parse(contracts.DiffOutput, JSON.parse(out));
    expect(articles).toMatchObject([
      {
        path: name,
        was: 'a.txt',
        layers: [{ layer: 'ana', was: 'a.txt.ana.ann.json', changes: [{ words: '+ ORG Taliban', line: 1 }] }],
      },
    ]);
    expect(repo.pressmark(['diff']).out).toContain('- `x` "y"⏎$z|@all.txt');
    const github = repo.pressmark(['diff', '--format', 'github']).out;
    expect(github).toBe(
      `::notice file=- \`x\` "y"%0A$z|@all.txt,line=1,col=18,title=ana::+ ORG Taliban (line 1)\n`,
    );
  });

  it('warns where a tag no longer stands on its words, and where they read otherwise', () => {
    const repo = repository();
    repo.write('a.txt', 'Rusia mengundang.\n');
    const { out, code } = repo.pressmark(['diff', '--format', 'github']);
    expect(code).toBe(1);
    expect(out).toContain('::warning file=a.txt,line=1,col=1,title=ana::! PER Presiden Jokowi');
    expect(repo.pressmark(['diff']).out).toMatch(/\d tags? to look at/);
  });

  it('tells a file that is broken, and goes on with the others', () => {
    const repo = repository();
    repo.write('b.txt', TEXT);
    repo.write('b.txt.ana.ann.json', serializeSidecar([tag('Hanoi', 'GPE')]));
    repo.write('a.txt.ana.ann.json', '{"pressmark":1,"annotations":[\n{"id"');
    const { out, err, code } = repo.pressmark(['diff']);
    expect(code).toBe(2);
    expect(err).toContain('a.txt.ana.ann.json: ');
    expect(out).toContain('+ GPE Hanoi (line 3)');
    // Nobody knows what is missing from a broken file.
    expect(out).not.toContain('- GPE Rusia');
    repo.git('add', '--all');
    repo.git('commit', '-q', '-m', 'broken');
    repo.write('a.txt.ana.ann.json', relabelled('PER'));
    const mended = repo.pressmark(['diff']);
    expect(mended.code).toBe(1);
    expect(mended.err).toContain('as it was');
  });

  it('compares two sidecars by their paths, without any repository', async () => {
    const corpus = new Corpus({
      'a.txt': TEXT,
      'a.txt.ana.ann.json': serializeSidecar([tag('Rusia', 'GPE')]),
      'a.txt.linh.ann.json': serializeSidecar([tag('Hanoi', 'GPE')]),
    });
    expect(await corpus.run(['diff', 'a.txt.ana.ann.json', 'a.txt.linh.ann.json'])).toMatchObject({
      code: 1,
      out: expect.stringContaining('    - GPE Rusia (line 1)\n    + GPE Hanoi (line 3)\n'),
    });
  });
});

describe('pressmark diff, where it cannot compare', () => {
  it('says so, and ends with 2', async () => {
    const outside = await new Corpus({ 'a.txt': TEXT }).run(['diff']);
    expect(outside).toMatchObject({ code: 2, out: '', err: expect.stringContaining('in no git repository') });
    const empty = new Repository();
    expect(empty.pressmark(['diff'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('no commit yet'),
    });
    const repo = repository();
    for (const name of ['nope', 'HEAD..nope', 'nope...HEAD', 'refs/heads/; rm -rf $HOME']) {
      const { code, out, err } = repo.pressmark(['diff', name]);
      expect([name, code, out]).toEqual([name, 2, '']);
      expect(err).toContain('There is no commit');
    }
    // What looks like an option is none of git's, and behind -- it is a path.
    expect(repo.pressmark(['diff', '--output=hacked']).code).toBe(2);
    expect(repo.pressmark(['diff', '--', '--output=hacked', '-x...HEAD']).code).toBe(0);
    expect(repo.git('status', '--porcelain')).toBe('');
  });

  it('asks for the whole history in a clone of the last commits', () => {
    const origin = repository();
    origin.git('switch', '-q', '-c', 'branch');
    origin.write('a.txt.ana.ann.json', relabelled('PER'));
    commit(origin, 'two');
    const clone = new Repository();
    clone.git('remote', 'add', 'origin', `file://${origin.folder}`);
    clone.git('fetch', '-q', '--depth', '1', 'origin', 'branch', 'main:refs/remotes/origin/main');
    clone.git('checkout', '-q', 'FETCH_HEAD');
    const { code, err } = clone.pressmark(['diff', 'origin/main...HEAD']);
    expect(code).toBe(2);
    expect(err).toContain('fetch-depth: 0');
    expect(clone.pressmark(['diff', 'origin/main', 'HEAD']).code).toBe(1);
    expect(clone.pressmark(['diff', 'v1']).err).toContain('fetch-depth: 0');
  });
});

describe('the formats of diff', () => {
  it('markdown keeps what files say from being read as markup, and fits a comment', () => {
    const repo = repository();
    const text = `${'| `x` <b>@everyone</b> [a](b) #1\n'.repeat(900)}`;
    repo.write('@all|<i>.txt', text);
    const spans = [...text.matchAll(/@everyone/g)].map(({ index }, i) =>
      newSpan({
        article: text,
        range: { start: index - 8, end: index + 9 },
        suffix: String(i).padStart(6, '0'),
        label: 'ORG',
      }),
    );
    repo.write('@all|<i>.txt.ana.ann.json', serializeSidecar(spans));
    const { out } = repo.pressmark(['diff', '--format', 'markdown']);
    expect(out.length).toBeLessThanOrEqual(65_000);
    expect(out).toMatch(/Cut here: \d+ of 900 rows are shown/);
    // All that is not inside <code> is ours; inside stand letters, digits and entities.
    const outside = out.replace(/<code>[^<`|@[\]#*_]*(?:&#\d+;[^<`|@[\]#*_]*)*<\/code>/g, '');
    expect(outside).not.toMatch(/@|<|`|everyone/);
    for (const row of out.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| -')))
      expect(row.split('|')).toHaveLength(5);
  });

  it('SARIF names its rules and places', () => {
    const repo = repository();
    repo.write('a.txt.ana.ann.json', relabelled('NORP'));
    const sarif = JSON.parse(repo.pressmark(['diff', '--format', 'sarif']).out);
    expect(sarif).toMatchObject({ version: '2.1.0', runs: [{ columnKind: 'unicodeCodePoints' }] });
    const { results, tool } = sarif.runs[0];
    expect(results).toHaveLength(2);
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
    expect(results[0]).toMatchObject({
      ruleId: 'annotation/added',
      level: 'note',
      message: { text: 'ana: + ORG Taliban (line 1)' },
      locations: [{ physicalLocation: { artifactLocation: { uri: 'a.txt' }, region: { startLine: 1 } } }],
    });
  });

  it('JSON Lines hold an article a line', () => {
    const repo = repository();
    repo.write('a.txt.ana.ann.json', relabelled('NORP'));
    const lines = repo.pressmark(['diff', '--format', 'jsonl']).out.trim().split('\n');
    expect(lines.map((line) => v.parse(contracts.DiffedArticle, JSON.parse(line)).path)).toEqual(['a.txt']);
  });
});

describe('pressmark textconv', () => {
  it('gives a sidecar in words, in the order of the text, to git too', () => {
    const repo = repository();
    const own = [tag('Presiden Jokowi', 'PER', TEXT, { id: '00000000-zzzzzz' }), tag('Rusia', 'GPE')];
    repo.write('a.txt.ana.ann.json', serializeSidecar(own));
    expect(repo.pressmark(['textconv', 'a.txt.ana.ann.json']).out).toBe(
      '• GPE Rusia  …[Rusia] mengundang Tali…\n' +
        '• PER Presiden Jokowi  …ndang Taliban. [Presiden Jokowi] berbicara di Ha…\n',
    );
  });

  it('prints what it cannot read as it is, and fails only where there is no file', () => {
    const repo = repository();
    const broken = '{"pressmark":1,"annotations":[\n{"id"';
    repo.write('broken.json', broken);
    expect(repo.pressmark(['textconv', 'broken.json'])).toMatchObject({ code: 0, out: broken });
    repo.write('empty.json', '');
    expect(repo.pressmark(['textconv', 'empty.json'])).toMatchObject({ code: 0, out: '' });
    expect(repo.pressmark(['textconv', 'none.json']).code).toBe(2);
    symlinkSync('empty.json', repo.path('-x.json'));
    expect(repo.pressmark(['textconv', '--', '-x.json'])).toMatchObject({ code: 0, out: '' });
  });
});
