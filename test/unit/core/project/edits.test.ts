import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptWordEdits, entityFileEdits, ruleOffEdits } from '../../../../server/src/core/project/edits.ts';
import { parseProject, ruleSetting } from '../../../../server/src/core/project.ts';
import { applyReplacements } from '../../../../server/src/core/text/range.ts';

const off = (text: string, rule = 'a/b') => applyReplacements(text, ruleOffEdits(text, rule));

describe('turning a rule off in a project file', () => {
  it.each([
    ['', '{\n  "rules": {\n    "a/b": "off"\n  }\n}\n'],
    ['{}', '{\n  "rules": {\n    "a/b": "off"\n  }\n}'],
    ['{ "rules": { "a/b": "error" } }', '{ "rules": { "a/b": "off" } }'],
    ['{ "rules": { "a/b": { "severity": "error" } } }', '{ "rules": { "a/b": { "severity": "off" } } }'],
    ['{ "rules": [] }', '{ "rules": {\n    "a/b": "off"\n  } }'],
  ])('%j', (before, after) => {
    expect(off(before)).toBe(after);
  });

  it('keeps comments, other rules, options and a trailing comma', () => {
    const before = `{
  // what we settled
  "rules": {
    "c/d": "hint", // milder
    "a/b": { "options": { "least": 3 } }, /* ours */
  },
}
`;
    const after = off(before);
    for (const kept of ['// what we settled', '"c/d": "hint", // milder', '/* ours */'])
      expect(after).toContain(kept);
    const { project, problems } = parseProject(after);
    expect(problems).toEqual([]);
    expect(project.rules.get('a/b')).toEqual({ severity: 'off', options: new Map([['least', 3]]) });
    expect(ruleSetting(project, 'c/d')).toBe('hint');
  });

  it('works whatever else the file says, and changes nothing else', () => {
    const setting = fc.oneof(
      fc.constantFrom('error', 'off'),
      fc.record({ severity: fc.constant('hint'), options: fc.dictionary(fc.string(), fc.integer()) }),
    );
    const anyProject = fc.record(
      {
        include: fc.array(fc.constantFrom('*.txt', 'b/*.txt')),
        dictionary: fc.array(fc.string({ minLength: 1 })),
        rules: fc.dictionary(fc.constantFrom('a/b', 'c/d', '__proto__', 'toString'), setting),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(anyProject, fc.constantFrom(undefined, 2), (value, indent) => {
        const text = JSON.stringify(value, undefined, indent);
        const before = parseProject(text).project;
        const after = parseProject(off(text)).project;
        expect(ruleSetting(after, 'a/b')).toBe('off');
        const others = [...before.rules].filter(([rule]) => rule !== 'a/b');
        expect([...after.rules].filter(([rule]) => rule !== 'a/b')).toEqual(others);
        expect({ ...after, rules: null }).toEqual({ ...before, rules: null });
        expect(after.rules.get('a/b')?.options).toEqual(before.rules.get('a/b')?.options ?? new Map());
      }),
    );
  });
});

describe('accepting a word', () => {
  it.each([
    ['', [], '{\n  "dictionary": [\n    "tvPlus"\n  ]\n}\n'],
    ['{ "dictionary": ["x"] }', ['x'], '{ "dictionary": ["x", "tvPlus"] }'],
    ['{ "dictionary": [] }', [], '{ "dictionary": [\n    "tvPlus"\n  ] }'],
  ])('%j', (before, dictionary, after) => {
    const text = applyReplacements(before, acceptWordEdits(before, dictionary, 'tvPlus'));
    expect(parseProject(text).project.dictionary).toEqual([...dictionary, 'tvPlus']);
    expect(text.replace(/\s+/g, '')).toBe(after.replace(/\s+/g, ''));
  });
});

describe('reading one more entity file', () => {
  const added = (text: string, files: string[]) =>
    applyReplacements(text, entityFileEdits(text, files, 'new.jsonl'));
  it.each([
    ['', [], { entities: { files: ['new.jsonl'] } }],
    ['{ "language": "id" }', [], { language: 'id', entities: { files: ['new.jsonl'] } }],
    [
      '{ "entities": { "builtIn": false } }',
      ['a/*.jsonl'],
      { entities: { builtIn: false, files: ['a/*.jsonl', 'new.jsonl'] } },
    ],
    ['{ "entities": { "files": ["n.csv"] } }', ['n.csv'], { entities: { files: ['n.csv', 'new.jsonl'] } }],
    ['{ "entities": { "files": [] } }', [], { entities: { files: ['new.jsonl'] } }],
  ])('%s', (before, files, after) => {
    expect(JSON.parse(added(before, files))).toEqual(after);
  });
  it('keeps comments', () => {
    const text = '{\n  // ours\n  "entities": { "files": ["n.csv"] } // and more\n}\n';
    expect(added(text, ['n.csv'])).toMatch(/\/\/ ours[\s\S]*"n\.csv",\s+"new\.jsonl"[\s\S]*\/\/ and more/);
  });
});
