import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { casJson } from '../../server/src/core/formats/casJson.ts';
import type { Format } from '../../server/src/core/formats/format.ts';
import { placeRead } from '../../server/src/core/formats/offsets/placeRead.ts';
import type { ReadArticle } from '../../server/src/core/formats/readArticle.ts';
import { xmi } from '../../server/src/core/formats/xmi.ts';
import { expectedOf, foundIn, readDataset, writeDataset } from '../property/core/formats/roundTrip.ts';
import { bytesOf, filesBelow, notFetched, peerPath } from '../support/peerFiles.ts';

const CASSIS = 'dkpro/dkpro-cassis';
const INCEPTION = 'inception-project/inception';
const cassis = peerPath(CASSIS, 'tests/test_files');
const inception = peerPath(INCEPTION, 'inception');

/** Reads a file with what is beside it in its folder. */
async function read(path: string, segments = 'leave') {
  const format: Format = path.endsWith('.json') ? casJson : xmi;
  const files = new Map([[basename(path), bytesOf(path)]]);
  const here = filesBelow(dirname(path));
  for (const name of format.companions?.(path) ?? [])
    if (here.includes(name)) files.set(name, bytesOf(join(dirname(path), name)));
  return readDataset(format, files, { segments });
}

const words = ({ text, spans }: ReadArticle) =>
  spans.map((s) => s.parts.map((p) => [p.start, p.end, text?.slice(p.start, p.end)]));

/** What an XMI file holds, counted with nothing of ours. */
function countsOf(file: string) {
  const elements = [...file.matchAll(/<\w+:(\w+)((?:\s+[\w:]+="[^"]*")*)\s*\/?>/g)].map(
    ([, type = '', rest = '']) => ({
      type,
      has: new Map(
        [...rest.matchAll(/\s([\w:]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
      ),
    }),
  );
  const sofa = elements.find((e) => e.type === 'Sofa')?.has.get('sofaString') ?? '';
  const text = sofa
    .replace(/&#(\d+);/g, (_, n: string) => String.fromCodePoint(Number(n)))
    .replace(
      /&(lt|gt|quot|apos|amp);/g,
      (_, n: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'" })[n] ?? '&',
    );
  const isLeft = (type: string) =>
    /^(?:Document(?:MetaData|Annotation)|Token|Sentence|TagsetDescription|Xml\w+)$/.test(type);
  const annotations = elements.filter((e) => e.has.has('begin') && !isLeft(e.type));
  return {
    text,
    spans: annotations
      .filter((e) => !e.has.has('Governor'))
      .map((e) => text.slice(Number(e.has.get('begin')), Number(e.has.get('end'))))
      .sort(),
    relations: elements.filter(
      (e) => e.has.has('Governor') || e.has.has('next') || (e.has.has('target') && !e.has.has('begin')),
    ).length,
  };
}

/** Reads an XMI file, checks it against the plain count, and writes it as both formats in every layout. */
async function exercise(path: string) {
  const { articles, problems } = await read(path);
  expect(
    problems.filter((p) => p.severity !== 'information'),
    path,
  ).toEqual([]);
  const [article] = articles;
  if (!article || articles.length !== 1) throw new Error(`${path} gave ${articles.length} articles`);
  const isToken = (layer: unknown) => /segmentation\.type\.(?:Token|Sentence)$/.test(String(layer));
  const own = article.spans.filter((s) => !isToken(s.attributes.get('layer')));
  const found = {
    text: article.text,
    spans: words({ ...article, spans: own })
      .map(([place]) => place?.[2])
      .sort(),
    relations: article.relations.length,
  };
  expect(found, path).toEqual(countsOf(Buffer.from(bytesOf(path)).toString()));
  const placed = placeRead(article).articles;
  for (const format of [xmi, casJson])
    for (const layers of ['named-entity', 'basic', 'pressmark']) {
      const written = writeDataset(format, placed, { options: { layers } });
      expect(written.losses, path).toEqual([]);
      const again = await readDataset(format, written.files);
      expect(again.problems, path).toEqual([]);
      expect(foundIn(format, again.articles, placed), path).toEqual(expectedOf(format, placed, []));
    }
  return { spans: article.spans.length, relations: article.relations.length };
}

describe.skipIf(!cassis)(`files of ${cassis ? CASSIS : notFetched(CASSIS)}`, () => {
  const file = (name: string) => join(cassis ?? '', name);

  it('emoji: spans of joined and coloured emoji, in UTF-16 units', async () => {
    const folder = file('json/fs_as_array/ser-ref/casWithEmojiUnicodeTextAndAnnotations');
    for (const name of ['data.json', 'debug.xmi']) {
      const { articles, problems } = await read(join(folder, name));
      expect(problems).toEqual([]);
      const lengths = articles[0]?.spans.map((s) => (s.parts[0]?.end ?? 0) - (s.parts[0]?.start ?? 0));
      expect(lengths).toEqual([2, 4, 7, 2, 1, 1, 7, 4, 2]);
      expect(
        articles[0]?.spans.every(
          (s) => !/^\s|\s$/.test(articles[0]?.text?.slice(s.parts[0]?.start, s.parts[0]?.end) ?? ' '),
        ),
      ).toBe(true);
    }
  });

  it.each([
    'casWithLeftToRightTextAndAnnotations',
    'casWithTraditionalChineseTextAndAnnotations',
    'casWithText',
    'casWithEmojiUnicodeTextAndAnnotations',
  ])('%s: JSON says what XMI says, right-to-left and Chinese among it', async (name) => {
    const folder = file(`json/fs_as_array/ser-ref/${name}`);
    const [json] = (await read(join(folder, 'data.json'))).articles;
    const [xml] = (await read(join(folder, 'debug.xmi'))).articles;
    if (!json || !xml) throw new Error('no article');
    expect([json.text, words(json)]).toEqual([xml.text, words(xml)]);
  });

  it('cas_with_smileys: emoji and CR LF in the text, by INCEpTION', async () => {
    const held = await exercise(file('xmi/cas_with_smileys.xmi'));
    expect(held.spans).toBeGreaterThan(4);
  });

  it('every file of its tests gives articles or says why not', async () => {
    const said: Record<string, string> = {};
    for (const name of filesBelow(cassis ?? '').filter((f) =>
      /\.xmi$|^json\/.*data(?:-ref)?\.json$/.test(f),
    )) {
      const { articles, problems } = await read(file(name));
      const bad = problems.filter((p) => p.severity !== 'information').map((p) => p.code);
      said[name] = [...articles.map((a) => a.spans.length), ...bad].join(' ');
    }
    expect(Object.keys(said)).toHaveLength(42);
    const without = Object.entries(said).filter(([, s]) => s.includes('cas/'));
    expect([...new Set(without.map(([, s]) => s))]).toEqual(['cas/no-text']);
    expect(without.map(([name]) => name.split('/').at(-2))).toEqual(
      ['casWithFloatingPointSpecialValues', 'casWithSofaDataArray', 'casWithSofaDataURI', 'emptyCas'].flatMap(
        (n) => [n, n],
      ),
    );
    expect(said).toMatchObject({
      'xmi/cas_with_inheritance.xmi': '5',
      'xmi/cas_with_two_sofas.xmi': '0 0',
      'xmi/cas_with_references.xmi': '3',
      'xmi/lenient_cas.xmi': '1',
    });
  });

  it('annotations of types that are based on others, arrays by reference and nested, with their type system', async () => {
    const types = bytesOf(file('typesystems/typesystem_with_collections.xml'));
    const bytes = bytesOf(file('xmi/cas_with_collections.xmi'));
    const { articles } = await readDataset(
      xmi,
      new Map([
        ['a.xmi', bytes],
        ['TypeSystem.xml', types],
      ]),
    );
    expect([...(articles[0]?.spans[0]?.attributes ?? [])]).toEqual([
      ['layer', 'cassis.Group'],
      ['integers', ['1', '2', '3']],
      ['shorts', ['1', '2', '3']],
      ['longs', ['1', '2', '3']],
      ['floats', ['1.0', '2.0', '3.0']],
      ['doubles', ['1.0', '2.0', '3.0']],
      ['bytes', ['42DB3064']],
      ['booleans', ['true', 'false']],
      ['strings', ['A', 'B', 'C']],
    ]);
  });
});

describe.skipIf(!inception)(`files of ${inception ? INCEPTION : notFetched(INCEPTION)}`, () => {
  it('tsv3-suite: all 73 reference.xmi, slots, chains, stacked, empty and broken over sentences', async () => {
    const suite = join(inception ?? '', 'inception-io-webanno-tsv/src/test/resources/tsv3-suite');
    const files = filesBelow(suite).filter((f) => f.endsWith('reference.xmi'));
    expect(files).toHaveLength(73);
    let [spans, relations] = [0, 0];
    for (const file of files) {
      const held = await exercise(join(suite, file));
      spans += held.spans;
      relations += held.relations;
    }
    console.log(`tsv3-suite: ${files.length} XMI files, ${spans} spans, ${relations} relations`);
  });

  it.each([
    'inception-curation/src/test/resources/mergecas/multivalspanrel/stackedrel1.xmi',
    'inception-curation/src/test/resources/mergecas/multivalspanrel/stackedrel2.xmi',
    'inception-imls-stringmatch/src/test/resources/relation/simple/relation_test.xmi',
    'inception-io-html/src/test/resources/html/test-document.xmi',
  ])('%s: stacked relations of several values, custom layers, marks of HTML', async (name) => {
    await exercise(join(inception ?? '', name));
  });

  it('knows the annotator from the document in an export of INCEpTION', async () => {
    const name = 'inception-curation/src/test/resources/mergecas/multivalspanrel/stackedrel1.xmi';
    const { articles } = await read(join(inception ?? '', name));
    expect(articles[0]?.annotator).toBe('anno1');
    expect(articles[0]?.name).toMatch(/^CDB63BB1/);
  });
});
