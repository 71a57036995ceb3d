import { describe, expect, it } from 'vitest';
import {
  DEFAULT_PROJECT,
  type KnownRules,
  parseProject,
  ruleSetting,
  ruleSeverity,
} from '../../../../server/src/core/project.ts';

function problemsOf(text: string, rules?: KnownRules) {
  return parseProject(text, rules).problems.map((p) => ({
    code: p.code,
    at: text.slice(p.start, p.end),
    args: p.message.args,
  }));
}

describe('parseProject', () => {
  it('gives the defaults for an empty object', () => {
    expect(parseProject('{}')).toEqual({ project: DEFAULT_PROJECT, problems: [] });
  });

  it('reads every key, comments and trailing commas included', () => {
    const { project, problems } = parseProject(`{
      // who and what
      "include": ["articles/**/*.txt"], "exclude": [], "language": "id",
      "labels": [
        { "name": "PER", "title": "Orang", "key": "p", "color": "#AA0000", "guideline": "…",
          "attributes": [{ "name": "role", "values": ["chief", "other"], "default": "other" }] },
        { "name": "BAD", "sentence": true },
      ],
      "relations": [{ "name": "leads", "from": ["PER"], "to": ["PER"] }],
      "documentLabels": [{ "name": "topic", "values": ["war"] }],
      "entities": { "files": ["e/*.jsonl"], "builtIn": false },
      "rules": { "fused/case": "off", "quote/mixed": { "severity": "error", "options": { "style": 1 } }, "a/b": { "options": {} } },
      "dictionary": ["detikNews"], "annotators": ["linh", { "name": "Hà", "title": "Hà Trần", "email": "Ha@example.org" }], "agreement": { "f1": 0.8 },
    }`);
    // What is read for later versions says that it has no effect in this one.
    expect(problems).toEqual([]);
    expect(project).toMatchObject({
      include: ['articles/**/*.txt'],
      exclude: [],
      language: 'id',
      relations: [{ name: 'leads', from: ['PER'], to: ['PER'], symmetric: false }],
      documentLabels: [{ name: 'topic', values: ['war'] }],
      entities: { files: ['e/*.jsonl'], builtIn: false },
      dictionary: ['detikNews'],
      annotators: ['linh', 'Hà'],
      people: [
        { name: 'linh', title: 'linh', emails: [], formerly: [], active: true },
        { name: 'Hà', title: 'Hà Trần', emails: ['ha@example.org'], formerly: [], active: true },
      ],
    });
    expect(project.labels).toEqual([
      {
        name: 'PER',
        title: 'Orang',
        key: 'p',
        color: '#aa0000',
        guideline: '…',
        sentence: false,
        attributes: [{ name: 'role', type: 'choice', values: ['chief', 'other'], default: 'other' }],
      },
      { name: 'BAD', title: 'BAD', color: '#0096ff', sentence: true, attributes: [] },
    ]);
    expect(project.agreement.get('f1')).toBe(0.8);
    expect(project.rules.get('quote/mixed')?.options.get('style')).toBe(1);
    expect(ruleSetting(project, 'fused/case')).toBe('off');
    expect(ruleSetting(project, 'a/b')).toBe('default');
    expect(ruleSeverity(project, 'quote/mixed', 'warning')).toBe('error');
    expect(ruleSeverity(project, 'other/rule', 'hint')).toBe('hint');
  });

  it('names the nearest key for one that it does not know', () => {
    expect(problemsOf('{ "lables": [] }')).toEqual([
      { code: 'project/unknown-key', at: '"lables"', args: ['lables', 'labels'] },
    ]);
    expect(problemsOf('{ "labels": [{ "name": "A", "colour": "#ffffff" }] }')).toMatchObject([
      { at: '"colour"', args: ['colour', 'color'] },
    ]);
    expect(problemsOf('{ "entities": { "file": [] }, "agreement": { "g1": 1 } }')).toMatchObject([
      { args: ['file', 'files'] },
      { args: ['g1', 'f1'] },
    ]);
    expect(problemsOf('{ "rules": { "fused/cace": "off" } }', new Map([['fused/case', []]]))).toMatchObject([
      { args: ['fused/cace', 'fused/case'] },
    ]);
    expect(problemsOf('{ "rules": { "fused/case": { "sevrity": "off" } } }')).toMatchObject([
      { args: ['sevrity', 'severity'] },
    ]);
  });

  it.each([
    ['{ "include": "x", "language": "id" }', '"x"'],
    ['{ "include": ["../other/*.txt"], "language": "id" }', '"../other/*.txt"'],
    ['{ "entities": { "files": ["/etc/*"] }, "language": "id" }', '"/etc/*"'],
    ['{ "entities": 3, "language": "id" }', '3'],
    ['{ "labels": [{ "name": "A B" }], "language": "id" }', '"A B"'],
    ['{ "labels": [{ "title": "no name" }], "language": "id" }', '{ "title": "no name" }'],
    ['{ "labels": [{ "name": "A", "color": "red" }], "language": "id" }', '"red"'],
    ['{ "rules": { "a/b": "loud" }, "language": "id" }', '"loud"'],
    ['{ "annotators": ["gold"], "language": "id" }', '"gold"'],
    ['{ "annotators": ["../x"], "language": "id" }', '"../x"'],
    ['{ "agreement": { "f1": 80 }, "language": "id" }', '80'],
  ])('leaves out the broken part only: %s', (text, at) => {
    expect(problemsOf(text)).toMatchObject([{ code: 'project/value', at }]);
    expect(parseProject(text).project.language).toBe('id');
  });

  it('reports what contradicts itself', () => {
    const text =
      '{ "labels": [{ "name": "A", "key": "a" }, { "name": "B", "key": "a" }, { "name": "A" }], "relations": [{ "name": "r", "to": ["C"] }] }';
    expect(problemsOf(text).map((p) => p.code)).toEqual([
      'project/doubled-key-of-label',
      'project/doubled-label',
      'project/unknown-label',
    ]);
    expect(parseProject(text).project.labels.map((l) => [l.name, l.key])).toEqual([
      ['A', 'a'],
      ['B', undefined],
    ]);
    expect(problemsOf('{ "language": "id", "language": "vi" }')).toMatchObject([
      { code: 'project/doubled-key' },
    ]);
  });

  it.each([
    '',
    '[]',
    '"x"',
    '{',
    '{ "language": "id", "include": [',
    'nonsense',
    '['.repeat(50_000),
    `/* " */ ${'['.repeat(50_000)}`,
  ])('gives defaults and an error for %.20s', (text) => {
    const { project, problems } = parseProject(text);
    expect(problems[0]?.severity).toBe('error');
    expect(project.labels).toEqual(DEFAULT_PROJECT.labels);
  });

  it('is not poisoned by prototype keys', () => {
    const { project } = parseProject(
      '{ "__proto__": { "include": ["x"] }, "rules": { "__proto__": "off", "constructor": "off" } }',
    );
    expect(project.include).toEqual(DEFAULT_PROJECT.include);
    expect(ruleSeverity(project, 'toString', 'hint')).toBe('hint');
    expect(({} as Record<string, unknown>).severity).toBeUndefined();
  });
});
