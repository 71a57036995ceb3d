import { describe, expect, it } from 'vitest';
import { withNames } from '../../../../server/src/core/project/addNames.ts';
import { DEFAULT_LABELS, parseProject } from '../../../../server/src/core/project.ts';

const NAMES = {
  labels: ['CITY'],
  relations: ['knows'],
  documentLabels: ['topic'],
  attributes: [
    { label: 'CITY', name: 'sure', type: 'boolean' as const },
    { label: 'PER', name: 'age', type: 'number' as const },
    { label: 'PER', name: 'role', type: 'text' as const },
  ],
};
const read = (text: string) => {
  const { project, problems } = parseProject(text, new Map());
  expect(problems).toEqual([]);
  return project;
};

describe('names that a project file is to have', () => {
  it('stand in it, its comments and other keys kept', () => {
    const text =
      '{\n  // Ours.\n  "language": "id",\n  "labels": [\n    { "name": "PER", "key": "p" }, // people\n  ],\n}\n';
    const after = withNames(text, read(text).labels, NAMES);
    expect(after).toContain('// Ours.');
    expect(after).toContain('// people');
    const project = read(after);
    expect(project.language).toBe('id');
    expect(
      project.labels.map((l) => [l.name, l.key, l.attributes.map((a) => `${a.name} ${a.type}`)]),
    ).toEqual([
      ['PER', 'p', ['age number', 'role text']],
      ['CITY', undefined, ['sure boolean']],
    ]);
    expect(project.relations.map((r) => r.name)).toEqual(['knows']);
    expect(project.documentLabels.map((l) => l.name)).toEqual(['topic']);
  });

  it('stand behind the usual labels where the file lists none, which would else be gone', () => {
    for (const text of ['', '{}', '{ "language": "id" }']) {
      const { labels } = read(withNames(text, DEFAULT_LABELS, NAMES));
      expect(labels.map((l) => l.name)).toEqual([...DEFAULT_LABELS.map((l) => l.name), 'CITY']);
      expect(labels.slice(0, -1).map(({ attributes: _, ...l }) => l)).toEqual(
        DEFAULT_LABELS.map(({ attributes: _, ...l }) => l),
      );
    }
  });

  it('leave the labels alone where none is new', () => {
    const after = withNames('{}', DEFAULT_LABELS, { ...NAMES, labels: [], attributes: [] });
    expect(JSON.parse(after)).toEqual({
      relations: [{ name: 'knows' }],
      documentLabels: [{ name: 'topic' }],
    });
  });
});
