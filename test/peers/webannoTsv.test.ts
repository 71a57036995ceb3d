import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DatasetArticle } from '../../server/src/core/formats/dataset.ts';
import type { Format } from '../../server/src/core/formats/format.ts';
import { placeRead } from '../../server/src/core/formats/offsets/placeRead.ts';
import { webannoTsv } from '../../server/src/core/formats/webannoTsv.ts';
import { xmi } from '../../server/src/core/formats/xmi.ts';
import { expectedOf, foundIn, readDataset, writeDataset } from '../property/core/formats/roundTrip.ts';
import { type InceptionAnnotation, readAsInception } from '../support/inceptionTsv.ts';
import { bytesOf, notFetched, peerPath } from '../support/peerFiles.ts';

const REPOSITORY = 'inception-project/inception';
const resources = peerPath(REPOSITORY, 'inception/inception-io-webanno-tsv/src/test/resources');
const suite = resources ? join(resources, 'tsv3-suite') : '';
const cases = resources ? readdirSync(suite).filter((c) => existsSync(join(suite, c, 'reference.tsv'))) : [];
const pairs = cases.filter((c) => existsSync(join(suite, c, 'reference.xmi')));

/** Cases of spans that begin or end between tokens: TSV has other offsets than XMI, as their names say. */
const MOVED = /Whitespace|IsMovedTo/;

async function articleIn(format: Format, path: string): Promise<DatasetArticle> {
  const ending = format.endings[0] ?? '';
  const { articles, problems } = await readDataset(format, new Map([[`a${ending}`, bytesOf(path)]]));
  expect(problems.filter((p) => p.severity !== 'information')).toEqual([]);
  const placed = articles.flatMap((a) => placeRead(a).articles);
  if (!placed[0]) throw new Error(`${path} gave no article`);
  return placed[0];
}

function writtenBack(article: DatasetArticle): Uint8Array {
  const written = writeDataset(webannoTsv, [article]);
  expect(written.losses).toEqual([]);
  return written.files.values().next().value ?? new Uint8Array();
}

/** All that a file says, as INCEpTION reads it; features without a value are as if they were not declared. */
function meaningOf(content: string) {
  const { text, annotations } = readAsInception(content);
  const key = (a: InceptionAnnotation | undefined): string =>
    a === undefined ? '' : JSON.stringify([a.type, a.begin, a.end, [...a.features].sort()]);
  return {
    text,
    annotations: annotations
      .map((a) => {
        const slots = [...a.links].filter(([, links]) => links.length > 0);
        const links = slots.map(([f, links]) => [f, links.map((l) => [l.role, key(l.target)])]);
        return JSON.stringify([key(a), links, key(a.governor), key(a.dependent)]);
      })
      .sort(),
  };
}

describe.skipIf(!resources)(
  `WebAnno TSV of INCEpTION (${resources ? 'its suite' : notFetched(REPOSITORY)})`,
  () => {
    it('has 75 cases, 73 of them with an XMI file of the same document', () => {
      expect([cases.length, pairs.length]).toEqual([75, 73]);
    });

    it.each(cases)('%s: is read and written back equal in meaning', async (name) => {
      const path = join(suite, name, 'reference.tsv');
      const article = await articleIn(webannoTsv, path);
      const bytes = writtenBack(article);
      const { articles } = await readDataset(webannoTsv, new Map([['a.tsv', bytes]]));
      expect(foundIn(webannoTsv, articles, [article])).toEqual(expectedOf(webannoTsv, [article], []));
      const theirs = Buffer.from(bytesOf(path)).toString();
      expect(meaningOf(Buffer.from(bytes).toString())).toEqual(meaningOf(theirs));
    });

    it.each(pairs)('%s: has the text and the spans of its XMI file', async (name) => {
      const tsv = await articleIn(webannoTsv, join(suite, name, 'reference.tsv'));
      const cas = await articleIn(xmi, join(suite, name, 'reference.xmi'));
      // TSV has no text behind the last sentence.
      expect(tsv.text.trimEnd()).toBe(cas.text.trimEnd());
      const keys = ({ text, spans }: DatasetArticle): string[] =>
        spans
          .filter((s) => !/\.segmentation\.type\.(?:Token|Sentence)$/.test(String(s.attributes.get('layer'))))
          .map(({ label, start, end, entity, note, attributes }) => {
            const values = [...attributes].filter(([k, v]) => k !== 'layer' && v !== '').sort();
            // XMI files of the suite say NamedEntity where their TSV files say webanno.custom.Span.
            const plain = label === 'Span' ? 'NamedEntity' : label;
            const words = text.slice(start, end).trim();
            return JSON.stringify([plain, MOVED.test(name) ? words : [start, end], entity, note, values]);
          })
          .sort();
      expect(keys(tsv)).toEqual(keys(cas));
    });

    it.each([
      ['coref.tsv', { spans: 5718, relations: 562 }],
      ['example2.tsv', { spans: 95, relations: 86 }],
    ])('%s: is read and written back equal in meaning', async (name, counts) => {
      const path = join(resources ?? '', 'tsv3', name);
      const article = await articleIn(webannoTsv, path);
      expect({ spans: article.spans.length, relations: article.relations.length }).toEqual(counts);
      const bytes = writtenBack(article);
      const theirs = meaningOf(Buffer.from(bytesOf(path)).toString());
      expect(meaningOf(Buffer.from(bytes).toString())).toEqual(theirs);
    });
  },
);
