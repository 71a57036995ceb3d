import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conllu } from '../../server/src/core/formats/conllu.ts';
import type { DatasetArticle } from '../../server/src/core/formats/dataset.ts';
import { placeRead } from '../../server/src/core/formats/offsets/placeRead.ts';
import { anyDataset } from '../property/core/formats/datasetArbitraries.ts';
import { readDataset, writeDataset } from '../property/core/formats/roundTrip.ts';
import { bytesOf, filesBelow, notFetched, peerPath } from '../support/peerFiles.ts';

const DKPRO = 'dkpro/dkpro-core';
const UDAPI = 'udapi/udapi-python';

const read = (bytes: Uint8Array, options: Record<string, string> = {}) =>
  readDataset(conllu, new Map([['x.conllu', bytes]]), options);

describe('CoNLL-U files of DKPro, made of the examples of the format’s definition', () => {
  it('reads all of u_v2: empty nodes, words written as one, documents, paragraphs', async (ctx) => {
    const folder = peerPath(DKPRO, 'dkpro-core-io-conll-asl/src/test/resources/conll/u_v2');
    if (folder === undefined) return ctx.skip(notFetched(DKPRO));
    const files = filesBelow(folder).filter((name) => name.endsWith('.conllu'));
    expect(files).toHaveLength(10);
    for (const name of files) {
      const bytes = bytesOf(join(folder, name));
      const { articles, problems } = await read(bytes, { articles: 'sentence' });
      expect(problems.filter((p) => p.severity === 'error')).toEqual([]);
      const lines = Buffer.from(bytes).toString().split(/\r?\n/);
      const told = lines.flatMap((line) => /^# text = (.*)$/u.exec(line)?.[1]?.trim() ?? []);
      // Two have no “# text” that is what is written: one has none, one has its words.
      const written = { 'conllu-empty_nodes.conllu': 1, 'conllu-words_and_tokens.conllu': 2 }[name];
      const first = lines.find((line) => line.startsWith(written === 2 ? '1-2' : '1\t'))?.split('\t')[1];
      if (written !== undefined) expect(articles[0]?.text?.split(' ')[0]).toBe(first);
      else expect(articles.map((a) => a.text)).toEqual(told);
    }
    const two = await read(bytesOf(join(folder, 'conllu-multiple_document_IDs.conllu')));
    expect(two.articles.map((a) => a.name)).toEqual(['mf920901-001', 'mf920901-002']);
  });
});

describe.each([
  ['UniversalDependencies/UD_Indonesian-GSD', 'id_gsd-ud-dev.conllu', 559],
  ['UniversalDependencies/UD_Indonesian-PUD', 'id_pud-ud-test.conllu', 1_000],
  ['UniversalDependencies/UD_Vietnamese-VTB', 'vi_vtb-ud-dev.conllu', 1_123],
])('%s', (repository, file, sentences) => {
  it(`${file}: the text of ${sentences} sentences to the letter, and again after writing`, async (ctx) => {
    const path = peerPath(repository, file);
    if (path === undefined) return ctx.skip(notFetched(repository));
    const { articles, problems } = await read(bytesOf(path), { articles: 'sentence' });
    const texts = [...readFileSync(path, 'utf8').matchAll(/^# text = (.*)$/gmu)].map((m) => m[1]?.trim());
    expect(articles).toHaveLength(sentences);
    expect(articles.map((a) => a.text)).toEqual(texts);
    expect(problems.filter((p) => p.code !== 'conllu/syntax')).toEqual([]);
    const named = articles.map(
      (a, i): DatasetArticle => ({ ...(placeRead(a).articles[0] as DatasetArticle), path: `${i}.txt` }),
    );
    const again = await read(writeDataset(conllu, named).files.get('data.conllu') ?? new Uint8Array());
    expect(again.articles.map((a) => a.text)).toEqual(texts);
  });
});

/** Prints what Udapi reads: for each mention its type and words, and for each sentence its words. */
const SCRIPT = `
import sys, json, types, logging
# Udapi colours what it prints; nothing is printed here.
for name in ('colorama', 'termcolor'):
    stub = types.ModuleType(name)
    stub.init = stub.colored = lambda x=None, *a, **k: x
    sys.modules.setdefault(name, stub)
logging.disable(logging.WARNING)
sys.path.insert(0, sys.argv[1])
from udapi.core.document import Document
doc = Document()
doc.load_conllu(sys.argv[2], empty_parent='ignore')
mentions = [[e.etype, [w.form for w in m.words]] for e in doc.coref_entities for m in e.mentions]
print(json.dumps({'mentions': mentions, 'sentences': [[n.form for n in t.descendants] for t in doc.trees],
                  'texts': [[t.text, t.compute_text()] for t in doc.trees if t.descendants]}))
`;

describe('Udapi, the library behind CorefUD', () => {
  it('reads our output: every mention, those with gaps and those that cross, and every word', async (ctx) => {
    const folder = peerPath(UDAPI, 'udapi');
    if (folder === undefined) return ctx.skip(notFetched(UDAPI));
    if (spawnSync('python3', ['--version']).status !== 0) return ctx.skip('there is no python3');
    const articles = fc
      .sample(anyDataset(), { numRuns: 40, seed: 6 })
      .flat()
      .map((article, i) => ({ ...article, path: `${i}.txt` }));
    const bytes = writeDataset(conllu, articles).files.get('data.conllu') ?? new Uint8Array();
    const temporary = mkdtempSync(join(tmpdir(), 'pressmark-udapi-'));
    try {
      writeFileSync(join(temporary, 'data.conllu'), bytes);
      const { stdout, stderr, status } = spawnSync(
        'python3',
        ['-c', SCRIPT, dirname(folder), join(temporary, 'data.conllu')],
        { encoding: 'utf8', env: { ...process.env, PYTHONIOENCODING: 'utf-8' } },
      );
      expect([status, stderr]).toEqual([0, '']);
      const found = JSON.parse(stdout);
      const ours = (await read(bytes)).articles;
      const words = (label: string, quotes: string) => JSON.stringify([label, quotes.replace(/\s/g, '')]);
      expect(
        found.mentions
          .map(([type, forms]: [string, string[]]) => words(decodeURIComponent(type), forms.join('')))
          .sort(),
      ).toEqual(
        ours.flatMap((a) => a.spans.map((s) => words(s.label, s.parts.map((p) => p.quote).join('')))).sort(),
      );
      expect(found.sentences.flat().join('')).toBe(ours.map((a) => a.text?.replace(/\s/g, '')).join(''));
      for (const [text, computed] of found.texts) expect(computed.trim()).toBe(text.trim());
    } finally {
      rmSync(temporary, { recursive: true });
    }
  });
});
