import { describe, expect, it } from 'vitest';
import { formatMessage } from '../../../../server/src/core/message.ts';
import { parseProject } from '../../../../server/src/core/project.ts';

function read(dataset: unknown) {
  const { project, problems } = parseProject(JSON.stringify({ dataset }));
  return { dataset: project.dataset, problems: problems.map(({ message }) => formatMessage(message)) };
}

describe('what a project says of its dataset', () => {
  it('reads every key', () => {
    const dataset = {
      title: 'Berita contoh',
      description: 'News of 2026.',
      license: 'CC-BY-4.0',
      creators: ['Ana', { name: 'Lab', url: 'https://example.org', organization: true }],
      citation: '@misc{x}',
      url: 'https://example.org/d',
      version: '1.0.0',
      published: '2026-11-22',
      keywords: ['news'],
      source: 'A crawl.',
      process: 'Two students.',
      privacy: 'Names are public.',
      limitations: ['Small.'],
    };
    const found = read(dataset);
    expect(found.problems).toEqual([]);
    expect(found.dataset).toEqual({
      ...dataset,
      creators: [
        { name: 'Ana', organization: false },
        { name: 'Lab', url: 'https://example.org', organization: true },
      ],
    });
  });

  it.each([
    [{ license: 'my own licence' }, 'SPDX name'],
    [{ license: 5 }, '"license" should be text'],
    [{ url: 'ftp://x' }, 'https://'],
    [{ version: '1' }, '1.0.0'],
    [{ published: 'yesterday' }, '2026-11-22'],
    [{ licence: 'MIT' }, 'Do you mean "license"?'],
    [{ creators: 'Ana' }, '"creators" should be a list'],
    [{ keywords: [1] }, '"keywords" should be text'],
    ['x', '"dataset" should be a list of names and values'],
  ])('reports %j and keeps the rest', (dataset, problem) => {
    const title = typeof dataset === 'object' ? { ...dataset, title: 'Kept' } : dataset;
    const found = read(title);
    expect(found.problems.join()).toContain(problem);
    expect(found.dataset).toEqual(
      typeof dataset === 'object'
        ? { title: 'Kept', creators: [], ...emptyLists(dataset) }
        : { creators: [] },
    );
  });
});

/** A list whose elements are all wrong is an empty list. */
function emptyLists(dataset: object): object {
  return 'keywords' in dataset ? { keywords: [] } : {};
}
