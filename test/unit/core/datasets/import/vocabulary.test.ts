import { describe, expect, it } from 'vitest';
import { Vocabulary } from '../../../../../server/src/core/datasets/import/vocabulary.ts';
import type { DatasetArticle } from '../../../../../server/src/core/formats/dataset.ts';
import { parseProject } from '../../../../../server/src/core/project.ts';

const { project } = parseProject(
  '{"labels":[{"name":"PER","attributes":[{"name":"sure"}]}],"relations":[{"name":"knows"}],"documentLabels":[{"name":"topic"}]}',
  new Map(),
);

const ARTICLE: DatasetArticle = {
  path: 'a.txt',
  text: 'Ani Budi',
  language: 'id',
  spans: [
    {
      id: 's1',
      start: 0,
      end: 3,
      label: 'PERSON',
      attributes: new Map<string, string | number>([
        ['sure', 'yes'],
        ['Age', 3],
      ]),
    },
    { id: 's2', start: 4, end: 8, label: 'MISC', attributes: new Map() },
  ],
  relations: [
    { id: 'r1', label: 'knows', from: 's1', to: 's2', attributes: new Map() },
    { id: 'r2', label: 'odd', from: 'r1', to: 's1', attributes: new Map() },
  ],
  documentLabels: [{ id: 'd1', label: 'topic', value: 'x' }],
};
const use = (id: string) => ({ file: 'in', line: ['s1', 's2', 'r1', 'r2', 'd1'].indexOf(id) + 1 });
const vocabulary = (map: Readonly<Record<string, string>>) =>
  new Vocabulary(project, new Map(Object.entries(map)));

describe('the names of a file', () => {
  it('are told where the project does not have them, with their number and first line', () => {
    const words = vocabulary({});
    expect(words.apply(ARTICLE, use).leftOut).toEqual([]);
    words.apply(ARTICLE, use);
    expect(words.unknown()).toEqual([
      { kind: 'label', name: 'PERSON', count: 2, first: { file: 'in', line: 1 }, type: 'text' },
      { kind: 'label', name: 'MISC', count: 2, first: { file: 'in', line: 2 }, type: 'text' },
      {
        kind: 'attribute',
        name: 'sure',
        label: 'PERSON',
        count: 2,
        first: { file: 'in', line: 1 },
        type: 'text',
      },
      {
        kind: 'attribute',
        name: 'Age',
        label: 'PERSON',
        count: 2,
        first: { file: 'in', line: 1 },
        type: 'number',
      },
      { kind: 'relation', name: 'odd', count: 2, first: { file: 'in', line: 4 }, type: 'text' },
    ]);
  });

  it('become those of the project', () => {
    const words = vocabulary({ PERSON: 'PER', Age: 'sure', MISC: 'PER', odd: 'knows', unused: 'PER' });
    const { article } = words.apply(ARTICLE, use);
    expect([...article.spans, ...article.relations].map((i) => i.label)).toEqual([
      'PER',
      'PER',
      'knows',
      'knows',
    ]);
    expect(words.unknown()).toEqual([]);
    expect(words.unused()).toEqual(['unused']);
  });

  it('are not given to two attributes of one annotation without a word', () => {
    const renamed = vocabulary({ Age: 'sure' });
    renamed.apply(ARTICLE, use);
    expect(renamed.clashes()).toEqual([{ file: 'in', line: 1, from: 'Age', name: 'sure' }]);
    const both = vocabulary({ Age: 'x', sure: 'x' });
    both.apply(ARTICLE, use);
    expect(both.clashes()).toEqual([{ file: 'in', line: 1, from: 'Age', name: 'x' }]);
    const turned = vocabulary({ Age: 'sure', sure: 'Age' });
    turned.apply(ARTICLE, use);
    expect(turned.clashes()).toEqual([]);
  });

  it('are left out with all that hangs on them', () => {
    const { article, leftOut } = vocabulary({ MISC: '', Age: '' }).apply(ARTICLE, use);
    expect(leftOut).toEqual(['s2', 'r1', 'r2']);
    expect(article.relations).toEqual([]);
    expect(article.spans.map((s) => [...s.attributes.keys()])).toEqual([['sure']]);
  });
});
