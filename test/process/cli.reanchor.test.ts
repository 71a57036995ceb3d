import { execFileSync } from 'node:child_process';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { ReanchorOutput } from '../../server/src/cli/contracts/reanchoring.ts';
import { newSpan } from '../../server/src/core/annotations/create.ts';
import { parseSidecar } from '../../server/src/core/annotations/parse.ts';
import { serializeSidecar } from '../../server/src/core/annotations/serialize.ts';
import { revisionOf } from '../../server/src/core/text/revision.ts';
import { TestRepository } from '../support/repository.ts';
import { BUNDLE, buildCommandLine, Corpus } from './commandLine.ts';

beforeAll(buildCommandLine);

const OLD =
  '😀 Menteri tiba di Jakarta.\n\nMenteri lain tiba di Bandung, lalu pulang ke Jakarta lagi.\nSelesai.\n';
const NEW = OLD.replace('Menteri tiba', 'Kemarin menteri itu tiba').replace(' di Bandung', '');

const points = (text: string, unit: number) => [...text.slice(0, unit)].length;

function tagged(words: string, nth: number, suffix: string) {
  let start = -1;
  for (let i = 0; i <= nth; i++) start = OLD.indexOf(words, start + 1);
  return newSpan({ article: OLD, range: { start, end: start + words.length }, label: 'GPE', suffix });
}

const first = tagged('Jakarta', 0, 'aaaaaa');
const second = tagged('Jakarta', 1, 'bbbbbb');
const gone = tagged('Bandung', 0, 'cccccc');
const SIDECAR = serializeSidecar([first, gone, second].sort((a, b) => (a.id < b.id ? -1 : 1)));

/** A repository with an annotated article that was changed since. */
function changed(files: Record<string, string> = {}): { corpus: Corpus; git: TestRepository } {
  const corpus = new Corpus({ 'pressmark.json': '{}', 'a.txt': OLD, 'a.txt.ann.json': SIDECAR, ...files });
  const git = new TestRepository(corpus.folder);
  git.git('init', '--quiet');
  git.commitAll('annotated');
  git.commit('a.txt', NEW);
  return { corpus, git };
}

async function places(corpus: Corpus, args: readonly string[]) {
  const run = await corpus.run(['reanchor', '--format', 'json', ...args]);
  const output = v.parse(ReanchorOutput, JSON.parse(run.out));
  return { run, output, byId: new Map(output.annotations.map((a) => [a.id, a])) };
}

describe('pressmark reanchor', () => {
  it('finds places by the text that git has, in code points, and ends with 1 for what is gone', async () => {
    const { corpus } = changed();
    const { run, output, byId } = await places(corpus, []);
    expect(run).toMatchObject({ code: 1, err: '' });
    expect(byId.get(first.id)).toMatchObject({
      path: 'a.txt',
      layer: 'shared',
      status: 'moved',
      start: points(NEW, NEW.indexOf('Jakarta')),
      label: 'GPE',
      text: 'Jakarta',
    });
    expect(byId.get(second.id)).toMatchObject({ start: points(NEW, NEW.lastIndexOf('Jakarta')) });
    expect(byId.get(gone.id)).toMatchObject({ status: 'orphan' });
    expect(byId.get(gone.id)).not.toHaveProperty('start');
    expect(output.summary).toEqual({ kept: 0, moved: 2, review: 0, orphan: 1, written: 0 });
    const lines = (await corpus.run(['reanchor', 'a.txt.ann.json', '--format', 'jsonl'])).out
      .trim()
      .split('\n');
    expect(lines.map((line) => JSON.parse(line).id).sort()).toEqual([...byId.keys()].sort());
    const pretty = await corpus.run(['reanchor', 'a.txt']);
    expect(pretty.out).toContain('orphan  a.txt  shared GPE "Bandung"');
    expect(pretty.out).toContain('3 annotations: 0 kept, 2 moved, 0 to review, 1 orphan\n');
  });

  it('writes certain lines only, once, and leaves the others as they are to the byte', async () => {
    const { corpus } = changed();
    expect(await corpus.run(['reanchor', '--write'])).toMatchObject({
      code: 1,
      out: expect.stringContaining('2 lines written'),
    });
    const after = corpus.read('a.txt.ann.json');
    const lines = (text: string) => text.split('\n');
    expect(lines(after).find((line) => line.includes(gone.id))).toBe(
      lines(SIDECAR).find((line) => line.includes(gone.id)),
    );
    const spans = parseSidecar(after).annotations.map((e) => e.annotation);
    expect(spans.map((s) => ('rev' in s ? s.rev : '')).sort()).toEqual(
      [revisionOf(OLD), revisionOf(NEW), revisionOf(NEW)].sort(),
    );
    expect(await corpus.run(['reanchor', '--write'])).toMatchObject({
      out: expect.stringContaining('2 kept, 0 moved, 0 to review, 1 orphan; 0 lines written'),
    });
    expect(corpus.read('a.txt.ann.json')).toBe(after);
  });

  it('writes one annotator’s lines, but no other words into a line that others speak of', async () => {
    const record = `{"id":"00000000-zzzzzz","ref":"ana:${second.id}","accept":true,"was":"0123456789ab"}`;
    const { corpus, git } = changed({
      'pressmark.json': '{"annotators":["ana","budi"]}',
      'a.txt.ana.ann.json': SIDECAR,
      'a.txt.budi.ann.json': `{\n"pressmark":1,\n"annotations":[\n${record},\nnull\n]}\n`,
      'a.txt.ann.json': '',
    });
    git.commit('a.txt', NEW.replace('Jakarta lagi', 'Jakartta lagi'));
    const before = corpus.read('a.txt.budi.ann.json');
    const nobody = await corpus.run(['reanchor', '--write', '--by', 'cici']);
    expect(nobody).toMatchObject({ code: 2, err: expect.stringContaining('ana, budi') });
    const run = await corpus.run(['reanchor', '--write', '--by', 'ana']);
    expect(run.out).toContain('1 line written');
    expect(run.err).toContain('their words were corrected and others speak of them: 1');
    git.commit('a.txt', NEW);
    const again = await corpus.run(['reanchor', '--write', '--by', 'ana']);
    expect(again).toMatchObject({ out: expect.stringContaining('2 lines written'), err: '' });
    expect(corpus.read('a.txt.budi.ann.json')).toBe(before);
  });

  it('compares two texts', async () => {
    const corpus = new Corpus({ 'old.txt': OLD, 'new.txt': NEW.replaceAll('\n', '\r\n'), 's.json': SIDECAR });
    const files = ['--old', 'old.txt', '--new', 'new.txt', '--sidecar', 's.json'];
    const { run, byId, output } = await places(corpus, files);
    expect(run).toMatchObject({ code: 1, err: '' });
    expect(Object.keys(output)).toEqual(['version', 'annotations']);
    const start = points(NEW, NEW.indexOf('Jakarta'));
    expect(byId.get(first.id)).toEqual({ id: first.id, status: 'moved', start, end: start + 7 });
    expect(
      await corpus.run(['reanchor', '--old', 'old.txt', '--new', 'old.txt', '--sidecar', 's.json']),
    ).toMatchObject({ code: 0 });
    expect(await corpus.run(['reanchor', '--old', 'old.txt'])).toMatchObject({ code: 2, out: '' });
    expect(await corpus.run(['reanchor', ...files.slice(0, 5), 'none.json'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('none.json'),
    });
    await corpus.run(['reanchor', ...files, '--write']);
    expect((await places(corpus, files)).byId.get(first.id)).toEqual({
      id: first.id,
      status: 'kept',
      start,
      end: start + 7,
    });
  });

  it('doubts a tag that was made on a third text, unless its surroundings stand in the old one', async () => {
    const lines = SIDECAR.replaceAll(revisionOf(OLD), '0123456789ab');
    const other = lines.replace('"before":"😀 Menteri tiba di "', '"before":"Presiden tinggal di "');
    const corpus = new Corpus({ 'old.txt': OLD, 'new.txt': NEW, 's.json': lines, 'other.json': other });
    const files = ['--old', 'old.txt', '--new', 'new.txt', '--sidecar'];
    expect((await places(corpus, [...files, 's.json'])).byId.get(first.id)?.status).toBe('moved');
    expect((await places(corpus, [...files, 'other.json'])).byId.get(first.id)?.status).toBe('review');
  });
});

describe('where git is another than usual', () => {
  it('finds places after a rename, in a shallow clone only by words, and says so', async () => {
    const { corpus, git } = changed();
    git.git('mv', 'a.txt', 'with blank.txt');
    git.git('mv', 'a.txt.ann.json', 'with blank.txt.ann.json');
    git.commitAll('renamed');
    expect((await places(corpus, [])).byId.get(first.id)).toMatchObject({
      path: 'with blank.txt',
      status: 'moved',
    });
    const shallow = `${corpus.folder}-shallow`;
    git.git('clone', '--quiet', '--depth', '1', `file://${corpus.folder}`, shallow);
    const run = execFileSync(
      process.execPath,
      [BUNDLE, 'validate', '--format', 'jsonl', '--fail-on', 'error'],
      {
        cwd: shallow,
      },
    ).toString();
    expect(run).toContain('sidecar/unknown-revision');
    expect(run).toContain('shallow clone');
  });

  it('finds places where the working tree has other line ends than git', async () => {
    const { corpus, git } = changed();
    git.git('config', 'core.autocrlf', 'true');
    corpus.write('a.txt', NEW.replaceAll('\n', '\r\n'));
    expect((await places(corpus, [])).byId.get(second.id)).toMatchObject({ status: 'moved' });
  });

  it('finds places by a text that was kept, and that git never had', async () => {
    const corpus = new Corpus({ 'pressmark.json': '{}', 'a.txt': OLD });
    await corpus.run(['annotate', 'a.txt', '--label', 'GPE', '--quote', 'Bandung']);
    corpus.write('a.txt', OLD.replaceAll('Menteri', 'Sang menteri'));
    const { output, run } = await places(corpus, []);
    expect(run.code).toBe(0);
    expect(output.annotations).toMatchObject([{ status: 'moved', text: 'Bandung' }]);
    corpus.write(
      'a.txt.ann.json',
      corpus.read('a.txt.ann.json').replace(/"rev":"\w+"/, '"rev":"000000000000"'),
    );
    expect((await places(corpus, [])).output.annotations).toMatchObject([{ status: 'review' }]);
  });

  it('finds the tags of an article that was split, and tells those that went to the other part', async () => {
    const { corpus } = changed();
    const [one = '', two = ''] = OLD.split('\n\n');
    corpus.write('a.txt', `${one}\n`);
    corpus.write('b.txt', two);
    const { byId } = await places(corpus, ['a.txt']);
    expect(byId.get(first.id)).toMatchObject({ status: 'kept' });
    expect(byId.get(gone.id)).toMatchObject({ status: 'orphan' });
  });
});

describe('pressmark validate', () => {
  it('holds sidecars to the places that git tells', async () => {
    const { corpus } = changed();
    const run = await corpus.run(['validate', '--format', 'jsonl']);
    expect(run.code).toBe(1);
    const { problems } = JSON.parse(run.out);
    expect(problems.map((p: { code: string }) => p.code)).toEqual(['sidecar/orphan']);
    const undecided = SIDECAR.replace('"rev":', '"conflict":{"base":null,"ours":null,"theirs":null},"rev":');
    corpus.write('a.txt.ann.json', undecided);
    expect((await corpus.run(['validate', '--format', 'jsonl'])).out).toContain('sidecar/conflict-line');
  });
});
