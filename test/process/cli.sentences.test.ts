import { readdirSync } from 'node:fs';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { SentencesOutput } from '../../server/src/cli/contracts/sentences.ts';
import { buildCommandLine, Corpus } from './commandLine.ts';

beforeAll(buildCommandLine);

const PROJECT = JSON.stringify({ language: 'id', dataset: { license: 'CC0-1.0', creators: ['Ana'] } });
const sidecar = (...rows: string[]) =>
  `{\n"pressmark":1,\n"annotations":[\n${rows.map((row) => `${row},\n`).join('')}null\n]}\n`;
const done = '{"id":"status","status":"done","rev":"000000000000"}';
const WORDS =
  'orang rumah jalan pasar kota desa air hujan malam pagi siang anak ibu bapak guru sekolah buku meja pintu mobil sepeda sawah padi kebun pohon sungai laut gunung pulau kapal ikan ayam nasi gula garam kopi teh susu roti kue'.split(
    ' ',
  );
/** Three sentences of words in an order that no other article has. */
const clean = (i: number) =>
  `${[0, 1, 2]
    .map((k) => {
      const words = Array.from(
        { length: 8 },
        (_, j) => WORDS[(7 * i + 3 * k + j * (2 * i + 1) + j * j * k) % WORDS.length] ?? '',
      );
      return `Mereka melihat ${words.join(' dan ')}.`;
    })
    .join(' ')}\n`;

/** Articles that are done, the first with a tagged sentence, the second with a dismissed finding, the last not done. */
function corpus(): Corpus {
  const made = new Corpus({ 'pressmark.json': PROJECT });
  const tagged = 'Ini kalimat 😀 yang rusak sekali bunyinya.';
  made.write('0.txt', `${tagged} ${clean(0)}`);
  made.write(
    '0.txt.ann.json',
    sidecar(
      `{"id":"00000000-aaaaaa","start":0,"end":${[...tagged].length},"label":"GARBLED","text":"${tagged}","before":"","after":" Mereka","rev":"000000000000"}`,
      done,
    ),
  );
  made.write('1.txt', `Mereka membawa beras , gula dan garam. ${clean(1)}`);
  made.write(
    '1.txt.ann.json',
    sidecar('{"id":"00000001-aaaaaa","rule":"spacing/punct","verdict":"dismissed"}', done),
  );
  for (let i = 2; i < 7; i++) {
    made.write(`${i}.txt`, clean(i));
    made.write(`${i}.txt.ann.json`, sidecar(done));
  }
  made.write('7.txt', clean(7));
  return made;
}

describe('pressmark export --sentences', () => {
  it('writes one record for each sentence that somebody judged', async () => {
    const made = corpus();
    const args = ['export', '--sentences', '--to', 'jsonl', '--out', 'out', '--format', 'json'];
    const { code, out, err } = await made.run(args);
    expect([code, err]).toEqual([0, expect.stringContaining('description, url, published')]);
    const told = v.parse(SentencesOutput, JSON.parse(out));
    expect(told.classes.map((c) => [c.class, c.parts[0]?.sentences])).toEqual([
      ['GARBLED', 1],
      ['dismissed', 1],
      ['clean', 21],
    ]);
    expect(told).toMatchObject({ sentences: 23, positives: 1, unjudged: 3, negatives: null });
    const [first] = made.read('out/data.jsonl').split('\n');
    expect(JSON.parse(first ?? '')).toMatchObject({
      id: '0.txt#0',
      text: 'Ini kalimat 😀 yang rusak sekali bunyinya.',
      start: 0,
      end: 41,
      class: 'GARBLED',
      tagged_share: 1,
      language: 'id',
      language_declared: true,
    });
    const dismissed = made
      .read('out/data.jsonl')
      .split('\n')
      .find((line) => line.includes('"dismissed"'));
    expect(JSON.parse(dismissed ?? '')).toMatchObject({
      rules: ['spacing/punct'],
      standings: ['dismissed'],
      findings: 1,
    });
    expect(made.read('out/README.md')).toContain('| `clean` | 21 |');
  });

  it('draws clean sentences and shares articles out, the same bytes each time', async () => {
    const made = corpus();
    const args = (folder: string) =>
      `export --sentences --to csv --negatives 2 --split 60/40 --seed 5 --name d --out ${folder}`.split(' ');
    for (const folder of ['a', 'b']) expect((await made.run(args(folder))).code).toBe(0);
    const files = readdirSync(made.path('a')).sort();
    expect(files).toEqual([
      'README.md',
      'croissant.json',
      'export.json',
      'losses.jsonl',
      'split.json',
      'split.jsonl',
      'test.csv',
      'train.csv',
    ]);
    for (const file of files) expect(made.read(`b/${file}`)).toBe(made.read(`a/${file}`));
    const rows = ['train', 'test'].flatMap((part) =>
      made.read(`a/${part}.csv`).trimEnd().split('\n').slice(1),
    );
    // The tagged one, the dismissed one, and two clean ones.
    expect(rows).toHaveLength(4);
    expect(made.read('a/README.md')).toContain('2 for each that a person said to be bad');
  });

  it.each([
    [['--to', 'brat', '--out', 'x'], 'Sentences are not written as “brat”'],
    [['--to', 'jsonl'], 'Say which folder'],
    [['--to', 'jsonl', '--out', 'x', '--negatives', 'many'], 'whole number'],
  ])('refuses %j', async (args, reason) => {
    const { code, err } = await corpus().run(['export', '--sentences', ...args]);
    expect([code, err]).toEqual([2, expect.stringContaining(reason)]);
  });

  it('leaves nothing behind where there is nothing to write, or a sidecar cannot be read', async () => {
    const made = new Corpus({ 'pressmark.json': PROJECT, 'a.txt': clean(1) });
    const nothing = await made.run(['export', '--sentences', '--to', 'jsonl', '--out', 'out']);
    expect([nothing.code, nothing.err]).toEqual([2, expect.stringContaining('There are no sentences')]);
    made.write('a.txt.ann.json', '{ nonsense');
    expect((await made.run(['export', '--sentences', '--to', 'jsonl', '--out', 'out'])).code).toBe(2);
    expect(readdirSync(made.folder).sort()).toEqual(['a.txt', 'a.txt.ann.json', 'pressmark.json']);
  });
});

describe('a dataset that is shared out', () => {
  it('has a card, metadata and a leak check, the same bytes each time', async () => {
    const made = corpus();
    made.write('8.txt', clean(2));
    made.write('8.txt.ann.json', sidecar(done));
    const args = (folder: string) =>
      `export --to conll --split 50/50 --name d --check --out ${folder}`.split(' ');
    const [one, other] = [await made.run(args('a')), await made.run(args('b'))];
    expect([one.code, other.code]).toEqual([0, 0]);
    expect(one.err).toContain('near-duplicates in several parts: 0');
    for (const file of readdirSync(made.path('a')))
      expect(made.read(`b/${file}`)).toBe(made.read(`a/${file}`));
    const card = made.read('a/README.md');
    expect(card).toContain('license: cc0-1.0');
    expect(card).toContain('near-duplicates of others, in 1 groups');
    const parts = new Map(
      made
        .read('a/split.jsonl')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as { article: string; part: string })
        .map(({ article, part }) => [article, part]),
    );
    expect(parts.get('8.txt')).toBe(parts.get('2.txt'));
  });

  it('says how well people agree, and how gold came to be', async () => {
    const made = new Corpus({ 'pressmark.json': '{ "language": "id", "annotators": ["ana", "budi"] }' });
    for (let i = 0; i < 6; i++) {
      const text = clean(i);
      const word = text.split(' ')[2] ?? '';
      const tag = (end: number, more = '') =>
        `{"id":"00000015-aaaaaa","start":15,"end":${end},"label":"PER","text":"${text.slice(15, end)}","before":"Mereka melihat ","after":"","rev":"000000000000"${more}}`;
      made.write(`${i}.txt`, text);
      made.write(`${i}.txt.ana.ann.json`, sidecar(tag(15 + word.length), done));
      made.write(`${i}.txt.budi.ann.json`, sidecar(tag(15 + word.length - (i === 0 ? 1 : 0)), done));
      made.write(
        `${i}.txt.gold.ann.json`,
        sidecar(tag(15 + word.length, `,"decision":"${i === 0 ? 'decided' : 'unanimous'}"`)),
      );
    }
    const { code, err } = await made.run('export --to brat --layer gold --out out'.split(' '));
    expect([code, err]).toEqual([0, expect.stringContaining('license')]);
    const card = made.read('out/README.md');
    expect(card).toContain('| unanimous: all had it | 5 | 83.3 % |');
    expect(card).toContain('| decided by a person | 1 | 16.7 % |');
    expect(card).toContain('over the 6 articles with which at least two of them are done');
    // Of six tags each, five have the same boundaries.
    expect(card).toContain('| F1, same boundaries and label | spans | 0.833 |');
    expect(card).toContain('`out/**/*.ann`'.replace('out', 'data'));
  });

  it('keeps articles where an older split had them', async () => {
    const made = corpus();
    const run = (...more: string[]) =>
      made.run(['export', '--to', 'conll', '--split', '50/50', '--no-card', ...more]);
    expect((await run('--out', 'a')).code).toBe(0);
    for (let i = 10; i < 16; i++) {
      made.write(`${i}.txt`, clean(i));
      made.write(`${i}.txt.ann.json`, sidecar(done));
    }
    expect((await run('--out', 'b', '--keep-split', 'a/split.jsonl', '--seed', '9')).code).toBe(0);
    const old = made.read('a/split.jsonl').trimEnd().split('\n');
    expect(made.read('b/split.jsonl').split('\n')).toEqual(expect.arrayContaining(old));
    expect(readdirSync(made.path('b'))).not.toContain('README.md');
  });
});
