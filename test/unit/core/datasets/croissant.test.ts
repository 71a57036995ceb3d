import { describe, expect, it } from 'vitest';
import { croissant, missingMetadata } from '../../../../server/src/core/datasets/croissant.ts';
import { formatMessage } from '../../../../server/src/core/message.ts';
import { NO_DESCRIPTION } from '../../../../server/src/core/project/description.ts';
import { datasetFacts } from '../../../support/datasetFacts.ts';

type Json = Record<string, unknown>;
const facts = datasetFacts();
const metadata = JSON.parse(croissant(facts)) as Json;

function nodes(value: unknown, type: string): Json[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = (value as Json)['@type'] === type ? [value as Json] : [];
  return [...own, ...Object.values(value).flatMap((inner) => nodes(inner, type))];
}

describe('Croissant metadata', () => {
  // The required ones of the specification of Croissant 1.0, “Dataset-level Information” and “Resources”.
  it('has every property that the specification demands', () => {
    for (const key of ['@context', '@type', 'conformsTo', 'description', 'license', 'name', 'url', 'creator'])
      expect(metadata).toHaveProperty([key]);
    expect(metadata).toMatchObject({
      '@type': 'sc:Dataset',
      conformsTo: 'http://mlcommons.org/croissant/1.0',
      datePublished: '2026-11-22',
      license: 'https://spdx.org/licenses/CC-BY-4.0.html',
      inLanguage: ['id', 'vi'],
    });
    for (const file of nodes(metadata.distribution, 'cr:FileObject'))
      for (const key of ['@id', 'name', 'contentUrl', 'encodingFormat', 'sha256', 'contentSize'])
        expect(file).toHaveProperty([key]);
  });

  it('refers only to what it defines, and defines each id once', () => {
    const defined = ['cr:FileObject', 'cr:FileSet', 'cr:RecordSet', 'cr:Field'].flatMap((type) =>
      nodes(metadata, type).map((node) => node['@id']),
    );
    expect(new Set(defined).size).toBe(defined.length);
    const fields = nodes(metadata.recordSet, 'cr:Field').flatMap(({ source }) =>
      source === undefined ? [] : [(source as { fileObject: { '@id': string } }).fileObject['@id']],
    );
    expect([...new Set(fields)]).toEqual(['files/train.jsonl', 'files/test.jsonl']);
    for (const id of fields) expect(defined).toContain(id);
  });

  it('says what splits are for', () => {
    expect(nodes(metadata.recordSet, 'cr:RecordSet')[0]).toMatchObject({
      '@id': 'splits',
      data: [
        { 'splits/name': 'train', 'splits/url': 'cr:TrainingSplit' },
        { 'splits/name': 'test', 'splits/url': 'cr:TestSplit' },
      ],
    });
  });

  it('writes file sets for formats of many files, with names that are no patterns', () => {
    const { summary } = facts;
    const set = {
      kind: 'files' as const,
      folder: 'a [1]/',
      ending: '.ann',
      files: 2,
      bytes: 9,
      split: 'train',
    };
    const json = JSON.parse(croissant({ ...facts, summary: { ...summary, files: [set] } })) as Json;
    expect(json.distribution).toEqual([
      expect.objectContaining({ '@id': 'files/a%20%5B1%5D/*.ann', includes: 'a [[]1[]]/**/*.ann' }),
    ]);
  });

  it('makes up nothing that the team has not said, and tells what is missing', () => {
    const silent = { ...facts, provenance: {}, project: { ...facts.project, dataset: NO_DESCRIPTION } };
    const json = JSON.parse(croissant(silent)) as Json;
    for (const key of ['license', 'url', 'creator', 'datePublished', 'version', 'citeAs'])
      expect(json).not.toHaveProperty(key);
    const message = missingMetadata(silent);
    expect(message && formatMessage(message)).toContain('description, license, url, creators, published');
    expect(missingMetadata(facts)).toBeUndefined();
  });

  it('takes the day of the commit where none is stated', () => {
    const { published: _, ...dataset } = facts.project.dataset;
    const json = JSON.parse(croissant({ ...facts, project: { ...facts.project, dataset } })) as Json;
    expect(json.datePublished).toBe('2026-11-20');
  });
});
