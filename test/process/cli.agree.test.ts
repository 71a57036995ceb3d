import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { AgreeOutput } from '../../server/src/cli/contracts/agreement.ts';
import { sidecarOf } from '../support/agreementCorpus.ts';
import { buildCommandLine, Corpus } from './commandLine.ts';

beforeAll(buildCommandLine);

const TEXT = 'Anna Kern 😀 met Lin Wu in Hanoi, and the bank of Oslo | paid @all of it.\n';

function files(project: object = {}) {
  return {
    'pressmark.json': JSON.stringify({ annotators: ['ana', 'ben'], ...project }),
    'a.txt': TEXT,
    'a.txt.ana.ann.json': sidecarOf(TEXT, [
      ['Anna Kern', 'PER'],
      ['Lin Wu', 'PER'],
      ['Hanoi', 'GPE'],
      ['bank of Oslo | paid @all', 'ORG'],
    ]),
    'a.txt.ben.ann.json': sidecarOf(TEXT, [
      ['Anna Kern', 'PER'],
      ['Lin Wu', 'ORG'],
      ['Hanoi', 'GPE'],
    ]),
    'b.txt': 'Nobody has done this one.\n',
    'b.txt.ana.ann.json': sidecarOf('Nobody has done this one.\n', [], { done: false }),
  };
}

describe('pressmark agree', () => {
  it('writes JSON as its contract says, with places in code points', async () => {
    const { code, out } = await new Corpus(files()).run(['agree', '--format', 'json', '--disagreements']);
    const output = v.parse(AgreeOutput, JSON.parse(out));
    expect(code).toBe(0);
    expect(output.articles).toEqual({ all: 2, compared: 1, notDone: 1, skipped: 0 });
    expect(output.annotators.map((a) => [a.annotator, a.begun, a.done])).toEqual([
      ['ana', 2, 1],
      ['ben', 1, 1],
    ]);
    expect(output.together.find((f) => f.measure === 'f1' && f.label === undefined)).toEqual({
      subject: 'spans',
      measure: 'f1',
      value: 4 / 7,
      n: 7,
    });
    expect(output.disagreements?.map((d) => [d.kind, d.line, d.column, d.start, d.text])).toEqual([
      ['label', 1, 17, 16, 'Lin Wu'],
      ['onlyA', 1, 42, 41, 'bank of Oslo | paid @all'],
    ]);
  });

  it('fails below a threshold, and names it with its value and what it rests on', async () => {
    const corpus = new Corpus(files());
    const missed = await corpus.run(['agree', '--fail-under', 'f1=0.8,overlap=0.5']);
    expect(missed.code).toBe(1);
    expect(missed.err).toContain('f1 is 0.571, below 0.8');
    expect(missed.err).toContain('n = 7');
    expect(missed.err).not.toContain('overlap');
    expect((await corpus.run(['agree', '--fail-under', 'f1=0.5'])).code).toBe(0);
    expect((await corpus.run(['agree', '--fail-under', 'f1=80'])).code).toBe(2);
    expect((await corpus.run(['agree', '--fail-under', 'fone=0.8'])).code).toBe(2);
  });

  it('takes no thresholds of which it would quietly drop one', async () => {
    const corpus = new Corpus(files());
    for (const unclear of ['', ',', 'f1=0.8,f1=0.1', 'f1=0.1=0.8'])
      expect((await corpus.run(['agree', '--fail-under', unclear])).code).toBe(2);
    expect((await corpus.run(['agree', '--labels', ','])).code).toBe(2);
  });

  it('takes the thresholds of the project, and lets the command line override them', async () => {
    const corpus = new Corpus(files({ agreement: { f1: 0.8 } }));
    expect((await corpus.run(['agree'])).code).toBe(1);
    expect((await corpus.run(['agree', '--fail-under', 'f1=0.5'])).code).toBe(0);
  });

  it('does not fail for what has no value, and says so', async () => {
    const corpus = new Corpus({ ...files(), 'a.txt.ben.ann.json': sidecarOf(TEXT, [], { done: false }) });
    const { code, out, err } = await corpus.run(['agree', '--fail-under', 'f1=0.8', '--format', 'json']);
    expect(code).toBe(0);
    expect(err).toContain('f1 is undefined, so the threshold 0.8 was not tried');
    expect(err).toContain('--all');
    expect(v.parse(AgreeOutput, JSON.parse(out)).undefined).toHaveLength(1);
    expect((await corpus.run(['agree', '--fail-under', 'f1=0.8', '--all'])).code).toBe(1);
  });

  it('prints tables by label, pair and article', async () => {
    const corpus = new Corpus(files());
    const { out } = await corpus.run(['agree', '--per', 'label', '--measure', 'f1,kappa', '--disagreements']);
    expect(out).toContain('2 articles: 1 compared, 1 not done by two people; 2 disagreements');
    expect(out).toMatch(/F1, same boundaries and label +0\.571/);
    expect(out).toMatch(/^GPE +2 +1\.000/m);
    expect(out).toMatch(/a\.txt:1:17 +label +Lin Wu +ana – ben +PER +ORG/);
    expect((await corpus.run(['agree', '--per', 'pair'])).out).toMatch(/^ana – ben +1 +0\.571/m);
    expect((await corpus.run(['agree', '--per', 'article'])).out).toMatch(/^a\.txt +0\.571/m);
  });

  it('writes CSV for spreadsheets, and markdown in which an article’s text stays text', async () => {
    const corpus = new Corpus(files());
    const { out } = await corpus.run(['agree', '--format', 'csv', '--measure', 'f1,cuAlpha']);
    const [head, f1] = out.split('\n');
    expect(head).toBe('annotators,article,subject,name,label,measure,value,low,high,raw,n,undefined');
    expect(f1).toBe(`ana ben,,spans,,,f1,${4 / 7},,,,7,`);
    const markdown = (await corpus.run(['agree', '--format', 'markdown', '--disagreements'])).out;
    expect(markdown).toContain('bank of Oslo \\| paid @\u200ball');
    expect(markdown).toContain('| F1, same boundaries and label | 0.571 |');
  });

  it('says who and what can be compared', async () => {
    const corpus = new Corpus(files());
    const unknown = await corpus.run(['agree', '--annotators', 'ana,zoe']);
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('“zoe” is not an annotator')]);
    const label = await corpus.run(['agree', '--labels', 'PRE']);
    expect([label.code, label.err]).toEqual([2, expect.stringContaining('PER')]);
    const alone = await new Corpus({ 'a.txt': TEXT }).run(['agree']);
    expect([alone.code, alone.err]).toEqual([2, expect.stringContaining('at least two annotators')]);
  });

  it('ends with 2 where a sidecar cannot be read', async () => {
    const corpus = new Corpus({ ...files(), 'a.txt.ben.ann.json': '{"pressmark":1,"annotations":[{]}' });
    const { code, err } = await corpus.run(['agree']);
    expect(code).toBe(2);
    expect(err).toContain('a.txt');
  });
});
